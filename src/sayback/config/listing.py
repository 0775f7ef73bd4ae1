"""All settings in a row, for whoever shows or documents them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache

from sayback.config.model import Config
from sayback.setting import Setting, Value, check_order, settings_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One setting with the table of config.toml that it stands in."""

    section: str
    heading: str
    """What to group it under."""
    setting: Setting

    @property
    def key(self) -> str:
        """Table and name, as in `voice.rate_wpm`."""
        return f"{self.section}.{self.setting.name}"


@cache
def entries() -> tuple[Entry, ...]:
    """Return every setting, in the order of the tables and of their fields."""
    return tuple(
        Entry(
            section.name,
            ": ".join(filter(None, (section.metadata["title"], setting.about.group))),
            setting,
        )
        for section in dataclasses.fields(Config)
        for setting in settings_of(section.default_factory)
    )


def value_of(config: Config, entry: Entry) -> Value:
    """Return what is set."""
    value: Value = getattr(getattr(config, entry.section), entry.setting.name)
    return value


def with_value(config: Config, entry: Entry, value: Value) -> Config:
    """Return the settings with one changed.

    Raises
    ------
    ConfigError
        When the value does not fit those of its table.
    """
    table = dataclasses.replace(getattr(config, entry.section), **{entry.setting.name: value})
    check_order(table, f"[{entry.section}]")
    return dataclasses.replace(config, **{entry.section: table})
