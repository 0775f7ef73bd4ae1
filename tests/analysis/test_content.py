"""Figures, I and we, hedges, and the checklist of a system design."""

from dataclasses import replace

import pytest

from sayback.analysis.content import measure_content
from sayback.analysis.report import Content, Star, StarSentence
from sayback.transcript import Transcript, split_sentences
from sayback.transcript.plain_text import from_text


def content(text: str, *, star: Star | None = None, design: bool = False) -> Content:
    transcript = Transcript(from_text(text))
    return measure_content(
        transcript,
        sentences=split_sentences(transcript),
        star=star or Star(),
        design=design,
    )


def quantities(text: str) -> list[str]:
    return [finding.text for finding in content(text).quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell by 40% in a week.", ["40%"]),
        ("It fell by forty um percent.", ["forty percent."]),
        ("We saved $1.2 million a year.", ["$1.2 million"]),
        ("It cost twelve thousand euros.", ["twelve thousand euros."]),
        ("A hundred and twenty people came.", ["A hundred and twenty people"]),
        ("It went from nine to five minutes.", ["from nine to five minutes."]),
        ("Latency dropped to 45ms or 45 ms.", ["45ms", "45 ms."]),
        ("We halved it, then it was twice as fast.", ["halved", "twice"]),
        ("Two thirds of them, half the team.", ["Two thirds", "half"]),
        ("It took one week.", ["one week."]),
        ("Over 100,000 beta users came.", ["100,000"]),
        ("One day, one of them said no one knew.", []),
        ("In 2019 and since March 2020.", []),
        ("At 3 a.m. and 5pm and 10:30.", []),
        ("Version 2 of Apollo 11, the 3rd and the first.", []),
        ("We had a few and several.", []),
        ("Be there by six, at 7, or until ten.", []),
        ("It rose by six, at 7 percent.", ["six", "7 percent."]),
    ],
)
def test_quantities(text: str, expected: list[str]) -> None:
    found = [text.rstrip(",") for text in quantities(text)]
    assert found == expected


def test_a_quantity_lists_its_words_without_the_um_inside() -> None:
    assert content("By forty, um, percent.").quantities[0].words == (1,)
    assert content("By forty um percent.").quantities[0].words == (1, 3)


def test_i_and_we_are_counted_as_subjects_with_their_contractions() -> None:
    found = content("I said I'm in, I’d go, I've gone, I'll go; we, we're, we'd: me, my, us, our.")
    assert (found.i_count, found.we_count) == (5, 3)


def test_hedges_are_listed_with_their_words() -> None:
    found = content("I think, maybe, we tried to help. Hopefully it worked, I guess.").hedges
    assert [h.text for h in found] == ["I think,", "maybe,", "tried to", "Hopefully", "I guess."]
    assert found[0].words == (0, 1)
    assert content("That is what I think we know.").hedges == ()


def result(first: int, last: int) -> Star:
    sentence = StarSentence("", (first, last), None, None, "R", 0.9)
    return Star(applies=True, sentences=(sentence,))


def test_a_result_is_quantified_by_a_quantity_inside_it() -> None:
    text = "We spent 3 days. It got better."
    assert content(text, star=result(0, 3)).result_quantified is True
    assert content(text, star=result(4, 6)).result_quantified is False
    assert content(text, star=Star(applies=True)).result_quantified is False
    assert content(text, star=Star(applies=False)).result_quantified is None


DESIGN = (
    "How many users do we have? I'd also like to know which regions matter. Let's assume ten "
    "million a day, right? I'd shard by user rather than by region. If the queue goes down we "
    "retry, and the database is a single point of failure."
)


def test_a_design_is_searched_for_its_checklist() -> None:
    design = content(DESIGN, design=True).design
    assert [f.text for f in design.clarifying_questions] == [
        "How many users do we have?",
        "I'd also like to know which regions matter.",
    ]
    assert [f.words[0] for f in design.assumptions] == [14]
    assert [f.text for f in design.figures] == ["ten million"]
    assert [f.words[0] for f in design.trade_offs] == [21]
    assert [f.words[0] for f in design.risks] == [29]


def test_an_answer_that_is_no_design_has_no_checklist() -> None:
    assert content(DESIGN).design == Content().design


def test_doubtful_words_are_counted_nowhere() -> None:
    words = tuple(replace(w, suspect=True) for w in from_text("I think we saved 40 percent."))
    found = measure_content(Transcript(words), sentences=((0, 5),), star=result(0, 5), design=True)
    assert found == replace(Content(), i_count=0, we_count=0, result_quantified=False)
