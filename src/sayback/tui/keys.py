"""Every key of every screen: the one list that bindings, footer, palette, help and docs read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Key:
    """One action that a key starts."""

    action: str
    """Name of the action, without `action_`."""
    keys: str
    """Textual's names of the keys, separated by commas."""
    shown: str
    """How the key is written for people."""
    label: str
    """One or two words for the footer."""
    help: str
    """One sentence for the help, the tooltip and the palette."""
    footer: bool = True
    """Whether the footer shows it; the help always does."""
    group: str = ""
    """Label that neighbouring keys share in the footer."""
    desk: str = ""
    """Key and word as they stand under the timeline, for what the footer has no room for."""


@dataclass(frozen=True, slots=True)
class Place:
    """A screen or dialog with its keys."""

    title: str
    about: str
    """What one does here, in a sentence or two."""
    keys: tuple[Key, ...]


_BACK = Key("back", "escape", "Esc", "Back", "Go back to the screen before.", footer=False)


def _desk(action: str, key: str, label: str, help: str, desk: str = "") -> Key:
    return Key(action, key, key, label, help, footer=False, desk=desk)


EVERYWHERE = Place(
    "Everywhere",
    "These keys work on every screen.",
    (
        Key("help", "f1", "F1", "Help", "Show what this screen is for and all its keys."),
        Key(
            "setup",
            "f2",
            "F2",
            "Setup",
            "Choose microphone, loudspeaker, voice and model.",
            footer=False,
        ),
        Key("light_dark", "f3", "F3", "Light/dark", "Switch between light and dark.", footer=False),
        Key(
            "command_palette",
            "ctrl+p",
            "Ctrl+P",
            "Commands",
            "Search all commands by name.",
            footer=False,
        ),
        Key("quit", "ctrl+q", "Ctrl+Q", "Quit", "Leave Sayback.", footer=False),
    ),
)

HOME = Place(
    "Home",
    "Choose a question. Enter asks it aloud; you think, answer, and read the report. "
    "Tab moves between packs, filters, questions and earlier takes.",
    (
        Key("practise", "enter", "Enter", "Practise", "Ask the marked question aloud."),
        Key("open_take", "enter", "Enter", "Open take", "Open the marked earlier take."),
        Key("search", "slash", "/", "Search", "Search in texts, topics and principles."),
        Key("packs", "p", "p", "Packs", "Go to the list of packs."),
        Key("questions", "l,escape", "l", "List", "Go to the list of questions.", footer=False),
        Key("clear", "c", "c", "Clear", "Clear search and filters.", footer=False),
        Key("surprise", "s", "s", "Surprise", "Mark a question at random.", footer=False),
        Key("earlier", "e", "e", "Earlier", "Go to the earlier takes of this question."),
        Key("today", "d", "d", "Today", "Choose among three questions to practise today."),
        Key("takes", "t", "t", "History", "List all your takes, search them, follow your figures."),
    ),
)

PRACTICE = Place(
    "Practice",
    "The question is asked aloud, a countdown lets you think, then your answer is recorded. "
    "It is on disk while you speak; nothing you do here can lose it, except Discard.",
    (
        Key("skip", "space", "Space", "Skip", "Skip the voice or the countdown."),
        Key("toggle_pause", "space", "Space", "Pause / go on", "Pause the recording, or go on."),
        Key(
            "record_now",
            "enter",
            "Enter",
            "Answer now",
            "Skip voice and countdown and start to record.",
        ),
        Key("finish", "enter", "Enter", "Finish", "End the answer and make the report."),
        Key("discard", "d", "d", "Discard", "Throw this answer away, after asking."),
        Key("back", "escape", "Esc", "Leave", "Leave; an answer that has begun is kept."),
    ),
)

