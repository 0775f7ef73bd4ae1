"""Whether an answer is a story at all: STAR says nothing of designs, plans and motives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayback.analysis.lexicon import is_past
from sayback.analysis.patterns import compiled
from sayback.analysis.star_cues import cue_weights
from sayback.analysis.star_reading import Reading
from sayback.analysis.star_rules import EVIDENCE, bare
from sayback.questions.model import Question

_ASKS_STORY = compiled(r"""
    tell me about (?:a|an|the|one|your|some|when|how|work|running|depending)|describe (?:a|an
    |the|one|some|your)|give me (?:an? )?(?:example|case|instance)|(?:when|which|who|where|whose
    |what|how) .*\b(?:did|have|has|was|were|had)\b|\b(?:have|has) (?:you|your)\b
    |walk me through (?:a|the|your last|one)|think of (?:a|the|an)|a time (?:you|when|that)
    |what happened|an occasion|a situation
""")
_ASKS_DESIGN = compiled(r"""
    \b(?:design|architect)\b|how would you (?:build|scale|store|structure|implement|shard)
    |system that|let's (?:design|build)
""")
_ASKS_SUPPOSING = compiled(r"""
    what would you|how would you|\bsuppose\b|\bimagine\b|if you (?:were|had|could|saw|found
    |joined)|would you do
""")
_ASKS_MOTIVE = compiled(r"""
    why (?:do you want|us|this|our|amazon|should we|are you (?:leaving|looking|interested))
    |what (?:motivates|interests|attracts|drew|excites) you|tell me about yourself
    |introduce yourself|where do you see yourself|your (?:greatest |biggest |main )?(?:strengths?
    |weakness(?:es)?)\b|salary|questions for (?:me|us)|walk me through your (?:background|resume
    |résumé|cv|career)|why did you apply|what do you know about|how technical are you
""")

_WOULD = compiled(r"""
    \b(?:i|we|you|it|that|they|there|which|then) (?:would|'d|could|should|might|will|'ll)\b
    |\b(?:i|we|you|they|it)'(?:d|ll)\b|\bwould (?:be|have|need|then|also|probably)\b|\blet's\b
""")
_WOULD_BUT = compiled(r"""
    \b(?:i|we)(?:'d| would) (?:like to|love to|say|been|had|never|already|just|\w+ed|known|seen
    |gone|given|got|gotten|become|taken|done|made|heard|lost|told|written|built)\b
    |\bif i could\b
""")
_DESIGN_WORDS = compiled(r"""
    \b(?:requirements?|latency|throughput|caches?|caching|databases?|schemas?|apis?|endpoints?
    |load balancers?|shard\w*|replica\w*|queues?|microservices?|requests? per second|scal(?:e|es
    |able|ing)|availability|consisten(?:t|cy)|storage|servers?|services?|clients?|partitions?
    |regions?|failover|qps|cdn|read-heavy|write-heavy|bottleneck|components?|layers?
    |architecture|traffic|users per day)\b
