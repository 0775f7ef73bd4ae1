"""The card that lies in the model's folder: what it is for, how it was made, what was measured."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_CARD = """\
# Sayback's demo model

A very small Whisper that understands **only Sayback's own synthetic voice** (espeak-ng, US
English) and about {vocabulary:,} words of interview English. It exists so that `sayback demo` and
the tests take the real recognition path on a machine without any downloaded model. On a human voice
it writes nonsense, and is sure of it: Sayback never chooses it for a recording of yours.

- Architecture: Whisper, 4 encoder and 2 decoder layers of width 160; int8 for CTranslate2;
  {megabytes} MB in all. `config.json` asks for pieces of at most {piece_s:.0f} s.
- Made by `scripts/train_demo_model.py` from nothing but this repository: random sentences from
  `scripts/demo_model/grammar.py`, spoken by the embedded espeak-ng, which also says when each word
  begins. No recording of a person and no other model was used. These weights took 61 minutes on two
  shared CPU cores: 3,571 steps, 116 hours of audio put together from 22,800 spoken sentences.
- Licence: that of the project.

## Measured

{cases} random answers of 20 to 90 s ({minutes} minutes, {words:,} words). No sentence, speed or
pitch of them occurs in training. They hold filled pauses, "like", "you know", doubled words, pauses
and light noise (20 to 45 dB below the speech), and are decoded as Sayback decodes everything:
pieces cut at pauses, beam 5, no conditioning on previous text.

| | measured | wanted |
|---|---|---|
| word error | {word_error_percent} % | at most 5 % |
| filled pauses found ({filled_pauses}) | {filled_pauses_found_percent} % | at least 90 % |
| word starts within 100 ms | {starts_within_100_ms_percent} % | at least 90 % |
| error of a word's start, median and 95th percentile | {start_error_median_ms} and \
{start_error_95th_ms} ms | |
| real time on 2 cores | × {real_time_factor} | at most 0.1 |
| words on silence, noise and hum | {no_speech} | 0 |

Elsewhere:

| | word error |
|---|---|
| the demo's own {demo_cases} answers (unseen, but worded so that the model copes) | {demo} % |
| random words of the vocabulary, without any sense | {random_words} % |
{voices}
Voices with a plus sign are variants of espeak-ng; m5, f5, en-gb-x-rp and en-029 were never heard in
training. Every figure comes from synthetic speech and says nothing about people.
{human}"""


def write(folder: Path, figures: dict[str, Any]) -> None:
    """Write README.md into the model's folder."""
    from demo_model.grammar import ALL_WORDS

    voices = "".join(f"| voice {name} | {error} % |\n" for name, error in figures["voices"].items())
    human = "".join(
        f"\nA human voice ({name}) becomes: “{text}”\n" for name, text in figures["human"].items()
    )
    text = _CARD.format(
        **figures["main"],
        vocabulary=round(len(ALL_WORDS), -2),
        megabytes=figures["megabytes"],
        piece_s=figures["piece_s"],
        no_speech=sum(figures["no_speech"].values()),
        demo_cases=figures["demo"]["cases"],
        demo=figures["demo"]["word_error_percent"],
        random_words=figures["random_words"],
        voices=voices,
        human=human,
    )
    (folder / "README.md").write_text(text, "utf-8")
