"""The palette of commands: every key of the screen one is on, by its sentence; then the rest."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits
from textual.system_commands import SystemCommandsProvider

from sayback.tui.keys import EVERYWHERE, PLACES, Key


class KeyCommands(SystemCommandsProvider):
    """Offers what can be done right now.

    One provider for all: of several, the one that is quicker would come first.
    """

    def _keys(self) -> Iterator[Key]:
        screen = self.screen
        for key in (*PLACES[getattr(screen, "PLACE", "everywhere")].keys, *EVERYWHERE.keys):
            name = key.action.partition("(")[0]
            if name != "command_palette" and screen.check_action(name, ()):
                yield key

    async def discover(self) -> Hits:
        """Offer everything before something is typed."""
        for key in self._keys():
            yield DiscoveryHit(_title(key), partial(self._run, key), help=key.help)
        async for command in super().discover():
            yield command

    async def search(self, query: str) -> Hits:
        """Offer what matches."""
        matcher = self.matcher(query)
        for key in self._keys():
            text = f"{_title(key)}: {key.help}"
            score = matcher.match(text)
            if score > 0:
                yield Hit(score, matcher.highlight(text), partial(self._run, key), help=key.help)
        async for command in super().search(query):
            yield command

    async def _run(self, key: Key) -> None:
        await self.screen.run_action(key.action)


def _title(key: Key) -> str:
    return f"{key.label} ({key.shown})"
