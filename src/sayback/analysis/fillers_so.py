"""The word "so" as an empty opener, told from "therefore", "so that" and "so tired".

A "so" at the head of a sentence opens, or resumes, where the sentence sets a scene ("so this was",
"so I was working"); it means "therefore" where somebody then acts ("so I called").
"""

from __future__ import annotations

from sayback.analysis.fillers_tokens import Tokens
from sayback.analysis.lexicon import (
    AUXILIARIES,
    BE,
    HAVE,
    MODALS,
    PREPOSITIONS,
    SENTENCE_ADVERBS,
    is_number,
    is_past,
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
_OPENERS = word_set("okay ok right yeah yes well anyway alright sure um but no")
_SCENE = word_set("""
    back there there's here here's imagine basically background anyway yeah yes okay first firstly
    what about to for just let me maybe essentially overall like well actually one once
""")
_STATIVE = word_set("""
    work worked working used joined am live lived study studied run lead teach manage own started
    come think guess mean remember like love
""")
_SETTING_NOUNS = word_set("""
    situation context background problem issue challenge task goal story example team company
    project idea result outcome thing question role job time way first next plan deal point gist
""")
_SUBJECT_LENGTH = 6


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
    if after in _NOT_BEFORE or (before == "and" and after == "on"):
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
    told = earlier in ("told", "tell", "asked") or before in _LINKING
    if (before in _NOT_AFTER and before != "and") or told:
        return None
    return 0.9


def _starts_answer(tokens: Tokens, at: int) -> bool:
    return all(norm in _OPENERS for norm in tokens.before(at, at)) and at <= 3


def _by_neighbour(tokens: Tokens, at: int) -> float | None:
    token = tokens[at]
    before, after, then = tokens.norm(at, -1), tokens.norm(at, 1), tokens.norm(at, 2)
    if before in _OPENERS - {"but"}:
        return 0.88
    marker_after = after in ("basically", "like", "yeah", "anyway", "okay", "right", "well") or (
        (after, then) in {("you", "know"), ("i", "mean")}
    )
    if token.filled_after or marker_after:
        return 0.85
    if token.comma_after and not (token.comma_before and not token.opens):
        return 0.85
    if token.opens:
        return 0.75 if _sets_scene(tokens, at) else None
    if before == "and" or (token.comma_before and not token.filled_before):
        return 0.7 if token.comma_after else None
    return 0.65 if not tokens.punctuated and _resumes(tokens, at) else None


def _sets_scene(tokens: Tokens, at: int) -> bool:
    """Whether the sentence after "so" describes and does not act."""
    after, then = tokens.norm(at, 1), tokens.norm(at, 2)
    if after in _SCENE or is_number(after):
        return True
    if after in ("when", "where", "how", "why", "who", "if"):
        return False
    base = pronoun_base(after)
    if base in ("i", "we"):
        if "'" in after:
            return after.endswith(("'m", "'ve", "'re"))
        had_to = then in HAVE and tokens.norm(at, 3) == "to"
        return (then in BE | HAVE | _STATIVE) and not had_to
    if base in ("he", "she", "they", "it", "you", "that", "this", "these", "those"):
        return ("'" in after and not after.endswith(("'d", "'ll"))) or then in BE
    for offset in range(2, 2 + _SUBJECT_LENGTH):
        word = tokens.norm(at, offset)
        if not word:
            return False
        if word in BE or (word in HAVE and tokens.norm(at, offset + 1) != "to"):
            return True
        if word in MODALS or word in AUXILIARIES or (is_past(word) and word != "used"):
            return False
        if word in PREPOSITIONS and offset > 4:
            return False
    return False


def _resumes(tokens: Tokens, at: int) -> bool:
    """Whether unpunctuated words after "so" take a story up again."""
    after, then, third = (tokens.norm(at, k) for k in (1, 2, 3))
    if after in ("what", "yeah", "anyway", "basically", "there's", "here's", "this", "one"):
        return after not in ("this", "one") or then in BE or then in ("day", "time", "morning")
    if after == "there" and then in BE:
        return True
    if (after, then) in {("when", "i"), ("when", "we"), ("at", "the"), ("at", "that")}:
        return then != "the" or third in ("time", "end")
    if (after, then) in {("in", "the"), ("back", "in"), ("back", "then"), ("in", "that")}:
        return then != "the" or third in ("end", "beginning")
    return after in ("the", "my", "our") and then in _SETTING_NOUNS
