"""Neighbours that no English sentence can hold: there a speaker broke off and began again."""

from __future__ import annotations

from sayback.analysis.fillers_stranded import strands_subject
from sayback.analysis.fillers_tokens import Tokens
from sayback.analysis.lexicon import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    is_past,
    pronoun_base,
)
from sayback.transcript.word_sets import phrase_set, word_set

RESTART_REACH = 6
_OPEN_ENDED = word_set("the a an my our your their every")
"""Words that want a noun: no subject pronoun can follow."""
_WAITING = word_set("""
    am is are was were i'm we're they're he's she's i've we've they've i'd we'd they'd would could
    should will very really just never
""")
_EXCUSES = word_set("""
    if when as whenever because although wherever before after until once while since unless than
    what where how who which that whatever whoever all everything best way most much neither so nor
    only not fast
""")
_VERB_SWAPS = phrase_set("""
    was were, were was, is are, are is, am was, was am, don't didn't, didn't don't, doesn't don't,
    don't doesn't, can't couldn't, couldn't can't, wasn't weren't, weren't wasn't, has have,
    have has, does do, will would, would will, would could, could would, can could, could can,
    should would, would should, might may, may might, should could, could should, had have,
    is was
""")
_SINGULAR = word_set("has is does doesn't")
_OWNERS = word_set("my our the his her their a")
_OWNERS_OF_BE = SUBJECT_PRONOUNS | word_set("you it that this")
_AFTER_NO_DETERMINER = word_set("her this these those what it's there's that's there when how")
_REPEATED_STARTS = word_set("i we you he she it they there that this")
_CLAUSE_OPENERS = word_set("because if when so and but that what where how")
_ATTRIBUTES = word_set("whole entire main actual")
"""Adjectives that stand before a noun only."""
_NEGATED = word_set("don't doesn't didn't couldn't wouldn't can't won't")
_ASIDES = word_set("think guess mean suppose believe know say")
_SUBJECT_NOUNS = word_set("thing things one first last reason problem point question")
_AFTER_DETERMINER = word_set("of from with and but because was is were are had has")
_HYPHENATED = phrase_set(
    "on call, in house, in memory, on site, in app, to do, at risk, for profit, of course"
)


def clash_length(tokens: Tokens, at: int) -> int:
    """Return how many words before `at` were abandoned because `at` can't follow them, or 0."""
    earlier, word = tokens.norm(at, -1), tokens[at].norm
    if not earlier or not word:
        return 0
    if earlier in DETERMINERS and word in DETERMINERS and earlier != word:
        grade = word == "a" and tokens.norm(at, 1) in ("minus", "plus", "level", "star")
        return 0 if grade or "its" in (earlier, word) else 1
    agrees = word not in _SINGULAR or tokens.norm(at, -2) not in ("i", "we", "you", "they")
    if (earlier, word) in _VERB_SWAPS and agrees and not _excused(tokens, at, 3):
        return 1
    if earlier in DETERMINERS and word in _AFTER_NO_DETERMINER:
        begun = tokens.norm(at, -2) in HAVE and tokens.norm(at, -3) in _REPEATED_STARTS
        # "we have a there's a rule": the clause was begun anew, not only the noun.
        if begun and word in ("it's", "there's", "that's"):
            return 3
        return 2 if word == tokens.norm(at, -2) else 1
    if earlier in _ATTRIBUTES and word in DETERMINERS and tokens.norm(at, -2) in DETERMINERS:
        return 0 if tokens.norm(at, -3) in ("on", "as") else 2
    if earlier in ("a", "an") and word == "another":
        return 1
    if strands_subject(tokens, at):
        return 1
    if word == "by" or (word, tokens.norm(at, 1).split("-")[0]) in _HYPHENATED:
        return 0
    if earlier in DETERMINERS and word == tokens.norm(at, -2):
        return 2 if tokens.norm(at, 1) in DETERMINERS or word in PREPOSITIONS else 0
    if word in _OWNERS and tokens.norm(at, -2) in SUBJECT_PRONOUNS:
        # "I said my colleague said": the same verb again with another subject.
        ahead = tokens.phrase(at, 4)
        comes_again = earlier in ahead[2:] and not SUBJECT_PRONOUNS & set(ahead)
        return 2 if is_past(earlier) and comes_again else 0
    if restarted := _restarted_clause(tokens, at):
        return restarted
    base = pronoun_base(word)
    if base in SUBJECT_PRONOUNS:
        return _before_subject(tokens, at)
    if earlier in DETERMINERS and word in PREPOSITIONS | _AFTER_DETERMINER:
        return _before_function_word(tokens, at)
    return 0


