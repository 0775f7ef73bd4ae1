"""Repetitions and false starts: the words that a speaker abandoned.

Four kinds, each found between words that are neither filled pauses nor markers:

- a copy right before its repeat ("we were we were", "I I'd");
- a word broken off ("lau- launched");
- a clash that no sentence can hold ("the we", "I we", "was were"), after which the speaker starts
  again, from an earlier occurrence of the same word if there is one;
- a correction ("on Monday, sorry, on Tuesday").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayback.analysis.fillers_clashes import clash_length
from sayback.analysis.fillers_doubles import is_deliberate
from sayback.analysis.fillers_tokens import Token, Tokens
from sayback.analysis.lexicon import (
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    WEEKDAYS,
    is_number,
    pronoun_base,
)
from sayback.transcript.word_sets import phrase_set, word_set

MAX_COPY_WORDS = 6
_PASSES = 4
_CORRECTIONS = phrase_set("""
    sorry, no sorry, sorry no, no wait, wait no, or rather, excuse me, i mean, no no, scratch that
""")
_CORRECTION_REACH = 4
_PREFIX_WORDS = word_set("""
    a i an am as at be by do go he hi if in is it me my no of oh ok on or so to up us we the and
    for not you was are had has his her our out who how why all any can did but now new old one
    two ten six get got let may way day own use see say too its she him man men per pre pro ad
    car pen her for con ex re sub top app act art ask big bad run set sit ten tea war win log end
    they them then than that this with from what when were will well been very some
""")
_LETTER_OWNERS = word_set("plan option series vitamin group team tier grade type class part gate")


@dataclass(frozen=True, slots=True)
class Abandoned:
    """Places of abandoned words in the list of tokens."""

    places: tuple[int, ...]
    confidence: float


def find_repetitions(tokens: Tokens) -> tuple[Abandoned, ...]:
    """Return the words abandoned by the rules alone, each stretch once, in order."""
    return stretches(rate_repetitions(tokens))


def rate_repetitions(tokens: Tokens) -> dict[int, float]:
    """Return the places of abandoned words, and how sure the rules are of each.

    What is found is taken out and the rest searched again, since copies nest: "we had two two we
    had two".
    """
    rated: dict[int, float] = {}
    left = list(range(len(tokens)))
    for _ in range(_PASSES):
        rest = Tokens([tokens[place] for place in left], punctuated=tokens.punctuated)
        found = _search(rest)
        if not found:
            break
        rated |= {left[at]: confidence for at, confidence in found.items()}
        left = [place for at, place in enumerate(left) if at not in found]
    return rated


def _search(tokens: Tokens) -> dict[int, float]:
    rated: dict[int, float] = {}
    for at in range(1, len(tokens)):
        for places, confidence in _abandoned_before(tokens, at):
            for place in places:
                rated[place] = max(confidence, rated.get(place, 0.0))
    return rated


def _abandoned_before(tokens: Tokens, at: int) -> list[tuple[range, float]]:
    """Return the stretches that were abandoned when the speaker got to `at`, how surely."""
    found: list[tuple[range, float]] = []
    for length in range(1, min(MAX_COPY_WORDS, at, len(tokens) - at) + 1):
        if _is_copy(tokens, at, length) and not is_deliberate(tokens, at, length):
            sure = length > 1 or _is_function_like(tokens[at])
            found.append((range(at - length, at), 0.95 if sure else 0.85))
    if _is_broken_off(tokens, at):
        back = 1 + _restart_length(tokens, at - 1, tokens[at].norm)
        found.append((range(at - back, at), 0.97))
    clash = clash_length(tokens, at)
    if clash:
        found.append((range(at - clash, at), 0.7))
    corrected = _corrected(tokens, at)
    return [*found, (corrected, 0.8)] if corrected else found


def _is_copy(tokens: Tokens, at: int, length: int) -> bool:
    """Whether the `length` words before `at` are said again from `at` on."""
    for k in range(length):
        earlier, later = tokens[at - length + k], tokens[at + k]
        last = k == length - 1
        if earlier.norm != later.norm and not (last and _begins_alike(earlier, later)):
            return False
        if later.stops and not last:
            return False
        if earlier.stops and not (length == 1 and _cannot_end(earlier)):
            return False
    return True


def _begins_alike(earlier: Token, later: Token) -> bool:
    """Whether the second takes the first up: "I" and "I'd", "launch" and "launched"."""
    first, second = pronoun_base(earlier.norm), pronoun_base(later.norm)
    pronouns = word_set("i we you he she it they that there this who")
    if first == second:
        return first in pronouns
    long = len(first) >= 4 and second.startswith(first)
    return long and second[len(first) :] in ("s", "d", "ed") and not first.endswith("s")


def _cannot_end(token: Token) -> bool:
    """Whether a full stop after this word can only be the recogniser's mistake."""
    return token.norm in DETERMINERS | PREPOSITIONS | word_set(
        "i we he she they and but or because"
    )


