"""What kind of figure a question wants: a length, a share, a day."""

from __future__ import annotations

from collections import defaultdict

from knowledge.match.language.turns import Beginnings, Turn, turn

# The first that fits decides. Kinds are those of `model.Kind`; no figure is a "reason".
_COUNTS = "count mass energy power volume area range multiple fraction"
_AMOUNTS = f"{_COUNTS} money percent percentage_points length speed temperature duration"
_SHARES = "percent percentage_points fraction range multiple"
_UP_OR_DOWN = (
    r"rise|rose|risen|expand(?:ed)?|grow|grew|grown|increased?|jump(?:ed)?|fall|fell|fallen|drop(?:ped)?|declined?|shrink|shrank|widen(?:ed)?"
    r"|push(?:ed)? up|lift(?:ed)?|raised?|boost(?:ed)?|cheaper|faster|surged?|soar(?:ed)?|leap(?:ed|t)?|climb(?:ed)?|swell(?:ed)?|swollen|spiked?|shot up|shoot up"
)
_MOVING = "rise rose expand grow grew increase jump fall fell drop decline shrink shrank widen push lift raise boost cheaper faster surge soar leap climb swell swollen spike shot shoot"
_STARTS = "target|goal|opening|launch|start|starting|completion|signing|founding|release|publication"
_CURRENCIES = r"(?:us )?(?:(?:us)?dollars|yuan|rmb|renminbi|euros|usd|pounds)"
_NO_HOUR = r"(?! ?(?:spans?|periods?|frames?|limits?|scales?|horizon)\b)"  # after "what time"
_OF_TIMES = "good|great|nice|lovely|per|an?|each|every|one|single|first|last|next|past|this|that|same|whole|full|the|of|in|by|or|and|calendar|financial|fiscal|previous"


def _kinds(names: str) -> frozenset[str]:
    return frozenset(kind.replace("_", " ") for kind in names.split())


SHARES = _kinds(_SHARES)
DAYS = frozenset(("date",))

