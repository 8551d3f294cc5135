"""Where sentences and clauses end, and by which turns of phrase they ask, or tell of whoever asks."""

from __future__ import annotations

import re

from knowledge.match.language.turns import turn

_DOES = r"(?:had|has|have|is|are|was|were|will|would|can|could|won't|wouldn't|can't|couldn't|isn't|aren't|wasn't|weren't|doesn't|don't|didn't)"
ASKING = re.compile(
    rf"(?<!, )\bwhich {_DOES}\b|\b(?:know|tell|say|ask|and|or|of|by|to|from|with|for|exactly) who\b|(?<![a-z0-9,] )\bwho\b|\bwhen\b(?! (?:it|they|he|she|we|i) (?:had|has|have|was|were|is|are)\b)"
    rf"|\bwhich\b(?! {_DOES}\b)|(?<!, )\bwhose\b|\b(?:how|what|whats|what's|where(?! (?:i|we|our|my)\b)|wich|number of|do we know|does anyone know|is there|are there|need the"
    r"|(?:needs|wants)(?: to (?:cite|give|have|know|print|quote|use))? the (?:amount|count|date|figure|number|overall|percentage|share|size|sum|total|value|year)"
    r"|give me|show me|tell me|looking for|figure for|can i|could (?:you|i))\b"
)
_OF_ONESELF = r"\b(?:i|we|my|our)\b"
PLAINLY = re.compile(
    r".*\b(?:need|give me|show me|tell me|looking for|figure for|could you|can i|do we know|does anyone know)\b"
    rf"|(?!.*{_OF_ONESELF}).*\b(?:how (?:many|much|long|far|often|big|high|old|fast|tall|deep)|number of)\b"
    r"|\W*(?:(?:and|so|but|or|also|then) )?(?:(?:in|at|on|by|for|to|of|from|with) )?(?:what|which|who|when|where|how|whose)\b"
)  # what asks beside a sentence with a question mark, too
HELD = re.compile(
    r"^\W*(?:does|do|is|can) (?:any|one|either|it|they|that)\b(?: \w+){0,5} (?:give|have|say|hold|print|mention|state|there|tell)s?(?: it| that| this)?\W*$|"
    r"^\W*(?:it|that|this|he|she|they) (?:does|do|did)(?:n't| not) (?:say|tell|give|mention|show) (?:what|how|when|where|which|who)\b(?!.*\?)|"
    r"^(?!.*(?:\?|\b(?:need|looking|asked|trying)\b)).*\b(?:i|we|she|he|they)(?:'ve|'d| have| had| has| know| already know| already have)(?: already| also| now)?"
    r"(?: got| noted| found)? (?:the|an?|our|my|this|that|these|those|both|all|what|how|\d+)\b"
)  # what somebody has already: "I've got the number of members"; and who has it: "does one of the reports give it?"
TOLD = turn(
    "i we my our here hi hello hey greetings good for tonight today tomorrow writing preparing drafting editing updating finishing checking fact working putting",
    rf"{_OF_ONESELF}|\bhere\W*$|^\W*(?:hi|hello|hey|greetings|good \w+)(?: \w+)? from\b"
    r"|\bto(?:night|day|morrow)'s\b|^\W*(?:writing|preparing|drafting|editing|updating|finishing|checking|fact-checking|working on|putting together) (?:an?|the|my|our|this)\b"
    r"|^\W*for (?:the|an?|this) [\w' -]*\b(?:article|brief(?:ing)?|caption|chart|column|deck|desk|editorial|feature"
    r"|graphic|memo|newsletter|page|piece|post|report|slide|speech|story|table|talk|thread)\W*$",
)  # of oneself, and of what one is writing
_SOMEBODY = "colleague|reader|listener|viewer|caller|editor|boss|somebody|someone|kids|pupils|students|he|she"
LEAD_IN = turn(
    f"i we my our me us {_SOMEBODY.replace('|', ' ')}",
    rf".*?\b(?:i|we|my|our|me|us|{_SOMEBODY})\b(?:.*?\b)??(?:(?<!\bi )(?<!\bwe )(?<!already )know|wonder(?:ing)?|needs?|wants?|ask(?:s|ed|ing)?|say|cite|check|find(?: out)?|missing|lack(?:ing)?|(?:tell|give|show|remind) (?:me|us))"
    r"(?=\s+(?:(?:in|by|to|from|for|with|at|on|of|over|into) )?(?:how (?:many|much|long|far|often|big|old|high|fast)|what|when|which|the(?: \w+)?"
    r" (?:amount|count|date|length|number|percentage|share|size|sum|total|value|year)\b))",
)  # "I edit a page in Lusaka and need" of "… and need the number of wells"
_EMOJI = "\U0001f300-\U0001faff☀-➿"
SENTENCE_ENDS = re.compile(rf"(?=[\s{_EMOJI}])(?:(?<=[.?!…])\s+|\s[:;]-?[)(DP]|\n+|[{_EMOJI}]+)")
_LISTED = r"\w+,? and \w+|and [A-Z]"  # "China, Laos and Thailand" is one clause
CLAUSE_ENDS = re.compile(
    rf"(?=[\s,(){_EMOJI}])"  # where any may begin, so that nothing is tried elsewhere
    rf"(?:\s[:;]-?[)(DP]|(?<=[.?!;:…])\s+|\n+|(?<=[a-z0-9)])\s[-–—]\s|,\s+(?!{_LISTED})|[()]|[{_EMOJI}]+)"
)
