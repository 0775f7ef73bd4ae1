"""The words actually, basically and literally where they carry nothing."""

from __future__ import annotations

from sayback.analysis.fillers_tokens import Tokens
from sayback.analysis.lexicon import (
    BE,
    HAVE,
    INTENSIFIERS,
    PRONOUNS,
    is_ing,
    is_past,
    pronoun_base,
)
from sayback.transcript.word_sets import word_set

_BELIEFS = word_set("""
    thought assumed expected supposed supposedly believed turns turned instead seemed claimed
    suspected guessed wrong opposite contrary imagined reported says wasn't isn't weren't not
    rather whether than meant expecting thinking appeared forecast promised predicted
""")
_ASKING = word_set("what what's who's how if whether when where why does did do")
_WH = word_set("what who where whether how did does do")
_BELIEF_REACH = 12
_SOFTENED = INTENSIFIERS | word_set("kind sort quite fairly rather just a")
_STATES = word_set("impossible useless dead empty free fine alone broke full done over gone on off")
_HYPERBOLE = word_set("""
    dying died dead killed killing nobody everyone everybody everything nothing every all no zero
    million millions hundreds thousands forever crying exploded melted jumped jumping had have just
    like didn't don't never whole drove ran spent cried screamed begged
""")


def rate_actually(tokens: Tokens, at: int) -> float | None:
    """Return how surely "actually" is empty; None where it contrasts with a belief."""
    before, after = tokens.norm(at, -1), tokens.norm(at, 1)
    token = tokens[at]
    if token.opens and token.comma_after:
        # "Actually, it's the third that matters" corrects what was believed.
        cleft = after == "it's" and "that" in [tokens.norm(at, k) for k in range(3, 7)]
        return None if cleft else 0.6
    if token.comma_before and (token.comma_after or token.ends):
        return 0.85
    if before in ("not", "wasn't", "isn't", "didn't", "don't", "never", "than", "without"):
        return None
    if before == "but":
        return None
    if tokens.norm(at, -2) in ("whether", "if"):
        return None
    if before in _ASKING and not tokens[at].opens and before not in ("was", "is", "were", "are"):
        return None
    if _BELIEFS & set(tokens.before(at, _BELIEF_REACH)):
        return None
    if before in ("is", "are", "am", "it's", "that's", "they're", "which", "you're"):
        return None
    if before in BE and not (is_past(after) or is_ing(after) or after in _SOFTENED):
        return None
    if _asked_for(tokens, at) or _contrasted(tokens, at):
        return None
    return 0.85


def _asked_for(tokens: Tokens, at: int) -> bool:
    """Whether a question or a relative clause asks for the truth: "what I'd actually done"."""
    if tokens.norm(at, -1) in ("who", "that") and not tokens[at].comma_before:
        return True
    back = 2 if tokens.norm(at, -1) in HAVE else 1
    subject = pronoun_base(tokens.norm(at, -back)) in PRONOUNS
    return subject and tokens.norm(at, -back - 1) in _WH


def _contrasted(tokens: Tokens, at: int) -> bool:
    """Whether the sentence goes on to what was believed: "actually works, whatever they say"."""
    ahead = [tokens.norm(at, k) for k in range(1, _BELIEF_REACH + 1)]
    if "than" in ahead[:8] or "whatever" in ahead:
        return True
    believed = _BELIEFS | {"said"}
    return any(
        word == "which" and believed & set(ahead[place : place + 5])
        for place, word in enumerate(ahead)
    )


def rate_basically(tokens: Tokens, at: int) -> float | None:
    """Return how surely "basically" is empty; None in an equation ("it's basically a queue")."""
    token = tokens[at]
    before, after = tokens.norm(at, -1), tokens.norm(at, 1)
    if token.comma_before and token.comma_after:
        return 0.95
    if after == "it" and tokens.norm(at, 2) == "":
        return 0.8
    equates = (
        before in BE
        or before.endswith("'s")
        or before in ("means", "meant", "equals", "became", "becomes")
    )
    told = is_past(after) or is_ing(after) or after in _STATES
    if equates and not told and tokens.norm(at, 2) != "only":
        return None
    return 0.9


def rate_literally(tokens: Tokens, at: int) -> float | None:
    """Return how surely "literally" is empty; None where it is meant so."""
    before, after = tokens.norm(at, -1), tokens.norm(at, 1)
    if before in ("quite", "not", "it", "taken", "translates", "translated", "them", "too"):
        return None
    if tokens[at].ends and not tokens[at].comma_before:
        return None
    if after in ("means", "translated", "translates", "meant", "true", "couldn't", "can't"):
        return None
    set_off = tokens[at].comma_before and tokens[at].comma_after
    loose = tokens[at].filled_before or tokens[at].filled_after or before in ("like", "just")
    if loose or after in _HYPERBOLE or tokens.norm(at, 2) == "whole":
        return 0.8
    return 0.6 if not set_off and not before and after in ("i", "we", "they") else None
