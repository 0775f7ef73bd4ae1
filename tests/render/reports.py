"""Reports made by hand, for every case that a renderer has to tell well.

In the texts below {um} is a filled pause, [like] a marker, <we> a repetition, ~word~ a doubtful
word; a `_` is a second of silence.
"""

from __future__ import annotations

import dataclasses
import re

from sayback.analysis.report import (
    Advice,
    Content,
    Delivery,
    Design,
    Evidence,
    Filler,
    FillerKind,
    Fillers,
    Finding,
    NotKnown,
    Pace,
    PacePoint,
    Part,
    Pause,
    Pauses,
    Rate,
    Report,
    Shares,
    Star,
    StarSentence,
    TakeInfo,
)
from sayback.transcript import Transcript, Word

_MARKS: dict[str, FillerKind] = {"{": "filled_pause", "[": "marker", "<": "repetition"}
_TOKEN = re.compile(r"_|[\[{<][^\]}>]+[\]}>][.,?!]?|\S+")
Told = tuple[tuple[Part, float, str], ...]


@dataclasses.dataclass
class Answer:
    """Words with times, fillers and sentences, read from a marked text."""

    words: list[Word] = dataclasses.field(default_factory=list)
    fillers: list[Filler] = dataclasses.field(default_factory=list)
    sentences: list[StarSentence] = dataclasses.field(default_factory=list)

    @classmethod
    def told(cls, told: Told, *, start_s: float = 1.2, timed: bool = True) -> Answer:
        """Speak the sentences at 0.08 s a character."""
        answer = cls()
        now_s = start_s
        for part, confidence, text in told:
            first = len(answer.words)
            for token in _TOKEN.findall(text):
                if token == "_":
                    now_s += 1.0
                    continue
                now_s = answer._say(token, now_s, timed=timed)
            spoken = answer.words[first:]
            answer.sentences.append(
                StarSentence(
                    " ".join(word.text for word in spoken),
                    (first, len(answer.words) - 1),
                    spoken[0].start_s,
                    spoken[-1].end_s,
                    part,
                    confidence,
                )
            )
            now_s += 0.6
        return answer

    def _say(self, token: str, now_s: float, *, timed: bool) -> float:
        kind = _MARKS.get(token[0])
        suspect = token[0] == "~"
        bare = re.sub(r"[\[\]{}<>~]", "", token)
        first = len(self.words)
        for text in bare.split():
            end_s = round(now_s + 0.1 + 0.055 * len(text), 2)
            times = (round(now_s, 2), end_s) if timed else (None, None)
            self.words.append(Word(text, *times, 0.9, suspect))
            now_s = end_s + 0.03
        if kind:
            indices = tuple(range(first, len(self.words)))
            start_s, end = self.words[first].start_s, self.words[-1].end_s
            self.fillers.append(Filler(kind, bare, indices, start_s, end, 0.93))
        return now_s

    def find(self, *texts: str) -> tuple[Finding, ...]:
        """Return the first place of each text."""
        spoken = [word.text.strip(".,?!").lower() for word in self.words]
        found = []
        for text in texts:
            wanted = text.lower().split()
            first = next(i for i in range(len(spoken)) if spoken[i : i + len(wanted)] == wanted)
            found.append(Finding(text, tuple(range(first, first + len(wanted)))))
        return tuple(found)


_STORY: Told = (
    ("S", 0.94, "So last spring our payments service {um} started to drop about one order in a "
                "hundred, and [you know] nobody could say why."),
    ("S", 0.81, "It was the week before a big sale, _ so everybody was nervous."),
    ("T", 0.88, "I was asked to find the cause and to have a fix out before the sale."),
    ("A", 0.97, "First I {uh} pulled the logs of three days and sorted the failures by region."),
    ("A", 0.42, "And [like] I think most of them were, _ _ _ <they> they were from one data "
                "centre."),
    ("A", 0.95, "Then I wrote a small script that replayed the failed orders, and I found that two "
                "retries could overtake each other."),
    ("A", 0.91, "We decided to give every order a number of its own, {um} and I tested that with "
                "the team in the data centre for two days."),
    ("R", 0.96, "As a result the failures went from one percent to almost zero, and the sale ran "
                "without an incident."),
    ("O", 0.71, "So yeah, that's the story. ~Thank~ ~you.~"),
)  # fmt: skip


