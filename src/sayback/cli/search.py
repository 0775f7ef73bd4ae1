"""`sayback search`: where something was ever said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from sayback.cli.shared import narrate
from sayback.errors import UsageError

if TYPE_CHECKING:
    from sayback.library.search import Found, Hit, Place

_NO_TIME = "-:--"


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="TEXT...")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True,
              help="Show at most so many takes.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def command(words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Search in everything you ever said.

    Prints the take, the time and the words around it, the newest take first. A word also finds
    longer words that begin with it; several words must all be in the take; a text in quotes is
    found as it stands.
    """
    from sayback import config
    from sayback.library import Library
    from sayback.library.index import TakeIndex
    from sayback.library.search import parse, search

    query = " ".join(map(_quoted, words))
    if not parse(query):
        raise UsageError("There is no word in that to search for.")
    index = TakeIndex(Library(config.load().recordings_dir()))
    found = search(index, query, limit=limit)
    if as_json:
        click.echo(json.dumps(_document(query, found), ensure_ascii=False, indent=1))
    else:
        _print(found)


def _quoted(argument: str) -> str:
    """Return a phrase for what the shell's quotes held together."""
    return f'"{argument}"' if " " in argument.strip() and '"' not in argument else argument


def _print(found: Found) -> None:
    for hit in found.hits:
        for place in hit.places:
            click.echo(_line(hit, place))
    more = found.takes - len(found.hits)
    if not found.takes:
        narrate("That was never said in a take whose words are known.")
    elif more > 0:
        narrate(f"{more} older take{'s' if more > 1 else ''} as well; --limit shows more.")
    timed = next(((h, p) for h in found.hits for p in h.places if p.start_s is not None), None)
    if timed is not None:
        hit, place = timed
        narrate(f"To hear one: sayback takes play {hit.row.id} --from {place.start_s:.1f}")


def _line(hit: Hit, place: Place) -> str:
    from sayback.render.safe_text import clean
    from sayback.render.units import clock

    time = _NO_TIME if place.start_s is None else clock(place.start_s)
    said = " ".join(
        click.style(clean(piece.text), bold=True) if piece.is_match else clean(piece.text)
        for piece in place.pieces
    )
    return f"{clean(hit.row.id)}  {time:>5}  {said}"


def _document(query: str, found: Found) -> dict[str, Any]:
    return {
        "query": query,
        "takes": found.takes,
        "hits": [
            {
                "id": hit.row.id,
                "question_id": hit.row.question.id if hit.row.question else None,
                "question": hit.row.question.text if hit.row.question else None,
                "recorded_at": hit.row.started_at,
                "places": [{"start_s": p.start_s, "text": p.text} for p in hit.places],
            }
            for hit in found.hits
        ],
    }
