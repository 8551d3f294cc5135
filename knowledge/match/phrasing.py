"""Turns of phrase: what kind of figure a question wants, what it insists on, where its clauses end."""

from __future__ import annotations

import re
from collections import defaultdict

from knowledge.match.turns import Beginnings, Turn, turn

# The first that fits decides. Kinds are those of `model.Kind`; no figure is a "reason".
_COUNTS = "count mass energy power volume area range multiple fraction"
_AMOUNTS = f"{_COUNTS} money percent percentage_points length speed temperature duration"
_SHARES = "percent percentage_points fraction range multiple"
_UP_OR_DOWN = (
    r"rise|rose|risen|grow|grew|grown|increased?|jump(?:ed)?|fall|fell|fallen|drop(?:ped)?|declined?|shrink|shrank|widen(?:ed)?"
    r"|push(?:ed)? up|lift(?:ed)?|raised?|boost(?:ed)?|cheaper|faster"
)
_MOVING = (
    "rise rose grow grew increase jump fall fell drop decline shrink shrank widen push lift raise boost cheaper faster"
)
_STARTS = "target|goal|opening|launch|start|starting|completion|signing|founding|release|publication"
_OF_TIMES = "per|an?|each|every|one|single|first|last|next|past|this|that|same|whole|full|the|of|in|by|calendar|financial|fiscal|previous"


def _kinds(names: str) -> frozenset[str]:
    return frozenset(kind.replace("_", " ") for kind in names.split())


SHARES = _kinds(_SHARES)

