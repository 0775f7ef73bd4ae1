"""`sayback analyze --json` against the contract `sayback.report/1`, in every kind of case.

Every object and list is there whatever is known; only leaves are null. Keys may be added to the
contract, and then here; none may go or change its type without a new number.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from types import NoneType
from typing import Any

import numpy as np
import pytest
import soundfile

from sayback.cli.app import run
from sayback.errors import ExitCode
from tests.cli.speech_files import SENTENCES, length_s, write_recording

NUMBER = (float, NoneType)
COUNT = (int, NoneType)
TEXT = (str, NoneType)
FLAG = (bool, NoneType)


class OneOf(set[Any]):
    """A leaf that is one of these."""


RATE = {"count": COUNT, "per_minute": NUMBER, "per_100_words": NUMBER}
FINDINGS = [{"text": (str,), "words": [(int,)]}]
CONTRACT: dict[str, Any] = {
    "schema": OneOf({"sayback.report/1"}),
    "take": {
        "id": TEXT, "question_id": TEXT, "question": TEXT, "recorded_at": TEXT, "audio": TEXT,
        "duration_s": NUMBER,
    },
    "transcript": {
        "status": OneOf({"done", "pending", "imported"}), "engine": TEXT, "model": TEXT,
        "language": TEXT, "text": (str,),
        "words": [
            {"text": (str,), "start": NUMBER, "end": NUMBER, "probability": NUMBER,
             "suspect": (bool,)},
        ],
        "segment_starts": [(int,)],
    },
    "pace": {
        "words": COUNT, "wpm": NUMBER, "articulation_sps": NUMBER, "phonation_ratio": NUMBER,
        "time_to_first_word_s": NUMBER, "mean_run_syllables": NUMBER,
        "verdict": OneOf({"slow", "measured", "target", "brisk", "fast", None}),
        "curve": [{"t": (float,), "wpm": (float,)}],
    },
    "pauses": {
        "count": COUNT, "per_minute": NUMBER, "mean_s": NUMBER, "longest_s": NUMBER,
        "long_count": COUNT,
        "items": [
            {"start": (float,), "end": (float,), "place": OneOf({"boundary", "mid_clause", None})}
        ],
    },
    "fillers": {
        "filled_pauses": RATE, "markers": RATE, "repetitions": RATE, "possible": RATE,
        "items": [
            {"kind": OneOf({"filled_pause", "marker", "repetition", "possible"}),
             "text": (str,), "words": [(int,)], "start": NUMBER, "end": NUMBER,
             "confidence": NUMBER},
        ],
    },
    "star": {
        "applies": FLAG, "why": TEXT, "missing": [OneOf({"S", "T", "A", "R"})],
        "shares": dict.fromkeys("STARO", NUMBER),
        "sentences": [
            {"text": (str,), "words": [(int,)], "start": NUMBER, "end": NUMBER,
             "part": OneOf({"S", "T", "A", "R", "O"}), "confidence": NUMBER},
        ],
    },
    "content": {
        "quantities": FINDINGS, "result_quantified": FLAG, "i_count": COUNT, "we_count": COUNT,
        "hedges": FINDINGS,
        "design": dict.fromkeys(
            ("clarifying_questions", "assumptions", "figures", "trade_offs", "risks"), FINDINGS
        ),
    },
    "delivery": {
        "pitch_sd_semitones": NUMBER, "volume_sd_db": NUMBER, "clipping": FLAG,
        "too_quiet": FLAG, "verdict": OneOf({"flat", "typical", "lively", None}),
    },
    "advice": [
        {"headline": (str,), "because": (str,),
         "evidence": [{"start": (float,), "end": (float,)}], "source": (str,),
         "positive": (bool,)},
    ],
    "not_known": [{"field": (str,), "why": (str,)}],
}  # fmt: skip
"""An object has exactly these keys, a list holds only such items, a tuple names a leaf's types."""


def differences(value: Any, contract: Any, where: str = "report") -> list[str]:
    """Return what of a value is not as the contract has it."""
    if isinstance(contract, OneOf):
        return [] if value in contract else [f"{where}: {value!r} is none of {contract}"]
    if isinstance(contract, tuple):
        # type(), not isinstance(): a bool is no count, and an integer is no time.
        fits = type(value) in contract and not (type(value) is float and not math.isfinite(value))
        return [] if fits else [f"{where}: {value!r} has a wrong type"]
    if type(value) is not type(contract):
        return [f"{where}: {value!r} is no {type(contract).__name__}"]
    if isinstance(contract, list):
        return [
            line
            for number, item in enumerate(value)
            for line in differences(item, contract[0], f"{where}[{number}]")
        ]
    if set(value) != set(contract):
        return [f"{where}: keys {sorted(set(value) ^ set(contract))}"]
    return [
        line
        for key in contract
        for line in differences(value[key], contract[key], f"{where}.{key}")
    ]


