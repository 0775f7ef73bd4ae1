import os

import pytest

from sayback.whisper.random_weights import TINIEST, save_random_model


@pytest.fixture(autouse=True)
def no_foreign_cache(monkeypatch):
    """A developer's own Hugging Face cache must not change what is installed."""
    for name in list(os.environ):
        if name.startswith("HF_"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def random_model(tmp_path_factory):
    """Folder of a model that loads and decodes, and writes nonsense."""
    folder = tmp_path_factory.mktemp("random")
    save_random_model(TINIEST, folder)
    return folder
