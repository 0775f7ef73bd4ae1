"""English or not: what a transcript names, else what its smallest words give away."""

from __future__ import annotations

from sayback.analysis.fillers_tokens import normalised
from sayback.transcript.model import Transcript
from sayback.transcript.word_sets import word_set

MIN_WORDS = 12
"""With fewer words nothing can be told, and English is assumed."""
_MIN_ENGLISH_SHARE = 0.12
"""Even technical English has far more of its hundred smallest words than this."""

_ENGLISH = word_set("""
    the a an and or but of to in on at for with from by is are was were be been it i you we they he
    she that this my our your have had has not do did so what when there which them us if as would
    could me about because then just it's i'm we're didn't don't
""")
_OTHERS = {
    "fr": word_set("""
        le la les un une des du de et est que qui dans pour pas ce cette je il elle nous vous ils
        mais sur avec c'est sont ne plus au aux en on a j'ai ça donc très mon
    """),
    "de": word_set("""
        der die das und ist nicht ein eine einen ich wir sie es mit auf für von zu den dem war auch
        aber als habe hat haben dass wie so im dann noch sich bei
    """),
    "es": word_set("""
        el la los las un una de y que en es no por con para se lo como más pero su mi yo nos fue
        era muy cuando del al había porque este
    """),
    "it": word_set("""
        il lo la i gli le un una di e che è non per con si ma come sono ho ha abbiamo nel della del
        era mi ci questo molto perché anche
    """),
    "pt": word_set("""
        o a os as um uma de e que em é não por com para se eu nós foi mas como mais do da no na
        ele ela muito quando porque isso
    """),
    "nl": word_set("""
        de het een en van ik is dat niet in we wij met op te voor was die er maar om zijn heb had
        hebben ook als dan toen naar
    """),
}


def is_english(transcript: Transcript) -> bool:
    """Whether the words are English: as the transcript says, else by their stop words.

    Another language is one whose stop words are more frequent than the English ones, or one
    that has hardly any English stop words at all.
    """
    if transcript.language:
        return transcript.language.lower().startswith("en")
    words = [normalised(word.text) for word in transcript.words if not word.suspect]
    words = [word for word in words if any(map(str.isalpha, word))]
    if len(words) < MIN_WORDS:
        return True
    english = _share(words, _ENGLISH)
    other = max(_share(words, stop_words - _ENGLISH) for stop_words in _OTHERS.values())
    return english >= _MIN_ENGLISH_SHARE and english >= other


def _share(words: list[str], stop_words: frozenset[str]) -> float:
    return sum(word in stop_words for word in words) / len(words)
