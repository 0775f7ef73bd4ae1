"""`sayback devices`: which microphones and loudspeakers there are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from sayback.cli.shared import narrate

if TYPE_CHECKING:
    from sayback.audio.devices import Device


@click.command("devices")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(as_json: bool) -> None:
    """List microphones and loudspeakers.

    * marks the default, > the one in config.toml.
    """
    from sayback import config
    from sayback.audio.devices import loudspeakers, microphones
    from sayback.audio.quiet import native_noise_logged

    chosen = config.load().audio
    with native_noise_logged():
        found = (
            ("Microphones", "microphone", chosen.microphone, microphones()),
            ("Loudspeakers", "loudspeaker", chosen.loudspeaker, loudspeakers()),
        )
    if as_json:
        document = {heading.lower(): [_as_json(d) for d in some] for heading, _, _, some in found}
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return
    for heading, spoken, name, devices in found:
        click.secho(heading, bold=True)
        for device in devices:
            mark = ">" if device.name == name else "*" if device.is_default else " "
            default = ", default" if device.is_default else ""
            click.echo(f"{mark} {device.name} ({device.sample_rate_hz} Hz{default})")
        if not devices:
            click.echo("  none")
        if name and name not in {device.name for device in devices}:
            narrate(f"The {spoken} “{name}” that config.toml names is not there.")


def _as_json(device: Device) -> dict[str, object]:
    return {
        "name": device.name,
        "default": device.is_default,
        "sample_rate_hz": device.sample_rate_hz,
    }
