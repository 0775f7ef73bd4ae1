"""At most three things to change, most important first, and one that went well.

Every piece of advice is one small function from the answer's figures to a sentence, or to None.
The order of the list is the order of importance.
"""

from __future__ import annotations

from sayback.analysis import advice_design as design
from sayback.analysis import advice_praise as praise
from sayback.analysis import advice_speech as speech
from sayback.analysis import advice_story as story
from sayback.analysis.advice_context import Answer, Rule
from sayback.analysis.report import Advice

MOST_CHANGES = 3

CHANGES: tuple[Rule, ...] = (
    story.tell_what_you_did,
    story.say_what_you_did,
    story.end_with_a_result,
    design.ask_before_you_design,
    speech.mend_the_recording,
    story.put_a_number_on_the_result,
    story.speak_shorter,
    story.speak_longer,
    story.say_i,
    design.put_figures_on_the_load,
    design.weigh_a_trade_off,
    speech.pause_instead_of_um,
    speech.mend_the_pace,
    design.name_a_risk,
    story.shorten_the_setup,
    story.give_the_action_more_room,
    speech.drop_markers,
    story.name_your_task,
    story.set_the_scene,
    speech.pause_between_clauses,
    design.state_your_assumptions,
    speech.stand_by_your_words,
    speech.finish_your_sentences,
    speech.vary_your_pitch,
)
PRAISE: tuple[Rule, ...] = (
    praise.result_with_a_number,
    praise.whole_design,
    praise.whole_story,
    praise.own_part,
    praise.few_filled_pauses,
    praise.good_pace,
    praise.lively_voice,
    praise.figures_given,
    praise.no_stalls,
)


def advise(answer: Answer) -> tuple[Advice, ...]:
    """Return up to three pieces of advice and, last, the one thing that went well.

    What is not known gives no advice: nobody is told off for a figure that was not measured.
    """
    changes = [advice for rule in CHANGES if (advice := rule(answer)) is not None]
    well = next((found for rule in PRAISE if (found := rule(answer)) is not None), None)
    return (*changes[:MOST_CHANGES], *((well,) if well is not None else ()))
