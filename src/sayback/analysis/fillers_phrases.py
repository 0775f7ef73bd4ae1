"""The pairs "you know", "I mean", "kind of" and "sort of" where they carry nothing."""

from __future__ import annotations

from sayback.analysis.fillers_tokens import Tokens
from sayback.analysis.lexicon import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    DO,
    INTENSIFIERS,
    MODALS,
    SENTENCE_ADVERBS,
    is_number,
    is_past,
    pronoun_base,
)
from sayback.transcript.word_sets import word_set

_KNOWERS = (
    DO
    | frozenset(word for word in MODALS if "'" not in word)
    | word_set("""
    as if let lets like before once than everything things all until whatever that make sure in
    case whether people someone somebody what who how when to not since now because anybody
    anyone nobody
""")
)
_KNOWN = word_set("""
    what how who where why whether about him her them me exactly nothing anything everything your
    which by more better enough something somebody someone of
""")
_KIND_OWNERS = word_set("""
    what this that the a any some every each another same different one which new certain no other
    these those right wrong best worst whatever exact weird particular such two three all first
    only similar special unique various many main usual own our my their its his her of whole
    strange unusual rare own last next
""")
_EMPHASIS = word_set("every all any never no nobody everyone")
_EXACT = word_set("exact same very whole entire")
_TELLING = word_set("said says told tells asked goes")
_TOLD = word_set("him her them me us")
_FAMILIAR = word_set("""
    feeling drill type sort kind one ones thing guy look saying rest answer story difference sound
    smell song place rule rules routine
""")
_MEANT_BEFORE = word_set("what when that which do by whatever not")
_CLAUSE_HEADS = word_set("i we you he she it they what who if when there it's that's")


def rate_you_know(tokens: Tokens, at: int) -> float | None:
    """Return how surely "you know" is a marker; None where somebody knows something."""
    length = 1 if tokens[at].norm == "y'know" else 2
    last = at + length - 1
    before, after, then = tokens.norm(at, -1), tokens.norm(last, 1), tokens.norm(last, 2)
    comma_before, comma_after = tokens[at].comma_before, tokens[last].comma_after
    if (tokens[last].asks and before in DO) or before in ("said", "says", "asked"):
        return None
    set_off = (comma_before or tokens[at].opens) and (comma_after or tokens[last].ends)
    if set_off:
        return None if before in ("as", "do", "if") else 0.97
    if before in _KNOWERS and not comma_before and not tokens[at].filled_before:
        conjunction = before in ("because", "that", "when", "what", "like", "since", "now", "if")
        return 0.7 if conjunction and comma_after else None
    if comma_after or tokens[last].ends:
        return 0.9
    if after in ("what", "how") and then in ("i", "that") and not comma_before:
        return None
    if pronoun_base(after) in _KNOWN and not tokens[last].filled_after:
        return None
    told = comma_before or (before in _TOLD and tokens.norm(at, -2) == "to")
    told = told and bool(_TELLING & set(tokens.before(at, 4)))
    if after == "that":
        return 0.75 if then in BE and not told else None
    if after in ("it", "this", "they", "he", "she"):
        clause = then in AUXILIARIES or is_past(then) or then in SENTENCE_ADVERBS | {"just"}
        return 0.75 if clause or (then and after in ("they", "he", "she")) else None
    if after in ("when", "where", "if") and not comma_before:
        return 0.65 if before in ("and", "but", "so") and after == "if" else None
    if _asks(tokens, last) or (after in ("the", "that") and then in _FAMILIAR):
        return None
    if told or (tokens[at].opens and tokens.punctuated and _has_when(tokens, last)):
        return None
    return 0.9 if comma_before or tokens[at].filled_before else 0.85


def _has_when(tokens: Tokens, at: int) -> bool:
    """Whether the sentence tells how somebody knows: "You know a man is tired when he sits"."""
    return "when" in [tokens.norm(at, k) for k in range(4, 9)]


def _asks(tokens: Tokens, at: int) -> bool:
    """Whether the sentence ends with a question mark."""
    while not tokens[at].ends:
        at += 1
    return tokens[at].asks


def rate_i_mean(tokens: Tokens, at: int) -> float | None:
    """Return how surely "I mean" is a marker; None where something is meant."""
    last = at + 1
    before, after, then = tokens.norm(at, -1), tokens.norm(last, 1), tokens.norm(last, 2)
    clause = pronoun_base(after) in _CLAUSE_HEADS and bool(then)
    if before in _MEANT_BEFORE and not tokens[at].comma_before:
        return 0.6 if before in ("that", "which") and clause else None
    said_before = {"by", "say", "said"} & set(tokens.before(at, 6))
    if said_before and not tokens[last].comma_after and not tokens[at].opens:
        return None
    if tokens[last].comma_after or tokens[last].filled_after:
        return 0.96
    if after in ("by", "to", "business", "well") or (not after and not tokens[at].comma_before):
        return None
    if after in ("it", "that", "this") and not then:
        return None
    if tokens[at].opens and tokens.punctuated and after in DETERMINERS:
        return None
    stressed = after in INTENSIFIERS | _EMPHASIS or (after == "the" and then in _EXACT)
    if before == "and" and (is_number(after) or stressed):
        return None
    if after == "that" and then not in BE:
        return None
    return 0.92


def rate_kind_of(tokens: Tokens, at: int) -> float | None:
    """Return how surely "kind of" or "sort of" is a hedge; None where it names a sort."""
    length = 1 if tokens[at].norm in ("kinda", "sorta") else 2
    last = at + length - 1
    before, after = tokens.norm(at, -1), tokens.norm(last, 1)
    if length == 1:
        return 0.9
    if tokens[at].comma_after:
        return None
    if (tokens[at].comma_before or tokens[at].opens) and tokens[last].comma_after:
        return 0.95
    if before in ("that", "this", "it", "which"):
        subject = is_past(after) or after in AUXILIARIES | word_set("makes made felt feels goes")
        return 0.75 if subject or before in ("it", "which") else None
    if after in ("yes", "no"):
        return None
    if before in DO:
        return 0.8
    if before in _KIND_OWNERS:
        first = tokens.norm(at, -2) in BE and before == "all"
        return 0.6 if first and after else None
    if before in ("a", "an") and after in INTENSIFIERS:
        return 0.7
    if not after and not tokens[last].ends:
        return None
    if after in ("thing", "things", "person", "stuff", "people", "work", "question", "situation"):
        return None
    return 0.92
