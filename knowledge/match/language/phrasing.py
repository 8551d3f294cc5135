"""Turns of phrase: what a question counts, insists on, leaves out, and whether it wants a box."""

from __future__ import annotations

import re

from knowledge.match.language.turns import turn

ASIDE = re.compile(
    r"\W*when (?:the|its?|their|they|he|she|we|i|that|this|a|an|[a-z']+ing)\b"
)  # "when its plan came out"

HOW_MANY = turn(
    "how number count no with that where which having",
    r"\b(?:how many|number of|count of|no\. of)\b|^\W*(?=\w+s (?:with|that|where|which|having)\b)(?!what)",
    re.IGNORECASE,
)  # and "countries with reading rooms"
TALLIED = turn(
    "number count total tally",
    r"(?<=s )(?:number|count|tally)\b(?! of\b)|\b(?:number|count|total|tally)\W*$",
    re.IGNORECASE,
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
    r"\b(?:per|each|every)[ -](?!the\b|its\b|his\b|her\b|their\b|other\b(?! (?:day|week|month|year|train)\b)|\w+ (?:paper|report|study|document|book)\b|our\b|your\b|my\b|this\b|that\b)(\w+)|(?<!\bhalf )\b(?:a|an) (day|hour|minute|second|week|month|year|head|person|kilometer|kilometre|km|piece)\b(?! of\b)|(?<=s )(?<!\bdoes )(?<!\bis )(?<!\bwas )(?<!\bhas )an? (train)\b"
    r"|\b(daily|hourly|weekly|monthly)\b(?! (?:life|lives|living|needs)\b)|\b(?:in|on) each (\w+)",
)
RATE_WORDS = {
    "daily": "day", "hourly": "hour", "weekly": "week", "monthly": "month", "annual": "year", "annually": "year", "yearly": "year",
    "annum": "year",
}  # fmt: skip

