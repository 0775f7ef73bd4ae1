"""What is known of each figure's accuracy."""

from sayback.render.accuracy import _FILE, accuracy_of, read_accuracy
from sayback.render.measures import MEASURES, measure_of
from sayback.thresholds import Thresholds


def test_what_the_file_says_is_told_and_what_is_empty_is_not(tmp_path):
    path = tmp_path / "accuracy.toml"
    path.write_text('"pace.wpm" = "within 3 % of truth, synthetic voices"\n"pace.words" = " "\n')

    assert read_accuracy(path) == {"pace.wpm": "within 3 % of truth, synthetic voices"}


def test_the_packaged_file_names_only_figures_that_there_are():
    assert set(read_accuracy(_FILE)) <= set(MEASURES)


def test_every_measure_carries_its_accuracy():
    for name in MEASURES:
        assert measure_of(name, Thresholds()).accuracy == accuracy_of(name)


def test_a_figure_that_nobody_measured_has_none():
    assert accuracy_of("pace.nothing") == ""
