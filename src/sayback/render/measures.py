"""How each figure is measured and where its bands come from: what "how is this measured?" shows.

`docs/accuracy.md` says how accurate each one is; a measure's `accuracy` names the material.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from sayback.render.accuracy import accuracy_of
from sayback.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class Measure:
    """The written definition of one figure."""

    definition: str
    source: str = ""
    """Published work, or "Convention" where it is common advice and no evidence."""
    accuracy: str = ""
    """How accurate, on which material; empty where it has not been measured."""


_PAUSES = "Goldman-Eisler 1968; De Jong & Bosker 2013"
_FILLERS = "Rates: Quantified Communications. Filled pauses and markers apart: Laserna et al. 2014"
_COACHES = "Convention among interview coaches, no evidence"

MEASURES: dict[str, Measure] = {
    "take.duration_s": Measure(
        "Length of the recording. Answers of {answer_comfortable_min_s:g} to "
        "{answer_comfortable_max_s:g} seconds are comfortable to listen to.",
        _COACHES,
    ),
    "pace.time_to_first_word_s": Measure(
        "Time from the start of the recording to the first speech. It counts in no other figure.",
    ),
    "pace.words": Measure(
        "Words without filled pauses (um, uh, er …) and without doubtful words.",
    ),
    "pace.wpm": Measure(
        "60 × words / time from first to last speech, where places at which the recorder was "
        "paused are cut out. No verdict on under "
        "{pace_min_speech_s:g} seconds or {pace_min_words:g} words.",
        "Microsoft Speaker Coach; Rodero 2012; Tauroza & Allison 1990",
    ),
    "pace.articulation_sps": Measure(
        "Syllables per second of speech, pauses left out. About 4 to 5.5 is usual in English.",
        "De Jong & Bosker 2013",
    ),
    "pace.phonation_ratio": Measure(
        "Time spent speaking / time from first to last speech.",
        "De Jong & Bosker 2013",
    ),
    "pace.mean_run_syllables": Measure(
        "Syllables / (pauses + 1): how much is said in one go.",
        "De Jong & Bosker 2013",
    ),
    "pauses.count": Measure(
        "Stretches of at least {pause_s:g} s without speech between the first and the last speech, "
        "found in the sound itself, never from the gaps between recognised words.",
        _PAUSES,
    ),
    "pauses.mean_s": Measure("Mean length of the silent pauses.", _PAUSES),
    "pauses.longest_s": Measure(
        "Longest silent pause. Only pauses of "
        "{flagged_mid_clause_pause_s:g} s or more in mid-clause are a fault: good "
        "speakers rest 1 to 3 s after a sentence.",
        "Kahng, on pauses in mid-clause; Goldman-Eisler 1968",
    ),
    "pauses.long_count": Measure(
        "Silent pauses of at least {long_pause_s:g} s, wherever they fall.", "Goldman-Eisler 1968"
    ),
    "fillers.filled_pauses": Measure(
        "um, uh, er, erm, hmm, mm and longer spellings of them, as whole words of the "
        "transcript. Whisper leaves many of them out, so the true count can be higher.",
        _FILLERS,
    ),
    "fillers.markers": Measure(
        "like, you know, I mean, so, right, well, okay, actually, basically, literally, kind of, "
        "sort of: only where they carry nothing and could go without changing what is said.",
        _FILLERS,
    ),
    "fillers.repetitions": Measure(
        "Words said again, and words given up for a new start: the earlier, abandoned copy "
        "counts. Deliberate doubling (very, very) does not.",
    ),
    "fillers.possible": Measure(
        "A guess: a sound held longer and steadier than usual where speech is left over, between "
        "words or in a word that takes longer than its sounds explain. Listen to each one before "
        "you believe it.",
        "De Jong, Pacilly & Heeren 2021; PodcastFillers 2022",
    ),
    "star.shares": Measure(
        "Each sentence is given the part of a story that it serves best. Shares are of speaking "
        "time, or of words where times are not known. Below a confidence of "
        "{confidence_clear:g} the label is shown as unclear.",
        _COACHES,
    ),
    "star.missing": Measure(
        "A part counts as missing when no sentence holds words that show it; its place in the "
        "answer is never enough.",
        _COACHES,
    ),
    "content.i_count": Measure(
        "How often you say I and how often we. Interviewers want to know what you did yourself.",
        "Amazon's advice to candidates",
    ),
    "content.quantities": Measure(
        "Figures in the words, such as numbers, percentages, sums and lengths of time.",
        "Amazon's advice to candidates",
    ),
    "content.result_quantified": Measure(
        "Whether a sentence of the Result holds a figure.", "Amazon's advice to candidates"
    ),
    "content.hedges": Measure(
        "I think, I guess, maybe, probably, hopefully, tried to and the like: listed, no fault "
        "in themselves, and never counted as fillers.",
    ),
    "content.design": Measure(
        "Questions asked before designing, assumptions stated, figures, trade-offs weighed and "
        "risks named, found by the words that introduce them.",
    ),
    "delivery.pitch_sd_semitones": Measure(
        "Standard deviation of the voice's pitch in semitones about the answer's median, 65 to "
        "400 Hz, octave jumps left out.",
        "Hincks 2005",
    ),
    "delivery.volume_sd_db": Measure(
        "Standard deviation of the level of voiced sound, in decibels.",
    ),
    "delivery.level": Measure(
        "Clipping: too many samples at full scale. Too quiet: the loudest 1 % of the recording "
        "stays below {too_quiet_dbfs:g} dB of full scale.",
    ),
}
"""By the figure's id, the field of `sayback.report/1` that it shows; thresholds in braces."""


def measure_of(figure_id: str, thresholds: Thresholds) -> Measure:
    """Return the definition of a figure with the thresholds in force."""
    # The five findings of a design answer share one definition.
    measure = MEASURES.get(figure_id) or MEASURES[figure_id.rpartition(".")[0]]
    return replace(
        measure,
        definition=measure.definition.format(**asdict(thresholds)),
        accuracy=accuracy_of(figure_id),
    )
