"""Downloads from a small hub on this machine, which breaks off where it is told to."""

import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayback import paths
from sayback.errors import ModelError
from sayback.whisper.download import download_model
from sayback.whisper.models import find_model, installed_models

REPOSITORY = "Systran/faster-whisper-tiny.en"
VERSION = "0123456789abcdef0123456789abcdef01234567"
MODEL = bytes(range(256)) * 4000  # 1 MB
FILES = {
    "README.md": b"not wanted",
    "config.json": b"{}",
    "tokenizer.json": b"{}",
    "vocabulary.txt": b"a\nb\n",
    "model.bin": MODEL,
}


class Hub(ThreadingHTTPServer):
    """Serves one repository; `serve_bytes` breaks the connection off after so many bytes."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.version = VERSION
        self.files = dict(FILES)
        self.serve_bytes = None
        self.ranges_known = True
        self.status = None
        self.asked = []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_arguments):
        pass

    def do_GET(self):
        hub = self.server
        path = self.path.split("?")[0]
        if path.startswith(f"/api/models/{REPOSITORY}"):
            self._reply(200, json.dumps(self._listing()).encode(), "application/json")
            return
        name = path.rsplit("/", 1)[-1]
        assert path == f"/{REPOSITORY}/resolve/{hub.version}/{name}"
        start = 0
        if (wanted := self.headers.get("Range")) and hub.ranges_known:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        hub.asked.append((name, start))
        if hub.status:
            self._reply(hub.status, b"no", "text/plain")
            return
        self._file(hub.files[name], start)

    def _listing(self):
        hub = self.server
        siblings = [
            {"rfilename": name, "size": len(content), "blobId": "b"}
            for name, content in hub.files.items()
        ]
        for file in siblings:
            if file["rfilename"] == "model.bin":
                digest = hashlib.sha256(MODEL).hexdigest()
                file["lfs"] = {"sha256": digest, "size": len(MODEL), "pointerSize": 130}
        return {"id": REPOSITORY, "modelId": REPOSITORY, "sha": hub.version, "siblings": siblings}

    def _file(self, content, start):
        rest = content[start:]
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        limit = self.server.serve_bytes
        self.wfile.write(rest if limit is None else rest[:limit])
        self.close_connection = True

    def _reply(self, status, content, kind):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture
def hub(monkeypatch):
    server = Hub()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    monkeypatch.setenv("HF_ENDPOINT", server.url)
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def download(**options):
    return download_model("tiny.en", wait_s=0, **options)


def starts(hub, name="model.bin"):
    return [start for asked, start in hub.asked if asked == name]


def test_a_download_puts_all_that_is_needed_into_the_models_folder(hub):
    folder = download()
    assert folder == find_model("tiny.en")
    assert folder.path == (paths.models_dir() / "tiny.en").resolve()
    assert {file.name for file in folder.path.iterdir()} == set(FILES) - {"README.md"}
    assert (folder.path / "model.bin").read_bytes() == MODEL
    assert [entry.name for entry in paths.models_dir().iterdir()] == ["tiny.en"]


def test_progress_rises_to_the_size_that_was_announced(hub):
    told = []
    download(on_progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    total = sum(len(content) for name, content in FILES.items() if name != "README.md")
    assert told[-1] == (total, total)


def test_a_connection_that_breaks_is_taken_up_where_it_broke(hub):
    hub.serve_bytes = 300_000
    assert (download().path / "model.bin").read_bytes() == MODEL
    assert starts(hub) == [0, 300_000, 600_000, 900_000]


def test_a_download_that_was_stopped_goes_on_the_next_time(hub):
    def stop(done, _total):
        if done > 400_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        download(on_progress=stop)
    assert installed_models() == ()
    hub.asked.clear()
    assert (download().path / "model.bin").read_bytes() == MODEL
    (start,) = starts(hub)
    assert start > 400_000


def test_a_line_that_is_dead_gives_up_and_says_how_far_it_came(hub):
    def cut_the_line(done, _total):
        if done > 600_000:
            hub.serve_bytes = 0

    hub.serve_bytes = 300_000
    with pytest.raises(
        ModelError, match=r"stopped at 0 of 1 MB.*models download tiny\.en` goes on"
    ):
        download(on_progress=cut_the_line)
    with pytest.raises(ModelError, match="not on this machine"):
        find_model("tiny.en")
    hub.serve_bytes = None
    assert (download().path / "model.bin").read_bytes() == MODEL


def test_a_server_that_knows_no_ranges_sends_everything_again(hub):
    hub.serve_bytes = 600_000
    hub.ranges_known = False
    with pytest.raises(ModelError, match="stopped"):
        download()
    hub.serve_bytes = None
    assert (download().path / "model.bin").read_bytes() == MODEL


def test_a_new_version_does_not_go_on_from_the_old_one(hub):
    hub.serve_bytes = 0
    with pytest.raises(ModelError):
        download()
    hub.serve_bytes, hub.version = None, "f" * 40
    assert (download().path / "model.bin").read_bytes() == MODEL
    assert [entry.name for entry in paths.models_dir().iterdir()] == ["tiny.en"]


def test_damage_on_the_way_is_noticed_and_not_kept(hub):
    hub.files["model.bin"] = b"\xff" + MODEL[1:]
    with pytest.raises(ModelError, match=r"model\.bin.*came damaged"):
        download()
    hub.files["model.bin"] = MODEL
    assert (download().path / "model.bin").read_bytes() == MODEL


def test_a_refusal_is_not_tried_again(hub):
    hub.status = 404
    with pytest.raises(ModelError, match="answers 404"):
        download()
    assert len(hub.asked) == 1


def test_a_model_that_is_there_needs_no_network(hub):
    download()
    hub.asked.clear()
    download()
    assert hub.asked == []


def test_a_folder_that_lost_a_file_is_completed(hub):
    (download().path / "tokenizer.json").unlink()
    assert (download().path / "tokenizer.json").exists()


def test_no_network_is_one_sentence(monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(
        ModelError, match=r"tiny\.en can't be downloaded.*does not answer"
    ) as caught:
        download()
    assert "\n" not in str(caught.value)


def test_too_small_a_disk_is_noticed_before_the_download(hub, monkeypatch):
    usage = type("Usage", (), {"free": 10_000_000})
    monkeypatch.setattr("shutil.disk_usage", lambda _path: usage)
    with pytest.raises(ModelError, match=r"needs 51 MB.*10 MB free"):
        download()
    assert hub.asked == []


def test_a_folder_that_cannot_be_written_is_named(hub, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("SAYBACK_MODELS", str(tmp_path / "file"))
    with pytest.raises(ModelError, match="can't be written"):
        download()


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(ModelError, match=r"no model 'huge' to download.*base\.en"):
        download_model("huge")
