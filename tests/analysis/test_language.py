"""English or not, where nobody says so."""

import pytest

from sayback.analysis.language import is_english
from sayback.transcript import Transcript
from sayback.transcript.plain_text import from_text

ENGLISH = "so um i was working at a hospital in the pharmacy and we had this robot"
OTHERS = [
    "alors euh je travaillais dans un hôpital et on avait ce robot qui ne marchait pas du tout",
    "ich habe damals in einer Klinik gearbeitet und wir hatten diesen Roboter der nicht lief",
    "yo trabajaba en un hospital y teníamos un robot que no funcionaba muy bien en la farmacia",
    "lavoravo in un ospedale e avevamo un robot che non funzionava molto bene nella farmacia",
    "eu trabalhava num hospital e nós tínhamos um robô que não funcionava muito bem na farmácia",
    "ik werkte in een ziekenhuis en wij hadden een robot die het niet deed in de apotheek",
    "pracowałem w szpitalu i mieliśmy tam robota który nie działał dobrze w aptece przez rok",
    "я работал в больнице и у нас был робот который плохо работал в аптеке целый год подряд",
]


def named(text: str, language: str | None = None) -> Transcript:
    return Transcript(from_text(text), language=language)


def test_english_is_known_by_its_small_words() -> None:
    assert is_english(named(ENGLISH))


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages_are_known_by_theirs(text: str) -> None:
    assert not is_english(named(text))


def test_what_the_transcript_names_is_believed() -> None:
    assert not is_english(named(ENGLISH, "fr"))
    assert is_english(named(OTHERS[0], "en"))
    assert is_english(named(OTHERS[0], "English"))


def test_a_few_words_are_taken_as_english() -> None:
    assert is_english(named("Um, Kubernetes."))
    assert is_english(Transcript())
