"""Capitals that stand for their countries, where a state acts: "agreements with Oslo", "Oslo has signed"; else the city is meant."""

from __future__ import annotations

import re


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in text.split())


CAPITALS = _pairs("""
abuja:nigeria accra:ghana algiers:algeria amman:jordan ankara:turkey antananarivo:madagascar ashgabat:turkmenistan asmara:eritrea astana:kazakhstan
athens:greece baghdad:iraq baku:azerbaijan bamako:mali bangkok:thailand beijing:china beirut:lebanon belgrade:serbia berlin:germany bern:switzerland
bishkek:kyrgyzstan bogota:colombia brasilia:brazil bratislava:slovakia bucharest:romania budapest:hungary bujumbura:burundi cairo:egypt
canberra:australia caracas:venezuela chisinau:moldova copenhagen:denmark dakar:senegal damascus:syria dhaka:bangladesh dodoma:tanzania doha:qatar
dublin:ireland dushanbe:tajikistan gaborone:botswana hanoi:vietnam harare:zimbabwe havana:cuba helsinki:finland islamabad:pakistan jakarta:indonesia
kabul:afghanistan kampala:uganda kathmandu:nepal kiev:ukraine kyiv:ukraine kigali:rwanda lima:peru lisbon:portugal ljubljana:slovenia lome:togo
london:britain luanda:angola lusaka:zambia madrid:spain managua:nicaragua manila:philippines maputo:mozambique minsk:belarus mogadishu:somalia
monrovia:liberia montevideo:uruguay moscow:russia muscat:oman nairobi:kenya niamey:niger nicosia:cyprus nouakchott:mauritania oslo:norway
ottawa:canada paris:france podgorica:montenegro prague:czechia quito:ecuador rabat:morocco reykjavik:iceland riga:latvia rome:italy santiago:chile
sarajevo:bosnia skopje:macedonia sofia:bulgaria stockholm:sweden suva:fiji tallinn:estonia tashkent:uzbekistan tbilisi:georgia tehran:iran
thimphu:bhutan tirana:albania tokyo:japan tripoli:libya tunis:tunisia ulaanbaatar:mongolia vienna:austria vientiane:laos vilnius:lithuania
warsaw:poland windhoek:namibia yaounde:cameroon yerevan:armenia zagreb:croatia
""")
"""Capital -> country, both of one word."""

AGREED = r"agreements?|deals?|pacts?|treat(?:y|ies)|accords?|memorandums|mous|signed|inked|concluded|struck|work(?:s|ed|ing)? together|team(?:s|ed)? up|cooperat\w+"
WITH = re.compile(rf"\b(?:{AGREED}) (?:\w+ ){{0,4}}?with $", re.IGNORECASE)
"""With whom states agree on something."""
DOES = re.compile(
    r"(?: and \w+)? (?:\w+ly |also |first )?(?:sign|conclud|agree|pledg|promis|vow|sen[dt]\b|giv|gave|invest|help|aid|assist|train|teach|taught|buil[dt]|set up"
    r"|establish|launch|announc|propos|approv|fund|lend|lent|donat|deliver|dispatch|despatch|struck|ink(?:ed|s)?\b|got deals|made pacts|put its"
    r"|work(?:s|ed)? together|team|jointly|started or joined)",
    re.IGNORECASE,
)
"""What a state does …"""
ACTS_FOR_IT = re.compile(
    r" (?:\w+ )?(?:government|minist(?:ers?|ry)|president|leaders?|authorities|officials|delegation|envoys?)\b",
    re.IGNORECASE,
)
"""… and who acts for it: "Oslo's foreign minister"."""
NEAR = 60  # characters in which stands with whom something is agreed


def country_of(capital: str, shown: str, start: int, end: int) -> str | None:
    """The country for which a capital stands at that place of a text; None if it is no capital, or the city may be meant."""
    country = CAPITALS.get(capital)
    if country is None:
        return None
    acts = ACTS_FOR_IT if shown[start:end].endswith(("'s", "’s")) else DOES
    return country if acts.match(shown, end) or WITH.search(shown[max(0, start - NEAR) : start]) else None