WANTED: tuple[tuple[Turn, frozenset[str]], ...] = tuple(
    (turn(cues, pattern), _kinds(kinds))
    for cues, pattern, kinds in (
        ("time why", r"\bwhat(?:'s| is| was)? the time\b|(?<!within )(?<!in )\bwhat time\b(?! ?(?:spans?|periods?|frames?|limits?|scales?|horizon)\b)|\bwhy\b", "reason"),
        ("quantity volume tonnage weight amount", r"^\W*(?:what|which) (?:quantity|volume|tonnage|weight|amount)\b", _AMOUNTS),
        ("time period span timespan timeframe timescale", r"\b(?:within|in|over) what (?:time|period|span)\b|\btime ?(?:spans?|frames?|scales?)\b", "duration range date"),
        ("dollars usdollars yuan rmb renminbi euros usd pounds", r"\b(?:in|worth in|value in|how many) (?:us )?(?:(?:us)?dollars|yuan|rmb|renminbi|euros|usd|pounds)\b(?!-)|^\W*(?:us )?(?:(?:us)?dollars|yuan|rmb|euros|usd)\W*$|\b(?:dollar|yuan|euro) (?:value|amount|worth)\b", "money range"),
        ("km kmh kph mph hour", r"\b(?:km/h|kmh|kph|mph)\b|\b(?:kms?|kilomet(?:er|re)s?|miles?) (?:per|an|a) hour\b", "speed range"),
        ("km kms kilometers miles meters feet", r"\bin (?:kms?|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet)\b", "length range"),
        ("kwh mwh gwh twh kilo mega giga tera watt", r"\bin (?:[kmgt]wh|(?:kilo|mega|giga|tera)?watt[- ]?hours?)\b", "energy range"),
        ("generation generated output", r"\b(?:annual|yearly) (?:\w+ )?(?:generation|output)\W*$|\bgenerat\w+ (?:\w+ )?(?:annually|(?:a|per|each) year)\b", "energy money mass count range volume"),
        ("kw mw gw kilo mega giga watt", r"\bin (?:[kmg]w|(?:kilo|mega|giga)?wat{1,2}s?)\b", "power range"),
        ("tons kg kilos", r"\bin (?:tons|tonnes|kg|kilos|kilograms)\b", "mass range"),
        ("minutes hours days weeks months years", r"\bin (?:minutes|hours|days|weeks|months|years)\W*$", "duration range"),
        ("square sq sqkm sqkilometers sqmeters sqfeet hectares area", r"(?<!per )\b(?:square|sq) ?(?:kms?|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet)\b|\bhectares?\b|\b(?:land )?area of\b", "area range mass"),
        ("% percent per proportion fraction", r"%|\b(?:percent|per cent|percentages?|proportion|fraction)\b", _SHARES),
        ("km kms kilometers miles meters feet", r"\bhow many(?: \w+)? (?:kms?|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet)\b(?!-)", "length range"),
        ("rise increase growth jump drop fall", r"\b(?:rise|increase|growth|jump|drop|fall) in (?:the )?(?:number|volume|amount|value|tonnage)\b", f"{_SHARES} count"),
        ("points", r"\bhow many (?:percentage )?points\b", "percentage_points percent range"),
        ("years months weeks days hours hrs hr minutes seconds", r"\b(?:how many|number of)(?: \w+)? (?:years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?)\b(?!-)", "duration count range date"),
        ("year yoy growth", r"\b(?:year[- ]on[- ]year|yoy|growth rates?)\b", _SHARES),
        ("go goes went gone", r"\b(?:how much|how far|what)\b.*\b(?:go|goes|went|gone) (?:up|down)\b", _SHARES),
        (_MOVING, rf"\bhow (?:much|far) (?:did|do|does|has|have|had|will|would|could|should|was|were|is|are)\b.*\b(?:{_UP_OR_DOWN})\b", _SHARES),
        ("money cash dollars euros yuan pounds rmb bucks", r"\bhow much (?:money|cash)\b|\bin money\b|\bhow many(?: \w+)? (?:dollars|euros|yuan|pounds|rmb|bucks)\b(?!-)", "money range"),
        (
            "when since until till year month week day date decade period century era",
            r"^\W*when\b|\b(?:when|since|until|till)\W*$|\b(?:remind|tell|show|give) (?:me|us) (?:again )?when\b|\b(?:know|say|tell|ask|remember|recall|check|idea|sure|wonder(?:ing)?|find out|exactly|of|and|or) when\b|\bwhen(?:'s| (?:did|was|were|is|are|will|does|do|has|have|had|should|would|exactly|precisely))\b|\b(?:(?:what|which|wich) (?:(?:year|month|day|date|week|decade|period)s?|century|era)|since when|(?:year|month|day|date|decade) (?:in|on|of) which)\b"
            rf"|\b(?:{_STARTS}) (?:date|day|year|month)\b|\bdates?\b(?<!to date)|^\W*(?:the )?(?:exact )?(?:month|year|date)\b(?![- ](?:on|over|to|year)\b)|^(?!.*\bhow\b).*\b(?!(?:{_OF_TIMES}) )\w+ (?:day|month|year)\W*$",
            "date",
        ),
        ("number", r"\bnumber of (?:the|that|this|its) (?:(?!\w*s\b)\w+\W*$|(?:\w+ ){0,4}(?:resolution|law|act|decree)\b)", "count text rank"),
        ("many nth edition anniversary birthday", r"\bhow[- ]many-?(?:ie)?(?:th|st)\b|\bnth\b|\b(?:what|which) (?:edition|anniversary|birthday)\b", "rank"),
        ("editions times birthdays anniversaries rounds often", r"\bhow many (?:\w+ )?(?:editions|times|birthdays|anniversaries|rounds)\b|\bhow often\b", "count rank multiple range duration"),
        ("many", r"\bhow many of\b", f"{_COUNTS} percent"),
        ("many number", r"\b(?:how many|number of)\b(?! (?:dollars|euros|yuan))", _COUNTS),
        (
            "costs price pay paid fee budget",
            rf"^(?!.*\b(?:cuts?|sav\w+|shav\w+|reduc\w+|decreas\w+|less|cheap|down|lower|off|{_UP_OR_DOWN})\b)"
            r".*\b(?:costs?|costing|priced?|pay|paid(?! for)|paying|fee|budget)\b",
            "money range",
        ),
        ("owe owing borrow lend loan spend invest earn charge", r"\bhow much\b.*\b(?:ow(?:e|es|ed|ing)|borrow\w*|lend\w*|lent|loan(?:ed)?|spen[dt]|invest(?:ed|ing)?|earn(?:ed|s)?|charge[sd]?)\b", "money range"),
        ("share slice part", r"\b(?:what|which) (?:share|slice|part)\b|^\W*(?:the )?share of\b", _SHARES),
        ("worth value owe bill", r"\bworth\W*$|\bwhat (?:is|are|was|were)\b.*\bworth\b(?! of| \w+ing)|\bvalue of\b|\b(?:owe|owes|owed)\b|\bthe bill for\b", "money range multiple"),
        ("much ticket price salary wages payroll", r"\bhow much (?:is|are|was|were) an?\b|\b(?:ticket|price tag|salary|wages?|payroll)\b", "money range"),
        ("tall deep wide high height depth width", r"\bhow (?:tall|deep|wide|high up)\b|\b(?:height|depth|width)\b", "length range"),
        (
            "long",
            r"\bhow long\b.*\b(?:takes?|taking|lasts?|lasted|runs?|running|go on|goes on|went on|needs?|wait|stay|been|ago|for|until|before|does it)\b",
            "duration range",
        ),
        ("time", r"\b(?:journey|travel|trip|transit) times?\b", "duration range fraction multiple percent"),
        ("long length far distance", r"\bhow long (?:is|are|was|will .* be|a)\b|\blength\b|\bhow far (?:is|does|do|apart)\b|\bdistance\b", "length range duration"),
        ("long soon", r"\bhow (?:long|soon)\b", "length duration range date"),
        ("fast speed", r"\b(?:how fast|what speed|top speed|(?<!high )(?<!high-)(?<!up to )speeds?)\b", "speed percent fraction multiple range"),
        ("faster", r"\bhow much faster\b", "speed duration percent percentage_points fraction multiple range"),
        ("quick much", r"\bhow (?:quick|quicker|quickly|much (?:faster|quicker|shorter))\b", "speed duration percent fraction multiple range"),
        ("far", r"\bhow far back\b", "date duration range"),
        ("far", r"\bhow far\b", "length percent percentage_points multiple range fraction"),
        ("old age", r"\bhow old\b|\bage of\b", "duration count range"),
        ("much", r"\bhow much of\b(?! (?:that|this|it|them|these|those)\b)", f"{_COUNTS} percent"),
        ("headcount tally much", r"\b(?:headcount|tally|how much of)\b", _COUNTS),
        ("where rank position place", r"\bwhere\b.*\b(?:rank|stand|place|sit|come)s?\b|\brank(?:s|ed|ing)?\b|\b(?:what|which) (?:rank|position|place)\b", "rank"),
        (
            "much",
            r"^(?!.*\b(?:account\w*|make up|making up|shares?|percent\w*|growth|by how much)\b)"
            rf"(?!.*\b(?:up|down|cut|boost\w*|add\w*|gain\w*|rais\w*|lift\w*|sav\w+|shav\w+|reduc\w+|{_UP_OR_DOWN})\b)"
            r".*\bhow much (?!of\b|more\b|extra\b|additional\b|richer\b|poorer\b|bigger\b|larger\b|higher\b|less\b|faster\b|did\b|do\b|does\b|has\b|have\b|had\b|will\b|would\b|can\b|could\b|should\b"
            r"|might\b|may\b|is\b|are\b|was\b|were\b|to\b|longer\b|shorter\b)\w+",
            f"{_COUNTS} money length duration speed temperature",
        ),
        ("much big large high great heavy low small strong", r"\bhow (?:much|big|large|high|great|heavy|low|small|strong)\b", _AMOUNTS),
        ("who where", r"(?:^|[,;:?.!…]|\b(?:know|tell|say|says|ask|asks|remember|recall|and|or|so|of|by|from|to|with|for|me|us|exactly|on))\W*\b(?:who|whom|whose)\b(?! is\b)|\bwhere\b", "text"),
        ("number resolution", r"\b(?:which|wich) (?:\w+ ){0,4}(?:number|resolution)\b", "count text rank"),
        ("which wich", r"\b(?:which|wich) (?:\w+ ){0,4}(?:compan(?:y|ies)|firms?|contractors?|minist(?:er|ry)|person|president|author|city|banks?|university)\b", "text"),
        ("which wich", r"\b(?:which|wich) (?!(?:\w+ ){0,4}(?:number|resolution|share|figure|percent))\w+", "text rank"),
        ("investment budget sum", r"^(?!.*\b(?:what|which|who|how)\b).*\b(?:investment|budget)(?: (?:sum|total|amount|volume|value))?\W*$|\bsum (?:invested|spent|paid)\b", "money range"),
        ("growth", r"^(?!.*\b(?:what|which|who|how)\b).*\bgrowth\b", _SHARES),
        ("how", r"\bhow (?:do|does|did|can|could|should|to|come|is|are|was|were|has|have)\b", "text"),
    )
)  # fmt: skip