WANTED: tuple[tuple[Turn, frozenset[str]], ...] = tuple(
    (turn(cues, pattern), _kinds(kinds))
    for cues, pattern, kinds in (
        ("time why", rf"\bwhat(?:'s| is| was)? the time\b{_NO_HOUR}|(?<!within )(?<!in )\bwhat time\b{_NO_HOUR}|\bwhy\b", "reason"),
        ("when year month day date deadline", r"^\W*(?:(?:and|so|but) )?(?:(?:by|in|since|until|from|on) )?(?:what|which) (?:year|month|day|date)\b(?![- ](?:on|over|to|rate)\b)|^\W*when\b(?!.*\bhow (?:many|much|long|far)\b)|^\W*what(?:'s| is| was)? the (?:year|month|day|date) (?:of|when|in which|that|on which)\b|\bby when\b|\b(?:what|which|when)\b.*\bdeadline\b", "date"),
        ("trillions billions millions trillion billion million", rf"\bhow many (?:tr|b|m)illions?\b(?! (?:of )?{_CURRENCIES}\b)(?! (?:\w+ )?(?:people|passengers|trips|tons|tonnes|visitors|tourists|users)\b)", f"{_COUNTS} money"),
        ("quantity volume tonnage weight amount", r"^\W*(?:what|which) (?:quantity|volume|tonnage|weight|amount)\b", _AMOUNTS),
        ("time period span timespan timeframe timescale", r"\b(?:within|in|over) what (?:time|period|span)\b|\b(?:length|stretch|amount) of time\b|\bhow long a (?:time|period)\b|\btime ?(?:spans?|frames?|scales?)\b", "duration range date"),
        ("dollars usdollars yuan rmb renminbi euros usd pounds", rf"^(?!.*\bhow many (?!{_CURRENCIES}\b|(?:tr|b|m)illions?\b)).*\b(?:in|worth in|value in) {_CURRENCIES}\b|\bhow many {_CURRENCIES}\b(?!-| (?:accounts|bills|bonds|deals|loans|notes|payments|shares|stocks)\b)|^\W*(?:us )?(?:(?:us)?dollars|yuan|rmb|euros|usd)\W*$|\b(?:dollar|yuan|euro) (?:value|amount|worth)\b", "money range"),
        ("km kmh kph mph hour", r"\b(?:km/h|kmh|kph|mph)\b|\b(?:kms?|kilomet(?:er|re)s?|miles?) (?:per|an|a) hour\b", "speed range"),
        ("km kms kilometers miles meters feet", r"\bin (?:kms?|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet)\b", "length range"),
        ("kwh mwh gwh twh kilo mega giga tera watt", r"\bin (?:[kmgt]wh|(?:kilo|mega|giga|tera)?watt[- ]?hours?)\b", "energy range"),
        ("generation generated output", r"\b(?:annual|yearly) (?:\w+ )?(?:generation|output)\W*$|\bgenerat\w+ (?:\w+ )?(?:annually|(?:a|per|each) year)\b", "energy money mass count range volume"),
        ("kw mw gw kilo mega giga watt", r"\bin (?:[kmg]w|(?:kilo|mega|giga)?wat{1,2}s?)\b", "power range"),
        ("tons kg kilos", r"\bin (?:tons|tonnes|kg|kilos|kilograms)\b", "mass range"),
        ("minutes hours days weeks months years", r"\bin (?:minutes|hours|days|weeks|months|years)\W*$", "duration range"),
        ("square sq sqkm sqkilometers sqmeters sqfeet hectares area", r"(?<!per )\b(?:square|sq) ?(?:kms?|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet)\b|\bhectares?\b|\b(?:land )?area of\b|\bwhat area (?:does|do|did|is|was|will|has)\b", "area range mass"),
        ("years months weeks days hours", r"\b(?:years|months|weeks|days|hours) until\b", "duration range"),
        ("compare compared among relative stand stack measure", r"\bhow (?:do|does|did)\b.*\b(?:compare\b|stack up\b|(?:stand|measure up) (?:among|in|against|compared)\b)|\bhow (?:big|large|high|important)\b.*\b(?:among|relative to|compared (?:with|to))\b", "rank percent fraction multiple text"),
        ("long", r"^\W*(?:(?:for|in|within) )?how long (?:after|before|does|do|did|will|would)\b.*(?:%|\bper ?cent\b|\bnumber of\b)", "duration range date"),
        ("higher lower busier", r"\bhow much (?:higher|lower|busier)\b", f"{_SHARES} count money mass volume length duration"),
        ("fast quick", r"\bhow (?:fast|quickly) (?:is|are|was|were) .*\b(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bof )(?<!\bits )(?<!\bfast )(?:growing|rising|falling|shrinking|expanding)(?=\W*$| (?:in|since|per|each|every|over|by)\b)", _SHARES),
        ("year", r"^\W*what(?:'s| is| was)? (?:the |its |their )?(?:target|deadline|goal) year\b|\b(?:target|deadline|goal) year\W*$", "date"),
        ("% percent per proportion fraction", r"%|\b(?:percent|per cent|percentages?|proportion|fraction)\b", _SHARES),
        ("km kms kilometers miles meters feet", r"\bhow many(?: \w+)? (?:kms?|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet)\b(?!-)", "length range"),
        (
            "first new premiere novelty 1st",
            r"^\W*(?:(?:so|and|but|or) )?(?:is|are|was|were)\b.* the (?:very )?(?:first|1st)\b(?! (?:phase|stage|section|part|half|quarter|year|month|edition|time|group|batch|round)s?\b)"
            r"|\b(?:something|anything) new\b|\ba (?:premiere|novelty)\b",
            "rank date text",
        ),
        ("rise increase growth jump drop fall", r"\b(?:rise|increase|growth|jump|drop|fall) in (?:the )?(?:number|volume|amount|value|tonnage)\b", f"{_SHARES} count"),
        ("growth increase rise decline drop gain", r"\bwhat (?:kinda |(?:kind|sort|amount) of )?(?:trade |economic )?(?:growth|increase|rise|decline|drop|gain)\b(?! (?:target|driver|model))", _SHARES),
        ("margin extent", rf"\bby what margin\b|\bto what extent\b.*\b(?:{_UP_OR_DOWN})\b", _SHARES),
        ("number", r"\bwhat number (?:is|was|were|are|will) (?:it|this|that|they)\b", "rank text"),
        ("full", r"\bhow full\b", "percent fraction multiple range"),
        ("time", r"\bhow much time\b", "duration fraction percent multiple range"),
        ("up down", r"\b(?:how much|what) (?:is it |was it |are they |were they )?(?:up|down)\b(?! to)|\b(?:up|down) by (?:how (?:much|many percent)|what)\b|\bhow much (?:is|are|was|were) (?:\w+ ){1,5}?(?<!\bset )(?<!\bput )(?<!\bmade )(?<!\bpaid )(?<!\bbuilt )(?<!\bopened )(?<!\bstarted )(?:up|down)\b(?! to)", _SHARES),
        ("years months weeks days hours minutes", rf"^(?!.*\b(?:how|what|which|when|who|where|{_OF_TIMES}|recent|coming|several|few|many|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred)\b).*\b(?:years|months|weeks|days|hours|minutes)\W*$", "duration range count date"),
        ("points", r"\bhow many (?:percentage )?points\b", "percentage_points percent range count"),
        ("millennia centuries decades years months weeks days hours hrs hr minutes seconds", r"\b(?:how many|number of)(?: \w+)? (?:millennia|centuries|decades|years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?)\b(?!-)", "duration count range date"),
        ("year yoy growth", r"\b(?:year[- ](?:(?:on|over)[- ])?year|yoy|growth rates?)\b", _SHARES),
        ("go goes went gone", r"\b(?:how much|how far|what)\b.*\b(?:go|goes|went|gone) (?:up|down)\b", _SHARES),
        (_MOVING, rf"\bhow (?:much|far|fast|steeply|sharply|strongly|quickly)(?: on average)? (?:did|do|does|has|have|had|will|would|could|should|must|may|might|need|was|were|is|are)\b.*\b(?:{_UP_OR_DOWN})\b", _SHARES),
        ("money cash dollars euros yuan pounds rmb bucks", r"\bhow much (?:money|cash)\b|\bin money\b|\bhow many(?: \w+)? (?:dollars|euros|yuan|pounds|rmb|bucks)\b(?!-| (?:accounts|bills|bonds|deals|loans|notes|payments|shares|stocks)\b)", "money range"),
        (
            "when since until till year month week day date decade period century era",
            r"^\W*when\b|\b(?:when|since|until|till)\W*$|\b(?:remind|tell|show|give) (?:me|us) (?:again )?when\b|\b(?:know|say|tell|ask|remember|recall|check|idea|sure|wonder(?:ing)?|find out|exactly|of|and|or) when\b|\bwhen(?:'s|'d| (?:did|was|were|is|are|will|does|do|has|have|had|should|would|exactly|precisely))\b|\b(?:(?:what|which|wich) (?:\w+ (?=day\b))?(?:(?:year|month|day|date|week|decade|period)s?|century|era)|since when|(?:year|month|day|date|decade) (?:in|on|of) which|by when)\b"
            rf"|\b(?:{_STARTS}) (?:date|day|year|month)\b|\b(?<!main )(?<!key )dates?\b(?<!to date)|^\W*(?:the )?(?:exact )?(?:month|year|date)\b(?![- ](?:on|over|to|year)\b| end(?:ed|ing)\b)|^(?!.*\bhow\b).*\b(?!(?:{_OF_TIMES}) )\w+ (?:day|month|year|decade|century)\W*$",
            "date",
        ),
        ("number", r"\bnumber of (?:the|that|this|its) (?:(?!\w*s\b)\w+\W*$|(?:\w+ ){0,6}(?:resolution|law|act|decree|text|document|bill)\b)", "count text rank"),
        ("many nth edition anniversary birthday", r"\bhow[- ]man(?:y|i)-?(?:e|ie)?(?:th|st)\b|\bnth\b|\b(?:what|which) (?:edition|anniversary|birthday)\b", "rank"),
        ("times", r"\bhow many times (?:as |today|its |the (?:current|present|existing|size)\b|larger|bigger|higher|greater|more\b(?! (?:will|did|has|have|was|were)\b))", "multiple percent range"),
        ("editions times birthdays anniversaries rounds often", r"\bhow many (?:\w+ )?(?:editions|times|birthdays|anniversaries|rounds)\b|\bhow often\b", "count rank multiple range duration"),
        ("many", r"\bhow many of\b", f"{_COUNTS} percent"),
        ("many number", r"\b(?:how many|number of)\b(?! (?:dollars|euros|yuan))", _COUNTS),
        (
            "costs price pay paid fee budget",
            rf"^(?!.*\bhow much more\b)(?!.*\b(?:cuts?|trim\w*|sav\w+|shav\w+|reduc\w+|decreas\w+|less|cheap|down|lower|off|{_UP_OR_DOWN})\b)"
            r".*\b(?:costs?|costing|priced?|pay|paid(?! for)|paying|fee|budget)\b",
            "money range",
        ),
        ("owe owing borrow lend loan spend invest earn charge", r"\bhow much\b.*\b(?:ow(?:e|es|ed|ing)|borrow\w*|lend\w*|lent|loan(?:ed)?|spen[dt]|invest(?:ed|ing)?|earn(?:ed|s)?|charge[sd]?)\b", "money range"),
        ("share slice part chunk portion", r"\b(?:what|which) (?:share|slice|part(?= of)|chunk|portion(?= of))\b|^\W*(?:the )?share of\b", _SHARES),
        (
            "investment money funding capital lending loan spending aid",
            r"\bhow much of (?:the|its|their|that|this) (?:[\w-]+ ){0,2}(?:investment|money|funding|capital|lending|loans?|spending|aid)\b",
            "money percent fraction multiple range",
        ),
        ("land ground space area", r"\bhow much (?:land|ground|space|area)\b", "area range"),
        ("trade export import sell sold", r"\bhow much (?:did|does|do|has|have) .*(?: trade (?:with|in|between|among) | export | import | sell | sold )", "money mass volume count energy range"),
        ("value", r" value\b(?= (?:via|by|through|in|per|for|since|to|\d)|\W*$)", "money range multiple"),
        ("capacity", r"\bwhat (?:[a-z]+ )?capacity\b|\bwhat(?:'s| is| was| are) the (?:\w+ ){0,2}capacity\b(?! (?:factor|utili[sz]ation|use|rate|share|increase|growth))|\b(?:generating|installed) capacity\b", "power count mass volume area energy range"),
        ("worth value owe bill", r"\b(?:what|the) worth of\b|\bworth\W*$|\bwhat (?:is|are|was|were)\b.*\bworth\b(?! of| \w+ing)|\bvalue of\b|\b(?:owe|owes|owed)\b|\bthe bill for\b", "money range multiple"),
        ("much ticket price salary wages payroll", r"\bhow much (?:is|are|was|were) an?\b|\b(?:ticket(?! (?:holders?|sales?|sold|offices?|machines?|buyers?)\b)|price tag|salary|wages?|payroll)\b", "money range"),
        ("tall deep wide high height depth width", r"\bhow (?:tall|deep|wide|high up)\b|\b(?:height|depth|width)\b", "length range"),
        ("high", r"\bhow high (?:is|are|was|were) (?:the|that|this|its|their) (?:[\w-]+ ){0,4}?(?:towers?|dams?|bridges?|buildings?|masts?|chimneys?|walls?|hills?|mountains?|peaks?|pylons?|turbines?|statues?)\b", "length range"),
        ("fast quick", r"\bhow (?:fast|quick|quickly)\b.* get\b.* (?:from|between) ", "duration range"),
        ("long", r"\bhow long (?:does|do|did) (?!.*\b(?:trains?|rides?|trips?|ferry|festivals?|programs?|programmes?|shows?|courses?)\b)[^.?!,;]*? run\W*$", "length duration range"),
        (
            "long",
            r"\bhow long\b.*\b(?:takes?|taking|worked|works?(?= on\b)|lasts?|lasted|runs?|running|go on|goes on|went on|needs?|wait|stay|been|ago|for|until|before|does it)\b",
            "duration range",
        ),
        ("time times", r"\b(?:journey|travel|trip|transit|shipping|sailing|delivery|clearance|waiting) times?\b", "duration range fraction multiple percent"),
        ("length", r"\bwhat length\b", "length range"),
        ("long length far distance", r"\bhow long (?:the|its|their|this|that|these|those)\b.* (?:is|are|was|were)\b|\bhow long (?:is|are|was|will .* be|a)\b|\blength\b|\bhow far (?:is|does|do|apart)\b|\bdistance\b", "length range duration"),
        ("long soon", r"\bhow (?:long|soon)\b", "length duration range date"),
        ("fast speed", r"\b(?:how fast|what speed|top speed|(?<!high )(?<!high-)(?<!up to )speeds?(?! up\b))\b", "speed range"),
        ("more", r"\bhow much more\b", f"{_SHARES} money mass energy volume power area length duration"),
        ("faster", r"\bhow much faster\b", "speed duration percent percentage_points fraction multiple range"),
        ("quick much", r"\bhow (?:quick|quicker|quickly|much (?:faster|quicker|shorter))\b", "speed duration percent fraction multiple range"),
        ("far", r"\bhow far back\b", "date duration range"),
        ("far", r"\bhow far\b", "length percent percentage_points multiple range fraction"),
        ("old age", r"\bhow old\b|\bage of\b", "duration count range"),
        ("much", r"\bhow much of\b(?! (?:that|this|it|them|these|those)\b)", "mass energy power volume area range multiple fraction percent text"),
        ("headcount tally much", r"\b(?:headcount|tally|how much of)\b", _COUNTS),
        ("where rank position place", r"^(?!.*\bhow\b.*\bwhere\b).*\bwhere\b.*\b(?:rank|stand|place|sit|come)s?\b|\bwhere among\b|\brank(?:s|ed|ing)?\b|\b(?:what|which) (?:rank|position|place)\b", "rank"),
        (
            "much",
            r"^(?!.*\b(?:account\w*|make up|making up|shares?|percent\w*|growth|by how much)\b)"
            rf"(?!.*\b(?:up|down|cut|boost\w*|add\w*|gain\w*|rais\w*|lift\w*|sav\w+|shav\w+|reduc\w+|{_UP_OR_DOWN})\b)"
            r".*\bhow much (?!of\b|more\b|extra\b|additional\b|richer\b|poorer\b|bigger\b|larger\b|higher\b|less\b|faster\b|did\b|do\b|does\b|has\b|have\b|had\b|will\b|would\b|can\b|could\b|should\b"
            r"|might\b|may\b|is\b|are\b|was\b|were\b|to\b|longer\b|shorter\b)\w+",
            f"{_COUNTS} money length duration speed temperature",
        ),
        ("much big large high great heavy low small strong", r"\bhow (?:much|big|large|high|great|heavy|low|small|strong)\b", _AMOUNTS),
        ("who where", r"(?:^|[,;:?.!…]|\b(?:know|tell|say|says|ask|asks|remember|recall|and|or|so|of|by|from|to|with|for|me|us|exactly|on))\W*\b(?:who|whom|whose)\b(?! is\b)|(?<!\bwas it )(?<!\bis it )\bwhere\b", "text"),
        (
            "start opening completion inauguration",
            r"^(?!.*\b(?:what|which|who|how|when|where|at|of|before|after|until|since|from|its|number|total|count|countries|cost|ceremony|for|to|attending|invited|guests|visitors|people|participants|members|delegates|passengers|trains)\b).*\w (?:start|opening|completion|inauguration)\W*$",
            "date",
        ),
        ("number resolution", r"\b(?:which|wich) (?:\w+ ){0,4}(?:number|resolution)\b", "count text rank"),
        ("which wich", r"\b(?:which|wich) (?:\w+ ){0,4}(?:compan(?:y|ies)|firms?|contractors?|minist(?:er|ry)|person|president|author|city|banks?|university)\b", "text"),
        ("which wich", r"(?<!\w for )(?<!\w of )(?<!\w in )(?<!\w to )(?<!\w on )(?<!\w by )(?<!\w with )\b(?:which|wich) (?!(?:\w+ ){0,4}(?:number|resolution|share|figure|percent))\w+", "text rank"),
        ("electric power reactor plant station turbine generator", r"\b(?:electric(?:al|ity)?|power|(?:reactor|plant|station|turbine|generator)s?) output\b", "power energy range"),
        ("attendance", r"\battendance\b", _COUNTS),
        ("turnout", r"\bturnout\b", f"{_COUNTS} percent"),
        ("investment budget sum", r"^(?!.*\b(?:what|which|who|how)\b).*\b(?:investment|budget)(?: (?:sum|total|amount|volume|value))?\W*$|\bsum (?:invested|spent|paid)\b|\bwhat sum\b", "money range"),
        ("growth", r"^(?!.*\b(?:what|which|who|how)\b).*\bgrowth\b", _SHARES),
        ("increase rise", r"^(?!.*\b(?:what|which|who|how)\b).*\b(?<!\bto )(?:increase|rise)\b(?! (?:in|to|of|by)\b)", f"{_SHARES} count"),
        ("how", r"\bhow (?:do|does|did|can|could|should|to|come|is|are|was|were|has|have)\b", "text"),
    )
)  # fmt: skip

_WANTED_AT = defaultdict[str, list[int]](list)
"""Which of these a word may belong to, by how it begins."""

for _place, (_said, _) in enumerate(WANTED):
    for _cue in _said.cues:
        _WANTED_AT[_cue].append(_place)


def wanted(clause: str, begins: Beginnings) -> frozenset[str] | None:
    """The kinds of figure that a clause (in small letters) asks for; None if it does not say. Its words begin like some of `begins`."""
    places = sorted({place for begin in begins for place in _WANTED_AT.get(begin, ())})
    return next((kinds for said, kinds in map(WANTED.__getitem__, places) if said.pattern.search(clause)), None)
