"""Words that are said twice on purpose, or because the grammar asks for it."""

from __future__ import annotations

from sayback.analysis.fillers_tokens import Tokens
from sayback.analysis.lexicon import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    is_ing,
    is_number,
    is_past,
)
from sayback.transcript.word_sets import phrase_set, word_set

_EMPHATIC = word_set("""
    very no really many long far much never more yeah yes okay ok right well wait please go bye ha
    knock win fifty so hush chop night there now hey blah bla again too big old small hard bad slow
    tiny huge deep tight little young high low late early quick quickly slowly good nice fast
    thank sorry stop run look sure always different new great cold hot wow oh come hear hurry
    step bit busy simple only truly completely exactly totally all extra super quite pretty
""")
_ALWAYS_FINE = word_set("had that")
_SETS = phrase_set("""
    and on, and over, over and, on and, and more, more and, and again, again and, again and again,
    i know, thank you, come on, and so on, blah blah, so on, and so on and, you know, oh no,
    by the, one by, bit by, step by, little by, day by, go on, no way, good job, well done,
    let's go,
    very very, no no, ha ha, round and, up and, and up, and down, and then and
""")
_PARTICLES = word_set("in on up out off over through down back around")
_MOVES = word_set("""
    come came coming check checked checking log logged logging sign signed signing go went going
    step stepped stepping get got getting move moved moving jump jumped bring brought put turned
    carry carried carrying take took taken kept keep pass passed hold held filled fill bought buy
    plug plugged phone phoned rang called call dial dialled walk walked drop dropped chime break
    broke zoom zoomed settle settled brought set what's
""")
_GIVING = word_set("""
    give gave given giving tell told telling show showed showing ask asked asking send sent offer
    offered teach taught buy bought bring brought hand handed let made make help helped lend lent
    thank without with about for to by from at of after before if because when
""")
_LEADING = word_set("just only really very kind going some every what where when how there then")
_LINKED = word_set("by after and or upon to on in")


def is_deliberate(tokens: Tokens, at: int, length: int) -> bool:
    """Whether the `length` words before `at` and their copy from `at` on are both meant."""
    first = tokens[at - length].norm
    if length == 1:
        return _is_deliberate_word(tokens, at, first)
    words = tuple(tokens[at - length + k].norm for k in range(length))
    if _meets_itself(tokens, at, length):
        return True
    if words in _SETS or all(is_number(word) for word in words):
        return True
    if all(word in _EMPHATIC for word in words):
        return True
    if length > 1 and {"saying", "said", "shouting"} & set(tokens.before(at - length, 4)):
        return True
    earlier = tokens[at - length - 1].norm if at > length else ""
    # "call after call after call": the pair is said again because the word before it is.
    if length == 2 and words[1] in _LINKED and tokens.norm(at, 2) == first:
        return True
    return length == 2 and first in _LINKED and earlier == words[1]


def _is_deliberate_word(tokens: Tokens, at: int, word: str) -> bool:
    before = tokens.norm(at - 1, -1)
    after = tokens.norm(at, 1)
    broken = tokens[at - 1].comma_after or tokens[at - 1].filled_after
    if word in _EMPHATIC or (word in _ALWAYS_FINE and not broken and before != word):
        return True
    if is_number(word):
        return is_number(before) or is_number(after) or word in ("fifty", "twenty")
    if _meets_itself(tokens, at, 1) or _is_true_kind(tokens, at):
        return True
    if word == "is":
        return bool(
            {"what", "thing", "problem", "point", "issue", "question"} & _recent(tokens, at)
        )
    if word in _PARTICLES:
        return before in _MOVES
    if word in ("her", "you", "it", "that's", "them", "us") or tokens[at].norm in ("it's",):
        return _begins_clause(tokens, at, before, word)
    if word == "do":
        return before in ("we", "i", "they", "you") and "what" in _recent(tokens, at)
    third = tokens.norm(at - 1, -1) == word or after == word
    return third and len(word) > 3 and word not in CONJUNCTIONS | PREPOSITIONS | BE


def _is_true_kind(tokens: Tokens, at: int) -> bool:
    """Whether a noun is doubled to mean the real thing: "not a holiday holiday"."""
    negated = tokens.norm(at - 1, -1) in ("a", "an") and tokens.norm(at - 1, -2) == "not"
    return negated and not tokens[at - 1].filled_after and not tokens[at - 1].comma_after


def _meets_itself(tokens: Tokens, at: int, length: int) -> bool:
    """Whether unpunctuated words end one clause and open the next: "out of the net the net is"."""
    last = tokens[at - 1]
    if tokens.punctuated or last.filled_after or last.cut_off:
        return False
    function = AUXILIARIES | PREPOSITIONS | CONJUNCTIONS | DETERMINERS | PRONOUNS
    short = 3 if length == 1 or tokens[at - length].norm not in DETERMINERS else 1
    return len(last.norm) > short and last.norm not in function | _LEADING and not is_ing(last.norm)


def _begins_clause(tokens: Tokens, at: int, before: str, word: str) -> bool:
    """Whether the first copy closes one clause and the second opens the next: "did it it broke"."""
    if tokens[at - 1].comma_after:
        return before in _GIVING or is_past(before) or is_ing(before)
    if word == "her":
        return before in _GIVING
    if word == "that's":
        return False
    if not tokens.punctuated and before.endswith("s") and before not in AUXILIARIES | PRONOUNS:
        return len(before) > 3
    objects = before in _GIVING - {"if", "because", "when"} or is_past(before) or is_ing(before)
    return objects and before not in BE


def _recent(tokens: Tokens, at: int) -> set[str]:
    return set(tokens.before(at, 7))
