"""Two takes side by side: figures with their differences, words aligned by content."""

from sayback.compare.compare import Comparison, Side, compare

__all__ = ["Comparison", "Side", "compare"]
