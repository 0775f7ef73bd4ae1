"""Words that show which part of a story a sentence belongs to, with the weight of each cue.

Patterns are matched against a sentence in lower case without punctuation or filled pauses. A cue of
weight 1 or more is lexical evidence: without any in the whole answer, a part is missing, wherever
a sentence stands.
"""

from __future__ import annotations

import re

from sayback.analysis.patterns import weighted
from sayback.analysis.report import Part

_ADVERBS = r"(?:(?:also|then|just|first|next|even|never|personally|finally|basically|\w+ly) )*"
_STATES = (
    "was|had|needed|wanted|felt|knew|thought|worked|used|loved|liked|hoped|believed|learned|"
    "learnt|lived|joined|started|owned|remained|supposed|saw|heard|got|meant|understood|stood"
)
_DOINGS = (
    r"(?!(?:" + _STATES + r")\b)(?:\w{2,}ed|asked|began|bought|brought|broke|built|called|came|"
    r"caught|chose|cut|did|drew|drove|found|fought|gave|held|kept|laid|led|let|made|met|paid|put|"
    r"ran|rang|read|rebuilt|rewrote|said|sat|sent|set|shut|sold|spent|split|spoke|stayed|taught|"
    r"threw|told|took|tore|went|withdrew|wrote)"
)
_TELLING = (
    "ask|build|buy|call|change|check|close|come|decide|drive|explain|fix|get|give|go|look|make|"
    "measure|move|offer|open|pick|propose|pull|put|read|ring|run|say|sell|send|set|show|sit|"
    "split|start|stop|suggest|take|talk|teach|tell|test|throw|train|try|walk|write"
)
_PRESENT = (
    r"(?!(?:am|is|was|were|have|had|has|do|did|think|want|need|like|know|guess|mean|hope|would|"
    r"will|can|could|should|might|must|feel|believe|love|remember|suppose|really|just|also|and|"
    r"or|in|on|at|the|a|got|saw|heard|felt|thought|knew|used|work|live|teach|manage|started|"
    r"\w+ed|\w+ly|\w+'t|\w+ing)\b)[a-z]{3,}"
)
_NUMBER = (
    r"(?:[$€£]?\d[\d.,]*(?:%|k|m)?|\w+ percent|per cent|half|third|quarter|hundred|thousand|"
    r"million|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|zero)"
)
_PEOPLE = (
    r"(?:manager|boss|director|customers?|clients?|team|patients?|parents?|students?|owner|"
    r"family|families|board|chef|guests?|everyone|everybody|they|he|she|people|users?|kids|class)"
)