_WANTED_AT = defaultdict[str, list[int]](list)
"""Which of these a word may belong to, by how it begins."""

for _place, (_said, _) in enumerate(WANTED):
    for _cue in _said.cues:
        _WANTED_AT[_cue].append(_place)

ASIDE = re.compile(
    r"\W*when (?:the|its?|their|they|he|she|we|i|that|this|a|an|[a-z']+ing)\b"
)  # "when its plan came out"

HOW_MANY = turn(
    "how number count no with that where which having",
    r"\b(?:how many|number of|count of|no\. of)\b|^\W*(?=\w+s (?:with|that|where|which|having)\b)(?!what)",
    re.IGNORECASE,
)  # and "countries with reading rooms"
TALLIED = turn(
    "number count total tally", r"\b(?:number|count|total|tally)\W*$", re.IGNORECASE
)  # "china tourism offices number"
RATED = turn(
    "day hour week month year", r"\s+(?:per|an?|each|every) (?:day|hour|week|month|year)\b", re.IGNORECASE
)  # "passengers per day"
WHAT = re.compile(r"\b(?:how|what|when|where|which|who|why)", re.IGNORECASE)
DONE = re.compile(
    r"^(?!.*\b(?:how|what|when|where|which|who|why)\b).*\b(?:\w{2,}ed|built|given|held|made|run|sent|sold|taught|won)\W*$",
    re.IGNORECASE,
)  # "agreements signed"
HOW_OFTEN = turn("often", r"\bhow often\b", re.IGNORECASE)
HOW_MUCH = turn("much amount total", r"\b(?:how much|amount of|total)\b", re.IGNORECASE)

