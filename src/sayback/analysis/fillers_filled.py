"""Filled pauses: um, uh, er, erm, hmm, mm and spellings that only lengthen them."""

from __future__ import annotations

import re
from dataclasses import replace

from sayback.analysis.fillers_tokens import Token, Tokens
from sayback.analysis.lexicon import BE, DETERMINERS, is_number
from sayback.transcript.word_sets import word_set

_FILLED = re.compile(r"u+h*m+|u+h+|e+r+|e+r+m+|h+m+|m{2,}|(?:u+h*m+|u+h+)(?:-(?:u+h*m+|u+h+))+")
_HUMMED = re.compile(r"h+m+|m{2,}")

_QUOTING = word_set("""
    went go goes going said say says saying thought think thinking word words wrote a that
""")
_AFTER_ER = word_set("""
    nurse nurses doctor doctors visit visits room department shift shifts staff team wait
    physician waiting triage at was is on and when where with for that last during because
    every until by after before or had has who one all so while
""")
_INTO_ER = word_set("in to at from of through into out our busy pediatric whole near")


def find_filled_pauses(tokens: Tokens) -> tuple[int, ...]:
    """Return the places of filled pauses in the list of tokens."""
    return tuple(at for at in range(len(tokens)) if _is_filled_pause(tokens, at))


def without_filled_pauses(tokens: Tokens, places: tuple[int, ...]) -> Tokens:
    """Return the other tokens; they remember what was next to them."""
    filled = set(places)
    kept: list[Token] = []
    opens = before = comma = False
    for at, token in enumerate(tokens.items):
        if at in filled:
            opens, before = opens or token.opens, True
            comma = comma or token.comma_before or token.comma_after
            if kept:
                last = kept[-1]
                kept[-1] = replace(
                    last,
                    filled_after=True,
                    ends=last.ends or token.ends,
                    stops=last.stops or token.stops,
                )
            continue
        kept.append(
            replace(
                token,
                opens=token.opens or opens,
                filled_before=before,
                comma_before=token.comma_before or comma,
            )
        )
        opens = before = comma = False
    return Tokens(kept, punctuated=tokens.punctuated)


def sounds_filled(norm: str) -> bool:
    """Whether a word by itself is spelt as filled pauses are."""
    return _FILLED.fullmatch(norm) is not None


def _is_filled_pause(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if not sounds_filled(token.norm):
        return False
    before, after = tokens.norm(at, -1), tokens.norm(at, 1)
    if after in ("huh", "oh") or before in ("nuh", "mm") or (token.norm, after) == ("mm", "hmm"):
        return False
    if before in ("the", "word", "words", "saying", "an", "say") and token.quoted:
        return False
    if token.norm == "mm":
        return not is_number(before) and not _is_quoted_hum(tokens, at)
    if _HUMMED.fullmatch(token.norm):
        return not _is_quoted_hum(tokens, at)
    if set(token.norm) == {"e", "r"}:
        return not _is_other_er(tokens, at)
    if before in ("word", "saying") or token.quoted:
        return not (before in ("word", "saying") or _is_whole_quote(token))
    return True


def _is_quoted_hum(tokens: Tokens, at: int) -> bool:
    before = tokens.norm(at, -1)
    quotative = before == "like" and tokens.norm(at, -2) in BE
    return tokens[at].quoted or before in _QUOTING or quotative


def _is_whole_quote(token: Token) -> bool:
    return token.quote_before and token.text.rstrip(".,!?")[-1:] in '"”'


def _is_other_er(tokens: Tokens, at: int) -> bool:
    """Whether "er" is the emergency room, or "err" the verb."""
    token = tokens[at]
    before, after = tokens.norm(at, -1), tokens.norm(at, 1)
    if token.norm == "err" and (after == "on" or before in ("to", "i", "we", "would", "rather")):
        return True
    if "ER" in token.text:
        return True
    set_off = token.comma_before or token.comma_after
    if token.norm != "er" or set_off or before not in DETERMINERS:
        return False
    if after in ("", *_AFTER_ER):
        return True
    return tokens.norm(at, -2) in _INTO_ER and after not in DETERMINERS and after in _AFTER_ER
