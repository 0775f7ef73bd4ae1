"""Discourse markers where they carry nothing: which words can be one, and the rule for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sayback.analysis.fillers_adverbs import rate_actually, rate_basically, rate_literally
from sayback.analysis.fillers_like import rate_like
from sayback.analysis.fillers_openers import rate_okay, rate_right, rate_well
from sayback.analysis.fillers_phrases import rate_i_mean, rate_kind_of, rate_you_know
from sayback.analysis.fillers_so import rate_so
from sayback.analysis.fillers_tokens import Token, Tokens

Rule = Callable[[Tokens, int], float | None]

_SINGLE: dict[str, Rule] = {
    "like": rate_like,
    "so": rate_so,
    "right": rate_right,
    "okay": rate_okay,
    "ok": rate_okay,
    "well": rate_well,
    "actually": rate_actually,
    "basically": rate_basically,
    "literally": rate_literally,
    "kinda": rate_kind_of,
    "sorta": rate_kind_of,
    "y'know": rate_you_know,
}
_PAIRS: dict[tuple[str, str], Rule] = {
    ("you", "know"): rate_you_know,
    ("i", "mean"): rate_i_mean,
    ("kind", "of"): rate_kind_of,
    ("sort", "of"): rate_kind_of,
}


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker found in the list of tokens."""

    places: tuple[int, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of the closed list, which may be a marker here or carry their own meaning."""

    places: tuple[int, ...]
    rule: float | None
    """How sure the rules are that they are a marker; None where they are none by the rules."""


def without_markers(tokens: Tokens, markers: Iterable[Marker]) -> Tokens:
    """Return the other tokens; they remember the sentence marks that the markers carried."""
    taken = {place: marker for marker in markers for place in marker.places}
    kept: list[Token] = []
    opens = edit = False
    for at, token in enumerate(tokens.items):
        if at in taken:
            opens = opens or token.opens
            edit = edit or token.norm == "mean"
            if kept:
                last = kept[-1]
                kept[-1] = replace(
                    last,
                    ends=last.ends or token.ends,
                    stops=last.stops or token.stops,
                    comma_after=last.comma_after or token.comma_after,
                )
            continue
        kept.append(replace(token, opens=token.opens or opens, edit_before=edit))
        opens = edit = False
    return Tokens(kept, punctuated=tokens.punctuated)


def find_markers(tokens: Tokens) -> tuple[Marker, ...]:
    """Return the markers by the rules alone, in order; both words of a pair belong to one."""
    return tuple(
        Marker(found.places, found.rule)
        for found in find_candidates(tokens)
        if found.rule is not None
    )


def find_candidates(tokens: Tokens) -> tuple[Candidate, ...]:
    """Return all words of the closed list, in order; both words of a pair belong to one."""
    found: list[Candidate] = []
    at = 0
    while at < len(tokens):
        pair = _PAIRS.get((tokens[at].norm, tokens.norm(at, 1)))
        rule = pair or _SINGLE.get(tokens[at].norm)
        length = 2 if pair else 1
        if rule:
            found.append(Candidate(tuple(range(at, at + length)), rule(tokens, at)))
        at += length
    return tuple(found)