RATE = turn(
    "per each every day daily hour hourly minute second week weekly month monthly year head person kilometer km train piece",
    r"\b(?:per|each|every)[ -](?!the\b|our\b|your\b|my\b|this\b|that\b)(\w+)|(?<!\bhalf )\b(?:a|an) (day|hour|minute|second|week|month|year|head|person|kilometer|kilometre|km|piece)\b|(?<=s )an? (train)\b"
    r"|\b(daily|hourly|weekly|monthly)\b|\b(?:in|on) each (\w+)",
)
RATE_WORDS = {
    "daily": "day", "hourly": "hour", "weekly": "week", "monthly": "month", "annual": "year", "annually": "year", "yearly": "year",
    "annum": "year",
}  # fmt: skip

SUPERLATIVE = turn(
    "most least largest biggest highest lowest smallest longest shortest fastest slowest oldest youngest richest poorest busiest tallest deepest"
    " greatest best worst cheapest fewest top record",
    r"\b(?:most(?! recent)|least(?! )|largest|biggest|highest|lowest|smallest|longest|shortest|fastest|slowest|oldest|youngest|richest"
    r"|poorest|busiest|tallest|deepest|greatest|best|worst|cheapest|fewest|(?<!on )top|record)\b",
)
NEGATION = turn(
    "not never no without except excluding other apart t",  # the last of "isn't"
    r"\b(?:not(?! (?:only|just|merely|simply)\b)|never(?! mind\b)|no longer(?! (?:have|has|need|needs) to\b)|without|(?<!everything )(?<!all )except|excluding|other than|apart from"
    r"|(?:is|are|did|do|does|has|have|was|were)n't|won't)\b",
)
LESSENED = turn(
    "not excluding leaving except apart",
    r"\b(?:not (?:counting|including)|excluding|leaving out|except for|apart from)\b",
    re.IGNORECASE,
)
SET_ASIDE = turn(
    "when leaving don not never rather instead opposed unlike t have already besides beyond top addition",
    r",? and (?:by|since|from|until) when\b[^.?!]*|,? leaving (?:aside [^.?!,;:()]*|[^.?!,;:()]* aside)|(?:^|(?<=[.?!;,])\s)the [^.?!,;]{1,60}? (?:i|we) (?:already have|have already|know already|already know|have)\b[^.?!,;]*|(?<=\bi mean) not [^.?!,;:()]*|\bthat (?:is|are|was|were)(?:n't| not) (?!only\b)[^.?!,;:()]*|"
    r"(?:^|(?<=[.?!,;:(–—])|(?<= -))\s*(?:and |but )?(?:(?:i |we )?(?:don't|do not) (?:need|want|care about) (?:what|how|when|where|which|who)[^.?!,;:()–—]*"
    r"|(?:(?:i |we )?(?:don't|do not) (?:need|mean|want|care about)|not(?! only| sure| just| yet| counting| including)|never mind|rather than"
    r"|instead of|as opposed to|unlike|besides|beyond|on top of|in addition to)\b(?![^.?!,;:()–—]*\b(?:how|what|when|where|which|who|if|whether|to)\b)[^.?!,;:()–—]*)",
    re.IGNORECASE,
)  # "not the tonnage"
IDIOMS = tuple(
    (turn(cues, rf"\b(?:{said})\b", re.IGNORECASE), meaning)
    for cues, said, meaning in (
        ("into", "c[ao]me into (?:being|existence)", ""),
        ("all", "all told|all in all|in all(?=\\W*$)", "in total"),
        ("amount add", "amount(?:s|ed)? to|add(?:s|ed)? up to", "total"),
        ("into", "c[ao]me into (?:force|effect)", "took effect"),
        ("got get", "(?:got|gets?) (?:off the ground|under ?way)", "started"),
        ("turn show", "turn(?:ed|s)? up|show(?:ed|s|n)? up", "attended"),
        ("days", "these days", "now"),
        ("vice", "and vice versa|vice versa", "mutually"),
    )
)
"""What people say in several words that tell nothing of it one by one, and what they mean by it."""