STORY = (
    "Last year our service was failing every night, and you know it was kind of bad. "
    "I was asked to find out why. First I I read the logs, and um I wrote a test. "
    "As a result the failures went from 10 a week to none."
)
FRENCH = (
    "Je pense que nous avons fait un bon travail avec les clients de la maison, et il y a une "
    "équipe qui est dans le bureau. " * 3
)
DESIGN = (
    "How many users do we expect? I assume ten million users a day. A cache costs memory, but "
    "the trade-off is that reads are faster. The risk is that the database fails at 5000 "
    "requests per second."
)


@pytest.fixture
def spoken(tmp_path: Path) -> Path:
    return write_recording(tmp_path / "answer.wav")


@pytest.fixture
def silent(tmp_path: Path) -> Path:
    path = tmp_path / "silent.wav"
    soundfile.write(path, np.zeros(16_000 * 3), 16_000)
    return path


@pytest.fixture
def short(tmp_path: Path) -> Path:
    path = tmp_path / "short.wav"
    soundfile.write(path, np.full(160, 0.1), 16_000)
    return path


def words_file(tmp_path: Path, text: str) -> Path:
    """Write words with times that are spread over the recording."""
    words = text.split()
    step_s = length_s() / len(words)
    path = tmp_path / "words.json"
    timed = [
        {"text": word, "start": number * step_s, "end": (number + 0.8) * step_s}
        for number, word in enumerate(words)
    ]
    path.write_text(json.dumps({"words": timed}), encoding="utf-8")
    return path


def text_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "words.txt"
    path.write_text(text, encoding="utf-8")
    return path


