"""Writes config.toml: what differs from the defaults; comments and order stay."""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path
from typing import Any

from sayback import paths
from sayback.config.model import Config
from sayback.errors import ConfigError
from sayback.setting import settings_of


def save(config: Config, path: Path | None = None, *, before: Config | None = None) -> None:
    """Write what differs from the defaults, keeping comments and unknown order.

    Parameters
    ----------
    config
        What holds now.
    path
        The file; the user's where None.
    before
        What was read or written last: what is still the same is left as the file has it, since
        somebody may have edited it meanwhile.

    Raises
    ------
    ConfigError
        When the file can't be written, or is no TOML any more.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    # A link stays a link: people keep such files elsewhere.
    path = (path or paths.config_file()).resolve()
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        document = tomlkit.parse(text)
        for section in fields(config):
            old = getattr(before, section.name) if before else None
            _merge(document, section.name, getattr(config, section.name), old)
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(path.name + ".tmp")
        temporary.write_text(tomlkit.dumps(document), encoding="utf-8")
        os.replace(temporary, path)
    except OSError as error:
        raise ConfigError(f"Can't write {path}: {error}; check the folder's rights.") from error
    except (TOMLKitError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{path} was not written, as it is not valid TOML: {error}; mend that line."
        ) from error


def _merge(document: Any, name: str, section: Any, old: Any) -> None:
    import tomlkit

    for each in settings_of(section):
        value = getattr(section, each.name)
        if old is not None and getattr(old, each.name) == value:
            continue
        table = document.get(name)
        written = table is not None and each.name in table
        # What is written in another way, such as 110 for 110.0, stays as the user wrote it.
        if (not written and value == each.default) or (written and table[each.name] == value):
            continue
        if table is None:
            document[name] = tomlkit.table()
        document[name][each.name] = value