_S = r"""
    2.0 ^(?:the )?situation\b
    1.4 \b(?:\w+|\d+) (?:years?|months?|weeks?|days?) (?:ago|back|before)\b
    1.2 \blast (?:year|month|week|summer|winter|spring|autumn|fall|season|christmas|\w+day)\b
    1.2 \b(?:in|since|around) (?:19|20)\d\d\b
    1.1 \bback in\b|\bat the time\b|\bback then\b|\bin those days\b|\bone (?:day|night
        |morning)\b
    1.2 \bwhen i (?:was|started|joined|came|worked|arrived|took over)\b
    0.9 \bi (?:was|am|'m) (?:working|leading|running|managing|teaching|studying|on|at|in|the
        |an?)\b
    0.8 \bi'm (?:a|an|the|working|running)\b
    0.8 \bi (?:work|worked|teach|taught|run|ran|manage|managed) (?:at|for|in|as|with|a|an|the)\b
    1.3 \bin my (?:last|previous|current|first|old) (?:job|role|company|team|position)\b
    0.8 \bwe (?:had|have|'d) (?:an?|this|these|one|two|three|four|only|no|about|just|been)\b
    1.0 \bwe (?:were|are|'re) (?:about|in|on|at|\w+ (?:days|weeks|months)|launching|moving|opening
        |building|preparing|going|short|a|an|the|two|three|four|only)\b|\bcoming up in\b
    0.7 \b(?:everyone|everybody|people|the team|they|customers|patients|parents|guests) (?:was|were
        |is|are) \w+|\b(?:feel|felt) it\b|\bin (?:danger|trouble)\b
    0.8 \bthere (?:was|were|is|are|had been)\b|\bthere's\b
    1.4 \bthe (?:problem|issue|situation|context|background|challenge|trouble|thing) (?:was
        |is)\b
    0.8 \b(?:kept|keeps) (?:\w+ing|on)\b
    1.0 \b(?:broke down|breaks down|crashed|failed|went down|goes down|spiked|stopped working
        |was late|called in sick|had left|quit|resigned|outage|fell behind|ran out|went wrong
        |had died)\b
    0.9 \b(?:was|were|is|are) (?:silently |slowly |already |always |constantly )?(?:failing
        |losing|behind|struggling|complaining|leaving|missing|late|broken|short|unhappy|waiting
        |crashing|growing|supposed|stuck|angry|using|dropping|threatening)\b
    0.8 \b(?:nobody|no one|none of us) (?:knew|had|wanted|was|could|really)\b
    0.6 \bcomplain(?:ed|ts|ing|s)?\b|\bused to\b|\bthreaten(?:ed|ing)\b|\bcritical\b
    0.5 \b(?:it|this|that) was (?:an?|our|my|during|in|about|the)\b|\bit's (?:a|my|the)\b
    0.9 ^(?:so |and |well |okay |right )*(?:the|our|this|these|one|two|three|my|a|an|nobody
        |somebody|someone)(?: \w+){1,4}? (?:was|were|had|is|are|has|\w{3,}ed|lost|came|went|broke
        |fell|left|wanted|said|sent|got|kept)\b
    0.5 \b(?:on|that|one|every|until) (?:a )?(?:monday|tuesday|wednesday|thursday|friday
        |saturday|sunday)(?: (?:morning|night|evening|afternoon))?\b
    0.4 \bour (?:company|team|biggest|main|largest|old|customers?|clients?|supplier)\b
"""

_T = r"""
    2.0 ^(?:the |my )?task\b
    2.0 \bmy (?:job|task|role|goal|responsibility|assignment|target|aim|part|duty
        |mission) (?:was|is|there was|became)\b
    1.3 \bi (?:had|have|needed|need|was supposed|am supposed|was meant|was expected|got) to\b
    1.6 \bi (?:was|am|'d been|had been|got) (?:asked|told|assigned|tasked|given|put|made)\b
    1.5 \b(?:was|am|'m|were) (?:responsible for|in charge of|accountable|supposed to)\b
    1.5 \b(?:asked|told|wanted|expected|needed|asks|tells|wants|expects) (?:me|us) to\b
    0.9 \b(?:gave|gives|handed) me (?:the|a|an|two|three|one|until|\d+)\b
    1.7 \bthe (?:goal|target|aim|deadline|objective|task|brief|assignment) (?:was|is)\b
    0.7 \b(?:goal|deadline|objective|targets?)\b
    0.9 \bwe (?:had|needed|were supposed) to\b
    0.7 \bby (?:friday|monday|the end of|the first|march|june|summer|christmas|noon|midnight)\b
    1.7 \bit was (?:up to me|on me|my job|my call|my responsibility)\b|\bup to me\b
    0.8 \bi (?:promised|volunteered|offered to|took it upon|took on|took over|agreed to
        |wanted to)\b
    1.3 \bi (?:only )?had (?:only )?(?:no (?:budget|authority|money|time)|(?:\w+|\d+) (?:days
        |weeks|hours|months))\b
    0.8 \bwithout (?:delaying|missing|losing|stopping|spending|breaking)\b
    1.2 ^(?:so )?(?:stop|find|get|fix|identify|restore|deliver|keep|make sure|resolve|cut
        |reduce) (?:the|out|a|it|every|all|our)\b
"""

