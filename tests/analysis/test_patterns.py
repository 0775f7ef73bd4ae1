"""Patterns over several lines mean the same as on one."""

from sayback.analysis.patterns import compiled, weighted


def test_lines_are_joined_without_their_indent() -> None:
    pattern = compiled(r"""
        \b(?:as a result
        |in the end)\b
    """)
    assert pattern.pattern == r"\b(?:as a result|in the end)\b"


def test_cues_have_weights_continuations_and_named_parts() -> None:
    cues = weighted(
        r"""
        1.5 saved <NUMBER>
            |earned <NUMBER>
        0.5 well
        """,
        NUMBER=r"\d+",
    )
    assert [(pattern.pattern, weight) for pattern, weight in cues] == [
        (r"saved \d+|earned \d+", 1.5),
        ("well", 0.5),
    ]
