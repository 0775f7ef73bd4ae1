"""One setting: what it is for and which values make sense, told once beside the field itself.

The reader of config.toml, the Settings screen and docs/settings.md all ask the same description.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any, Literal, TypeAlias

from sayback.errors import ConfigError

Value: TypeAlias = "bool | int | float | str"
Kind = Literal["switch", "whole", "number", "choice", "folder", "text"]
_KEY = "setting"


@dataclass(frozen=True, slots=True)
class About:
    """What one setting is, in words and limits."""

    title: str
    """One to four words."""
    help: str
    """What it does, in a sentence."""
    unit: str = ""
    """Unit of a number, written after it."""
    least: float | None = None
    most: float | None = None
    not_below: str = ""
    """Name of another number of the same table that this one may not fall below."""
    choices: tuple[tuple[str, str], ...] = ()
    """Every value that a text can take, with what people call it."""
    allowed: str = ""
    """What is allowed, in words, where the choices are too many to list."""
    is_folder: bool = False
    may_be_empty: bool = True
    empty: str = ""
    """What an empty text, or 0, stands for."""
    group: str = ""
    """Heading under which it stands; the table's own title where empty."""
    counts: str = ""
    """From when on a change counts, where that is not at once."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One field of one table."""

    name: str
    default: Value
    about: About

    @property
    def kind(self) -> Kind:
        """What sort of values it takes."""
        if isinstance(self.default, bool):
            return "switch"
        if isinstance(self.default, int):
            return "whole"
        if isinstance(self.default, float):
            return "number"
        if self.about.choices:
            return "choice"
        return "folder" if self.about.is_folder else "text"

    @property
    def allowed(self) -> str:
        """What it may be, to be read after "must be"."""
        about = self.about
        if about.allowed:
            return about.allowed
        if self.kind == "switch":
            return "true or false"
        if self.kind in ("whole", "number"):
            unit = f" ({about.unit})" if about.unit else ""
            sort = "a whole number" if self.kind == "whole" else "a number"
            return f"{sort} from {about.least:g} to {about.most:g}{unit}"
        if self.kind == "choice":
            names = [value for value, _ in about.choices if value]
            empty = ", or empty" if len(names) < len(about.choices) else ""
            return f"one of {', '.join(names)}{empty}"
        if self.kind == "folder":
            return 'the whole path of a folder in quotes, such as "~/Takes", or empty'
        return "a text in quotes"

    def fits(self, value: object) -> bool:
        """Whether it can take a value, whatever the other settings are."""
        about = self.about
        if self.kind == "switch":
            return isinstance(value, bool)
        if self.kind in ("whole", "number"):
            numbers = int if self.kind == "whole" else int | float
            if isinstance(value, bool) or not isinstance(value, numbers):
                return False
            assert about.least is not None and about.most is not None
            return about.least <= value <= about.most
        if not isinstance(value, str) or not (value.strip() or about.may_be_empty):
            return False
        if "\0" in value or "\n" in value:
            return False
        if self.kind == "choice":
            return value in dict(about.choices)
        return self.kind == "text" or not value or os.path.isabs(os.path.expanduser(value))


def setting(default: Value, title: str, help: str, **more: Any) -> Any:
    """Return a dataclass field that is a setting; `more` are the other fields of `About`."""
    return field(default=default, metadata={_KEY: About(title, help, **more)})


def settings_of(table: Any) -> Iterator[Setting]:
    """Return the settings of a table: a dataclass or one of its instances."""
    for each in fields(table):
        default: Any = each.default
        yield Setting(each.name, default, each.metadata[_KEY])


def read_table(table: type, values: dict[str, Any], where: str) -> Any:
    """Make a table from what was written, checking each name, type and value.

    Parameters
    ----------
    table
        A dataclass whose fields are settings.
    values
        What was written, by name.
    where
        File and table, for the sentence.

    Raises
    ------
    ConfigError
        One sentence: where, which setting, and what is allowed.
    """
    known = {each.name: each for each in settings_of(table)}
    for name, value in values.items():
        if name not in known:
            raise ConfigError(
                f"{where}: unknown setting '{name}'; remove it, or use one of {', '.join(known)}."
            )
        if not known[name].fits(value):
            raise ConfigError(f"{where}: {name} must be {known[name].allowed}, not {value!r}.")
    numbers = (name for name in values if known[name].kind == "number")
    made = table(**{**values, **{name: float(values[name]) for name in numbers}})
    check_order(made, where)
    return made


def check_order(table: Any, where: str) -> None:
    """Raise ConfigError where a number lies below the one that it may not fall below."""
    for each in settings_of(table):
        other = each.about.not_below
        if other and getattr(table, each.name) < getattr(table, other):
            raise ConfigError(
                f"{where}: {each.name} ({getattr(table, each.name):g}) must not be below "
                f"{other} ({getattr(table, other):g}); change one of the two."
            )


def parsed(which: Setting, text: str) -> Value:
    """Return the value that somebody typed.

    Raises
    ------
    ConfigError
        One sentence that says what is allowed.
    """
    text = text.strip()
    value: Value = text
    try:
        if which.kind == "whole":
            value = int(text)
        elif which.kind == "number":
            value = float(text.replace(",", "."))
    except ValueError:
        pass
    if not which.fits(value):
        raise ConfigError(f"{which.about.title} must be {which.allowed.replace(' in quotes', '')}.")
    return value