REPORT = Place(
    "Report",
    "What to change, every figure, and every word with the fillers marked and the parts of STAR "
    "in the margin. Click a word, or press Enter on a piece of advice, to hear that moment. The "
    "timeline shows the whole take: its sound, the parts of the story with their seconds, fillers "
    "▾, long pauses ‖, bookmarks ◆, and the pace.",
    (
        Key("play", "space", "Space", "Play", "Play or pause."),
        Key("move(-5)", "left", "←", "-5 s", "Go 5 seconds back.", group="5 s"),
        Key("move(5)", "right", "→", "+5 s", "Go 5 seconds on.", group="5 s"),
        Key("hear", "enter", "Enter", "Hear", "Hear the marked advice, figure or word."),
        _desk("next_filler", "f", "Filler", "Go to the next filler.", "f▾ filler"),
        _desk("previous_filler", "F", "Filler back", "Go to the filler before."),
        _desk("next_pause", "p", "Pause", "Go to the next long pause.", "p‖ pause"),
        _desk("previous_pause", "P", "Pause back", "Go to the long pause before."),
        _desk("next_part", "s", "Part", "Go to the next part of the story.", "s part"),
        _desk("previous_part", "S", "Part back", "Go to the part of the story before."),
        _desk("next_advice", "v", "Advice", "Hear the next piece of advice.", "v advice"),
        _desk("previous_advice", "V", "Advice back", "Hear the piece of advice before."),
        _desk("next_word", "w", "Word", "Go to the next word.", "w word"),
        _desk("previous_word", "W", "Word back", "Go to the word before.", "Shift back"),
        Key("move(-1)", "comma", ",", "-1 s", "Go 1 second back.", footer=False, desk=",. 1 s"),
        Key("move(1)", "full_stop", ".", "+1 s", "Go 1 second on.", footer=False),
        _desk("loop", "l", "Loop", "Repeat this sentence, or stop that.", "l loop"),
        _desk("fillers_only", "o", "Fillers", "Play only the fillers, one after another.",
              "o all fillers"),
        Key("speed(-1)", "minus", "-", "Slower", "Play slower, down to 0.5×, at the same pitch.",
            footer=False, desk="-+ speed"),
        Key("speed(1)", "plus,equals_sign", "+", "Faster",
            "Play faster, up to 2×, at the same pitch.", footer=False),
        _desk("bookmark", "b", "Bookmark", "Bookmark this moment with a note, or change that.",
              "b◆ bookmark"),
        _desk("next_bookmark", "B", "Next bookmark", "Go round the bookmarks."),
        _desk("rate", "g", "Rate", "Rate this take: again, hard, good or easy.", "g rate"),
        _desk("notes", "n", "Notes", "Write notes that stay with the take.", "n notes"),
        Key("star", "asterisk", "*", "Star", "Star this take, or take the star away.",
            footer=False, desk="* star"),
        Key("correct", "c", "c", "Correct", "Correct the marked word, its filler or its part."),
        Key("measured", "m", "m", "Measured", "Say how the marked figure is measured."),
        Key("again", "r", "r", "Again", "Answer the same question again."),
        Key("follow_up", "u", "u", "Follow-up", "Answer a follow-up question to this one."),
        Key("pane('advice')", "1", "1", "Advice", "Go to the advice.", footer=False),
        Key("pane('figures')", "2", "2", "Figures", "Go to the figures.", footer=False),
        Key("pane('transcript')", "3", "3", "Words", "Go to the transcript.", footer=False),
        _desk("compare", "e", "Compare", "Compare with another take of this question.",
              "e compare"),
        Key("analyse", "a", "a", "Analyse", "Analyse a take whose words are not known yet."),
        _BACK,
    ),
)  # fmt: skip

