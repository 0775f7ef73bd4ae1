"""Pure functions from samples and a transcript to a Report: no files, no clock, no screen."""

from sayback.analysis.report import Report

__all__ = ["Report"]
