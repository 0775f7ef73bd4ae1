"""Small closed word lists of English, shared by the rules for fillers, STAR and content."""

from __future__ import annotations

import re

from sayback.transcript.word_sets import word_set

BE = word_set("""
    am is are was were be been being isn't aren't wasn't weren't ain't
    i'm you're he's she's it's we're they're that's there's what's who's here's
""")
HAVE = word_set("have has had haven't hasn't hadn't having")
MODALS = word_set("""
    will would can could shall should may might must won't wouldn't can't cannot couldn't
    shouldn't mustn't gonna gotta i'll you'll he'll she'll it'll we'll they'll
    i'd you'd he'd she'd we'd they'd it'd
""")
DO = word_set("do does did don't doesn't didn't")
AUXILIARIES = BE | HAVE | MODALS | DO | word_set("i've you've we've they've")

SUBJECT_PRONOUNS = word_set("i we he she they")
"""Forms that can only be a subject; "you" and "it" may also be objects."""
PRONOUNS = SUBJECT_PRONOUNS | word_set("you it me us him her them this that these those")
DETERMINERS = word_set("the a an my our your his their its")
PREPOSITIONS = word_set("""
    of in on at to from with for by about into onto within after before over under through around
    during between against without until till since towards toward across behind near per via
""")
CONJUNCTIONS = word_set("""
    and but or because cause 'cause cuz so then that if when where which while although though
    unless until since as
""")

_NUMBERS = word_set("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred hundreds thousand thousands million millions billion billions dozen dozens
""")
_DIGITS = re.compile(r"[$€£#]?\d[\d.,:/]*(?:st|nd|rd|th|s|k|m|x|%|am|pm|ms|gb|mb|kg|km)?")

INTENSIFIERS = word_set("really super so very totally completely pretty way extremely quite too")
SENTENCE_ADVERBS = word_set("""
    actually basically literally obviously honestly anyway eventually finally initially
    unfortunately luckily naturally immediately normally usually typically originally suddenly
    clearly fortunately ultimately essentially apparently
""")

WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = word_set("""
    january february march april may june july august september october november december
""")

IRREGULAR_PAST = word_set("""
    was were had did said went got made took came saw knew thought told became left felt put
    brought began kept held wrote stood heard let meant set met ran paid sat spoke lay led read
    grew lost fell sent built understood drew broke spent cut rose drove bought wore chose
    taught caught fought found gave sold threw flew forgot hit hurt shut split spread stuck swore
    woke won wound dealt dug fed hung laid rang sank shook shot slept slid sought swept tore
    undertook withdrew rewrote rebuilt redid oversaw overcame quit
""")
_NOT_PAST = word_set("""
    need feed speed seed indeed hundred embed exceed proceed succeed breed agreed_upon bleed weed
    greed unneeded red bed shed sled biped naked wicked sacred ted fred
""")
BASE_VERBS = word_set("""
    ask be become begin break bring build buy call carry change check choose come cut decide do
    draw drive eat explain fall feel figure find finish fix follow get give go grow handle have
    hear help hold hope keep know lead learn leave let look lose make manage meet move need open
    pay plan play push put reach read remember run say see sell send set show sit solve speak
    spend stand start stay stop take talk teach tell think train try turn understand use wait walk
    want watch win wonder work write rebuild redo rewrite convince persuade prioritise prioritize
    organise organize deliver design escalate negotiate present review schedule share ship test
""")
_NOT_ING = word_set("""
    thing nothing something anything everything morning evening king ring string during ceiling
    wedding spring bring sing wing sibling
""")


def is_number(word: str) -> bool:
    """Whether a bare, lower-case word is a number in digits or words."""
    if word in _NUMBERS or _DIGITS.fullmatch(word):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(part in _NUMBERS for part in parts)


def is_past(word: str) -> bool:
    """Whether a bare, lower-case word looks like a verb in the past tense."""
    if word in IRREGULAR_PAST:
        return True
    return len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST


def is_ing(word: str) -> bool:
    """Whether a bare, lower-case word looks like a verb's -ing form."""
    return len(word) > 4 and word.endswith("ing") and word not in _NOT_ING


def pronoun_base(word: str) -> str:
    """Return "i" for "i'd", "they" for "they're"; the word itself where nothing is contracted."""
    head, mark, tail = word.partition("'")
    return head if mark and tail in {"m", "d", "ll", "ve", "re", "s"} else word
