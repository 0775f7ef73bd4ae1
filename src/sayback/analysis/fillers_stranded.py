"""Subjects left without a verb: there a speaker broke off and began with another subject."""

from __future__ import annotations

from sayback.analysis.fillers_tokens import Tokens
from sayback.analysis.lexicon import AUXILIARIES, DETERMINERS, SUBJECT_PRONOUNS, pronoun_base
from sayback.transcript.word_sets import word_set

_ALONE = word_set("i he she they")
_INDEFINITE = word_set("nobody everybody somebody everyone someone")
_CONTRACTED = SUBJECT_PRONOUNS | word_set("it there")


def strands_subject(tokens: Tokens, at: int) -> bool:
    """Whether the word before gets no verb: "they the director", "but it we", "we're it's"."""
    earlier, before, word = tokens.norm(at, -1), tokens.norm(at, -2), tokens[at].norm
    set_off = tokens[at - 1].comma_after  # "she, the cook, had gone"
    if earlier in SUBJECT_PRONOUNS and before not in AUXILIARIES and not set_off:
        other_subject = earlier in _ALONE and word in DETERMINERS
        if other_subject or (word in _INDEFINITE and earlier != "we"):
            return True
    opened = before in ("", "and", "but", "so", "because")
    new_clause = pronoun_base(word) in SUBJECT_PRONOUNS or word in ("if", "because", "that")
    if earlier == "it" and opened and new_clause and not set_off:
        return True
    other = pronoun_base(earlier) != pronoun_base(word) != "i"
    return other and _is_contracted_subject(earlier) and _is_contracted_subject(word)


def _is_contracted_subject(word: str) -> bool:
    """Whether it is "I'm" or "they'd", which wants a predicate and can end no clause."""
    return "'" in word and pronoun_base(word) in _CONTRACTED
