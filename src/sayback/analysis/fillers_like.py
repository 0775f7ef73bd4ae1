"""The word "like" where it carries nothing, told from the verb, the preposition and the quotative.

Each rule looks at the neighbours alone; filled pauses are already out of the way. The order of
the rules matters: first the uses that are certainly something else.
"""

from __future__ import annotations

from sayback.analysis.fillers_like_words import (
    ADVERBS,
    AMOUNTS,
    AROUND,
    BETWEEN,
    COMPARED,
    COMPARING,
    FRANK,
    GIVING,
    LIKE_THAT,
    LIKERS,
    LOOSE_ADVERBS,
    MEASURES,
    PERSONS,
    PLACES,
    QUOTE_STARTS,
    SENSES,
    TAKING,
)
from sayback.analysis.fillers_tokens import Tokens
from sayback.analysis.lexicon import (
    AUXILIARIES,
    BASE_VERBS,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    HAVE,
    INTENSIFIERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    SENTENCE_ADVERBS,
    SUBJECT_PRONOUNS,
    is_ing,
    is_number,
    is_past,
    pronoun_base,
)
from sayback.transcript.word_sets import word_set


def rate_like(tokens: Tokens, at: int) -> float | None:
    """Return how surely the "like" at a place is a marker; None where it is none."""
    if _is_idiom(tokens, at):
        return None
    for rule in (_set_off, _after_verb_or_sense, _after_be, _before_amount, _by_neighbour):
        verdict = rule(tokens, at)
        if verdict is not None:
            return verdict or None
    return None


def _is_idiom(tokens: Tokens, at: int) -> bool:
    before, after, then = tokens.norm(at, -1), tokens.norm(at, 1), tokens.norm(at, 2)
    said = word_set("said say mentioned told explained described always usually do did")
    if pronoun_base(after) in ("i", "you", "we", "he", "she", "they") and then in said:
        return True
    if (before, after) in {("and", "the"), ("or", "the")} and tokens[at + 1].ends:
        return True
    if before in ("what", "what's", "it's", "it", "was") and not after and _asks_what(tokens, at):
        return True
    return before in ("things", "stuff", "something", "anything", "just") and after in LIKE_THAT


def _asks_what(tokens: Tokens, at: int) -> bool:
    return bool({"what", "what's", "how"} & set(tokens.before(at, 5)))


def _set_off(tokens: Tokens, at: int) -> float | None:
    """Commas on both sides; 0 means "certainly none"."""
    token = tokens[at]
    if (token.comma_before or token.opens) and token.comma_after:
        return 0.95
    before = tokens.norm(at, -1)
    if token.comma_after and before in CONJUNCTIONS | SENTENCE_ADVERBS | word_set("know mean"):
        return 0.9
    if token.comma_before and not token.ends and not token.filled_before:
        after, then = tokens.norm(at, 1), tokens.norm(at, 2)
        close = after in PREPOSITIONS and _is_amount(tokens, at + 1)
        if is_number(after) or after in LOOSE_ADVERBS or close:
            return 0.9
        if after in PRONOUNS - LIKE_THAT and (then in AUXILIARIES or is_past(then)):
            return 0.6 if before not in SENSES else 0.0
    if token.comma_before and token.ends:
        return 0.7
    return None


