"""STAR: whether it applies, which part a sentence serves, what is missing, how long each is."""

from dataclasses import replace

import numpy as np
import pytest

from sayback.analysis.report import PARTS, Star
from sayback.analysis.star import label_star
from sayback.analysis.star_applies import judge_star
from sayback.analysis.star_reading import Reading
from sayback.questions.model import Kind, Question
from sayback.transcript import Transcript, Word, split_sentences
from sayback.transcript.plain_text import from_text

# The two sample answers that the project was conceived from, as somebody would say them.
DIVE_DEEP = """
    So this was two weeks before a big launch of one of our AWS services, and under load testing
    the latency went up by four hundred milliseconds. Which put the release date at risk. I needed
    to find the bottleneck, get the database people and the backend people on one line, and fix
    it without moving the launch. Instead of just setting up meetings, I wrote a query that went
    through the CloudWatch logs. And I found that it came from database writes that were
    synchronous and not indexed. So I proposed to put a message queue in between, to decouple the
    writes. We had the queue running in four days. Latency dropped to forty-five milliseconds, and
    we launched on time, to over a hundred thousand beta users, without a single issue.
"""
CUSTOMER_OBSESSION = """
    During one of the biggest sales days of the year we had an outage in a critical API.
    Transactions were silently failing, and Prime customers were hit directly. My task was to stop
    the bleeding right away and to restore the service, before anyone looked into the root cause.
    I instantly halted the deployment pipeline. I started a hard rollback to the last stable
    build, and I escalated straight to the tier three engineers on call, past the normal ticket
    queue, because customers were hurting. We cut the time to recovery by forty percent compared
    to earlier incidents, and Prime customers had their service back in under twelve minutes.
"""
PHARMACY = """
    so um i was working at a hospital in the pharmacy and we had this robot that was picking the
    wrong drugs and nobody knew why and my manager asked me to find out by friday so i sat next to
    it for two days and i wrote down every error and then i saw that the labels were upside down
    so i called the vendor and they changed the tray and in the end we had no wrong pick for six
    months
"""


def label(text: str, question: Question | None = None) -> Star:
    transcript = Transcript(from_text(text))
    return label_star(transcript, split_sentences(transcript), question)


def asked(text: str = "", kind: Kind | None = None) -> Question:
    return Question(id="", text=text, kind=kind)


@pytest.mark.parametrize(
    "text",
    [DIVE_DEEP, CUSTOMER_OBSESSION, PHARMACY],
)
@pytest.mark.parametrize("spelling", [str, lambda text: text.lower()])
def test_complete_stories_are_found_complete(text: str, spelling: type[str]) -> None:
    for question in (None, asked("Tell me about a time you dived deep.", "behavioural")):
        star = label(spelling(text), question)
        assert star.applies
        assert star.missing == ()


def test_the_parts_of_a_tidy_story_are_told_apart() -> None:
    star = label(DIVE_DEEP)
    parts = "".join(sentence.part for sentence in star.sentences)
    assert parts.startswith("SSTAAA")
    assert parts.endswith("R")


def test_a_part_without_any_lexical_evidence_is_missing_wherever_its_place_is() -> None:
    star = label(
        "Last year I was running a small bakery, and the oven broke on a Saturday. I called a "
        "friend. I carried the dough to his kitchen. I baked there all night.",
        asked(kind="behavioural"),
    )
    assert star.missing == ("T", "R")
    assert star.sentences[-1].part == "A"


def test_sentences_cover_every_word_in_order_and_shares_add_up_to_one() -> None:
    star = label(PHARMACY)
    covered = [i for s in star.sentences for i in range(s.words[0], s.words[1] + 1)]
    assert covered == list(range(len(PHARMACY.split())))
    assert sum(getattr(star.shares, part) for part in PARTS) == pytest.approx(1.0)


