"""Makes the synthetic speech of scripts/evaluation available: its word times are known."""

from __future__ import annotations

import sys
from pathlib import Path

# At the end: scripts/test.py must not stand before Python's own `test`.
sys.path.append(str(Path(__file__).parents[2] / "scripts"))
