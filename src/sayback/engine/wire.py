"""Frozen dataclasses as plain values and back, without loss, for the pipe between two processes.

Unlike the report's JSON this is no format: both ends are always of one version.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


def as_plain(value: Any) -> Any:
    """Turn a dataclass into dicts, lists, texts, numbers and None."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: as_plain(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    if isinstance(value, tuple | list):
        return [as_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): as_plain(item) for key, item in value.items()}
    if isinstance(value, Path):
        return str(value)
    # JSON knows no numpy scalars.
    return value.item() if hasattr(value, "item") else value


def from_plain(kind: Any, plain: Any) -> Any:
    """Turn what `as_plain` gave back into the type it was made of.

    Parameters
    ----------
    kind
        A dataclass, or a type as a dataclass's field names it: text, number, `Path`, `X | None`,
        `tuple[X, ...]`, `tuple[X, Y]`, `Literal`.
    """
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        if plain is None:
            return None
        return from_plain(next(one for one in arguments if one is not type(None)), plain)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return tuple(from_plain(arguments[0], item) for item in plain)
        return tuple(from_plain(one, item) for one, item in zip(arguments, plain, strict=True))
    if origin is Literal or kind is Any or origin is not None:
        return plain
    if dataclasses.is_dataclass(kind):
        assert isinstance(kind, type)
        hints = _hints(kind)
        return kind(**{name: from_plain(hints[name], item) for name, item in plain.items()})
    if kind is Path or kind is float:
        return kind(plain)
    return plain


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
