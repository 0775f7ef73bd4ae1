"""What a system-design answer should hold: questions, assumptions, figures, trade-offs, risks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayback.analysis.patterns import compiled
from sayback.analysis.report import Design, Finding
from sayback.analysis.star_rules import bare
from sayback.transcript.model import Transcript

_QUESTION = compiled(r"""
    \b(?:can|could|may|let) (?:i|me) (?:ask|clarify|check)\b|\bi(?:'d| would)(?: first
    | also)? (?:like to|want to)(?: first)? (?:ask|know|clarify|understand)\b|\bi(?:'d
    | would) (?:first )?ask\b|\b(?:my|the) (?:first|next|second) question\b
    |\bclarifying question|\bi have (?:a few|some|two|three) questions
    |^(?:(?:so|and|okay|first|also|then) )*(?:how (?:many
    |much|often|fast|big|large|long|strict)|do we|does it|should (?:we|it|the)|are we|are there
    |is (?:it|this|there)|who (?:is|are|will|uses)|what(?:'s| is| are) (?:the|our|my)
    |what kind of|which (?:users|regions|platforms|devices))\b
""")
_TAG_QUESTION = re.compile(r"\b(?:right|okay|make sense|you know|isn't it)$")
_ASSUMPTION = compiled(r"""
    \b(?:assum\w+|let's say|suppose|say we have|i'd expect|i expect|i would expect|presumably
    |i'll take it that|given that we|for the sake of|estimate)\b
""")
_TRADE_OFF = compiled(r"""
    \b(?:trade-?offs?|trade off|trading|versus|vs|downside|upside|drawback|at the cost of
    |at the expense of|rather than|instead of|on the other hand|pros and cons|advantages?
    |disadvantages?|compromise|in exchange|sacrific\w+|alternatives?|alternatively|whereas
    |the price (?:is|we pay|for)|cheaper|costs us|the cost (?:is|of)|prefer\w*|give up)\b
""")
_RISK = compiled(r"""
    \b(?:risk\w*|fail\w*|single point|what if|go(?:es)? (?:down|wrong)|goes away|bottleneck
    |outages?|security|attack\w*|abuse|fraud|overload\w*|hot ?spots?|hot keys?|spikes?
    |worst case|data loss|lose (?:data|messages|orders)|race conditions?|duplicat\w+|retr(?:y
    |ies)|time-?outs?|back-?pressure|crash\w*|corrupt\w*|stale|thundering|dangerous|partition
    |unavailable)\b
""")


def find_design(
    transcript: Transcript, sentences: Sequence[tuple[int, int]], figures: Sequence[Finding]
) -> Design:
    """Return the sentences that ask, assume, weigh or warn, and the figures.

    A sentence may do several of these; suspect words are no part of any.
    """
    found: dict[str, list[Finding]] = {key: [] for key in ("ask", "assume", "weigh", "warn")}
    for first, last in sentences:
        words = tuple(i for i in range(first, last + 1) if not transcript.words[i].suspect)
        text = " ".join(transcript.words[i].text for i in words)
        plain = bare(text)
        for key, shown in _marks(text, plain):
            if shown:
                found[key].append(Finding(text, words))
    return Design(
        clarifying_questions=tuple(found["ask"]),
        assumptions=tuple(found["assume"]),
        figures=tuple(figures),
        trade_offs=tuple(found["weigh"]),
        risks=tuple(found["warn"]),
    )


def _marks(text: str, plain: str) -> tuple[tuple[str, bool], ...]:
    asks = text.rstrip("\"”' ").endswith("?") and not _TAG_QUESTION.search(plain)
    warns = bool(_RISK.search(plain))
    return (
        ("ask", bool(plain) and (asks or bool(_QUESTION.search(plain)))),
        ("assume", bool(_ASSUMPTION.search(plain))),
        ("weigh", bool(_TRADE_OFF.search(plain))),
        ("warn", warns),
    )
