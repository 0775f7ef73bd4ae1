"""Sayback: say your answer, hear it back, make it better."""

__version__ = "0.1.0"
