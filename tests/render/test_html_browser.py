"""The HTML report in a real browser: clicking a word plays that word."""

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from sayback.render.html import render_html
from sayback.render.sound_sketch import sketch_sound
from tests.render import reports
from tests.render.chromium import Page, find_chromium

pytestmark = pytest.mark.e2e

PLAYING_FROM = "document.querySelector('audio').currentTime"
SETTLED = """
new Promise(resolve => {
  const audio = document.querySelector("audio");
  const done = () => { audio.pause(); resolve(audio.currentTime); };
  if (audio.seeking) audio.addEventListener("seeked", done, {once: true}); else done();
})
"""
READY = """
new Promise((resolve, reject) => {
  const audio = document.querySelector("audio");
  if (audio.readyState >= 2) resolve(true);
  audio.addEventListener("loadeddata", () => resolve(true));
  audio.addEventListener("error", () => reject(audio.error.message));
})
"""
SPOKEN = "[...document.querySelectorAll('.w.now')].map(w => w.textContent)"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    if not find_chromium():
        pytest.skip("no Chromium here")
    page = Page(tmp_path_factory.mktemp("profile"))
    yield page
    page.close()


@pytest.fixture(scope="module")
def report_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import soundfile

    report = reports.rich()
    rate_hz = 16_000
    times = np.arange(int(report.take.duration_s * rate_hz)) / rate_hz
    samples = (0.2 * np.sin(2 * np.pi * 180 * times)).astype(np.float32)
    flac = io.BytesIO()
    soundfile.write(flac, samples, rate_hz, format="FLAC", subtype="PCM_16")
    page = render_html(
        report, audio=flac.getvalue(), audio_type="audio/flac", sketch=sketch_sound(samples)
    )
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(page, encoding="utf-8")
    return path


@pytest.fixture
def page(browser: Page, report_file: Path) -> Page:
    browser.size(1280, 900)
    browser.requests.clear()
    browser.open(report_file)
    browser.run(READY)
    return browser


def word(index: int) -> str:
    return f'.w[data-t="{reports.rich().transcript.words[index].start_s}"]'


def test_a_click_on_a_word_plays_from_that_word(page: Page) -> None:
    wanted = reports.rich().transcript.words[54]

    page.click(word(54))

    assert page.run("!document.querySelector('audio').paused")
    assert page.run(SETTLED) == pytest.approx(wanted.start_s, abs=0.15)
    assert page.run(SPOKEN) == ["pulled"]


def test_the_spoken_word_is_highlighted_while_it_plays(page: Page) -> None:
    page.click(word(54))
    later = page.run(
        "new Promise(r => setTimeout(() => r([...document.querySelectorAll('.w.now')]"
        ".map(w => w.textContent).concat(document.querySelector('audio').currentTime)), 1200))"
    )

    spoken, time_s = later[0], later[-1]
    said = [w for w in reports.rich().transcript.words if (w.start_s or 0) <= time_s + 0.1]
    assert spoken in {w.text for w in said[-2:]}
    assert time_s > (reports.rich().transcript.words[54].start_s or 0.0) + 0.3


def test_fillers_evidence_and_parts_lead_to_their_moment(page: Page) -> None:
    fillers = sorted(item.start for item in reports.rich().fillers.items)

    for selector, start_s in (
        ("#next", fillers[0]),
        (".possible[data-t]", 14.05),
        (".advice .moment", reports.rich().advice[0].evidence[0].start),
        ("#timeline .mark-marker", fillers[1]),
        ("#timeline .part-T", reports.rich().star.sentences[2].start),
    ):
        page.run("(document.querySelector('audio').currentTime = 0, 0)")
        page.click(selector)
        assert page.run(SETTLED) == pytest.approx(start_s, abs=0.15), selector


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    page.press("n")
    assert page.run(SETTLED) == pytest.approx(3.58, abs=0.15)
    page.press("ArrowRight")
    assert page.run(SETTLED) == pytest.approx(4.58, abs=0.3)

    page.run("document.querySelector('.w[tabindex=\"0\"]').focus()")
    page.press("ArrowRight")
    page.press("ArrowRight")
    page.press("Enter")
    assert page.run(SETTLED) == pytest.approx(reports.rich().transcript.words[2].start_s, abs=0.15)

    page.run("document.activeElement.blur()")
    page.press(" ", " ")
    assert page.run("!document.querySelector('audio').paused")


def test_how_a_figure_is_measured_is_one_click_away(page: Page) -> None:
    assert not page.run("document.querySelector('.figure .how').checkVisibility()")
    page.click(".figure summary")
    assert page.run("document.querySelector('.figure .how').checkVisibility()")


def test_nothing_is_asked_of_any_network_and_no_script_is_refused(page: Page) -> None:
    assert [url for url in page.requests if not url.startswith(("file:", "data:"))] == []
    assert page.run("document.body.classList.contains('ready')")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_sticks_out_at_any_width(page: Page, width: int, dark: bool) -> None:
    page.size(width, 800, dark=dark)

    assert page.run("document.documentElement.scrollWidth") <= width
    background = page.run("getComputedStyle(document.body).backgroundColor")
    assert background == ("rgb(20, 22, 27)" if dark else "rgb(247, 246, 243)")


def test_a_hostile_report_runs_nothing(browser: Page, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(render_html(reports.hostile()), encoding="utf-8")

    browser.open(path)

    assert browser.run("document.querySelectorAll('script').length") == 1
    assert browser.run("document.querySelector('.w').textContent") == "<script>alert(1)</script>"
