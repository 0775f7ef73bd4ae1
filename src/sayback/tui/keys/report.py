"""Keys of the Report screen, the listening desk."""

from __future__ import annotations

from sayback.render.signs import POSSIBLE, sign
from sayback.tui.keys.key import BACK, Key, Place, desk_key

REPORT = Place(
    "Report",
    "What to change, every figure, and every word with the fillers marked and the parts of STAR "
    "in the margin. Click a word, or press Enter on a piece of advice, to hear that moment. The "
    "timeline shows the whole take: its sound, the parts of the story with their seconds, fillers "
    "▾, long pauses ‖, bookmarks ◆, and the pace; \"!S 16 s 41/10–20 %\" below it says that the "
    "situation took 16 s, which is 41 % of the answer where 10–20 % are advised. In the words, "
    f"{sign('filled_pause', 'um')} is a filled pause, {sign('marker', 'like')} a marker that "
    f"carries nothing, {sign('repetition', 'we')} was said and taken back, {POSSIBLE} may be a "
    f"hesitation, and {sign('suspect', 'so')} may not have been said.",
    (
        Key("play", "space", "Space", "Play", "Play or pause."),
        Key("move(-5)", "left", "←", "-5 s", "Go 5 seconds back.", group="5 s"),
        Key("move(5)", "right", "→", "+5 s", "Go 5 seconds on.", group="5 s"),
        Key("hear", "enter", "Enter", "Hear", "Hear the marked advice, figure or word."),
        desk_key("next_filler", "f", "Filler", "Go to the next filler.", "f▾ filler"),
        desk_key("previous_filler", "F", "Filler back", "Go to the filler before."),
        desk_key("next_pause", "p", "Pause", "Go to the next long pause.", "p‖ pause"),
        desk_key("previous_pause", "P", "Pause back", "Go to the long pause before."),
        desk_key("next_part", "s", "Part", "Go to the next part of the story.", "s part"),
        desk_key("previous_part", "S", "Part back", "Go to the part of the story before."),
        desk_key("next_advice", "v", "Advice", "Hear the next piece of advice.", "v advice"),
        desk_key("previous_advice", "V", "Advice back", "Hear the piece of advice before."),
        desk_key("next_word", "w", "Word", "Go to the next word.", "w word"),
        desk_key("previous_word", "W", "Word back", "Go to the word before.", "Shift back"),
        Key("move(-1)", "comma", ",", "-1 s", "Go 1 second back.", footer=False, desk=",. 1 s"),
        Key("move(1)", "full_stop", ".", "+1 s", "Go 1 second on.", footer=False),
        desk_key("loop", "l", "Loop", "Repeat this sentence, or stop that.", "l loop"),
        desk_key("fillers_only", "o", "Fillers", "Play only the fillers, one after another.",
              "o all fillers"),
        Key("speed(-1)", "minus", "-", "Slower", "Play slower, down to 0.5×, at the same pitch.",
            footer=False, desk="-+ speed"),
        Key("speed(1)", "plus,equals_sign", "+", "Faster",
            "Play faster, up to 2×, at the same pitch.", footer=False),
        desk_key("bookmark", "b", "Bookmark", "Bookmark this moment with a note, or change that.",
              "b◆ bookmark"),
        desk_key("next_bookmark", "B", "Next bookmark", "Go round the bookmarks."),
        desk_key("rate", "g", "Rate", "Rate this take: again, hard, good or easy.", "g rate"),
        desk_key("notes", "n", "Notes", "Write notes that stay with the take.", "n notes"),
        Key("star", "asterisk", "*", "Star", "Star this take, or take the star away.",
            footer=False, desk="* star"),
        Key("correct", "c", "c", "Correct", "Correct the marked word, its filler or its part."),
        Key("measured", "m", "m", "Measured", "Say how the marked figure is measured."),
        Key("again", "r", "r", "Again", "Answer the same question again."),
        Key("follow_up", "u", "u", "Follow-up", "Answer a follow-up question to this one."),
        Key("pane('advice')", "1", "1", "Advice", "Go to the advice.", footer=False),
        Key("pane('figures')", "2", "2", "Figures", "Go to the figures.", footer=False),
        Key("pane('transcript')", "3", "3", "Words", "Go to the transcript.", footer=False),
        desk_key("compare", "e", "Compare", "Compare with another take of this question.",
              "e compare"),
        Key("analyse", "a", "a", "Analyse", "Analyse a take whose words are not known yet."),
        BACK,
    ),
)  # fmt: skip
