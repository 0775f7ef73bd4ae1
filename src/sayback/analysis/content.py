"""What the words say: figures, "I" and "we", hedges, and what a system design should hold."""

from __future__ import annotations

from collections.abc import Sequence

from sayback.analysis.design import find_design
from sayback.analysis.fillers_filled import find_filled_pauses, without_filled_pauses
from sayback.analysis.fillers_tokens import Tokens, read_tokens
from sayback.analysis.lexicon import pronoun_base
from sayback.analysis.quantities import find_quantities
from sayback.analysis.report import Content, Design, Finding, Star
from sayback.transcript.model import Transcript
from sayback.transcript.word_sets import phrase_set, word_set

_HEDGES = phrase_set("""
    i think, i guess, i suppose, maybe, perhaps, probably, possibly, hopefully, tried to,
    i'm not sure, i am not sure, i feel like, i would say, i'd say, or something, or whatever
""")
_NOT_A_HEDGE_AFTER = word_set("what how as do")
_LONGEST_HEDGE = max(map(len, _HEDGES))


def measure_content(
    transcript: Transcript,
    *,
    sentences: Sequence[tuple[int, int]],
    star: Star,
    design: bool,
) -> Content:
    """Find what can be counted in the words.

    Parameters
    ----------
    transcript
        English words; suspect ones count nowhere.
    sentences
        First and last word of each.
    star
        Tells which sentences are the Result.
    design
        Whether the answer is a system design, so that its checklist is looked for.

    Returns
    -------
    Content
        `i_count` counts the subject form "I" with its contractions (I'm, I've, I'd, I'll),
        `we_count` the same of "we"; "me", "my", "us" and "our" count in neither.
        `result_quantified` is None where STAR does not apply.
    """
    heard = read_tokens(transcript)
    tokens = without_filled_pauses(heard, find_filled_pauses(heard))
    quantities = tuple(_finding(transcript, tokens, span) for span in find_quantities(tokens))
    bases = [pronoun_base(token.norm) for token in tokens.items]
    return Content(
        quantities=quantities,
        result_quantified=_is_quantified(star, quantities) if star.applies else None,
        i_count=bases.count("i"),
        we_count=bases.count("we"),
        hedges=tuple(_finding(transcript, tokens, span) for span in _hedges(tokens)),
        design=find_design(transcript, sentences, quantities) if design else Design(),
    )


def _is_quantified(star: Star, quantities: Sequence[Finding]) -> bool:
    results = [sentence.words for sentence in star.sentences if sentence.part == "R"]
    return any(
        first <= finding.words[0] <= last for finding in quantities for first, last in results
    )


def _hedges(tokens: Tokens) -> list[range]:
    found: list[range] = []
    at = 0
    while at < len(tokens):
        length = next(
            (n for n in range(_LONGEST_HEDGE, 0, -1) if tokens.phrase(at, n) in _HEDGES), 0
        )
        if length and tokens.norm(at, -1) not in _NOT_A_HEDGE_AFTER:
            found.append(range(at, at + length))
        at += max(length, 1)
    return found


def _finding(transcript: Transcript, tokens: Tokens, span: range) -> Finding:
    words = tuple(tokens[at].index for at in span)
    return Finding(" ".join(transcript.words[i].text for i in words), words)
