"""Two takes as terminal text: every figure, at any width."""

import pytest

from sayback.compare import compare
from sayback.library import Library
from sayback.render.comparison import render_comparison
from sayback.render.safe_text import cells
from tests.compare.cut import without_filler
from tests.library.made_takes import put
from tests.render import reports


@pytest.fixture(params=["story", "design", "pending"])
def comparison(request, tmp_path):
    """A take beside a later one."""
    library = Library(tmp_path)
    later = {
        "story": without_filler(reports.rich(), 0),
        "design": reports.system_design(),
        "pending": reports.pending(),
    }[request.param]
    a = put(library, "2026-11-20/100000-a", reports.rich())
    return compare(a, put(library, "2026-11-21/100000-b", later))


@pytest.mark.parametrize("width", [40, 60, 77, 78, 120])
def test_no_line_is_longer_than_the_terminal(comparison, width):
    lines = render_comparison(comparison, width=width).splitlines()

    assert [line for line in lines if cells(line) > width] == []


@pytest.mark.parametrize("width", [40, 120])
def test_every_difference_is_told_with_its_figure(comparison, width):
    text = render_comparison(comparison, width=width)

    for difference in comparison.differences:
        assert difference.figure.label in text
        if difference.change:
            assert f"{abs(difference.change):.{difference.figure.decimals}f}" in text
