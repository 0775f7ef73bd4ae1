"""`sayback.report/1`: a Report as the JSON that the design document fixes, and back."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from sayback.analysis.report import Report
from sayback.errors import TranscriptError
from sayback.transcript import json_format

SCHEMA = "sayback.report/1"


def as_json(report: Report) -> dict[str, Any]:
    """Return the document; every object and list is there, only leaves are None."""
    document: dict[str, Any] = {"schema": SCHEMA}
    for field in fields(report):
        value = getattr(report, field.name)
        document[field.name] = (
            json_format.as_json(value) if field.name == "transcript" else _plain(value)
        )
    return document


def from_json(document: Any) -> Report:
    """Read what `as_json` wrote; a missing part has its default, unknown keys are ignored.

    Raises
    ------
    ValueError
        If this is no `sayback.report/1`; the caller knows which file to name.
    """
    if not isinstance(document, Mapping) or document.get("schema") != SCHEMA:
        raise ValueError(f"This is no {SCHEMA} document.")
    parts = {key: value for key, value in document.items() if key != "transcript"}
    transcript = document.get("transcript")
    try:
        report: Report = _built(Report, parts)
        if transcript is None:
            return report
        words = json_format.from_json(transcript)
    except (AttributeError, TypeError, TranscriptError) as error:
        raise ValueError(f"This {SCHEMA} document is damaged: {error}") from error
    others = {f.name: getattr(report, f.name) for f in fields(report) if f.name != "transcript"}
    return Report(transcript=words, **others)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        # JSON has no infinity; the contract's word for "not known" is null.
        return float(value) if math.isfinite(value) else None
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _built(kind: Any, value: Any) -> Any:
    """Build a value of a type of the Report from its JSON."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        inner = next(argument for argument in arguments if argument is not NoneType)
        return None if value is None else _built(inner, value)
    if origin is tuple:
        return _built_tuple(arguments, value)
    if origin is Literal:
        if value not in arguments:
            raise TypeError(f"{value!r} is none of {', '.join(map(str, arguments))}")
        return value
    if is_dataclass(kind) and isinstance(kind, type):
        if not isinstance(value, Mapping):
            raise TypeError(f"{kind.__name__} must be an object")
        hints = _hints(kind)
        return kind(**{name: _built(hints[name], value[name]) for name in hints if name in value})
    return _built_leaf(kind, value)


def _built_tuple(arguments: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is no list")
    if arguments[-1] is Ellipsis:
        return tuple(_built(arguments[0], item) for item in value)
    if len(value) != len(arguments):
        raise TypeError(f"{value!r} has not {len(arguments)} items")
    return tuple(_built(inner, item) for inner, item in zip(arguments, value, strict=True))


def _built_leaf(kind: type, value: Any) -> Any:
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value
