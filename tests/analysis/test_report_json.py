"""The report JSON is the contract with every other program: names, types, nothing missing."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayback.analysis import report_json
from sayback.analysis.report import (
    Advice,
    Evidence,
    Filler,
    Fillers,
    NotKnown,
    Pace,
    PacePoint,
    Pause,
    Pauses,
    Rate,
    Report,
    StarSentence,
)
from sayback.transcript import Transcript, Word

CONTRACT: dict[str, Any] = {
    "schema": "",
    "take": {"id", "question_id", "question", "recorded_at", "audio", "duration_s"},
    "transcript": {"status", "engine", "model", "language", "text", "words"},
    "pace": {
        "words", "wpm", "articulation_sps", "phonation_ratio", "time_to_first_word_s",
        "mean_run_syllables", "verdict", "curve",
    },
    "pauses": {"count", "per_minute", "mean_s", "longest_s", "long_count", "items"},
    "fillers": {"filled_pauses", "markers", "repetitions", "possible", "items"},
    "star": {"applies", "why", "missing", "shares", "sentences"},
    "content": {
        "quantities", "result_quantified", "i_count", "we_count", "hedges", "design",
    },
    "delivery": {"pitch_sd_semitones", "volume_sd_db", "clipping", "too_quiet", "verdict"},
    "advice": [],
    "not_known": [],
}  # fmt: skip
LISTS = {
    ("transcript", "words"), ("pace", "curve"), ("pauses", "items"), ("fillers", "items"),
    ("star", "missing"), ("star", "sentences"), ("content", "quantities"), ("content", "hedges"),
}  # fmt: skip


def test_an_empty_report_holds_every_object_and_list_of_the_contract() -> None:
    document = report_json.as_json(Report())
    assert document["schema"] == "sayback.report/1"
    assert set(document) == set(CONTRACT)
    for part, names in CONTRACT.items():
        if isinstance(names, set):
            assert names <= set(document[part]), part
            for name in names:
                if (part, name) in LISTS:
                    assert document[part][name] == [], (part, name)
        elif isinstance(names, list):
            assert document[part] == []
    assert set(document["star"]["shares"]) == {"S", "T", "A", "R", "O"}
    for rate in ("filled_pauses", "markers", "repetitions", "possible"):
        assert document["fillers"][rate] == {
            "count": None, "per_minute": None, "per_100_words": None,
        }  # fmt: skip
    assert document["content"]["design"] == {
        "clarifying_questions": [], "assumptions": [], "figures": [], "trade_offs": [],
        "risks": [],
    }  # fmt: skip
    assert document["transcript"]["status"] == "pending"


def test_items_have_the_names_of_the_contract() -> None:
    document = report_json.as_json(
        Report(
            transcript=Transcript(words=(Word("So", 0.0, 0.2, 0.9, True),)),
            pace=Pace(curve=(PacePoint(7.5, 120.0),)),
            pauses=Pauses(items=(Pause(1.0, 1.5, "boundary"),)),
            fillers=Fillers(
                markers=Rate(1, 2.0, 3.0), items=(Filler("marker", "So", (0,), 0.0, 0.2, 0.8),)
            ),
            advice=(Advice("Shorter", "It took 200 s.", (Evidence(0.0, 1.0),), "convention"),),
            not_known=(NotKnown("delivery", "There is no audio."),),
        )
    )
    assert document["transcript"]["words"] == [
        {"text": "So", "start": 0.0, "end": 0.2, "probability": 0.9, "suspect": True}
    ]
    assert document["pace"]["curve"] == [{"t": 7.5, "wpm": 120.0}]
    assert document["pauses"]["items"] == [{"start": 1.0, "end": 1.5, "place": "boundary"}]
    assert document["fillers"]["items"] == [
        {
            "kind": "marker", "text": "So", "words": [0], "start": 0.0, "end": 0.2,
            "confidence": 0.8,
        }
    ]  # fmt: skip
    assert document["advice"] == [
        {
            "headline": "Shorter", "because": "It took 200 s.",
            "evidence": [{"start": 0.0, "end": 1.0}], "source": "convention", "positive": False,
        }
    ]  # fmt: skip
    assert document["not_known"] == [{"field": "delivery", "why": "There is no audio."}]


def test_sentence_words_are_first_and_last() -> None:
    sentence = StarSentence("We won.", (3, 4), None, None, "R", 0.7)
    report = Report(star=replace(Report().star, sentences=(sentence,)))
    assert report_json.as_json(report)["star"]["sentences"][0] == {
        "text": "We won.", "words": [3, 4], "start": None, "end": None, "part": "R",
        "confidence": 0.7,
    }  # fmt: skip


def test_a_figure_that_is_no_number_becomes_null() -> None:
    document = report_json.as_json(Report(pace=Pace(wpm=float("nan"))))
    assert document["pace"]["wpm"] is None


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        {},
        {"schema": "sayback.take/1"},
        {"schema": "sayback.report/1", "pace": []},
        {"schema": "sayback.report/1", "pace": {"wpm": "fast"}},
        {"schema": "sayback.report/1", "star": {"missing": ["X"]}},
        {"schema": "sayback.report/1", "transcript": {}},
    ],
)
def test_what_is_no_report_is_refused(document: Any) -> None:
    with pytest.raises(ValueError, match=r"sayback\.report/1"):
        report_json.from_json(document)


def test_unknown_keys_of_a_later_version_are_ignored() -> None:
    document = report_json.as_json(Report(pace=Pace(wpm=120.0)))
    document["pace"]["swing"] = 3
    document["later"] = {}
    assert report_json.from_json(document).pace.wpm == 120.0


_numbers = st.floats(min_value=0, max_value=1e5, allow_nan=False) | st.none()
_texts = st.text(min_size=1, max_size=20)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
_words = st.builds(
    Word,
    text=_texts.map(str.strip),
    start_s=st.none(),
    end_s=_numbers,
    probability=st.floats(0, 1) | st.none(),
)
_transcripts = st.builds(
    Transcript,
    words=st.lists(_words, max_size=4).map(tuple),
    engine=st.none() | _texts,
    model=st.none() | _texts,
    language=st.none() | _texts,
)


@given(st.builds(Report, transcript=_transcripts))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_report_survives_the_round_trip_through_a_file(report: Report) -> None:
    text = json.dumps(report_json.as_json(report), allow_nan=False)
    assert report_json.from_json(json.loads(text)) == report