def _restarted_clause(tokens: Tokens, at: int) -> int:
    """Count "there was" before "there were", and "because they" before "because the porter"."""
    word, earlier, first = tokens[at].norm, tokens.norm(at, -1), tokens.norm(at, -2)
    base, after = pronoun_base(word), tokens.norm(at, 1)
    if first and pronoun_base(first) == base and base in _REPEATED_STARTS and first != word + "'s":
        broken = tokens[at - 1].comma_after or tokens[at - 1].filled_after
        follows = broken or after in AUXILIARIES or "'" in word or is_past(after)
        return 2 if earlier in BE | HAVE and follows and not _excused(tokens, at - 2, 3) else 0
    if first == word and word in _CLAUSE_OPENERS - {"and", "so"}:
        return 2 if pronoun_base(earlier) in SUBJECT_PRONOUNS | {"it", "the", "my"} else 0
    inverted = tokens.norm(at, -2) in AUXILIARIES
    if earlier in SUBJECT_PRONOUNS and base in ("you", "it") and earlier != "we" and not inverted:
        return 1 if after in AUXILIARIES or "'" in word else 0
    if earlier in SUBJECT_PRONOUNS and word in ("if", "when", "because") and not inverted:
        return 1
    if earlier in DETERMINERS and word == "it" and after in BE | HAVE:
        return 1
    return 0


def _before_subject(tokens: Tokens, at: int) -> int:
    """Count what was abandoned before a subject pronoun that stands where none can."""
    earlier = tokens.norm(at, -1)
    inverted = tokens.norm(at, -2) in AUXILIARIES
    if earlier in SUBJECT_PRONOUNS and earlier != tokens[at].norm:
        return 0 if inverted else 1
    if tokens[at].norm == "i" and tokens.norm(at, 1) in _ASIDES:
        return 0
    if pronoun_base(earlier) in SUBJECT_PRONOUNS and "'" in earlier:
        return 0 if _excused(tokens, at, 3) else 1
    if earlier in _OPEN_ENDED:
        return _back_to_restart(tokens, at) or _back_to_clause(tokens, at)
    broken = tokens.punctuated and not tokens[at - 1].comma_after
    if earlier in _NEGATED and broken and tokens.norm(at, -2) == tokens[at].norm:
        return 0 if _excused(tokens, at, 4) else 2
    opened = tokens.norm(at, -2) in ("", "or", "and", "but", "so", "nor")
    owner = pronoun_base(tokens.norm(at, -2))
    opened = opened or (
        earlier in BE | MODALS and "'" not in earlier and owner not in _OWNERS_OF_BE
    )
    if earlier in _WAITING and not opened and not _excused(tokens, at, RESTART_REACH):
        return _back_to_restart(tokens, at, only_subjects=True)
    return 0


def _back_to_restart(tokens: Tokens, at: int, *, only_subjects: bool = False) -> int:
    """Return the distance to the nearest earlier copy of the word, within the sentence."""
    base = pronoun_base(tokens[at].norm)
    for back in range(1, RESTART_REACH + 1):
        norm = tokens.norm(at, -back)
        if not norm:
            return 0
        same = pronoun_base(norm) == base
        subject = only_subjects and back == 2 and pronoun_base(norm) in SUBJECT_PRONOUNS
        if same or (subject and tokens.norm(at, -1) in BE | HAVE):
            return back
    return 0


def _back_to_clause(tokens: Tokens, at: int) -> int:
    """Return the distance to the words that opened the clause, at most four."""
    for back in range(1, 5):
        earlier = tokens.norm(at, -back - 1)
        if earlier in ("", "and", "but", "so", "because") or tokens[at - back].comma_before:
            return back
    return 1


def _before_function_word(tokens: Tokens, at: int) -> int:
    """Count "in the" before "in our": a determiner left hanging, taken up from the preposition."""
    word = tokens[at].norm
    for back in range(2, 5):
        if tokens.norm(at, -back) == word:
            return back
    return 0


def _excused(tokens: Tokens, at: int, reach: int) -> bool:
    """Whether a word before makes the neighbours possible ("as good as I could I tried")."""
    excuses = _EXCUSES if reach < RESTART_REACH else _EXCUSES | _SUBJECT_NOUNS
    return bool(excuses & {tokens.norm(at, -back) for back in range(1, reach + 1)})
