"""The words right, okay and well where they only open, tag or hedge."""

from __future__ import annotations

from sayback.analysis.fillers_tokens import Tokens
from sayback.analysis.lexicon import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    MODALS,
    PREPOSITIONS,
    is_past,
    pronoun_base,
)
from sayback.transcript.word_sets import word_set

_OPENERS = word_set("okay ok right yeah well so and but alright sure oh um ah aye nah")
_CLAUSE_HEADS = word_set("""
    i we you he she it they this that there the my our so and but because what when if let's
    let in at then as first everyone everybody nobody
""")

_RIGHT_OF = (
    DETERMINERS
    | BE
    | DO
    | MODALS
    | PREPOSITIONS
    | word_set("""
    get got gets getting go goes went gone going turn turned turns turning swipe doing done
    feel felt feels seem seemed sound sounded look looked not all quite exactly totally almost
    about be it them him things far top bottom left any no this that every have has had is
    always never just you're he's she's they're put set bit hard your keep made make makes
    first-right proven proved and or was were
""")
)
_RIGHT_BEFORE = word_set("""
    away now after before there here when as at behind next beside in on into up down through
    from across to out off back around along by above below under side hand arm leg foot eye
    knee hip wing thing things way person people place time tool tools answer question choice
    decision call balance moment level track direction mix size amount order fit kind sort or
    handed angle approach skills information treatment patient dose words
""")
_OKAY_OF = (
    BE
    | DO
    | DETERMINERS
    | word_set("""
    call called calling calls seem seemed seems feel felt feels look looked sound sounded go
    goes went going gone doing done work worked works turned out not totally perfectly pretty
    quite an really just more be being been come came always were run ran sleep made it
    everything ended are
""")
)
_QUOTING = word_set("""
    said say says saying like thought thinking think go goes went going told asked myself
    replied answered heard yelled hear
""")
_PARTICLES = word_set("on up in out off down through over back")
_SPEAKING = word_set("said say says saying thought think goes went")
_WELL_OF = (
    DO
    | BE
    | MODALS
    | word_set("""
    as very pretty how so really quite fairly too that went go goes gone going did done doing
    work worked works working performed perform ran run runs running get feel felt eat ate
    sleep slept know knew known understood understand handled managed got along perfectly
    extremely reasonably equally particularly exceptionally remarkably speak spoke spoken
    written wrote play played fit landed received communicated communicate executed turned out
    just not alive oil water ink stair wishing people prepared it them him her us team
    incredibly surprisingly behaved treated paid taught taken planned organised organized held
""")
)
_WELL_BEFORE = word_set("""
    known over under before after beyond above below ahead into aware done defined enough
    received prepared organised organized documented being as established trained paid within
    past worth written tested thought planned behaved run liked
""")
_DONE_RIGHT = word_set("""
    hold holding held do does doing did done something anything everything nothing get getting
    got make making made put putting set setting cut cutting cook cooked treat treated fit
    fitted spell spelled read say said use used play work works worked answer answered guess
    guessed
""")


def rate_right(tokens: Tokens, at: int) -> float | None:
    """Return how surely "right" is a tag or an opener; None for correct, side, "right away"."""
    token = tokens[at]
    before, after = tokens.norm(at, -1), tokens.norm(at, 1)
    owned = before in _RIGHT_OF or (
        before in ("you", "it", "i", "we") and tokens.norm(at, -2) in BE
    )
    if token.quote_before:
        return None
    if token.opens:
        if token.comma_after or not after or after in _OPENERS or token.filled_after:
            return 0.95
        return 0.7 if pronoun_base(after) in _CLAUSE_HEADS - _RIGHT_BEFORE else None
    if before == "thought" and (token.comma_after or not tokens.punctuated):
        return 0.7
    if before in _SPEAKING and not token.asks:
        return None
    if token.comma_before and (token.comma_after or token.ends):
        return None if before in ("that's", "you're", "was") and not token.asks else 0.96
    if owned and not (before in _PARTICLES and after in ("so", "and", "but")):
        return None
    if token.asks:
        return 0.92
    if after in _RIGHT_BEFORE:
        return None
    if before in _OPENERS:
        return 0.85
    if after == "so" or (token.filled_after and not after):
        return 0.8
    if tokens.punctuated:
        return 0.6 if token.filled_before and after in CONJUNCTIONS else None
    if _DONE_RIGHT & set(tokens.before(at, 4)):
        return None
    goes_on = not after or after in CONJUNCTIONS | _OPENERS or pronoun_base(after) in _CLAUSE_HEADS
    return 0.75 if goes_on else None


def rate_okay(tokens: Tokens, at: int) -> float | None:
    """Return how surely "okay" opens or hedges; None for the adjective, adverb and quotations."""
    token = tokens[at]
    before, after = tokens.norm(at, -1), tokens.norm(at, 1)
    if token.quoted:
        return None
    if token.opens:
        return None if after == "with" else 0.93
    quoting = before in _QUOTING or {"said", "like", "told", "thinking"} & set(tokens.before(at, 2))
    if before in ("you", "i", "it", "everything") and tokens.norm(at, -2) in BE | DO:
        return None
    if quoting or (before in _OKAY_OF and not token.asks):
        return None
    if after in ("with", "for", "to", "enough", "job", "result", "at", "but") and not (
        token.comma_before or token.comma_after
    ):
        return None
    return 0.88


def rate_well(tokens: Tokens, at: int) -> float | None:
    """Return how surely "well" opens or hedges; None for the adverb and quotations."""
    token = tokens[at]
    before, after = tokens.norm(at, -1), tokens.norm(at, 1)
    if token.quoted and (token.quote_before or before in _QUOTING):
        return None
    if token.opens:
        if token.comma_after or token.filled_after:
            return 0.95
        return None if after in _WELL_BEFORE or is_past(after) or not after else 0.8
    if before in _QUOTING and not token.filled_before:
        return None
    if token.comma_before and token.comma_after:
        return 0.95
    if before in ("as", "very", "how", "the", "a") or after in _WELL_BEFORE:
        return None
    if is_past(after) and not token.comma_after:
        return None
    if before in _OPENERS - {"so"} or (before == "so" and token.comma_before):
        return 0.85
    if token.comma_before and not token.ends:
        return 0.7
    if before in BE and (
        after in DETERMINERS | {"not"} or pronoun_base(after) in ("it", "i", "we")
    ):
        return 0.8
    if before in _WELL_OF or token.ends or not after:
        return None
    if token.filled_before or token.filled_after or before in CONJUNCTIONS:
        return 0.8
    if tokens.punctuated or _DONE_RIGHT & set(tokens.before(at, 5)):
        return None
    if after in ("no", "yes", "anyway"):
        return 0.75
    clause = after in ("there's", "that's") or (after in ("i", "it's", "we") and tokens.norm(at, 2))
    return 0.6 if clause else None
