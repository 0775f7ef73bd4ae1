"""Find the line that a key of a pack stands on, so that a problem can name it."""

from __future__ import annotations

import re


class PackText:
    """The text of a pack, with the lines of its question tables."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._headers = [
            number
            for number, line in enumerate(self._lines)
            if re.match(r"\s*\[\[\s*questions\s*\]\]", line)
        ]

    def line_of_key(self, key: str) -> int:
        """Return the 1-based line of a key before the first question; 1 if it is missing."""
        end = self._headers[0] if self._headers else len(self._lines)
        return self._search(key, 0, end) or 1

    def line_in_question(self, index: int, key: str) -> int:
        """Return the 1-based line of a key in the question of that index (0-based).

        The question's header stands in for a key that is missing.
        """
        if index >= len(self._headers):
            return 1
        start = self._headers[index]
        ends = self._headers[index + 1 :]
        end = ends[0] if ends else len(self._lines)
        return self._search(key, start, end) or start + 1

    def _search(self, key: str, start: int, end: int) -> int | None:
        if not key:
            return None
        pattern = re.compile(rf"\s*\[?\"?{re.escape(key)}\"?\s*[=\]]")
        for number in range(start, end):
            if pattern.match(self._lines[number]):
                return number + 1
        return None
