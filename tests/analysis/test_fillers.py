"""Fillers by the rules: what counts, what only looks like it, and which words are abandoned.

How rules and network judge together is told in `test_fillers_judges.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayback.analysis.fillers import find_fillers
from sayback.analysis.fillers_judges import FillerJudge, Rules, default_judge
from sayback.transcript import Transcript, Word
from sayback.transcript.plain_text import from_text
from sayback.transcript.word_sets import word_set

KINDS = {"f": "filled_pause", "m": "marker", "r": "repetition"}
PASSAGES = Path(__file__).parent / "passages" / "fillers.txt"


def marked(text: str) -> str:
    """Return the words with the marks that the rules give them."""
    transcript = Transcript(from_text(text))
    marks = {
        index: item.kind[0] for item in find_fillers(transcript, Rules())
        for index in item.words
    }  # fmt: skip
    return " ".join(
        f"{word.text}/{marks[i]}" if i in marks else word.text
        for i, word in enumerate(transcript.words)
    )


def bare(text: str) -> str:
    return re.sub(r"/[fmr](?= |$)", "", text)


@pytest.mark.parametrize(
    "text",
    [
        "We um/f shipped umm,/f uhm/f uh/f uhh/f er/f erm/f hmm/f hmmm/f mm/f it.",
        "I work in the ER at night.",
        "i work in the er at night",
        "the, er,/f the thing",
        "It is 3 mm or five mm thick.",
        'She said "hmm" and left.',
        "she went hmm and left",
        "Ah, oh, uh-huh, uh huh, mm-hmm, uh oh.",
        "To err on the side of caution.",
    ],
)
def test_filled_pauses(text: str) -> None:
    assert marked(bare(text)) == text.replace("the, er,/f the", "the,/r er,/f the")


LIKE = [
    "We had like/m forty people.",
    "It took, like,/m a year.",
    "and like/m we had no idea",
    "it was like/m really hard",
    "there was like/m nobody there",
    "I like/m tried to call",
    "um/f like/m the whole thing",
    "at like/m three in the morning",
    "I like to cook and they like it.",
    "I'd like to say what it was like.",
    "It felt like rain and looked like snow.",
    "Tools like hammers, things like that.",
    "I was like, no, and he's like okay.",
    "Like I said, like most teams, we like meetings.",
    "Do it like this, like you said.",
    "It was like pulling teeth.",
]
SO = [
    "So,/m um,/f I was a nurse.",
    "So/m I was a nurse.",
    "okay/m so/m we had a plan",
    "We waited. So/m yeah/m.".replace("yeah/m", "yeah"),
    "We had no idea. So/m what happened was this.",
    "It was late, so/m...",
    "It broke, so we fixed it.",
    "It broke. So I called the vendor.",
    "it broke so i called the vendor",
    "I was so tired that I think so.",
    "We did it so that they could rest, or so I thought.",
    "He said so, and so on, so far so good.",
]
OTHERS = [
    "Right,/m so/m we had this server, right?/m",
    "we had this server right/m and it died",
    "Turn right, right away, the right way, right after lunch.",
    "He was right that we got it right.",
    "Okay,/m well,/m we started.",
    "It was okay, they did okay, and he said okay.",
    "It went well, as well, very well, well over half.",
    'He said, "Well, no."',
    "It was, well,/m a mess.",
    "I actually/m went there.",
    "I thought it was late, but it was actually early.",
    "We basically/m stopped.",
    "It is basically a queue.",
    "I literally/m ran home.",
    "They took it literally.",
    "It was kind/m of/m hard and sort/m of/m cold.",
    "That kind of work, some sort of plan, a kind of cheese.",
    "We were, you/m know,/m lost.",
    "and you/m know/m the team was lost",
    "Do you know him, as you know, you know what I mean, let you know.",
    "I/m mean,/m we tried.",
    "I mean it. That's what I mean. By that I mean a list.",
    "Yeah, just really anyway.",
]
REPEATED = [
    "I/r I'd like that.",
    "we/r were/r we were late",
    "I,/r um,/f I called.",
    "the/r the server and in/r the/r in our office",
    "We lau-/r launched it.",
    "we/r launched/r the/r we were supposed to launch",
    "I/r we decided that he was/r were there".replace(
        "was/r were", "was there and they was/r were"
    ),
    "and there/r was/r there were two",
    "we/r had/r two/r two/r we had two trucks",
    "on/r Monday,/r sorry, on Tuesday",
    "It was very, very good, no, no, bye bye.",
    "He had had that car and I know that that is odd.",
    "call after call after call, over and over and over",
    "We gave her her badge and came in in March.",
    "without it it would be nine nine one",
    "It worked. It worked because we tried.",
    "what it is is a queue",
]


CONTRASTED = [
    "We actually/m painted the hall. It was actually/m rather nice.",
    "The old boiler actually runs, whatever the landlord claims.",
    "We actually lost fewer boxes in the wet week than in the dry one.",
    "They actually apologised, which my uncle had said they never would.",
    "She asked me what I actually wanted, and what I had actually done.",
    "Actually, it's the second valve that leaks.",
    "Actually,/m it's late.",
    "I saw how it actually felt, and who actually ran. Did it actually work?",
    "The forecast said sun and it actually rained.",
    "We had no bread and that was basically/m it.",
]
MEANT = [
    "I told the landlord so. The king made it so. So be it.",
    "He was so kind, of course.",
    "He said it like he meant it.",
    "It was raining, so./m",
    "i was on the roof with two hammers so um/f i dropped one",
    "it was market day so/m um/f the lorry was late",
    "you know the rule if it leaks close the tap",
    "and you/m know/m the boat was leaking",
    "You know a horse is lame when it nods.",
    "You/m know/m the boat was leaking.",
    "and i said to him you know that is the wrong rope",
    "He wrote sort of yes on the form.",
    "He wrote sort/m of/m slowly, and it did sort/m of/m hold.",
    "we waited and i mean the exact same bus came",
    "we waited and i/m mean/m the bus came",
    "he shouted at me well/m no that was my uncle",
    "he painted the shed well and left",
    "she was like there's two",
    "it was like/m there's two",
    "they keep you like/m for ten minutes",
    "they like for once to win",
    "the paint was black all around like a frame",
    "we went around like/m twice a week",
    "and he asked are you right and i nodded",
]
RESTARTED = [
    "It was a holiday. But not a holiday holiday.",
    "We had a holiday/r holiday in May.",
    "And they/r the warden shut the gate. Are they the wardens here?",
    "and she/r nobody told her",
    "She told nobody.",
    "It rained, but it/r we went anyway. Without it we sank.",
    "It/r if the wind drops we stop.",
    "It, if you ask me, was late. She, the cook, had gone.",
    "The one I have has a dent.",
    "The one he have/r has a dent.",
    "because we're/r it's/r they're a small crew",
    "He's, I think, forty. It's, I'd say, forty.",
    "She wants he/r doesn't/r he asks for a chair.",
    "Can you come? He couldn't, he was ill.",
    "the/r whole/r the crane tipped over",
    "on the whole the crew was happy",
    "It's/r the/r it's a red one.",
    "we saw the/r this tall man",
    "we/r have/r a/r there's a rule for that",
    "we have a rule and there's a reason",
    "each child says what/r he/r what she likes",
    "I know what he likes and what she likes.",
]


@pytest.mark.parametrize("text", [*LIKE, *SO, *OTHERS, *REPEATED, *CONTRASTED, *MEANT, *RESTARTED])
def test_markers_and_repetitions_by_their_neighbours(text: str) -> None:
    assert marked(bare(text)) == text


def test_a_pair_is_one_item_and_a_restart_is_one_item() -> None:
    items = find_fillers(Transcript(from_text("We were, you know, we were late.")), Rules())
    assert [(item.kind, item.words) for item in items] == [
        ("repetition", (0, 1)),
        ("marker", (2, 3)),
    ]
    assert items[1].text == "you know,"


def test_items_carry_their_words_times() -> None:
    words = (Word("you", 1.0, 1.2), Word("know", 1.2, 1.5), Word("um", 2.0, None))
    first, second = find_fillers(Transcript(words), Rules())
    assert (first.start, first.end) == (1.0, 1.5)
    assert (second.start, second.end) == (2.0, None)
    assert first.confidence is not None and 0 < first.confidence <= 1


def test_doubtful_words_are_in_no_filler_and_between_none() -> None:
    words = from_text("We um we shipped")
    doubtful = tuple(replace(w, suspect=w.text in ("um",)) for w in words)
    assert [item.kind for item in find_fillers(Transcript(doubtful), Rules())] == ["repetition"]
    silent = tuple(replace(word, suspect=True) for word in words)
    assert find_fillers(Transcript(silent)) == ()


def test_no_words_no_fillers() -> None:
    assert find_fillers(Transcript()) == ()
    assert find_fillers(Transcript((Word("--"), Word("")))) == ()


def passages() -> list[list[str]]:
    text = "\n".join(
        line for line in PASSAGES.read_text(encoding="utf-8").splitlines() if line[:1] != "#"
    )
    return [block.split() for block in text.split("\n\n") if block.strip()]


def test_passages_that_were_once_marked_right_stay_so() -> None:
    """Not a measure of accuracy: the rules were written with these passages in view."""
    hits: Counter[str] = Counter()
    misses: Counter[str] = Counter()
    clean = 0
    for tokens in passages():
        truth = {i: KINDS[t[-1]] for i, t in enumerate(tokens) if t[-2:-1] == "/"}
        words = tuple(Word(re.sub(r"/[fmr]$", "", token)) for token in tokens)
        items = find_fillers(Transcript(words), Rules())
        found = {i: item.kind for item in items for i in item.words}
        for i in truth.keys() | found.keys():
            agree = truth.get(i) == found.get(i)
            (hits if agree else misses)[truth.get(i, found.get(i, ""))] += 1
        clean += not truth and bool(found)
    f1 = {kind: 2 * hits[kind] / (2 * hits[kind] + misses[kind]) for kind in KINDS.values()}
    assert f1["filled_pause"] == 1.0
    assert f1["marker"] >= 0.95
    assert f1["repetition"] >= 0.92
    assert clean == 0


_vocabulary = st.sampled_from(
    sorted(
        word_set("""
        um uh like so right you know I mean we we're the a was were had that that, and. it. kind of
        well okay actually 3 forty th- -- sorry said "hmm" ER er mm no very
        """)
    )
)


@pytest.mark.parametrize("judge", [Rules(), default_judge()], ids=["rules", "packaged"])
@given(tokens=st.lists(_vocabulary, max_size=40), dim=st.sets(st.integers(0, 39)))
def test_no_word_is_in_two_items_and_all_are_in_order(
    judge: FillerJudge, tokens: list[str], dim: set[int]
) -> None:
    words = tuple(Word(token, suspect=i in dim) for i, token in enumerate(tokens))
    items = find_fillers(Transcript(words), judge)
    used = [i for item in items for i in item.words]
    assert len(used) == len(set(used))
    assert not set(used) & dim
    assert [item.words for item in items] == sorted(item.words for item in items)
