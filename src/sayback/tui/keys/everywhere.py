"""Keys that work everywhere, and those of setting up."""

from __future__ import annotations

from sayback.tui.keys.key import BACK, Key, Place

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
        Key("settings", "f4", "F4", "Settings", "See and change every setting.", footer=False),
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
    "Choose microphone, loudspeaker, voice and model, and try them out. A change counts at once "
    "and is kept in config.toml. Speak: the bar must move. All other settings: F4.",
    (
        Key("hear", "f5", "F5", "Hear the voice", "Speak a sentence over the loudspeaker."),
        Key("record", "f7", "F7", "Hear yourself", "Record a moment, then hear it; press again."),
        Key("rescan", "f6", "F6", "Look again", "Look for devices that were plugged in."),
        Key("back", "escape", "Esc", "Close", "Close this dialog."),
        Key("help", "f1", "F1", "Help", "Explain this dialog and its keys."),
    ),
)

SETTINGS = Place(
    "Settings",
    "Everything that config.toml can hold. A change counts at once and is kept there, with your "
    "comments; ● marks what differs from the default. Microphone, loudspeaker, voice and model are "
    "chosen in Setup (F2), where they can be tried out.",
    (
        Key("change", "enter", "Enter", "Change", "Change the marked setting."),
        Key("default", "d,delete", "d", "Default", "Set the marked setting to its default."),
        Key("search", "slash", "/", "Search", "Search in names and explanations."),
        Key("list", "l", "l", "List", "Go to the list.", footer=False),
        BACK,
    ),
)

FIRST_START = Place(
    "Welcome",
    "A first start of one minute: microphone, loudspeaker, a model that writes down your words, "
    "and a first question. Every step can be left out, and all of it is found again in Setup (F2) "
    "and Settings (F4).",
    (
        Key("next", "enter", "Enter", "Go on", "Go on to the next step."),
        Key("get", "enter", "Enter", "Download", "Download the chosen model, then go on."),
        Key("begin", "enter", "Enter", "Begin", "Ask the suggested question aloud."),
        Key("record", "space", "Space", "Speak", "Record a moment, then hear it; press again."),
        Key("hear", "space", "Space", "Hear", "Speak a sentence over the loudspeaker."),
        Key("another", "space", "Space", "Another", "Suggest another question."),
        Key("choose", "c", "c", "Choose", "Open the list: device, model or pack."),
        Key(
            "rescan",
            "f6",
            "F6",
            "Look again",
            "Look for devices that were plugged in.",
            footer=False,
        ),
        Key("previous", "left,backspace", "←", "Back", "Go back to the step before."),
        Key("skip", "s", "s", "Skip", "Leave this step out."),
        Key("back", "escape", "Esc", "Skip all", "Leave all the rest out and go to Home."),
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
