"""Writes docs/settings.md: `python -m sayback.config > docs/settings.md`."""

from __future__ import annotations

import json
from itertools import groupby

from sayback.config import entries

_INTRODUCTION = """\
# Settings

Everything that `config.toml` can hold. Settings (F4) in the full screen shows and changes all of
it, at once, and keeps your comments in the file; `sayback doctor` prints where the file lies. A
value that makes no sense is refused in one sentence, whoever reads it. This page is made from the
settings' own descriptions: `python -m sayback.config > docs/settings.md`."""


def settings_page() -> str:
    """Return docs/settings.md."""
    lines = [_INTRODUCTION]
    for section, listed in groupby(entries(), key=lambda entry: entry.section):
        lines += ["", f"## [{section}]", ""]
        lines += ["| Setting | What it does | Default | Allowed |", "|---|---|---|---|"]
        for entry in listed:
            setting = entry.setting
            default = json.dumps(setting.default)
            stands = (
                f", {setting.about.empty}" if setting.about.empty and not setting.default else ""
            )
            allowed = setting.allowed.replace("|", "\\|")
            lines.append(
                f"| `{setting.name}` | {setting.about.help} | `{default}`{stands} | {allowed} |"
            )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(settings_page(), end="")
