"""Long regular expressions, written over several lines without being split into strings."""

from __future__ import annotations

import re


def compiled(text: str) -> re.Pattern[str]:
    """Compile a pattern whose lines are joined without the white space at their edges."""
    return re.compile("".join(line.strip() for line in text.splitlines()))


def weighted(text: str, **parts: str) -> tuple[tuple[re.Pattern[str], float], ...]:
    """Read cues, each a weight and its pattern; a line that begins with `|` goes on.

    Parameters
    ----------
    text
        Lines such as `1.5 as a result|in the end`.
    **parts
        What stands for `<NAME>` in the patterns.
    """
    cues: list[tuple[str, float]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("|"):
            pattern, weight = cues[-1]
            cues[-1] = (pattern + line, weight)
        else:
            number, pattern = line.split(" ", 1)
            cues.append((pattern, float(number)))
    for name, value in parts.items():
        cues = [(pattern.replace(f"<{name}>", value), weight) for pattern, weight in cues]
    return tuple((re.compile(pattern), weight) for pattern, weight in cues)