def test_shares_are_of_the_words_time_where_it_is_known() -> None:
    words = [word.text for word in from_text("I was working at a school. I called the parents.")]
    lengths_s = [1.0] * 6 + [0.25] * 4
    starts_s = [sum(lengths_s[:i]) for i in range(len(words))]
    timed = tuple(
        Word(text, start, start + length)
        for text, start, length in zip(words, starts_s, lengths_s, strict=True)
    )
    reading = Reading(np.eye(5)[[0, 2]])
    star = label_star(
        Transcript(timed), ((0, 5), (6, 9)), asked(kind="behavioural"), reading=reading
    )
    assert [s.part for s in star.sentences] == ["S", "A"]
    assert pytest.approx(6 / 7) == star.shares.S
    assert pytest.approx(1 / 7) == star.shares.A
    assert (star.sentences[1].start, star.sentences[1].end) == (6.0, 7.0)


def test_words_that_nobody_said_are_no_result_and_have_no_share() -> None:
    said = from_text("I was working at a school. I called the parents.")
    invented = tuple(
        replace(word, suspect=True) for word in from_text("As a result we saved 40 percent.")
    )
    transcript = Transcript((*said, *invented))
    star = label_star(transcript, split_sentences(transcript), asked(kind="behavioural"))
    assert "R" in star.missing
    assert star.sentences[-1].part == "O"
    assert star.shares.O == 0.0


@pytest.mark.parametrize("kind", ["system-design", "motivation", "closing"])
def test_kinds_that_ask_for_no_story(kind: Kind) -> None:
    star = label(PHARMACY, asked(kind=kind))
    assert star.applies is False
    assert star.why
    assert {sentence.part for sentence in star.sentences} == {"O"}
    assert star.missing == ()
    assert star.shares.O == 1.0


SUPPOSED = (
    "I would first sit down with the customer and ask what they need. Then I'd look at the data, "
    "and I would probably escalate if nothing happened."
)
DESIGN = (
    "First, how many users do we have? Let's assume ten million a day. I would put a load balancer "
    "in front of a stateless service, then a cache and a database that is sharded by user. The "
    "trade-off is consistency against latency. The queue could be a bottleneck."
)
MOTIVES = (
    "Your mission is something that I've always wanted to work on. I'm looking for a role where I "
    "can grow, and your team is known for its culture."
)


@pytest.mark.parametrize(
    ("question", "answer", "applies"),
    [
        (asked(kind="behavioural"), PHARMACY, True),
        (asked(kind="behavioural"), SUPPOSED, False),
        (asked(kind="program-management"), PHARMACY, True),
        (asked(kind="program-management"), SUPPOSED, False),
        (asked("Tell me about a time you failed."), PHARMACY, True),
        (asked("Tell me about a time you failed."), SUPPOSED, False),
        (asked("What would you do if a customer shouted at you?"), SUPPOSED, False),
        (asked("What would you do if a customer shouted at you?"), PHARMACY, True),
        (asked("Design a parking garage."), DESIGN, False),
        (asked("How would you build a chat service?"), DESIGN, False),
        (asked("Why do you want to work here?"), MOTIVES, False),
        (asked("Tell me about yourself."), PHARMACY, False),
        (asked(kind="resume", text="Which line are you proudest of?"), PHARMACY, True),
        (asked(kind="resume", text="Walk me through your résumé."), PHARMACY, False),
        (None, PHARMACY, True),
        (None, SUPPOSED, False),
        (None, DESIGN, False),
        (None, MOTIVES, False),
        (None, "I like reading, and my favourite colour is green.", False),
    ],
)
def test_whether_star_applies(question: Question | None, answer: str, applies: bool) -> None:
    verdict = judge_star([answer], question)
    assert verdict.applies is applies
    assert verdict.why.endswith(".")


def test_only_an_answer_that_supposes_instead_of_telling_is_said_to() -> None:
    assert judge_star([SUPPOSED], asked(kind="behavioural")).supposed
    assert not judge_star([SUPPOSED], asked("What would you do?")).supposed
    assert not judge_star([PHARMACY], asked(kind="behavioural")).supposed


def test_an_answer_is_known_as_a_design_from_its_question_or_its_words() -> None:
    assert judge_star([DESIGN], None).design
    assert judge_star(["Hm."], asked(kind="system-design")).design
    assert not judge_star([PHARMACY], None).design
