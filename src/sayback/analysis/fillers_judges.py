"""Who tells fillers from words that carry something: rules alone, or rules and a network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from sayback.analysis.encoder.network import Numbers
from sayback.analysis.encoder.tagger import COLUMNS, FillerTagger, Weighings, load_tagger
from sayback.analysis.fillers_markers import Marker, find_candidates, find_markers
from sayback.analysis.fillers_repetitions import (
    Abandoned,
    find_repetitions,
    rate_repetitions,
    stretches,
)
from sayback.analysis.fillers_tokens import Tokens

_RESTART_REACH = 3
_POSSIBLE = 0.02
"""What the network and the rules are surer of not being given up stays."""
_MARKER, _REPETITION = COLUMNS.index("marker"), COLUMNS.index("repetition")


class Heard(Protocol):
    """What a judge makes of one answer."""

    def markers(self, tokens: Tokens) -> tuple[Marker, ...]:
        """Return the markers among the words that are no filled pauses."""

    def repetitions(self, tokens: Tokens) -> tuple[Abandoned, ...]:
        """Return the abandoned words among those that are neither."""

    def is_sure(self, markers: Sequence[Marker], abandoned: Sequence[Abandoned]) -> bool:
        """Whether anything is sure enough to be named where no filled pause is."""


class FillerJudge(Protocol):
    """Listens to whole answers."""

    def listen(self, tokens: Tokens) -> Heard:
        """Take in all words of an answer."""


class Rules:
    """The rules alone: what was said before and after plays a part only where a rule asks."""

    def listen(self, tokens: Tokens) -> Heard:
        """Return the rules: they look at the words when they are asked."""
        return self

    def markers(self, tokens: Tokens) -> tuple[Marker, ...]:
        """Return the markers by the rules."""
        return find_markers(tokens)

    def repetitions(self, tokens: Tokens) -> tuple[Abandoned, ...]:
        """Return the abandoned words by the rules."""
        return find_repetitions(tokens)

    def is_sure(self, markers: Sequence[Marker], abandoned: Sequence[Abandoned]) -> bool:
        """Whether there is anything: a rule holds or doesn't."""
        return bool(markers or abandoned)


class NetworkAndRules:
    """Both are heard, and weighed as each deserves."""

    def __init__(self, tagger: FillerTagger) -> None:
        self._tagger = tagger

    def listen(self, tokens: Tokens) -> Weighed:
        """Let the network read all words at once."""
        logits = self._tagger.logits([token.text for token in tokens.items])
        rows = {token.index: row for row, token in enumerate(tokens.items)}
        return Weighed(self._tagger.weighings, logits, rows)


class Weighed:
    """What the network makes of an answer, beside what the rules say."""

    def __init__(self, weighings: Weighings, logits: Numbers, rows: Mapping[int, int]) -> None:
        self._weighings, self._logits, self._rows = weighings, logits, rows

    def markers(self, tokens: Tokens) -> tuple[Marker, ...]:
        """Return the words of the closed list that are probably markers."""
        weighing = self._weighings.marker
        found: list[Marker] = []
        for candidate in find_candidates(tokens):
            logit = self.logit(tokens, candidate.places, _MARKER)
            probability = weighing.probability(logit, candidate.rule)
            if probability >= weighing.above:
                found.append(Marker(candidate.places, probability))
        return tuple(found)

    def repetitions(self, tokens: Tokens) -> tuple[Abandoned, ...]:
        """Return the words that were probably abandoned."""
        weighing = self._weighings.repetition
        ruled = rate_repetitions(tokens)
        rated = {
            at: weighing.probability(self.logit(tokens, [at], _REPETITION), ruled.get(at))
            for at in range(len(tokens))
        }
        found = stretches({at: p for at, p in rated.items() if p >= weighing.above})
        return stretches(_taken_back(tokens, rated, found))

    def is_sure(self, markers: Sequence[Marker], abandoned: Sequence[Abandoned]) -> bool:
        """Whether anything is sure: one doubtful filler in fluent speech is probably none."""
        confidences = [marker.confidence for marker in markers]
        confidences += [stretch.confidence for stretch in abandoned]
        return max(confidences, default=0.0) >= self._weighings.sure

    def logit(self, tokens: Tokens, places: Sequence[int], column: int) -> float:
        """Return what the network says of some words together."""
        rows = [self._rows[tokens[at].index] for at in places]
        return float(self._logits[rows, column].mean())


def _taken_back(
    tokens: Tokens, rated: Mapping[int, float], found: Sequence[Abandoned]
) -> dict[int, float]:
    """Return all that a restart takes back: from the word on with which it begins again.

    In "with the small, with the fourth" who gives up "the small" has given up "with", too.
    """
    taken = {at: stretch.confidence for stretch in found for at in stretch.places}
    for stretch in found:
        first, again = stretch.places[0], stretch.places[-1] + 1
        for at in range(first - 1, max(-1, first - 1 - _RESTART_REACH), -1):
            if again >= len(tokens) or tokens[at].stops or rated[at] < _POSSIBLE:
                break
            if tokens[at].norm == tokens[again].norm:
                taken |= dict.fromkeys(range(at, first), stretch.confidence)
                break
    return taken


def default_judge() -> FillerJudge:
    """Return network and rules, or the rules where the network can't be loaded."""
    tagger = load_tagger()
    return NetworkAndRules(tagger) if tagger else Rules()
