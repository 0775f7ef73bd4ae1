"""Words as a search compares them: no case, no accents, no punctuation."""

from __future__ import annotations

import re
import unicodedata

_TOKEN = re.compile(r"\w+(?:'\w+)*")


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text: "Didn't, the café?" gives didn't, the, cafe."""
    bare = text.replace("’", "'")
    if not bare.isascii():
        apart = unicodedata.normalize("NFKD", bare)
        bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return tuple(_TOKEN.findall(bare.casefold()))


def folded(text: str) -> str:
    """Return a text's words with one space before, between and after them."""
    return f" {' '.join(tokens(text))} "