""")
_MOTIVE_WORDS = compiled(r"""
    \b(?:your (?:company|team|mission|products?|culture|values)|i want to (?:work|join|grow
    |learn|be)|i'm (?:excited|looking|passionate|drawn|interested)|i admire|excites me
    |motivates me|next step|this role|this position|my strengths?|my weakness|i see myself
    |looking for|i(?:'ve| have) always wanted|attracted me|appeals to me|working here
    |working for you|join you)\b
""")
_TELLS = compiled(r"""
    \b(?:i|we|he|she|they) (?:says?|goes?|comes?|calls?|asks?|tells?|takes?|puts?|looks?|sits?
    |walks?|finds?|gets?|starts?|opens?|picks?|runs?|write|make|check|decide)\b
""")
_HABITS = re.compile(
    r"\b(?:usually|always|whenever|every time|generally|typically|in general|often|normally)\b"
)

MANY_DESIGN_WORDS = 6
_MANY_MOTIVES = 2
_ENOUGH_WORDS = 25
"""Of fewer words the reader has seen no example."""
_SURE = 0.6
"""How probable a verdict against the rules must be to count more than they do."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether STAR applies, and why in one sentence."""

    applies: bool
    why: str
    design: bool = False
    """The answer is a design: the design checklist is looked for instead."""
    supposed: bool = False
    """A story was asked for and the answer says what somebody would do."""


@dataclass(frozen=True, slots=True)
class _Signs:
    would: int
    past: int
    told: int
    design: int
    motive: int
    action_sentences: int
    habits: int
    words: int

    @property
    def supposes(self) -> bool:
        return self.would >= 2 and self.would > 1.2 * (self.past + self.told)

    @property
    def designs(self) -> bool:
        many = self.design >= MANY_DESIGN_WORDS and self.design * 60 >= self.words
        return many and self.would >= 1 and self.would + 2 > 0.6 * self.past

    @property
    def narrates(self) -> bool:
        if self.past + self.told > 1.2 * self.would and self.past + self.told >= 2:
            return True
        # Told in the present tense; "I always make a list" is a habit and no story.
        return self.action_sentences >= 2 and self.action_sentences > self.would + self.habits


def judge_star(
    sentences: Sequence[str], question: Question | None, reading: Reading | None = None
) -> Verdict:
    """Decide from the question's kind, its text and the answer whether STAR applies.

    Parameters
    ----------
    sentences
        The answer.
    question
        None where nobody knows what was asked; kind None where somebody wrote it themselves.
    reading
        Who has read the answer may know better than the rules, unless the question's kind is known.
    """
    signs = _signs([bare(sentence) for sentence in sentences])
    kind = question.kind if question is not None else None
    if kind == "system-design":
        return Verdict(
            False, "A system design is no story: its own checklist applies.", design=True
        )
    if kind in ("motivation", "closing"):
        return Verdict(False, "This question asks for reasons or facts and for no story.")
    asked = question.text.lower().replace("’", "'") if question is not None else ""
    if kind in ("behavioural", "program-management"):
        verdict = _asked_for_story(signs)
    elif asked and _ASKS_MOTIVE.search(asked):
        return _background()
    else:
        verdict = _by_text(asked, signs) if asked and kind is None else _by_answer(signs)
    told = reading.applies if reading is not None and signs.words >= _ENOUGH_WORDS else None
    asked_for_design = bool(_ASKS_DESIGN.search(asked)) and not _ASKS_STORY.search(asked)
    if told is None or (asked_for_design and kind is None):
        return verdict
    story_asked = kind in ("behavioural", "program-management") or _ASKS_STORY.search(asked)
    return _corrected(verdict, told, signs, story_asked=bool(story_asked))


def _corrected(verdict: Verdict, told: float, signs: _Signs, *, story_asked: bool) -> Verdict:
    """Return what the reader of the answer says where it is sure and the rules say otherwise."""
    if not verdict.applies and told > _SURE:
        return Verdict(True, "The answer tells what happened and what was done.")
    if not verdict.applies or told >= 1 - _SURE:
        return verdict
    if signs.design >= MANY_DESIGN_WORDS:
        return Verdict(False, "The answer is a design and no story.", design=True)
    if signs.would >= 2 and signs.would > signs.motive:
        return replace(_supposed(), supposed=story_asked)
    return Verdict(False, "The answer gives reasons and facts and tells no story.")


def _by_text(asked: str, signs: _Signs) -> Verdict:
    if _ASKS_DESIGN.search(asked) and not _ASKS_STORY.search(asked):
        return Verdict(
            False, "A system design is no story: its own checklist applies.", design=True
        )
    if _ASKS_STORY.search(asked) and not _ASKS_SUPPOSING.search(asked):
        return _asked_for_story(signs)
    if _ASKS_SUPPOSING.search(asked) and not signs.narrates:
        return Verdict(False, "The question supposes a case: the answer tells what you would do.")
    return _by_answer(signs)


def _background() -> Verdict:
    return Verdict(False, "This question asks for reasons or facts and for no story.")


def _supposed() -> Verdict:
    return Verdict(False, "The answer says what you would do and not what you did.", supposed=True)


def _asked_for_story(signs: _Signs) -> Verdict:
    if signs.designs and not signs.narrates:
        return Verdict(False, "The answer is a design and no story.", design=True)
    if signs.supposes:
        return _supposed()
    return Verdict(True, "The question asks for something that you lived through.")


def _by_answer(signs: _Signs) -> Verdict:
    if signs.designs and not signs.narrates:
        return Verdict(False, "The answer is a design and no story.", design=True)
    if signs.supposes:
        return Verdict(False, "The answer says what you would do and not what you did.")
    if signs.motive >= _MANY_MOTIVES and signs.motive >= signs.action_sentences:
        return Verdict(False, "The answer gives reasons and facts and tells no story.")
    if not signs.narrates or not signs.action_sentences:
        return Verdict(False, "The answer tells of nothing that somebody did.")
    return Verdict(True, "The answer tells what happened and what was done.")


def _signs(sentences: Sequence[str]) -> _Signs:
    text = " ".join(sentences)
    words = text.split()
    supposing = {i for i, word in enumerate(words) if word in ("if", "would", "could", "should")}
    past = sum(
        is_past(word) and not {i - 1, i - 2, i - 3} & supposing for i, word in enumerate(words)
    )
    return _Signs(
        would=len(_WOULD.findall(text)) - len(_WOULD_BUT.findall(text)),
        past=past,
        told=len(_TELLS.findall(text)),
        design=len(_DESIGN_WORDS.findall(text)),
        motive=len(_MOTIVE_WORDS.findall(text)),
        action_sentences=sum(cue_weights(s)["A"] >= EVIDENCE for s in sentences),
        habits=len(_HABITS.findall(text)),
        words=len(words),
    )
