"""Network and rules together: each is heard, and weighed as was fitted."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import numpy as np
import pytest

from sayback.analysis import fillers_judges
from sayback.analysis.encoder import tagger
from sayback.analysis.encoder.network import Numbers
from sayback.analysis.encoder.tagger import (
    COLUMNS,
    FillerTagger,
    Weighing,
    Weighings,
    load_tagger,
    log_odds,
)
from sayback.analysis.fillers import find_fillers
from sayback.analysis.fillers_judges import NetworkAndRules, Rules, default_judge
from sayback.transcript.model import Transcript
from sayback.transcript.plain_text import from_text

EVEN = Weighing(heard=1.0, ruled=0.0, shift=0.0, above=0.5)
BOTH = Weighing(heard=1.0, ruled=4.0, shift=-1.0, above=0.5)


class Told:
    """A tagger that hears what it is told to."""

    def __init__(self, heard: dict[str, tuple[str, float]], weighing: Weighing = EVEN) -> None:
        self._heard = heard
        self.weighings = Weighings(weighing, weighing, sure=0.5)

    def logits(self, words: Sequence[str]) -> Numbers:
        rows = np.full((len(words), len(COLUMNS)), -5.0)
        for row, word in zip(rows, words, strict=True):
            if word in self._heard:
                kind, logit = self._heard[word]
                row[[str(column) for column in COLUMNS].index(kind)] = logit
        return rows


def found(
    text: str, heard: dict[str, tuple[str, float]], weighing: Weighing = EVEN
) -> list[tuple[str, str]]:
    judge = NetworkAndRules(cast(FillerTagger, Told(heard, weighing)))
    return [(item.kind, item.text) for item in find_fillers(Transcript(from_text(text)), judge)]


def test_a_listed_word_is_a_marker_where_the_network_hears_one() -> None:
    text = "There were like forty people."
    assert found(text, {"like": ("marker", 2.0)}) == [("marker", "like")]
    assert found(text, {"like": ("marker", -2.0)}) == []


def test_a_word_that_is_not_listed_is_never_a_marker() -> None:
    assert found("There were just forty people.", {"just": ("marker", 9.0)}) == []


def test_words_are_given_up_where_the_network_hears_that() -> None:
    heard = {"went,": ("repetition", 2.0), "I": ("repetition", 2.0)}
    assert found("Then I went, they sent somebody.", heard) == [("repetition", "I went,")]


def test_a_restart_takes_back_the_word_with_which_it_begins() -> None:
    heard = {"small,": ("repetition", 3.0), "the": ("repetition", -2.0)}
    text = "They sat with the small, the fourth class."
    assert found(text, heard) == [("repetition", "the small,")]
    assert found(text, {"small,": ("repetition", 3.0)}) == [("repetition", "small,")]


def test_a_sure_rule_outweighs_a_doubtful_network() -> None:
    heard = {"we": ("repetition", -1.0)}
    assert found("And we we were late.", heard, BOTH) == [("repetition", "we")]
    assert found("And we they were late.", heard, EVEN) == []


def test_um_needs_no_network() -> None:
    assert found("It was, um, late.", {}) == [("filled_pause", "um,")]


def test_a_confidence_is_the_weighed_probability() -> None:
    judge = NetworkAndRules(cast(FillerTagger, Told({"like": ("marker", 1.0)})))
    (item,) = find_fillers(Transcript(from_text("There were like forty people.")), judge)
    assert item.confidence == pytest.approx(1 / (1 + np.exp(-1.0)))


def test_in_fluent_speech_a_doubtful_filler_is_left_alone() -> None:
    told = Told({"like": ("marker", 1.0)})
    told.weighings = Weighings(EVEN, EVEN, sure=0.9)
    judge = NetworkAndRules(cast(FillerTagger, told))
    fluent = Transcript(from_text("There were like forty people."))
    halting = Transcript(from_text("Um, there were like forty people."))
    assert find_fillers(fluent, judge) == ()
    assert [item.text for item in find_fillers(halting, judge)] == ["Um,", "like"]


def test_log_odds_are_against_all_other_columns_together() -> None:
    odds = log_odds(np.log(np.array([[0.5, 0.1, 0.15, 0.25]])))
    assert odds[0, 0] == pytest.approx(0.0, abs=1e-6)
    assert odds[0, 3] == pytest.approx(np.log(1 / 3), abs=1e-6)


def test_the_packaged_network_tells_a_marker_from_a_verb() -> None:
    packaged = load_tagger()
    assert packaged is not None
    text = "So I I really like the team, and there were, like, forty of us."
    words = text.split()
    logits = packaged.logits(words)
    marker = logits[:, COLUMNS.index("marker")]
    assert marker[words.index("like,")] > 0 > marker[words.index("like")]


def test_a_long_answer_goes_through_several_passes() -> None:
    packaged = load_tagger()
    assert packaged is not None
    sentence = "We moved the shop to the other side of the road and nobody noticed for a week."
    assert packaged.logits(sentence.split() * 60).shape == (17 * 60, 4)
    assert packaged.logits([]).shape == (0, 4)


def test_without_the_network_the_rules_judge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tagger, "MODEL_FOLDER", tmp_path)
    load_tagger.cache_clear()
    try:
        assert isinstance(default_judge(), Rules)
        fillers = find_fillers(Transcript(from_text("We we were, um, late.")))
        assert [item.text for item in fillers] == ["We", "um,"]
    finally:
        monkeypatch.undo()
        load_tagger.cache_clear()
    assert isinstance(fillers_judges.default_judge(), NetworkAndRules)