def _is_function_like(token: Token) -> bool:
    return len(token.norm) <= 4 or "'" in token.norm


def _is_broken_off(tokens: Tokens, at: int) -> bool:
    """Whether the word before `at` is the beginning of a word that was broken off."""
    fragment, whole = tokens[at - 1], tokens[at].norm
    if fragment.cut_off:
        return True
    if not 0 < len(fragment.norm) <= 4 or len(whole) <= len(fragment.norm) or fragment.stops:
        return False
    if fragment.norm in _PREFIX_WORDS or tokens.norm(at - 1, -1) in _LETTER_OWNERS:
        return False
    if is_number(fragment.norm) or not fragment.norm.isalpha():
        return False
    short = len(fragment.norm) <= 2 or not set(fragment.norm) & set("aeiouy")
    return short and whole.startswith(fragment.norm)


def _restart_length(tokens: Tokens, at: int, word: str) -> int:
    """Return how many words before `at` a restart with `word` takes back."""
    for back in range(1, _CORRECTION_REACH + 1):
        place = at - back
        if place < 0 or tokens[place].stops:
            return 0
        if pronoun_base(tokens[place].norm) == pronoun_base(word):
            return back
    return 0


def _corrected(tokens: Tokens, at: int) -> range:
    """Return what "sorry" takes back in "the server, sorry, the database"."""
    if tokens[at].edit_before and tokens[at].norm in DETERMINERS | {"these", "those", "this"}:
        return range(at - _restart_length(tokens, at, tokens[at].norm), at)
    for size in (2, 1):
        edit = at - size
        if tokens.norm(edit, -1) in ("say", "said", "saying", "says", "am", "so", "i'm"):
            continue
        if edit > 0 and tuple(tokens[edit + k].norm for k in range(size)) in _CORRECTIONS:
            return range(edit - _taken_back(tokens, edit, at), edit)
    return range(0)


def _taken_back(tokens: Tokens, edit: int, at: int) -> int:
    before, after = tokens[edit - 1].norm, tokens[at].norm
    for kind in (WEEKDAYS, MONTHS):
        if before in kind and after in kind:
            return 1
    if is_number(before) and is_number(after):
        return 1
    head = after in DETERMINERS | PREPOSITIONS
    return _restart_length(tokens, edit, after) if head else 0


def stretches(rated: Mapping[int, float]) -> tuple[Abandoned, ...]:
    """Join neighbours; a stretch is as sure as its least sure word."""
    found: list[Abandoned] = []
    run: list[int] = []
    for place in sorted(rated):
        if run and place != run[-1] + 1:
            found.append(Abandoned(tuple(run), min(rated[p] for p in run)))
            run = []
        run.append(place)
    if run:
        found.append(Abandoned(tuple(run), min(rated[p] for p in run)))
    return tuple(found)
