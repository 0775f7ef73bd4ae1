#!/usr/bin/env python3
"""Speak the bundled demo answer again: `.venv/bin/python scripts/make_demo_answer.py`.

Writes the sound and the words with their true times, which the voice itself announces. Its text,
speed and pitch were kept out of the demo model's training.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import soundfile

from sayback.demo.answer import ANSWER_PATH, QUESTION, TRANSCRIPT_PATH

sys.path.append(str(Path(__file__).parent))

from demo_model.answers import speak_demo
from demo_model.demo_text import demo_answers
from demo_model.speech import SAMPLE_RATE_HZ, Manner

_MANNER = Manner("en-us", rate_wpm=163, pitch=45)
_PEAK = 0.5


def main() -> None:
    """Write both files."""
    answer = next(found for found in demo_answers() if found.question == QUESTION.text)
    spoken = speak_demo(answer, _MANNER)
    samples = spoken.samples * (_PEAK / np.max(np.abs(spoken.samples)))
    soundfile.write(ANSWER_PATH, samples, SAMPLE_RATE_HZ, subtype="PCM_16", format="FLAC")
    document = {
        "schema": "sayback.transcript/1",
        "engine": "espeak-ng",
        "model": None,
        "language": "en",
        "text": " ".join(word.text for word in spoken.words),
        "words": [
            {"text": word.text, "start": round(word.start_s, 3), "end": round(word.end_s, 3)}
            for word in spoken.words
        ],
    }
    TRANSCRIPT_PATH.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    print(f"{spoken.duration_s:.1f} s, {len(spoken.words)} words")


if __name__ == "__main__":
    main()
