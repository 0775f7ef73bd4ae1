"""Compares recognised words with what was said."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from demo_model import words
from demo_model.speech import Word

_FILLED_PAUSES = frozenset(words.FILLED_PAUSES)
_START_TOLERANCE_S = 0.1


@dataclass
class Score:
    """Sums over many answers."""

    words: int = 0
    errors: int = 0
    filled: int = 0
    filled_found: int = 0
    matched: int = 0
    on_time: int = 0
    start_errors_s: list[float] = field(default_factory=list)
    duration_s: float = 0.0
    decoding_s: float = 0.0

    @property
    def word_error(self) -> float:
        """Substitutions, omissions and insertions for each word said."""
        return self.errors / max(self.words, 1)

    @property
    def filled_recall(self) -> float:
        """Share of the filled pauses that are written as the same filled pause."""
        return self.filled_found / max(self.filled, 1)

    @property
    def starts_on_time(self) -> float:
        """Share of the words found whose start is within 100 ms."""
        return self.on_time / max(self.matched, 1)

    @property
    def real_time(self) -> float:
        """Seconds of work for each second of sound."""
        return self.decoding_s / max(self.duration_s, 1e-9)

    def add(self, said: list[Word], found: list[Word]) -> None:
        """Count one answer."""
        truth, guess = [plain(w.text) for w in said], [plain(w.text) for w in found]
        pairs = align(truth, guess)
        self.words += len(truth)
        self.errors += sum(i is None or j is None or truth[i] != guess[j] for i, j in pairs)
        self.filled += sum(word in _FILLED_PAUSES for word in truth)
        for i, j in pairs:
            if i is None or j is None or truth[i] != guess[j]:
                continue
            late = found[j].start_s - said[i].start_s
            self.filled_found += truth[i] in _FILLED_PAUSES
            self.matched += 1
            self.on_time += abs(late) <= _START_TOLERANCE_S
            self.start_errors_s.append(late)


def plain(word: str) -> str:
    """Return a word as it is compared: no case, no marks at its end."""
    return re.sub(r"[.,?!]+$", "", word.strip().lower())


def align(truth: list[str], guess: list[str]) -> list[tuple[int | None, int | None]]:
    """Pair two lists of words with the fewest changes (Levenshtein); None is a missing word."""
    costs = [list(range(len(guess) + 1))]
    for i, word in enumerate(truth, 1):
        row = [i]
        for j, other in enumerate(guess, 1):
            row.append(min(costs[-1][j - 1] + (word != other), costs[-1][j] + 1, row[-1] + 1))
        costs.append(row)
    pairs: list[tuple[int | None, int | None]] = []
    i, j = len(truth), len(guess)
    while i or j:
        if i and j and costs[i][j] == costs[i - 1][j - 1] + (truth[i - 1] != guess[j - 1]):
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif i and costs[i][j] == costs[i - 1][j] + 1:
            i -= 1
            pairs.append((i, None))
        else:
            j -= 1
            pairs.append((None, j))
    return pairs[::-1]
