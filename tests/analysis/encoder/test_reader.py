"""The packaged encoder: it loads, reads short and long answers alike, and has a stand-in."""

from pathlib import Path

import numpy as np
import pytest

from sayback.analysis.encoder import reader
from sayback.analysis.encoder.layout import windows
from sayback.analysis.encoder.network import load_tokens
from sayback.analysis.encoder.reader import Calibration, EncoderReader, load_encoder
from sayback.analysis.report import PARTS
from sayback.analysis.star import label_star
from sayback.analysis.star_reader import RuleReader, default_reader
from sayback.transcript.model import Transcript
from sayback.transcript.plain_text import from_text
from sayback.transcript.sentences import split_sentences

STORY = (
    "I was a night porter in a small hotel by the station.",
    "One night the boiler burst with ninety guests in the house.",
    "I had to get hot water back before breakfast.",
    "I rang three plumbers, and I carried kettles up to every floor.",
    "I moved the families to the wing that had its own heating.",
    "In the end breakfast was on time, and only two guests asked for their money back.",
)
PLAN = (
    "I would put a cache in front of the database and shard it by user.",
    "Then I would add a queue so that writes don't block the clients.",
    "The bottleneck would be the hot partition, so I'd replicate it.",
    "We could also use a content delivery network for the images.",
)
LONG = [
    (line[0], line[3:])
    for line in Path(__file__).with_name("long_answer.txt").read_text("utf-8").splitlines()
    if line[1:2] == "|"
]


@pytest.fixture(scope="module")
def encoder() -> EncoderReader:
    loaded = load_encoder()
    assert loaded is not None, "the packaged encoder can't be loaded"
    return loaded


def parts(encoder: EncoderReader, sentences: list[str] | tuple[str, ...]) -> str:
    found = encoder.read(sentences, "").probabilities
    assert found.sum(axis=1) == pytest.approx(np.ones(len(sentences)))
    return "".join(PARTS[label] for label in found.argmax(axis=1))


def test_reads_a_story_at_once(encoder: EncoderReader) -> None:
    assert parts(encoder, STORY) == "SSTAAR"


def test_without_punctuation_and_case_at_most_one_sentence_reads_otherwise(
    encoder: EncoderReader,
) -> None:
    bare = [text.lower().replace(",", "").replace(".", "") for text in STORY]
    found = parts(encoder, bare)
    assert sum(one == other for one, other in zip(found, "SSTAAR", strict=True)) >= 5


def test_words_without_marks_are_cut_where_sentences_end(encoder: EncoderReader) -> None:
    words = " ".join(STORY).lower().replace(",", "").replace(".", "").split()
    cuts = encoder.cut(words, max_words=30)
    ends = {" ".join(words[first : last + 1]).split()[-1] for first, last in cuts}
    assert {"house", "breakfast", "back"} <= ends


def test_tells_a_story_from_a_plan(encoder: EncoderReader) -> None:
    told, planned = encoder.read(STORY, "").applies, encoder.read(PLAN, "").applies
    assert told is not None
    assert planned is not None
    assert told > 0.8
    assert planned < 0.2


def test_what_stands_around_a_sentence_decides_what_it_is(encoder: EncoderReader) -> None:
    same = "That took the whole night."
    after_steps = encoder.read((*STORY[:5], same, STORY[5]), "").probabilities[5]
    alone = encoder.read((same,), "").probabilities[0]
    assert np.abs(after_steps - alone).max() > 0.05


def test_an_answer_of_six_minutes_goes_through_several_windows(encoder: EncoderReader) -> None:
    texts = [text for _, text in LONG]
    assert sum(len(text.split()) for text in texts) > 6 * 150
    assert len(windows([], load_tokens().of(texts))) > 2
    found = parts(encoder, texts)
    right = sum(true == said for (true, _), said in zip(LONG, found, strict=True))
    assert right / len(LONG) >= 0.8
    # The edges of windows are no beginnings and no ends of stories.
    middle = range(len(LONG) // 3, 2 * len(LONG) // 3)
    assert sum(LONG[k][0] == found[k] for k in middle) / len(middle) >= 0.7


def test_nothing_said_is_nothing_read(encoder: EncoderReader) -> None:
    assert encoder.read((), "Why?").probabilities.shape == (0, 5)


def test_where_the_files_are_missing_or_broken_the_rules_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "star.onnx").write_bytes(b"no model")
    for folder in (tmp_path, tmp_path / "nowhere"):
        monkeypatch.setattr(reader, "MODEL_FOLDER", folder)
        load_encoder.cache_clear()
        assert isinstance(default_reader(), RuleReader)
        transcript = Transcript(from_text(" ".join(STORY)))
        assert label_star(transcript, split_sentences(transcript), None).applies
    monkeypatch.undo()
    load_encoder.cache_clear()


def test_calibration_makes_probabilities_milder_or_bolder_and_labels_stay() -> None:
    bold = EncoderReader(reader.MODEL_FOLDER, Calibration(temperature=0.5))
    mild = EncoderReader(reader.MODEL_FOLDER, Calibration(temperature=2.0))
    one, other = (each.read(STORY, "").probabilities for each in (bold, mild))
    assert (one.argmax(axis=1) == other.argmax(axis=1)).all()
    assert (one.max(axis=1) > other.max(axis=1)).all()
