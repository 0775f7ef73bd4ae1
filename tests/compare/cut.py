"""A report as it would be had a filler been cut out of the recording."""

from __future__ import annotations

import dataclasses

from sayback.analysis.report import Report


def without_filler(report: Report, place: int) -> Report:
    """Return a report whose audio and words lack one filler; what follows comes earlier."""
    gone = report.fillers.items[place]
    by_s, first, count = gone.end - gone.start, gone.words[0], len(gone.words)

    def earlier(time_s):
        return time_s - by_s if time_s is not None and time_s >= gone.end else time_s

    words = tuple(
        dataclasses.replace(w, start_s=earlier(w.start_s), end_s=earlier(w.end_s))
        for index, w in enumerate(report.transcript.words)
        if index not in gone.words
    )
    items = tuple(
        dataclasses.replace(
            item,
            words=tuple(w - count if w > first else w for w in item.words),
            start=earlier(item.start),
            end=earlier(item.end),
        )
        for number, item in enumerate(report.fillers.items)
        if number != place
    )
    return dataclasses.replace(
        report,
        transcript=report.transcript.with_words(words),
        fillers=dataclasses.replace(report.fillers, items=items),
    )