TAKES = Place(
    "History",
    "All your takes, the newest first, and how your figures move. The filters choose takes for the "
    "table and for the trends; the search finds everything you ever said. A recording that was "
    "cut off, by a crash or an empty battery, is marked: press a to analyse what there is.",
    (
        Key("open", "enter", "Enter", "Open", "Open the marked take."),
        Key("hear", "enter", "Enter", "Play", "Play the marked place of the search."),
        Key("open_found", "o", "o", "Open", "Open the take of the marked place."),
        Key("stop", "space", "Space", "Stop", "Stop playing."),
        Key(
            "search",
            "slash",
            "/",
            "Search",
            'Search in everything you said; "in quotes" as it stands.',
        ),
        Key("trends", "g", "g", "Trends", "Show how your figures move, or the table again."),
        Key("filters", "f", "f", "Filters", "Go to the filters.", footer=False),
        Key("list", "l", "l", "List", "Go to the table or to what was found.", footer=False),
        Key("clear", "c", "c", "Clear", "Clear search and filters.", footer=False),
        Key("star", "s", "s", "Star", "Keep the marked take, or no longer."),
        Key("delete", "d,delete", "d", "Delete", "Move the marked take to the trash folder."),
        Key("undo", "u", "u", "Undo", "Bring back the take that was deleted last."),
        Key("trash", "x", "x", "Trash", "Bring back any take from the trash.", footer=False),
        Key("analyse", "a", "a", "Analyse", "Analyse the marked take now."),
        Key(
            "again",
            "r",
            "r",
            "Again",
            "Answer the marked take's question again.",
            footer=False,
        ),
        Key(
            "compare",
            "e",
            "e",
            "Compare",
            "Compare the marked take with another of its question.",
        ),
        _BACK,
    ),
)

COMPARE = Place(
    "Compare",
    "Two takes of a question, A before B: figures with their differences, marked where they are "
    "more than your own last ten takes differ anyway; the parts of the story over each other; and "
    "the words aligned by what they say. Mark a place and hear it in both.",
    (
        Key("play", "space", "Space", "A, then B", "Hear the marked place in A, then in B; stop."),
        Key("hear('a')", "a", "a", "Hear A", "Hear the marked place in A."),
        Key("hear('b')", "b", "b", "Hear B", "Hear the marked place in B."),
        Key("difference(1)", "n", "n", "Next", "Go to the next place where the words differ."),
        Key("difference(-1)", "N", "N", "Previous", "Go to the difference before.", footer=False),
        Key("star('a')", "A", "A", "★ A", "Star A as the keeper, or take the star away."),
        Key("star('b')", "B", "B", "★ B", "Star B as the keeper, or take the star away."),
        Key("pane('words')", "1", "1", "Words", "Go to the words.", footer=False),
        Key("pane('figures')", "2", "2", "Figures", "Go to the figures.", footer=False),
        _BACK,
    ),
)

SETUP = Place(
    "Setup",
    "Microphone, loudspeaker, voice and model. A change counts at once and is kept in "
    "config.toml. Speak: the bar must move.",
    (
        Key("hear", "f5", "F5", "Hear the voice", "Speak a sentence over the loudspeaker."),
        Key("rescan", "f6", "F6", "Look again", "Look for devices that were plugged in."),
        Key("back", "escape", "Esc", "Close", "Close this dialog."),
    ),
)

DIALOG = Place(
    "Dialogs",
    "A question from Sayback.",
    (
        Key("back", "escape", "Esc", "Close", "Close without doing anything."),
        Key("app.focus_next", "tab", "Tab", "Next", "Go to the next button or field."),
    ),
)

PLACES: Mapping[str, Place] = MappingProxyType(
    {
        "everywhere": EVERYWHERE,
        "home": HOME,
        "practice": PRACTICE,
        "report": REPORT,
        "takes": TAKES,
        "compare": COMPARE,
        "setup": SETUP,
        "dialog": DIALOG,
    }
)


def bindings(place: str) -> list[BindingType]:
    """Return a place's keys as Textual wants them."""
    return [
        Binding(
            key.keys,
            key.action,
            key.label,
            show=key.footer,
            key_display=key.shown,
            tooltip=key.help,
            id=f"{place}.{key.action}",
            group=_group(key.group),
        )
        for key in PLACES[place].keys
    ]


@cache
def _group(label: str) -> Binding.Group | None:
    return Binding.Group(label, compact=True) if label else None


def keys_page() -> str:
    """Return docs/keys.md."""
    lines = [
        "# Keys",
        "",
        "Every key is shown on the screen, in the help (F1) and in the palette of commands "
        "(Ctrl+P). This page is made from the same list: "
        "`python -m sayback.tui.keys > docs/keys.md`.",
    ]
    for place in PLACES.values():
        lines += ["", f"## {place.title}", "", place.about, ""]
        lines += ["| Key | What it does |", "|---|---|"]
        lines += [f"| `{key.shown}` | {key.help} |" for key in place.keys]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(keys_page(), end="")