_A = r"""
    2.0 ^(?:the )?action\b|\bwhat (?:i|we) did\b
    1.5 \bi <ADVERBS><DOINGS>\b
    1.1 \bwe <ADVERBS><DOINGS>\b
    1.1 \bi <ADVERBS>(?:<TELLING>)\b
    0.9 \bi <ADVERBS><PRESENT>\b
    0.8 \b(?:the|my|our) (?:team|crew|engineers|colleagues?|vendor) <ADVERBS><DOINGS>\b
    0.7 \bit (?:showed|turned out|told) (?:me|us|that)\b|\bwhat (?:i|we) (?:saw|found)\b
    0.6 \bi <ADVERBS>(?:decided|started|began|made sure|chose|proposed|suggested)\b
    0.8 \bi (?:went|saw|got|used|started|worked) (?:with|through|to|in|into|that|together|on|by
        |a|the|out)\b
    0.6 ^(?:so |and |and so |then |and then )?(?:first|firstly|second|secondly|next|then
        |after that|instead)\b
    0.8 \binstead of\b|\bstep by step\b|\bmy first step\b|\bone by one\b
    0.5 \b(?:i|we) (?:didn't|did not|refused|never)\b
    1.0 \b(?:was|were|got|is|are) (?:then |also )?(?:rewritten|moved|replaced|set up|called
        |agreed|tested|drawn up|split|built|reviewed|halted|rolled back|trained|informed
        |brought in)\b
    0.7 \b(?:because|so that|since) i (?:wanted|knew|thought|figured)\b|\bi (?:figured|noticed
        |realised|realized|discovered|suspected|knew)\b
    0.5 \band (?:wrote|built|asked|escalated|called|explained|moved|tested|measured|made|sent
        |set)\b
"""

_R = r"""
    2.0 ^(?:the )?results?\b|\bthe (?:result|outcome|upshot)\b
    1.8 \bas a result\b|\bin the end\b|\bended up\b|\bled to\b|\bresulted in\b|\bpaid off\b
    1.7 \bsince then\b|\bto this day\b|\bever since\b|\bstill (?:use|uses|using|run|runs|in use
        |there)\b
    1.8 \b(?:dropped|fell|went down|went up|rose|grew|increased|decreased|reduced|improved|cut
        |saved|gained|lowered|doubled|tripled|halved|raised|shrank)\b[\w %$€£.,']*\b<NUMBER>
    0.8 \b(?:dropped|rose|grew|increased|decreased|reduced|improved|saved|doubled|tripled|halved
        |shrank)\b
    1.3 \b(?:went|down|up|back) from <NUMBER>|\bfrom <NUMBER>[\w %]* to <NUMBER>
    1.2 \b(?:came|went|got|is|was|are|were) (?:back )?(?:up|down|in|over)? ?(?:to |under |within |at
        |by )?<NUMBER>(?: percent| per cent|%)?(?: (?:lower|higher|faster|less|more|fewer|better))\b
    1.0 \bcame down to\b|\bwent up to\b|<NUMBER> (?:percent|times) (?:lower|higher|faster|less|more
        |fewer|better|cheaper)\b|\bwent (?:ahead|out|live)\b
        |\b(?:we|they)(?:'re| were|'s| are) back\b
    0.7 \bby (?:about |almost |nearly |over |more than )?<NUMBER>(?: percent| per cent|%)?
    1.7 \b(?:launched|shipped|delivered|finished|opened|went live|released|completed
        |closed)\b.*\b(?:on time|early|ahead of|under budget|without|within|successfully)\b
    0.9 \b(?:on time|under budget|on schedule|ahead of schedule|without (?:any|a single|issues?
        |further|incident))\b
    1.2 \b(?:never|hasn't|didn't|not) (?:happened|happen|come back|came back|failed
        |been one) ?(?:again|since)?\b
    1.3 \b(?:thanked|praised|promoted|congratulated|apologi[sz]ed to) (?:me|us)\b|\bfeedback\b
        |\bgot promoted\b
    1.0 \bwe (?:won|lost|kept|hit|made|met|beat|reached|got) (?:the|our|it|\d+|every|all|back)\b
    1.3 \bit (?:worked|works|paid|turned out|went (?:well|fine|badly|live)|saved|cost
        |took off)\b
    1.3 \b<PEOPLE> (?:agreed|signed|renewed|stayed|loved|came back|comes? back|was happy
        |were happy|was pleased|were pleased|was relieved|adopted|still|accepted|passed|recovered
        |left us)\b
    1.4 \b(?:no|zero|fewer|not one) (?:\w+ )?(?:complaints?|errors?|accidents?|injuries
        |incidents?|mistakes?|outages?|returns?|falls?)\b
    0.6 \b(?:fixed|solved|resolved|signed|passed|recovered|survived|arrived|renewed|reopened
        |sold out)\b
    1.2 \b(?:we|they|i) (?:served|sold|raised|moved|handled|finished|reached|hired|trained
        |closed|processed|delivered|shipped|made) (?:(?:all|about|over|nearly|almost|more than
        |every) )?<NUMBER>\b
    1.0 \bnow (?:we|they|it|the|every|all|he|she)\b|\bthese days\b|\btoday (?:we|they|it|the)\b
    0.9 \bwe were able to\b|\bmanaged to\b|\bsuccess(?:ful|fully)?\b|\brestor(?:ed
        |ing) service\b
    1.0 \b(?:a |one |two |three |six |\d+ )(?:days?|weeks?|months?|years?|hours?) later\b
"""

