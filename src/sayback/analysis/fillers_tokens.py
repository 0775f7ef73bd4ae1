"""Words as the filler rules see them: bare, lower-case, with what punctuation says about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayback.transcript.model import Transcript

_QUOTES = '"“”«»'
_OUTER = "\"“”«»'‘’()[]{}*_,.;:!?…-–—~"
_CLOSING = "\"“”«»'’)]}*_"


@dataclass(frozen=True, slots=True)
class Token:
    """A word that counts, and what stands around it."""

    index: int
    """Index of the word in the transcript."""
    norm: str
    """Lower case, without outer punctuation, with a straight apostrophe."""
    text: str
    """As in the transcript."""
    opens: bool = False
    """First of a sentence or segment."""
    ends: bool = False
    """Last of a sentence or segment."""
    comma_before: bool = False
    comma_after: bool = False
    """Set off by a comma, dash, colon or ellipsis."""
    cut_off: bool = False
    """Ends with a hyphen: the speaker broke off inside the word."""
    quoted: bool = False
    """Inside double quotation marks."""
    quote_before: bool = False
    """Opens a quotation."""
    filled_before: bool = False
    filled_after: bool = False
    """Next to a filled pause."""
    asks: bool = False
    """Followed by a question mark."""
    stops: bool = False
    """A sentence mark follows, if only after a filler that was taken out."""
    edit_before: bool = False
    """An "I mean" was taken out before it: what comes may correct what was said."""


class Tokens:
    """A list of tokens that answers with "" beyond a sentence's edge."""

    def __init__(self, tokens: Sequence[Token], *, punctuated: bool) -> None:
        self.items = tuple(tokens)
        self.punctuated = punctuated
        """Whether commas and full stops can be relied on."""

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, at: int) -> Token:
        return self.items[at]

    def norm(self, at: int, offset: int = 0) -> str:
        """Return the word `offset` places from `at`, or "" beyond the sentence."""
        step = 1 if offset > 0 else -1
        for place in range(at, at + offset, step):
            edge = self.items[place].ends if step > 0 else self.items[place].opens
            if edge or not 0 <= place + step < len(self.items):
                return ""
        return self.items[at + offset].norm

    def before(self, at: int, count: int) -> list[str]:
        """Return up to `count` words before `at`, whatever sentence they are in."""
        return [token.norm for token in self.items[max(0, at - count) : at]]

    def phrase(self, at: int, length: int) -> tuple[str, ...]:
        """Return `length` words from `at` on, within the sentence."""
        return tuple(self.norm(at, k) for k in range(length))


def read_tokens(transcript: Transcript) -> Tokens:
    """Read the words that count; suspect ones and lone punctuation are left out."""
    tokens: list[Token] = []
    quoted = comma = False
    opens = True
    for index, word in enumerate(transcript.words):
        text = word.text
        norm = normalised(text)
        if word.opens_segment:
            opens = True
        quotes = sum(text.count(mark) for mark in _QUOTES)
        starts_quote = text[:1] in _QUOTES and bool(text) and not quoted
        if not norm or word.suspect:
            comma = comma or (not norm and bool(text))
            if quotes % 2:
                quoted = not quoted
            continue
        tail = text.rstrip(_CLOSING)
        ends = tail.endswith((".", "?", "!")) and not tail.endswith("..")
        tokens.append(
            Token(
                index=index,
                norm=norm,
                text=text,
                opens=opens,
                ends=ends,
                comma_before=comma,
                comma_after=tail.endswith((",", ";", ":", "…", "..", "–", "—", "--")),
                cut_off=_is_cut_off(tail),
                quoted=quoted or starts_quote,
                quote_before=starts_quote,
                asks=tail.endswith("?"),
                stops=ends,
            )
        )
        if quotes % 2:
            quoted = not quoted
        comma = tokens[-1].comma_after or tokens[-1].cut_off
        opens = ends
    return Tokens(_with_segment_ends(tokens), punctuated=_is_punctuated(tokens))


def _is_cut_off(text: str) -> bool:
    """Whether a word ends with a hyphen, or with one and a comma."""
    bare = text.rstrip(",")
    return bare.endswith("-") and not bare.endswith("--")


def normalised(text: str) -> str:
    """Return a word bare: lower case, no outer punctuation, straight apostrophes."""
    bare = text.lower().replace("’", "'").replace("‘", "'").strip(_OUTER)
    return re.sub(r"\s+", " ", bare)


def _with_segment_ends(tokens: list[Token]) -> list[Token]:
    return [
        replace(token, ends=token.ends or at + 1 == len(tokens) or tokens[at + 1].opens)
        for at, token in enumerate(tokens)
    ]


def _is_punctuated(tokens: list[Token]) -> bool:
    marks = sum(token.comma_after or token.text[-1:] in ".?!" for token in tokens)
    return marks * 25 >= len(tokens)
