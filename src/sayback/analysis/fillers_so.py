"""The word "so" as an empty opener, told from "therefore", "so that" and "so tired".

A "so" at the head of a sentence opens, or resumes, where the sentence sets a scene ("so this was",
"so I was working"); it means "therefore" where somebody then acts ("so I called").
"""

from __future__ import annotations

from sayback.analysis.fillers_tokens import Tokens
from sayback.analysis.lexicon import (
    BE,
    SENTENCE_ADVERBS,
    SUBJECT_PRONOUNS,
    pronoun_base,
)
from sayback.transcript.word_sets import word_set

_NOT_AFTER = word_set("""
    think thought hope hoped said say says guess told do did doing does done if or even not more
    ever suppose supposed believe believed how why just much quite only afraid and
""")
_LINKING = BE | word_set("""
    feel feels felt feeling seem seems seemed got get gets getting become became look looked looks
    still were being went taking took
""")
_NOT_BEFORE = word_set("""
    much many far long few little forth called as tired hard good bad busy fast quickly well often
    late early happy proud clear important different easy close high low badly strongly small big
    large old new young full short slow strict simple hot cold angry upset worried scared nervous
    excited grateful glad sure frustrated complex complicated confusing tight rare severe sick
    stressed sorry heavy expensive cheap loud quiet weird strange obvious
""")
_OPENERS = word_set("okay ok right yeah yes well anyway alright sure um but no ah oh aye nah hi")
_TOPICS = word_set("""
    situation context background problem issue challenge task goal story example idea thing
    question role job deal point gist couple few
""")


def rate_so(tokens: Tokens, at: int) -> float | None:
    """Return how surely the "so" at a place is a marker; None where it is none."""
    token = tokens[at]
    before, after, then = tokens.norm(at, -1), tokens.norm(at, 1), tokens.norm(at, 2)
    if token.quoted and not token.opens:
        return None
    if not after:
        return _trailing(tokens, at)
    if before in _NOT_AFTER and before != "and":
        return None
    if before in _LINKING and not token.comma_before and not token.filled_after:
        return None
    if (after, then) == ("be", "it") or after in _NOT_BEFORE or (before == "and" and after == "on"):
        return None
    if after.endswith("ly") and after not in SENTENCE_ADVERBS and not token.comma_after:
        return None
    if after == "that" and not (then in BE and token.opens):
        return None
    if _starts_answer(tokens, at):
        return 0.97
    return _by_neighbour(tokens, at)


def _trailing(tokens: Tokens, at: int) -> float | None:
    before, earlier = tokens.norm(at, -1), tokens.norm(at, -2)
    telling = {"told", "tell", "asked"}
    made = before == "it" and earlier in ("made", "make", "makes")
    told = earlier in telling or before in _LINKING or made
    if (before in _NOT_AFTER and before != "and") or told:
        return None
    if telling & set(tokens.before(at, 4)) and before != "and" and not tokens[at].comma_before:
        return None
    return 0.9


def _starts_answer(tokens: Tokens, at: int) -> bool:
    return all(norm in _OPENERS for norm in tokens.before(at, at)) and at <= 3


def _by_neighbour(tokens: Tokens, at: int) -> float | None:
    token = tokens[at]
    before, after, then = tokens.norm(at, -1), tokens.norm(at, 1), tokens.norm(at, 2)
    if before in _OPENERS - {"but"} and _is_opening(tokens, at - 1):
        return 0.88
    marker_after = after in ("basically", "like", "yeah", "anyway", "okay", "well") or (
        (after, then) in {("you", "know"), ("i", "mean")}
    )
    if marker_after:
        return 0.85
    if token.opens:
        if token.filled_after or token.comma_after:
            return 0.85
        return 0.7 if _sets_scene(tokens, at) else None
    if token.filled_after:
        # "I have sugar so er I make meringue" goes on to what somebody did about it.
        acts = after in SUBJECT_PRONOUNS and not _sets_scene(tokens, at) and not token.comma_after
        return None if acts else 0.6
    if token.comma_after and not token.comma_before:
        return 0.8
    if before == "and" or (token.comma_before and not token.filled_before):
        return 0.7 if token.comma_after else None
    return 0.65 if not tokens.punctuated and _sets_scene(tokens, at) else None


def _is_opening(tokens: Tokens, at: int) -> bool:
    """Whether only openers stand between the head of the sentence and a place."""
    while at >= 0 and tokens[at].norm in _OPENERS:
        if at == 0 or tokens[at].opens:
            return True
        at -= 1
    return False


def _sets_scene(tokens: Tokens, at: int) -> bool:
    """Whether the words after "so" take a story up: a topic follows, and no consequence."""
    after, then, third = (tokens.norm(at, k) for k in (1, 2, 3))
    if after in ("imagine", "background", "basically", "yeah", "anyway"):
        return True
    if after == "what":
        return True
    if (after in ("there", "this", "that") and then in BE) or after in ("there's", "here's"):
        return after != "that" or third in ("the", "my", "our", "a", "when", "where")
    if after in ("the", "my", "our", "a") and then in _TOPICS:
        return True
    if (after, then) in {("in", "my"), ("back", "in"), ("back", "then"), ("at", "the")}:
        return third in ("time", "last", "previous", "current", "day") or after == "back"
    if pronoun_base(after) in ("i", "we"):
        if after in ("i'm", "we're", "i've", "we've"):
            return then in ("working", "in", "on", "at", "a", "an", "the", "been", "got", "sat")
        working = third in ("working", "leading", "running", "in", "on", "at", "a", "an", "the")
        return working and then in ("was", "were", "am", "work", "worked")
    return False