def rich() -> Report:
    """A story with every kind of mark in it, recorded with the microphone."""
    answer = Answer.told(_STORY)
    end_s = answer.sentences[-1].end or 0.0
    possible = (
        Filler("possible", "um?", (), 14.05, 14.45, 0.62),
        Filler("possible", "uh?", (43,), (answer.words[43].start_s or 0) + 0.1,
               answer.words[43].end_s, 0.41),
    )  # fmt: skip
    items = sorted([*answer.fillers, *possible], key=lambda item: item.start or 0.0)
    items[0] = dataclasses.replace(items[0], confidence=0.3)
    long_pause = _gap_before(answer, "they")
    return Report(
        take=TakeInfo(
            id="2026-11-22/143205-dive-deep",
            question_id="dive-deep-root-cause",
            question="Tell me about a time you had to dig deep to find the cause of a problem.",
            recorded_at="2026-11-22T14:32:05+01:00",
            audio="143205-dive-deep.wav",
            duration_s=round(end_s + 0.9, 2),
        ),
        transcript=Transcript(
            tuple(answer.words), engine="faster-whisper 1.2.1", model="base.en", language="en"
        ),
        pace=Pace(
            words=132, wpm=152.4, articulation_sps=4.8, phonation_ratio=0.78,
            time_to_first_word_s=1.2, mean_run_syllables=11.6, verdict="target",
            curve=tuple(
                PacePoint(8.7 + 5 * i, wpm)
                for i, wpm in enumerate((168.0, 171.0, 150.0, 118.0, 131.0, 160.0, 174.0, 182.0))
            ),
        ),
        pauses=Pauses(
            count=14, per_minute=15.1, mean_s=0.62, longest_s=long_pause.duration_s, long_count=2,
            items=(
                *(
                    Pause((a.end or 0) + 0.03, b.start or 0, "boundary")
                    for a, b in zip(answer.sentences, answer.sentences[1:], strict=False)
                ),
                long_pause,
            ),
        ),
        fillers=Fillers(
            filled_pauses=Rate(3, 3.1, 2.3),
            markers=Rate(2, 2.1, 1.5),
            repetitions=Rate(1, 1.0, 0.8),
            possible=Rate(2, 2.1, 1.5),
            items=tuple(items),
        ),
        star=Star(
            applies=True,
            why="You tell what you did in one case.",
            shares=Shares(S=0.24, T=0.1, A=0.47, R=0.13, O=0.06),
            sentences=tuple(answer.sentences),
        ),
        content=Content(
            quantities=answer.find("three days", "two", "one percent", "two days"),
            result_quantified=True,
            i_count=7,
            we_count=1,
            hedges=answer.find("I think"),
        ),
        delivery=Delivery(2.7, 4.9, False, False, "typical"),
        advice=(
            Advice(
                "Do not stop in the middle of a clause",
                "You were silent for 3 seconds between “were” and “they”; a pause after a full "
                "sentence reads as thought, one inside it as trouble.",
                (Evidence(long_pause.start, long_pause.end),),
                "Kahng, on pauses in mid-clause",
            ),
            Advice(
                "Shorten the setup",
                "The situation takes 24 % of the answer; 10 to 20 % leaves more room for what "
                "you did.",
                (Evidence(1.2, answer.sentences[1].end or 0.0),),
                "Convention among interview coaches",
            ),
            Advice(
                "Your result has a number",
                "“from one percent to almost zero” lets the interviewer see how much it mattered.",
                (Evidence(answer.sentences[7].start or 0.0, answer.sentences[7].end or 0.0),),
                "Amazon's advice to candidates",
                positive=True,
            ),
        ),
    )  # fmt: skip


def _gap_before(answer: Answer, word: str) -> Pause:
    index = next(i for i, w in enumerate(answer.words) if w.text.strip(".,") == word)
    return Pause(
        answer.words[index - 1].end_s or 0.0, answer.words[index].start_s or 0.0, "mid_clause"
    )


def demo() -> Report:
    """The same words, from the packaged demo model."""
    report = rich()
    return dataclasses.replace(
        report, transcript=dataclasses.replace(report.transcript, model="demo")
    )


def pending() -> Report:
    """A recording that no model has heard yet: only what the sound tells is known."""
    report = rich()
    why = "The model base.en is not installed."
    return Report(
        take=report.take,
        transcript=Transcript.pending(),
        pace=dataclasses.replace(report.pace, words=None, wpm=None, verdict=None, curve=()),
        pauses=dataclasses.replace(
            report.pauses,
            items=tuple(dataclasses.replace(item, place=None) for item in report.pauses.items),
        ),
        delivery=Delivery(1.6, 3.2, True, False, "flat"),
        not_known=(
            NotKnown("transcript", why),
            NotKnown("pace.wpm", "A pace needs words."),
        ),
    )


def imported() -> Report:
    """Words from a text file and no audio: what text alone can tell."""
    answer = Answer.told(_STORY[2:5], timed=False)
    no_audio = "There is no recording, only its words."
    return Report(
        take=TakeInfo(question="What did you find?", audio=None),
        transcript=Transcript(tuple(answer.words), status="imported", language="en"),
        pace=Pace(words=45),
        fillers=Fillers(
            filled_pauses=Rate(1, None, 2.2), markers=Rate(1, None, 2.2),
            repetitions=Rate(1, None, 2.2), items=tuple(answer.fillers),
        ),
        star=Star(
            applies=True, missing=("S", "R"),
            shares=Shares(S=0.0, T=0.35, A=0.65, R=0.0, O=0.0),
            sentences=tuple(answer.sentences),
        ),
        content=Content(
            quantities=answer.find("three days"), result_quantified=False, i_count=3, we_count=0,
            hedges=answer.find("I think"),
        ),
        advice=(
            Advice("Say what came of it", "No sentence tells a result.", (), "Convention"),
        ),
        not_known=(
            NotKnown("pauses", no_audio),
            NotKnown("delivery", no_audio),
            NotKnown("pace.wpm", no_audio),
            NotKnown("fillers.possible", no_audio),
        ),
    )  # fmt: skip