def report(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    """Analyse, and return a report that keeps the contract in its types and in its sense."""
    assert run(["analyze", "--json", *map(str, arguments)]) == ExitCode.DONE
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert differences(document, CONTRACT) == []
    assert_consistent(document)
    return document


def assert_consistent(document: dict[str, Any]) -> None:
    """Check what the contract says of the values, whatever was analysed."""
    count = len(document["transcript"]["words"])
    sentences = document["star"]["sentences"]
    if sentences:
        covered = [
            index for each in sentences for index in range(each["words"][0], each["words"][1] + 1)
        ]
        assert covered == list(range(count)), "sentences cover every word once, in order"
        assert sum(document["star"]["shares"].values()) == pytest.approx(1)
    content = document["content"]
    for item in (
        *document["fillers"]["items"], *content["quantities"], *content["hedges"],
        *(found for finding in content["design"].values() for found in finding),
    ):  # fmt: skip
        assert all(0 <= index < count for index in item["words"])
    for kind, rate in (
        ("filled_pause", "filled_pauses"), ("marker", "markers"),
        ("repetition", "repetitions"), ("possible", "possible"),
    ):  # fmt: skip
        found = sum(item["kind"] == kind for item in document["fillers"]["items"])
        assert found == (document["fillers"][rate]["count"] or 0)
    assert len(document["pauses"]["items"]) == (document["pauses"]["count"] or 0)
    for item in document["fillers"]["items"]:
        assert item["kind"] != "possible" or None not in (item["start"], item["end"])


def not_known(document: dict[str, Any]) -> set[str]:
    return {each["field"].partition(".")[0] for each in document["not_known"]}


def test_words_that_are_pending(spoken, capsys):
    found = report(capsys, spoken)

    assert found["transcript"]["status"] == "pending"
    assert found["transcript"]["words"] == found["star"]["sentences"] == []
    assert found["pauses"]["count"] >= 1
    assert {"transcript", "fillers", "star", "content"} <= not_known(found)


@pytest.mark.parametrize("recording", ["silent", "short"])
def test_a_recording_without_speech(recording, request, capsys):
    found = report(capsys, request.getfixturevalue(recording))

    assert found["take"]["duration_s"] is not None
    assert found["pauses"]["items"] == found["fillers"]["items"] == []
    assert {"pace", "pauses", "star", "delivery"} <= not_known(found)
    assert found["delivery"]["too_quiet"] is (recording == "silent")
    assert found["delivery"]["clipping"] is False


@pytest.mark.e2e
def test_words_that_were_recognised(spoken, capsys):
    found = report(capsys, spoken, "--model", "demo")

    assert found["transcript"]["status"] == "done"
    assert found["transcript"]["model"] == "demo"
    heard = [word["text"].strip(".,?").lower() for word in found["transcript"]["words"]]
    said = " ".join(SENTENCES).replace(".", "").replace(",", "").lower().split()
    assert len(set(said) & set(heard)) >= 0.7 * len(set(said))
    assert all(word["start"] is not None for word in found["transcript"]["words"])
    assert "transcript" not in not_known(found)


def test_words_given_with_the_recording(spoken, tmp_path, capsys):
    text = " ".join(SENTENCES)
    found = report(capsys, spoken, "--transcript", words_file(tmp_path, text))

    assert found["transcript"]["status"] == "imported"
    assert [word["text"] for word in found["transcript"]["words"]] == text.split()
    assert len(found["star"]["sentences"]) == len(SENTENCES)


def test_words_given_with_a_silent_recording(silent, tmp_path, capsys):
    found = report(capsys, silent, "--transcript", text_file(tmp_path, STORY))

    assert len(found["transcript"]["words"]) == len(STORY.split())


def test_words_alone(tmp_path, capsys):
    found = report(capsys, "--transcript", text_file(tmp_path, STORY))

    assert found["take"]["audio"] is found["take"]["duration_s"] is None
    assert {item["kind"] for item in found["fillers"]["items"]} >= {"filled_pause", "repetition"}
    assert found["content"]["quantities"]
    assert found["star"]["applies"] is True
    assert {"pauses", "delivery"} <= not_known(found)


@pytest.mark.parametrize("text", ['{"words": []}', '{"words": [{"text": "…"}]}'])
def test_a_transcript_in_which_no_word_was_said(text, spoken, tmp_path, capsys):
    words = tmp_path / "words.json"
    words.write_text(text, encoding="utf-8")

    for arguments in ((), (spoken,)):
        found = report(capsys, *arguments, "--transcript", words)
        assert found["transcript"]["status"] == "imported"


def test_words_whose_times_make_no_sense(spoken, tmp_path, capsys):
    words = tmp_path / "words.json"
    words.write_text(
        '{"words": [{"text": "I", "start": 5, "end": 2}, {"text": "um", "start": 0, "end": 900},'
        ' {"text": "ran", "start": NaN, "end": -1}, {"text": "it.", "start": "x"}]}'
    )

    found = report(capsys, spoken, "--transcript", words)
    assert len(found["transcript"]["words"]) == 4


def test_an_answer_in_french(spoken, tmp_path, capsys):
    found = report(capsys, spoken, "--transcript", words_file(tmp_path, FRENCH), "--language", "fr")

    assert found["transcript"]["words"]
    assert found["pauses"]["count"] is not None
    assert found["fillers"]["items"] == found["content"]["hedges"] == []
    assert found["fillers"]["filled_pauses"]["count"] is None
    assert {"fillers", "star", "content"} <= not_known(found)


def test_an_answer_to_a_system_design_question(tmp_path, capsys):
    found = report(
        capsys, "--transcript", text_file(tmp_path, DESIGN),
        "--question", "Design a system that shortens links for ten million users.",
    )  # fmt: skip

    assert found["star"]["applies"] is False
    assert found["take"]["question"].startswith("Design a system")
    assert all(found["content"]["design"][key] for key in ("clarifying_questions", "assumptions"))


def test_a_question_that_a_pack_holds(tmp_path, capsys):
    found = report(
        capsys, "--transcript", text_file(tmp_path, STORY),
        "--question", "co-push-back-for-customer",
    )  # fmt: skip

    assert found["take"]["question_id"] == "co-push-back-for-customer"


def test_several_recordings_give_a_list_of_reports(spoken, silent, capsys):
    assert run(["analyze", "--json", str(spoken), str(silent)]) == ExitCode.DONE

    documents = json.loads(capsys.readouterr().out)
    assert [each["take"]["audio"] for each in documents] == ["answer.wav", "silent.wav"]
    assert [differences(each, CONTRACT) for each in documents] == [[], []]


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("pace", "wpm"), "fast"),
        (("pauses", "count"), 1.0),
        (("star", "sentences"), None),
        (("star", "missing"), ["X"]),
        (("delivery", "clipping"), 0),
        (("take", "later"), 1),
    ],
)
def test_what_breaks_the_contract_is_seen(path, wrong, tmp_path, capsys):
    document = report(capsys, "--transcript", text_file(tmp_path, STORY))
    document[path[0]][path[1]] = wrong

    assert len(differences(document, CONTRACT)) == 1
