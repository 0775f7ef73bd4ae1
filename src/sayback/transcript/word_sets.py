"""A closed set of words, written as a person would write it down."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, split at white space."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[tuple[str, ...]]:
    """Return the phrases of a text, one a line or separated by commas, each split into words."""
    phrases = text.replace("\n", ",").split(",")
    return frozenset(tuple(phrase.split()) for phrase in phrases if phrase.strip())
