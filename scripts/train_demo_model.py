# /// script
# requires-python = ">=3.11"
# dependencies = [
#     "ctranslate2>=4.5", "espeakng-loader>=0.2.4", "faster-whisper>=1.2.1,<2", "numpy>=2",
#     "soundfile>=0.13", "tokenizers>=0.20", "torch>=2.5",
# ]
# ///
"""Makes the demo model from nothing but this repository and packages.

    python scripts/train_demo_model.py --minutes 70 --out build/demo

A very small Whisper is trained from scratch on the embedded espeak-ng voice, converted for
faster-whisper, and measured on answers that it never heard. A GPU is used if there is one.
`--export-only` converts the last checkpoint of a run that still goes on.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "src"))
# On shared cores, waiting threads must not burn the time of others.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("GOMP_SPINCOUNT", "0")


def main() -> None:
    """Train, convert, measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, required=True, help="the model folder to write")
    parser.add_argument("--minutes", type=float, default=70.0, help="time to train")
    parser.add_argument("--work", type=Path, help="where checkpoints go (default: OUT-work)")
    parser.add_argument("--sentences", type=int, default=40_000, help="spoken sentences to make")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--resume", action="store_true", help="polish the last checkpoint; take another --seed"
    )
    parser.add_argument("--export-only", action="store_true", help="convert the last checkpoint")
    chosen = parser.parse_args()
    work = chosen.work or chosen.out.with_name(chosen.out.name + "-work")
    work.mkdir(parents=True, exist_ok=True)
    if not chosen.export_only:
        _train(chosen, work)
    from demo_model import export, tokenizer, train

    network = train.load(work / "network.pt")
    export.export(network, tokenizer.load(work / "tokenizer.json"), chosen.out)
    _log(f"written to {chosen.out}; measure it with scripts/demo_model/evaluate.py")


def _train(chosen: argparse.Namespace, work: Path) -> None:
    import torch

    from demo_model import model, pool, tokenizer, train

    torch.manual_seed(chosen.seed)
    random.seed(chosen.seed)
    torch.set_num_threads(chosen.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if not chosen.resume:
        pool.make_tokenizer(chosen.seed).save(str(work / "tokenizer.json"), pretty=False)
        (work / "phonemes.json").write_text(json.dumps(pool.phoneme_inventory(chosen.seed)))
    made = tokenizer.load(work / "tokenizer.json")
    phonemes = json.loads((work / "phonemes.json").read_text())
    spoken = pool.Pool(
        made, phonemes, size=chosen.sentences, seed=chosen.seed, workers=chosen.threads
    )
    while len(spoken.clips) < min(4000, chosen.sentences // 2):
        time.sleep(1.0)
    if chosen.resume:
        network = train.load(work / "network.pt")
    else:
        network = model.Whisper(model.Shape(width=160, heads=2), len(phonemes) + 1)
    size = sum(parameter.numel() for parameter in network.parameters())
    _log(f"{size / 1e6:.2f} million weights, {len(phonemes)} phonemes, on {device}")
    train.train(
        network,
        spoken,
        clock=train.Clock(time.monotonic(), chosen.minutes * 60.0),
        seed=chosen.seed,
        device=device,
        checkpoint=work / "network.pt",
        log=_log,
        polish=chosen.resume,
    )
    spoken.stop()


def _log(line: str) -> None:
    print(time.strftime("%H:%M:%S"), line, flush=True)


if __name__ == "__main__":
    main()
