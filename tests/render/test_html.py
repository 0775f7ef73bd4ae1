"""One HTML file: everything inside it, nothing from outside that could run."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from sayback.render.heading import DEMO_WARNING
from sayback.render.html import render_html
from sayback.render.sound_sketch import SoundSketch
from tests.render import reports
from tests.render.golden_files import check_golden

SKETCH = SoundSketch(65.0, (0.0, 0.5, 1.0, 0.5), (None, -2.0, 1.0, None, 3.0))


class Reader(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)

    def having(self, name):
        return [attributes[name] for _, attributes in self.tags if name in attributes]


def without_style_and_script(page: str) -> str:
    """Return the page as it changes with the report."""
    page = re.sub(r"<style>.*?</style>", "<style>…</style>", page, flags=re.DOTALL)
    page = re.sub(r"<script>.*?</script>", "<script>…</script>", page, flags=re.DOTALL)
    return re.sub(r"sha256-[^']+", "sha256-…", page)


@pytest.mark.parametrize("name", reports.ALL)
def test_the_page_looks_as_it_did(name):
    sketch = SKETCH if name == "rich" else None
    audio = b"sound" if name != "imported" else None
    page = render_html(reports.ALL[name](), audio=audio, sketch=sketch)

    check_golden(f"{name}.html", without_style_and_script(page))


def test_the_audio_is_inside_byte_for_byte():
    page = render_html(reports.rich(), audio=b"RIFF\x00\xff", audio_type="audio/flac")
    (source,) = Reader(page).having("src")

    assert source == "data:audio/flac;base64," + base64.b64encode(b"RIFF\x00\xff").decode()


@pytest.mark.parametrize("name", reports.ALL)
def test_nothing_is_loaded_from_anywhere(name):
    page = render_html(reports.ALL[name](), audio=b"sound", sketch=SKETCH)
    reader = Reader(page)

    assert {tag for tag, _ in reader.tags}.isdisjoint({"link", "img", "iframe", "object", "a"})
    assert all(source.startswith("data:") for source in reader.having("src"))
    assert "url(" not in page
    assert "@import" not in page


def test_only_the_pages_own_script_may_run():
    page = render_html(reports.rich(), audio=b"sound")
    script = re.search(r"<script>(.*)</script>", page, flags=re.DOTALL)[1]
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    (policy,) = [text for text in Reader(page).having("content") if "default-src" in text]

    assert f"script-src 'sha256-{allowed}';" in policy
    assert policy.startswith("default-src 'none'")


def test_hostile_words_stay_words():
    report = reports.hostile()
    reader = Reader(render_html(report, audio=b"sound"))
    harmless = Reader(render_html(reports.rich(), audio=b"sound"))
    text = "".join(reader.text)

    assert {tag for tag, _ in reader.tags} <= {tag for tag, _ in harmless.tags}
    assert [tag for tag, _ in reader.tags].count("script") == 1
    assert not any(name.startswith("on") for _, attrs in reader.tags for name in attrs)
    assert "onerror" not in reader.having("lang")
    for word in ("<script>alert(1)</script>", '"><img/src=x>', "{{7*7}}", "&amp;", "[31mred"):
        assert word in text
    assert "\x1b" not in text


def test_each_word_knows_its_time():
    report = reports.rich()
    words = [attrs for _, attrs in Reader(render_html(report)).tags if attrs.get("class") == "w"]

    assert len(words) == 152, "all but the two suspect ones, which have a class more"
    assert (words[0]["data-t"], words[0]["data-e"]) == ("1.2", "1.41")


def test_parts_pauses_and_fillers_stand_on_the_timeline_at_their_time():
    report = reports.rich()
    page = render_html(report)
    length_s = report.take.duration_s
    left = round(100 * report.pauses.items[-1].start / length_s, 3)

    assert f'x="{left}%" y="24"' in page
    assert page.count('class="mark mark-') == len(report.fillers.items)
    assert "Action, unclear, 0:27 to 0:35" in page


def test_unclear_labels_say_so_in_words():
    page = render_html(reports.rich())

    assert 'title="filled pause, unclear"' in page
    assert ">A?<" in page


def test_without_audio_there_is_no_player_and_no_hint_of_keys():
    page = render_html(reports.rich())

    assert "<audio" not in page
    assert "<kbd>" not in page
    assert 'id="timeline"' in page


def test_text_alone_has_no_timeline():
    assert 'id="timeline"' not in render_html(reports.imported())


def test_the_words_carry_their_language():
    assert 'lang="fr"' in render_html(reports.french())


def test_words_of_the_demo_model_are_headed_as_not_reliable():
    page = render_html(reports.demo())

    assert page.index(DEMO_WARNING) < page.index("<h1>")


def test_a_pending_report_says_how_to_complete_it():
    assert "<code>sayback models download</code>" in render_html(reports.pending())