SUPERLATIVE = turn(
    "most least largest biggest highest lowest smallest longest shortest fastest slowest oldest youngest richest poorest busiest tallest deepest"
    " greatest best worst cheapest fewest top record",
    r"\b(?:(?<!\bat )most(?! recent)|least(?! )|largest|biggest|highest|lowest|smallest|longest|shortest|fastest|slowest|oldest|youngest|richest"
    r"|poorest|busiest|tallest|deepest|greatest|best(?![- ]known\b)|worst|cheapest|fewest|(?<!on )(?<!'s )top(?![- ]level|[- ]tier| \d| (?:its|our|that|their|this)\b)|record)\b",
)
NEGATION = turn(
    "not never no without other t",  # the last of "isn't"
    r"\b(?:not(?! (?:counting|including|only|just|merely|simply|sure|certain|long ago|how|what|when|where|which|who|why)\b)(?!(?<=\bor not)\W*$)|never(?! mind\b)|no longer(?! (?:have|has|need|needs) to\b)|without|other than"
    r"|(?:is|are|did|do|does|has|have|was|were)n't|won't)\b",
)
PURPOSE = turn(
    "so", r"\bso (?:that )?(?:\w+ ){1,3}?(?:don't|do not|can't|cannot|won't|aren't|are not|need not|needn't)\b[^.?!]*"
)
LESSENED = turn(
    "not excluding leaving except apart",
    r"\b(?:not (?:counting|including)|excluding|leaving out|(?<!everything )(?<!all )except(?: for)?|(?<!sets )(?<!set )apart from)\b",
    re.IGNORECASE,
)
SET_ASIDE = turn(
    "when leaving setting putting don not never have know ve rather instead opposed unlike t have already besides beyond top addition what still missing lack",
    r"\b(?:i|we)(?:'ve| have)(?: got| already)* [\w' ,-]+?(?=[.!;,–—-]+ (?:and |but )?(?:what (?:i|we) (?:still |do )?(?:need|lack|miss)|what's (?:still )?missing|(?:still )?missing is|the (?:only )?(?:one|thing|figure|number) (?:that's )?(?:missing|(?:i|we) (?:still )?(?:need|lack)))\b)"
    r"|,? and (?:by|since|from|until) when\b[^.?!]*|\b(?:i|we)(?:'ve| have| know)(?: already| got| about| of)* (?:the|about the|its|their) [^.?!;]{1,60}?,? but not (?:for |of |the |its |their )*[^.?!;]*|\b(?:i|we) (?:already )?know the [\w' -]{1,40}? (?:number|figure|count|total)s?\b[^.?!]*|(?:^|,? )(?:leaving|setting|putting) (?:aside [^.?!,;:()]*|[^.?!,;:()]* aside)|(?:^|(?<=[.?!;,])\s)the [^.?!,;]{1,60}? (?:i|we) (?:already have|have already|know already|already know|(?:have )?already noted|noted|have)\b[^.?!,;]*|(?<=\bi mean) not [^.?!,;:()]*|\bthat (?:is|are|was|were)(?:n't| not) (?!only\b)[^.?!,;:()]*"
    r"|\s+rather than (?:the )?(?:\w+ (?=\w+s\b))?\w+|"
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
        ("reach", "(?<=\\w )(?<!agreement )(?<!deal )(?<!accord )(?<!consensus )reached(?=\\W*$)", ""),
        (
            "out",
            "(?:put|puts|putting|bring|brings|brought) out(?! (?:of|at|to|for|on|from)\\b)(?![^.?!]*\\b(?:fire|blaze|flames)\\b)"
            "|(?:come|comes|came) out(?=\\W*$|,| in\\b)",
            "issued",
        ),
        ("done", "(?<=actually )done|(?<=already )done", "completed"),
        ("talking", "are we talking(?: about)?", "are there"),
        ("turn show", "turn(?:ed|s)? up|show(?:ed|s|n)? up", "attended"),
        ("days", "these days", "now"),
        ("as", "as (?:stated|given|quoted|cited|reported|noted|mentioned|told|put|set out|described)(?= in )", ""),
        (
            "running straight end",
            r"(?:(?<=days)|(?<=weeks)|(?<=months)|(?<=years)) (?:running|straight|on end)",
            " consecutively",
        ),
        ("first", "first,? second,? or (?:what|which|third|later)", ""),
        ("vice", "and vice versa|vice versa", "mutually"),
        ("my our", "in (?:my|our) (?:own )?country", ""),
        (
            "longest",
            r"what(?:'s| is) the longest that (?=[^?!.,]*\b(?:may|can|could) (?:stay|remain|wait|be)\b)",
            "how long ",
        ),
    )
)
"""What people say in several words that tell nothing of it one by one, and what they mean by it."""

AFTER = turn(
    "after once following",
    r"(?:^|(?<=[.?!] ))\W*(?:after|once|following)\b [^.?!]*?(?=, (?:how|what|which|who|when)\b)",
    re.IGNORECASE,
)  # "after Strelsau had signed, how many …"
LIMIT = turn(
    "under below most fewer less younger shorter smaller over above least more older longer bigger larger aged",
    r"\b(?:(?P<below>under|below|at most|(?:fewer|less|younger|shorter|smaller) than)"
    r"|over|above|at least|(?:more|older|longer|bigger|larger) than|aged)(?: the age of)?"
    r" (?!(?:19|20)\d\d(?:\s*[-–]|\s+(?:to|and)\b|\W*$))(?P<number>\d(?:[\d,]*\d)?(?:\.\d+)?)\b(?! (?:[mb]illion|trillion|euros?|dollars?|yuan)\b)",
)
ALONE = turn(
    "alone only specifically solely exclusively particular",
    r"\b(?!not\b)(\w+)'?s? (?:alone|only|specifically|solely|exclusively|in particular)\b",
)

TAKES = turn(
    "take taking took journey travel transit trip",
    r"\bhow long\b.*\b(?:takes?|took|taking)\b|\b(?:journey|travel|transit|trip) times?\b",
)
LASTED = turn(
    "long",
    r"\bhow long\b.*\b(?:been|in (?:operation|service|use)|existed|around)\b"
    r"|\bhow long (?:is|are|was|were)\b(?!.*\b(?:trips?|journeys?|rides?|travel|transit|drive|flights?|crossing|takes?|from|to|between|by)\b)",
)  # nor is a line as long as a ride on it