LIMIT = turn(
    "under below most fewer less younger shorter smaller over above least more older longer bigger larger aged",
    r"\b(?:(?P<below>under|below|at most|(?:fewer|less|younger|shorter|smaller) than)"
    r"|over|above|at least|(?:more|older|longer|bigger|larger) than|aged)(?: the age of)?"
    r" (?!(?:19|20)\d\d(?:\s*[-–]|\s+(?:to|and)\b|\W*$))(?P<number>\d(?:[\d,]*\d)?(?:\.\d+)?)\b",
)
ALONE = turn(
    "alone only specifically solely exclusively particular",
    r"\b(?!not\b)(\w+)'?s? (?:alone|only|specifically|solely|exclusively|in particular)\b",
)

TAKES = turn(
    "take taking took journey travel transit trip",
    r"\bhow long\b.*\b(?:takes?|took|taking)\b|\b(?:journey|travel|transit|trip) times?\b",
)
LASTED = turn("been in existed around", r"\bhow long\b.*\b(?:been|in (?:operation|service|use)|existed|around)\b")

ATTRIBUTED = turn(
    "according per reported report estimated estimate said say published claim forecast projection survey study poll",
    r"\b(?:((?-i:[A-Z])[\w&-]+)(?:'s)? (?:estimate|forecast|projection|survey|study|poll)s? (?:of|for|on)\b|(?:according to|as per|per the|reported by|estimated by|said by|published by) (\w[\w' -]*?)(?=[,.?!;:]|$)"
    r"|(?:did|does|do) (\w[\w' -]*?) (?:report|say|estimate|claim)\b)",
    re.IGNORECASE,
)

