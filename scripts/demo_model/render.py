"""Writes the demo's answers as sound, with the words that are said in them.

    python scripts/demo_model/render.py OUT_FOLDER

For each answer ID: ID.wav (mono, 16 kHz, 16 bit) and ID.json (question, and words with times).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
# At the end: scripts/test.py must not stand before Python's own `test`.
sys.path += [str(SCRIPTS), str(SCRIPTS.parent / "src")]

from demo_model import answers, demo_text, speech  # noqa: E402

# A speed and a pitch of the tests: the model has never heard them.
_MANNER = speech.Manner("en-us", speech.TEST_RATES_WPM[2], speech.TEST_PITCHES[1])
_NOISE_BELOW_DB = 45.0


def main() -> None:
    """Render all answers."""
    import soundfile

    parser = argparse.ArgumentParser(description="Write the demo's answers as sound.")
    parser.add_argument("out", type=Path)
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    for answer in demo_text.demo_answers():
        spoken = answers.speak_demo(answer, _MANNER)
        samples = answers.noisy(random.Random(answer.id), spoken.samples, "pink", _NOISE_BELOW_DB)
        soundfile.write(out / f"{answer.id}.wav", samples, speech.SAMPLE_RATE_HZ, "PCM_16")
        words = [
            {"text": word.text, "start": round(word.start_s, 3), "end": round(word.end_s, 3)}
            for word in spoken.words
        ]
        said = {"question": answer.question, "words": words}
        (out / f"{answer.id}.json").write_text(json.dumps(said, indent=1) + "\n", "utf-8")
        print(f"{answer.id}: {spoken.duration_s:.1f} s, {len(words)} words")


if __name__ == "__main__":
    main()
