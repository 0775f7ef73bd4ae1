"""`sayback takes labelled`: corrected takes as labelled data for the evaluation."""

from __future__ import annotations

from pathlib import Path

import click

from sayback.cli.shared import narrate, write_file
from sayback.errors import UsageError


@click.command("labelled")
@click.argument("take_ids", nargs=-1, metavar="[ID]...")
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False),
              metavar="FOLDER", help="Gets a folder `star` and a folder `fillers`.")  # fmt: skip
def labelled(take_ids: tuple[str, ...], out: Path) -> None:
    """Write takes that you corrected as labelled data.

    Without ID all of them. One file a take: STAR parts a sentence, and fillers a word, as
    `scripts/evaluate.py` reads them.
    """
    from sayback import config
    from sayback.library import Library
    from sayback.library.labelled import file_name, fillers_block, star_block

    library = Library(config.load().recordings_dir())
    takes = [library.get(name) for name in take_ids] or [
        take for take in library.takes() if take.corrections
    ]
    uncorrected = [take.id for take in takes if not take.corrections]
    if uncorrected:
        raise UsageError(
            f"{uncorrected[0]} has no corrections: open it in the full screen and press c on a "
            "word first."
        )
    for take in takes:
        for folder, block in (("star", star_block(take)), ("fillers", fillers_block(take))):
            if block:
                (out / folder).mkdir(parents=True, exist_ok=True)
                write_file(out / folder / file_name(take), block)
    if not takes:
        narrate("No take has corrections yet: open one in the full screen and press c on a word.")