_DESIGN: Told = (
    ("O", 0.9, "Before I draw anything, how many messages a day do we expect?"),
    ("O", 0.9, "Let me assume ten million users, so that is about a hundred messages a second."),
    ("O", 0.9, "I would put a queue in front, which costs some latency but keeps the peaks away "
               "from the database."),
    ("O", 0.9, "The risk is that <the> the queue itself fails, so I'd run it in two regions."),
)  # fmt: skip


def system_design() -> Report:
    """A design answer: no story, other things are looked for."""
    answer = Answer.told(_DESIGN)
    return Report(
        take=TakeInfo(
            question_id="design-messaging",
            question="Design a messaging service.",
            audio="design.m4a",
            duration_s=answer.sentences[-1].end,
        ),
        transcript=Transcript(
            tuple(answer.words), engine="faster-whisper 1.2.1", model="small.en", language="en"
        ),
        pace=Pace(words=55, wpm=190.0, articulation_sps=5.9, phonation_ratio=0.9,
                  time_to_first_word_s=1.2, mean_run_syllables=20.0, verdict="brisk"),
        pauses=Pauses(count=0, per_minute=0.0, mean_s=None, longest_s=None, long_count=0),
        fillers=Fillers(
            Rate(0, 0.0, 0.0), Rate(0, 0.0, 0.0), Rate(1, 2.6, 1.8), Rate(0, 0.0, 0.0),
            tuple(answer.fillers),
        ),
        star=Star(
            applies=False,
            why="This is a system-design answer: it is no story.",
            sentences=tuple(answer.sentences),
        ),
        content=Content(
            quantities=answer.find("ten million", "a hundred"), i_count=3, we_count=1,
            design=Design(
                clarifying_questions=answer.find("how many messages a day do we expect"),
                assumptions=answer.find("let me assume ten million users"),
                figures=answer.find("ten million", "a hundred"),
                trade_offs=answer.find("costs some latency but keeps the peaks away"),
            ),
        ),
        delivery=Delivery(4.6, 6.0, False, True, "lively"),
    )  # fmt: skip


def french() -> Report:
    """A language whose words are not judged."""
    answer = Answer.told(
        (("O", 0.5, "Alors, l'année dernière, j'ai repris un projet « en retard »."),
         ("O", 0.5, "Nous avons _ livré en trois semaines."))
    )  # fmt: skip
    why = "Fillers, STAR and words are judged in English only; this is French."
    report = rich()
    return Report(
        take=TakeInfo(audio="réponse.webm", duration_s=14.2),
        transcript=Transcript(
            tuple(answer.words), engine="faster-whisper 1.2.1", model="base", language="fr"
        ),
        pace=Pace(words=15, wpm=96.0, phonation_ratio=0.7, time_to_first_word_s=1.2),
        pauses=Pauses(count=1, per_minute=6.0, mean_s=1.6, longest_s=1.6, long_count=1),
        delivery=report.delivery,
        not_known=(
            NotKnown("fillers", why), NotKnown("star", why), NotKnown("content", why),
        ),
    )  # fmt: skip


def empty() -> Report:
    """A recording in which nobody speaks."""
    return Report(
        take=TakeInfo(audio="silence.wav", duration_s=5.0),
        transcript=Transcript(status="done", engine="faster-whisper 1.2.1", model="base.en"),
        pace=Pace(words=0),
        delivery=Delivery(clipping=False, too_quiet=True),
        not_known=(
            NotKnown("pace", "Nobody speaks in this recording."),
            NotKnown("pauses", "Nobody speaks in this recording."),
        ),
    )


def hostile() -> Report:
    """Words and a question that try to break out of every format."""
    nasty = (
        "<script>alert(1)</script>", "</script>", '"><img/src=x>', "**bold**", "[a](b)", "|cell|",
        "`code`", "\x1b[31mred", "{{7*7}}", "_x_", "<!--", "&amp;", "\u202ertl",
    )  # fmt: skip
    words = tuple(Word(text, float(i), i + 0.5, 0.5) for i, text in enumerate(nasty))
    return Report(
        take=TakeInfo(
            question='Why "<b>us</b>"?\n# heading', audio="<script>alert(2)</script>.wav",
            duration_s=float(len(words)),
        ),
        transcript=Transcript(words, engine="x</script>", model="<i>", language='en"><b>'),
        advice=(Advice("<script>alert(3)</script>", "| *because* |", (), "<u>"),),
        not_known=(NotKnown("star", "</script><script>alert(4)</script>"),),
    )  # fmt: skip


ALL = {
    report.__name__: report
    for report in (rich, demo, pending, imported, system_design, french, empty)
}
