"""Where to cut text that has no punctuation: before the words with which speakers go on."""

from __future__ import annotations

from sayback.transcript.word_sets import phrase_set, word_set

TYPICAL_CLAUSE_WORDS = 10
_SPREAD_WORDS = 6.0
_COST_STRONG = 0.5
_COST_WEAK = 3.0
_COST_NONE = 12.0

_SUBJECTS = word_set("""
    i i'm i'd i've we we're we'd we've he he's she she's they they're it it's there there's the my
    our this that that's what when then in at after one nobody everybody everyone
""")
_STRONG = frozenset({"and", "so", "but", "then", "because"})
"""Open a new clause where a subject follows."""
_STRONG_PAIRS = phrase_set("""
    and then, and so, so then, after that, my job, my task, my role, the result, so um, and um,
    so basically
""")
_PHRASES = frozenset({"in the end", "as a result", "at that point", "at the end"})
_WEAK = word_set("and but so because which when while until eventually finally then who")


def split_clauses(texts: list[str], *, max_words: int) -> list[tuple[int, int]]:
    """Cut words into clauses of at most `max_words`, best before words that open a clause.

    Dynamic programming over all cuts: a cut costs little before "and then", more before a lone
    "because", much elsewhere; a clause costs more the further it is from a usual length.

    Returns
    -------
    list of (first, last), both included, covering each word once.
    """
    words = [text.lower().strip(".,;:!?\"'()") for text in texts]
    total = len(words)
    best = [0.0] + [float("inf")] * total
    origin = [0] * (total + 1)
    for end in range(1, total + 1):
        for begin in range(max(0, end - max_words), end):
            length = end - begin
            cost = best[begin] + ((length - TYPICAL_CLAUSE_WORDS) / _SPREAD_WORDS) ** 2
            cost += _cut_cost(words, texts, begin) if begin else 0.0
            if cost < best[end]:
                best[end], origin[end] = cost, begin
    clauses: list[tuple[int, int]] = []
    end = total
    while end:
        clauses.append((origin[end], end - 1))
        end = origin[end]
    return clauses[::-1]


def _cut_cost(words: list[str], texts: list[str], at: int) -> float:
    """Return what it costs to begin a clause at word `at`."""
    here = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    three = " ".join(words[at : at + 3])
    if texts[at - 1].endswith((".", "?", "!", ";", ":")):
        return 0.0
    opens = here in _STRONG and following in _SUBJECTS
    if opens or (here, following) in _STRONG_PAIRS:
        return _COST_STRONG
    if three in _PHRASES or texts[at - 1].endswith(","):
        return _COST_STRONG * 2
    return _COST_WEAK if here in _WEAK else _COST_NONE
