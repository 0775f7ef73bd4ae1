"""Keys that work everywhere, and those of setting up."""

from __future__ import annotations

from sayback.tui.keys.key import Key, Place

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
