"""Reads config.toml, checking every name, type and value."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

from sayback import paths
from sayback.config.model import Config
from sayback.errors import ConfigError
from sayback.setting import read_table


def load(path: Path | None = None) -> Config:
    """Read the configuration; one that does not exist gives the defaults.

    Raises
    ------
    ConfigError
        With file, table and key, when something in it can't be used.
    """
    path = path or paths.config_file()
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"Can't read {path}: {error}; mend or remove it.") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} is not valid TOML: {error}; mend that line.") from error
    return from_document(document, path)


def from_document(document: dict[str, Any], path: Path) -> Config:
    """Turn a parsed TOML document into a Config.

    Raises
    ------
    ConfigError
        With file, table and key, when something in it can't be used.
    """
    tables: dict[str, Any] = {section.name: section.default_factory for section in fields(Config)}
    read: dict[str, Any] = {}
    for name, values in document.items():
        if name not in tables:
            raise ConfigError(
                f"{path}: unknown table [{name}]; remove it, or use one of {', '.join(tables)}."
            )
        if not isinstance(values, dict):
            raise ConfigError(f"{path}: '{name}' must be a table, written [{name}].")
        read[name] = read_table(tables[name], values, f"{path}: [{name}]")
    return Config(**read)
