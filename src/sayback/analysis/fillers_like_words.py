"""Words around "like" that tell what it is."""

from __future__ import annotations

from sayback.analysis.lexicon import INTENSIFIERS, SENTENCE_ADVERBS
from sayback.transcript.word_sets import word_set

SENSES = word_set("""
    feel feels felt feeling look looks looked looking sound sounds sounded sounding seem seems
    seemed seeming smell smells smelled taste tastes tasted act acts acted acting behave behaves
    behaved treat treats treated treating
""")
COMPARED = word_set("""
    something anything nothing more much less exactly someone somebody anyone anybody things
    stuff lot bit kind just not people's
""")
LIKERS = word_set("i we you they people who everyone everybody nobody customers users kids both")
PERSONS = LIKERS | word_set("""
    he she i'd he'd she'd they'd we'd manager boss guy colleague director nurse
""")
FRANK = SENTENCE_ADVERBS | word_set("just totally completely already barely slowly seriously")
BETWEEN = word_set("still always really also never both all just often sometimes usually mostly")
ADVERBS = (
    INTENSIFIERS
    | SENTENCE_ADVERBS
    | word_set("""
    just always never constantly still already barely hardly seriously probably definitely maybe
    almost nearly about around over half every zero slowly not even only sometimes immediately
    no nobody nothing everybody everyone
""")
)
LOOSE_ADVERBS = ADVERBS - word_set("about around over always not never no nothing even only")
QUOTE_STARTS = word_set("""
    oh okay ok no yes yeah wait well hey what why how sure right fine nope dude guys look listen
    hi hmm wow great good alright come please sorry hang hold let's don't
""")
AMOUNTS = word_set("""
    week weeks month year years minute hour day days second couple few dozen hundred thousand
    million billion ton bunch lot third quarter half decade handful percent fortnight weekend
    meter metre mile foot inch kilo
""")
TAKING = word_set("""
    have had has got get gets getting need needs needed spent spend took take takes taking want
    wanted found find did doing using used wrote write cost costs lost saved hired gave give
    waited paid
""")
GIVING = word_set("show showed send sent bring brought buy bought tell told pay offer offered")
MEASURES = word_set("for with by at from after before within until about of around under over")
AROUND = word_set("around over under")
"""They may end a clause: "it went round and over like a hoop"."""
PLACES = word_set("in on into onto through during between near across towards")
LIKE_THAT = word_set("that this those these so it them him her me us mine ours")
COMPARING = word_set("any most many all other others everyone everybody everything each")
