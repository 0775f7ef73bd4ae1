"""What the practice screen says in each phase."""

from sayback.interview.phases import Phase, Snapshot
from sayback.tui.practice_words import shown
from sayback.tui.widgets.big_timer import big_text
from sayback.tui.widgets.level_meter import cells, level_word
from sayback.tui.widgets.target_bar import target_word


def test_the_countdown_counts_whole_seconds_up_to_the_last():
    times = [shown(Snapshot(Phase.THINKING, think_left_s=s)).timer for s in (15.0, 14.2, 0.1)]

    assert times == ["0:15", "0:15", "0:01"]


def test_a_microphone_that_wakes_up_is_waited_for():
    asleep = Snapshot(Phase.THINKING, think_left_s=0.0, microphone_ready=False)

    assert shown(asleep).caption == "The microphone is waking up"


def test_while_paused_it_says_that_nothing_is_recorded():
    paused = shown(Snapshot(Phase.PAUSED, elapsed_s=83.9))

    assert (paused.timer, paused.hint) == ("1:23", "What you say now is not recorded.")


def test_each_phase_has_a_look_of_its_own():
    looks = [shown(Snapshot(phase)).style for phase in (Phase.ASKING, Phase.ANSWERING)]

    assert looks == ["waiting", "recording"]


def test_the_length_is_judged_against_the_target():
    assert target_word(83, 120) == "0:37 to go"
    assert target_word(119, 120) == "about right: come to the end"
    assert target_word(150, 120) == "0:30 over"


def test_the_level_has_a_word_so_that_colour_is_not_the_only_sign():
    assert [level_word(*levels) for levels in (
        (None, None), (-80, -70), (-45, -30), (-20, -9), (-5, -3), (-5, -0.2),
    )] == ["silent", "silent", "quiet", "good", "loud", "too loud"]  # fmt: skip


def test_the_bar_fills_from_sixty_decibels_down_to_full_scale():
    assert [cells(level, 60) for level in (None, -90, -60, -30, 0, 6)] == [0, 0, 0, 30, 60, 60]


def test_big_figures_are_five_lines_of_blocks():
    assert big_text("1:").splitlines() == [
        "  ██          ",
        "████      ██  ",
        "  ██          ",
        "  ██      ██  ",
        "██████        ",
    ]