BOX = turn(
    "panel pannel fact info box overview run rundown summary sum background basics primer explainer briefing outline introduction lowdown gist nutshell"
    " sheet portrait profile essentials description what something case story material picture glance key brief figures numbers explain describe"
    " know speed update educate fill clue walk talk take deal score scoop everything anything all understand sketch history snapshot synopsis recap"
    " round digest crash cheat dossier head main one pager",
    r"(?<!\w)(?:pann?els?|fact b[ox]{2}|fact ?box(?:es)?|info ?box|box|overview|rundown|run-down|summar(?:y|ise|ize)|sum(?:ming)? up|background(?:er)?"
    r"|basics|primer|explainer|briefing|outline|introduction|intro|lowdown|gist|nutshell|(?:fact ?)?sheet|portrait|profile|essentials"
    r"|description|(?<=[.?!…:] )(?:so |and )?what (?:are they|is it)(?=\W*(?:[,.?!]|$))|what can you (?:tell|give)|what (?:do|have) (?:we|you) (?:have|got) (?:on|about|for)|(?:something|a case|a story|material)(?: [\w'’]+){0,4} (?:on|about)|general picture|big picture|at a glance"
    r"|key (?:numbers|figures|facts)|in (?:brief|figures|numbers)|explain(?:ed)?|describe|worth knowing|up to speed on"
    r"|(?:brief|update|educate) (?:me|us)|(?:help (?:me|us) )?understand(?:ing)?(?! by\b)|(?:need|should|ought|want|like|is there)(?: [\w'’]+){0,3} (?:to )?know (?:about|on)"
    r"|sketch|main points|one[- ]pager|(?:potted|brief|short|quick) history|snapshot|synopsis|recap|round-?up|digest|crash course|cheat ?sheet|dossier|(?:bring|get) (?:me|us) up to speed|get my head a?round|(?:fill|clue) (?:me|us) in|(?:walk|run|talk|take) (?:me|us) through"
    r"|the (?:deal|story|score|scoop) (?:with|on|behind|about)"
    r"|(?:everything|anything|whatever)(?: [\w'’]+){0,4} (?:on|about|for)|all (?:you (?:hold|have|know|'ve got) )?(?:on|about|for))\b",
)  # in small letters: ignoring case takes three times as long
HOW = re.compile(r"\bhow (?!(?:about|do|does|did|is|are|was|were|can|to)\b)\w+|\b(?:by|at|to) what\b", re.IGNORECASE)
BOX_MILD = re.compile(
    r"\bwhat(?:'s|s)?\b|\bwho (?:is|are)\b|\btell me\b|\ball about\b|\b(?:tell|know|learn|hear)(?: \w+)? about\b"
)