ATTRIBUTED = turn(
    "according per reported report estimated estimate said say published claim forecast projection survey study poll",
    r"\b(?:((?-i:[A-Z])[\w&-]+)(?:'s)? (?:estimate|forecast|projection|survey|study|poll)s? (?:of|for|on)\b|(?:according to(?! (?:your|our)\b)|as per|per the|reported by|estimated by|said by|published by) (\w[\w' -]*?)(?=[,.?!;:]|$|\s+(?:(?:cited|quoted|given|mentioned) (?:by|in)|how|what|when|which|where|who)\b)"
    r"|(?:did|does|do) (\w[\w' -]*?) (?:(?<!\bthe )(?<!\bthis )report(?! (?:begin|start|take|come|appear|spend|say|give|cite|put|show|tell|mention|find|count|work|get|end)\b)|say|estimate|claim)\b)",
    re.IGNORECASE,
)

BOX = turn(
    "panel pannel fact info box overview run rundown summary sum background basics primer explainer briefing outline introduction lowdown gist nutshell"
    " sheet portrait profile essentials description what something case story material picture glance key brief figures numbers explain describe"
    " know introduce speed update educate fill clue walk talk take deal score scoop everything anything all understand sketch history snapshot synopsis recap"
    " round digest crash cheat dossier head main one pager sidebar side inset boxed boxout full whole piece write read",
    r"(?<!\w)(?:pann?els?|side ?bar|inset|boxed text|side text|boxout|fact b[ox]{2}|fact ?box(?:es)?|info ?box|box(?! (?:counts?|terminals?|throughput|volumes?|traffic|ships?|ports?|office)\b)|overview|rundown|run-down|summar(?:y|ise|ize)|sum(?:s|ming)? up|background(?:er)?"
    r"|basics|primer|explainer|briefing|outline|introduction|intro|lowdown|gist|nutshell|(?:fact ?)?sheet|portrait|profile|essentials"
    r"|description|(?<=[.?!…:] )(?:so |and )?what (?:are they|is it)(?=\W*(?:[,.?!]|$))|what can you (?:tell|give)|what (?:do|have) (?:we|you) (?:have|got) (?:on|about|for)|(?<!running )(?<!writing )(?<!doing )(?<!filing )(?:something|a case|a story|material)(?: [\w'’]+){0,4} (?:on|about)|general picture|big picture|at a glance"
    r"|(?:key|main|basic) (?:data|numbers|figures|facts)|in (?:brief|figures|numbers)|(?<!happy to )(?<!glad to )(?<!i can )(?<!i could )(?<!i'll )explain(?:ed)?(?! (?:later|why|more)\b)|describe"
    r"|write-?up|(?:full|whole) piece|piece (?:on|about) the|(?:let me|can i|could i|may i|want to|like to) read (?:the|all|everything|what)|worth knowing|up to speed on"
    r"|(?:brief|update|educate) (?:me|us)|introduce (?:me|us) to|(?:help (?:me|us) )?understand(?:ing)?(?! by\b)|(?:need|should|ought|want|like|is there)(?: [\w'’]+){0,3} (?:to )?know (?:about|on)"
    r"|sketch|main points|one[- ]pager|(?:potted|brief|short|quick) history|snapshot|synopsis|recap|round-?up|digest|crash course|cheat ?sheet|dossier|(?:bring|get) (?:me|us) up to speed|get my head a?round|(?:fill|clue) (?:me|us) in|(?:walk|run|talk|take) (?:me|us) through"
    r"|the (?:deal|story|score|scoop) (?:with|on|behind|about)"
    r"|(?:everything|anything|whatever)(?: [\w'’]+){0,4} (?:on|about|for)|all (?:you (?:hold|have|know|'ve got) )?(?:on|about|for))\b",
)  # in small letters: ignoring case takes three times as long
HOW = re.compile(
    r"\bhow (?:many|much|long|far|often|big|large|small|high|low|tall|deep|wide|heavy|old|fast|quick|quickly|soon|great|strong|hot|warm)\b|\b(?:by|at|to) what\b",
    re.IGNORECASE,
)
BOX_MILD = turn(
    "what who tell all know learn hear",
    r"\bwhat(?:'s|s)?\b|\bwho (?:is|are)\b|\btell me\b|\ball about\b|\b(?:tell|know|learn|hear)(?: \w+)? about\b",
)