def _after_verb_or_sense(tokens: Tokens, at: int) -> float | None:
    """Rate "I like", "would like", "feels like": mostly 0, unless another verb follows."""
    before, after, then = tokens.norm(at, -1), tokens.norm(at, 1), tokens.norm(at, 2)
    moves_on = after in AUXILIARIES or after in LOOSE_ADVERBS or _is_sure_past(after)
    if before in SENSES:
        return 0.0
    if before == "to":
        return 0.75 if after in BASE_VERBS or is_number(after) else 0.0
    if before in DO:
        if tokens.norm(at, -2) in MODALS | {"to"} and before == "do":
            return 0.0 if after in LIKE_THAT else 0.7
        asked = tokens.norm(at, -2) in LIKERS and not is_number(after)
        return 0.7 if _is_amount(tokens, at) and not asked else 0.0
    if before.endswith("'d") or before in ("would", "wouldn't", "might", "also", "really"):
        person = before != "really" or tokens.norm(at, -2) in LIKERS
        if person:
            return 0.7 if after in LOOSE_ADVERBS or after in BASE_VERBS - {"help"} else 0.0
    if before in ("could", "can", "should", "will", "gonna", "couldn't", "can't"):
        return 0.8 if after in BASE_VERBS or after in LOOSE_ADVERBS else 0.0
    if before in LIKERS:
        on = after in AUXILIARIES | FRANK or _is_sure_past(after)
        lasting = after in PREPOSITIONS and _is_amount(tokens, at + 1)
        if is_number(after) or on or lasting or (after in BASE_VERBS and before == "you"):
            return 0.8
        return 0.0
    if before in BETWEEN and tokens.norm(at, -2) in LIKERS:
        return 0.8 if is_number(after) or moves_on else 0.0
    if before in ("he", "she"):
        asked = tokens.norm(at, -2) in DO | {"would", "to", "make"}
        return 0.0 if asked else 0.8
    if before == "it" and (moves_on or (is_past(then) and after not in SUBJECT_PRONOUNS)):
        return 0.7
    if before in ("it", "them", "him", "her", "me", "us"):
        given = tokens.norm(at, -2) in TAKING | GIVING and after in DETERMINERS
        return 0.8 if given or _is_amount(tokens, at) or after in LOOSE_ADVERBS else 0.0
    return None


def _after_be(tokens: Tokens, at: int) -> float | None:
    """Rate "was like": quotative after a person, comparison after a thing, else a hedge."""
    before = tokens.norm(at, -1)
    back = 2 if before in ("all", "just") and tokens.norm(at, -2) in BE else 1
    be = tokens.norm(at, -back)
    if be not in BE and not be.endswith("'s"):
        return None
    after = tokens.norm(at, 1)
    subject = pronoun_base(be) if "'" in be else tokens.norm(at, -back - 1)
    if subject in ("there", "here") or be == "there's":
        return 0.9
    if _is_amount(tokens, at):
        return 0.9
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.quoted and not tokens[at].quoted:
        return 0.0
    if after in QUOTE_STARTS or tokens[at].comma_after:
        return 0.0
    if after in INTENSIFIERS or after in LOOSE_ADVERBS or after == "not":
        return 0.8
    if after in ("there's", "there"):
        return 0.0 if subject in PERSONS else 0.7
    superlative = after == "the" and _is_superlative(tokens.norm(at, 2))
    if subject in PERSONS:
        hedged = is_ing(after) or after.endswith("ed") or after in PREPOSITIONS
    else:
        hedged = is_past(after) or (be in ("were", "are") and is_ing(after))
    hedged = hedged or superlative or be == "being" or after in ("kind", "sort", "responsible")
    return 0.75 if hedged else 0.0


def _before_amount(tokens: Tokens, at: int) -> float | None:
    """Rate "like forty", "like a week": a hedge before a quantity."""
    before = tokens.norm(at, -1)
    if not _is_amount(tokens, at):
        return None
    if before in COMPARED and before not in ("just", "not", "people's"):
        return 0.0
    named = tokens.norm(at, 1) == "one" and (before.endswith("s") or tokens.norm(at, 2) == "of")
    return 0.0 if named else 0.93