ASKING = re.compile(
    r"(?<!, )\bwhich (?:had|has|have|is|are|was|were)\b|\b(?:know|tell|say|ask|and|or|of|by|to|from|with|for|exactly) who\b|(?<![a-z0-9,] )\bwho\b|\bwhen\b(?! (?:it|they|he|she|we|i) (?:had|has|have|was|were|is|are)\b)"
    r"|\bwhich\b(?! (?:had|has|have|is|are|was|were)\b)|(?<!, )\bwhose\b|\b(?:how|what|whats|what's|where(?! (?:i|we|our|my)\b)|wich|number of|do we know|does anyone know|is there|are there|need the"
    r"|(?:needs|wants)(?: to (?:cite|give|have|know|print|quote|use))? the (?:amount|count|date|figure|number|overall|percentage|share|size|sum|total|value|year)"
    r"|give me|show me|tell me|looking for|figure for|can i|could (?:you|i))\b"
)
PLAINLY = re.compile(
    r".*\b(?:how (?:many|much|long|far|often|big|high|old|fast|tall|deep)|number of|need|give me|show me|tell me|looking for|figure for|could you|can i|do we know|does anyone know)\b"
    r"|\W*(?:(?:and|so|but|or|also|then) )?(?:(?:in|at|on|by|for|to|of|from|with) )?(?:what|which|who|when|where|how|whose)\b"
)  # what asks beside a sentence with a question mark, too
HELD = re.compile(
    r"^(?!.*(?:\?|\b(?:need|looking|asked|trying)\b)).*\b(?:i|we|she|he|they)(?:'ve|'d| have| had| has| know| already know| already have)(?: already| also| now)?"
    r"(?: got| noted| found)? (?:the|an?|our|my|this|that|these|those|both|all|what|how|\d+)\b"
)  # what somebody has already: "I've got the number of members"
TOLD = re.compile(
    r"\b(?:i|we|my|our)\b|\bhere\W*$|^\W*for (?:the|an?|this) [\w' -]*\b(?:article|brief(?:ing)?|caption|chart|column|deck|desk|editorial|feature"
    r"|graphic|memo|newsletter|page|piece|post|report|slide|speech|story|table|talk|thread)\W*$"
)  # of oneself, and of what one is writing
LEAD_IN = re.compile(
    r".*?\b(?:i|we|my|our|me|us)\b(?:.*?\b)??(?:(?<!\bi )(?<!\bwe )(?<!already )know|wonder(?:ing)?|needs?|wants?|ask(?:ing)?|say|cite|check|find(?: out)?|missing|lack(?:ing)?|(?:tell|give|show|remind) (?:me|us))"
    r"(?=\s+(?:(?:in|by|to|from|for|with|at|on|of|over|into) )?(?:how (?:many|much|long|far|often|big|old|high|fast)|what|when|which|the"
    r" (?:amount|count|date|length|number|percentage|share|size|sum|total|value|year)\b))"
)  # "I edit a page in Lusaka and need" of "… and need the number of wells"
_EMOJI = "\U0001f300-\U0001faff☀-➿"
SENTENCE_ENDS = re.compile(rf"(?=[\s{_EMOJI}])(?:(?<=[.?!…])\s+|\s[:;]-?[)(DP]|\n+|[{_EMOJI}]+)")
_LISTED = r"\w+,? and \w+|and [A-Z]"  # "China, Laos and Thailand" is one clause
CLAUSE_ENDS = re.compile(
    rf"(?=[\s,(){_EMOJI}])"  # where any may begin, so that nothing is tried elsewhere
    rf"(?:\s[:;]-?[)(DP]|(?<=[.?!;:…])\s+|\n+|(?<=[a-z0-9)])\s[-–—]\s|,\s+(?!{_LISTED})|[()]|[{_EMOJI}]+)"
)


def wanted(clause: str, begins: Beginnings) -> frozenset[str] | None:
    """The kinds of figure that a clause (in small letters) asks for; None if it does not say. Its words begin like some of `begins`."""
    places = sorted({place for begin in begins for place in _WANTED_AT.get(begin, ())})
    return next((kinds for said, kinds in map(WANTED.__getitem__, places) if said.pattern.search(clause)), None)