_O = r"""
    2.2 \bi (?:learned|learnt|took away)\b|\blesson\b|\btaught me\b|\blooking back\b|\bmoral\b
    2.5 \b(?:great|good|tough|hard|interesting) question\b|\bthank you\b|\bthanks for\b
    2.5 \blet me think\b|\bwhere (?:do|should|shall) i start\b|\bcan i start\b|\blet me start\b
    2.3 \bdoes that (?:make sense|answer)\b|\bi hope that\b|\bthat's (?:it|my (?:story|answer
        |example))\b
    2.0 \bi(?:'d| would) (?:like to|love to|want to) (?:talk|tell|share|give)\b|\bi'll (?:tell
        |talk|give)\b
    1.6 \bi(?:'m| am) (?:someone|somebody|a person|the kind|the type|pretty|very|quite
        |usually)\b
    1.8 \byou asked\b|\bthe example (?:i|that)\b|\ban example\b|\bone example\b
        |\bcomes to mind\b|\bthe question\b
    1.6 \bnext time\b|\bi would (?:now|do|have done|always)\b|\bi think (?:it's
        |that's) (?:important|why)\b
    2.0 ^(?:so )?yeah$|^okay$|^right$|^sorry$|^anyway$|^well$
    0.9 \bas i said\b|\bto be honest\b|\bi always (?:try|say|tell)\b|\bin general\b
"""

_PARTS_OF_PATTERNS = {
    "ADVERBS": _ADVERBS, "PRESENT": _PRESENT, "DOINGS": _DOINGS, "TELLING": _TELLING,
    "NUMBER": _NUMBER, "PEOPLE": _PEOPLE,
}  # fmt: skip
_CUES: dict[Part, tuple[tuple[re.Pattern[str], float], ...]] = {
    "S": weighted(_S, **_PARTS_OF_PATTERNS),
    "T": weighted(_T, **_PARTS_OF_PATTERNS),
    "A": weighted(_A, **_PARTS_OF_PATTERNS),
    "R": weighted(_R, **_PARTS_OF_PATTERNS),
    "O": weighted(_O, **_PARTS_OF_PATTERNS),
}


def cue_weights(sentence: str) -> dict[Part, float]:
    """Return the summed weight of each part's cues in a sentence that was made bare."""
    return {
        part: sum(weight for pattern, weight in cues if pattern.search(sentence))
        for part, cues in _CUES.items()
    }
