"""Keys of the screens."""

from __future__ import annotations

from sayback.tui.keys.key import BACK, Key, Place

HOME = Place(
    "Home",
    "Choose a question. Enter asks it aloud; you think, answer, and read the report. "
    "Tab moves between packs, filters, questions and earlier takes.",
    (
        Key("practise", "enter", "Enter", "Practise", "Ask the marked question aloud."),
        Key("open_take", "enter", "Enter", "Open take", "Open the marked earlier take."),
        Key("search", "slash", "/", "Search", "Search in texts, topics and principles."),
        Key("leave_search", "escape", "Esc", "List", "Go from the search to the questions."),
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
        BACK,
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
        Key("difference(1)", "n", "n", "Next", "Go to the next difference in words or figures."),
        Key("difference(-1)", "N", "N", "Previous", "Go to the difference before.", footer=False),
        Key("star('a')", "A", "A", "★ A", "Star A as the keeper, or take the star away."),
        Key("star('b')", "B", "B", "★ B", "Star B as the keeper, or take the star away."),
        Key("pane('words')", "1", "1", "Words", "Go to the words.", footer=False),
        Key("pane('figures')", "2", "2", "Figures", "Go to the figures.", footer=False),
        BACK,
    ),
)