def _by_neighbour(tokens: Tokens, at: int) -> float | None:
    token = tokens[at]
    before, after, then = tokens.norm(at, -1), tokens.norm(at, 1), tokens.norm(at, 2)
    if token.opens:
        return _opening(tokens, at)
    if before in COMPARED and before not in ("kind", "people's"):
        verb = _is_sure_past(after) or after in DO | HAVE
        return 0.8 if verb and before in ("just", "things", "stuff") else 0.0
    if before in DETERMINERS or before in ("some", "this", "these", "any", "every"):
        same = after in LIKE_THAT | PRONOUNS | word_set("a an to the") or not after
        return 0.0 if same and before not in DETERMINERS else 0.88
    if before in SENTENCE_ADVERBS or (before, tokens.norm(at, -2)) in {
        ("know", "you"), ("mean", "i"), ("of", "kind"), ("of", "sort"),
    }:  # fmt: skip
        return 0.0 if before == "of" and after in LIKE_THAT | DETERMINERS else 0.9
    if before in CONJUNCTIONS or before in ("yeah", "well", "okay", "which"):
        comparing = after in COMPARING | LIKE_THAT or not after
        return 0.0 if comparing else 0.8
    if before in AROUND and after in DETERMINERS:
        return 0.0
    if before in MEASURES:
        return 0.0 if after in LIKE_THAT | word_set("minds minded") else 0.9
    if before in PLACES:
        alike = after in LIKE_THAT | PRONOUNS | {"a", "an", "normal", "clockwork"}
        return 0.0 if alike else 0.8
    having = before in HAVE | {"got"} or before.endswith("'ve")
    if having and after not in LIKE_THAT | {""}:
        return 0.8
    if before in TAKING and (after in DETERMINERS | ADVERBS or is_ing(after)):
        return 0.8
    if before in ("maybe", "probably", "always", "never", "still", "or", "only"):
        return 0.75
    if (after, then) in {("you", "know"), ("i", "mean"), ("kind", "of"), ("sort", "of")}:
        return 0.88
    return _before_predicate(tokens, at)


def _opening(tokens: Tokens, at: int) -> float | None:
    after, then = tokens.norm(at, 1), tokens.norm(at, 2)
    if tokens[at].comma_after or tokens[at].filled_after or tokens[at].filled_before:
        return 0.93
    clause = pronoun_base(after) in PRONOUNS | {"there"} and after not in LIKE_THAT
    if after in MEASURES and is_number(then):
        return 0.85
    return 0.8 if clause and then else (0.8 if after in LOOSE_ADVERBS else 0.0)


def _before_predicate(tokens: Tokens, at: int) -> float | None:
    """Rate "like" after a noun, before what can be no object of it: a verb, an adverb."""
    token = tokens[at]
    before, after, then = tokens.norm(at, -1), tokens.norm(at, 1), tokens.norm(at, 2)
    plural = before.endswith("s") and not before.endswith("ss")
    verb = after in AUXILIARIES and pronoun_base(after) not in PRONOUNS | {"there", "what", "here"}
    if verb or (is_past(after) and not plural):
        return 0.8
    if after in LOOSE_ADVERBS and after not in ("half", "every", "nobody", "everyone"):
        return 0.8
    if after in PREPOSITIONS and _is_amount(tokens, at + 1):
        return 0.75
    if after == "every" or after in ("and", "but", "because", "so"):
        return 0.75
    if token.filled_before or (token.filled_after and not plural):
        return 0.8
    clause = after in ("it", "i", "we", "they", "he", "she") and then in ("just", "literally")
    first_person = after in ("i", "we") and then and then not in AUXILIARIES
    return 0.55 if clause or (first_person and not tokens.punctuated) else 0.0


def _is_amount(tokens: Tokens, at: int) -> bool:
    after, then, third = (tokens.norm(at, k) for k in (1, 2, 3))
    if is_number(after) or after in ("zero", "half", "double", "triple", "twice"):
        return True
    if after in ("maybe", "almost", "nearly", "about", "around", "over") and is_number(then):
        return True
    if after == "the" and len(then) > 5 and then.endswith("est"):
        return True
    return (
        after in ("a", "an", "the")
        and (then in AMOUNTS or (third in AMOUNTS and then in ("good", "whole", "full", "solid")))
        and not (after == "the" and then not in ("first", "last"))
    )


def _is_superlative(word: str) -> bool:
    return word in ("only", "one", "first", "last", "most", "whole", "best", "worst") or (
        len(word) > 4 and word.endswith("est")
    )


def _is_sure_past(word: str) -> bool:
    return is_past(word) and word not in ("put", "set", "cut", "read", "left", "used")
