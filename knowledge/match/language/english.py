"""What the matcher knows of English: no subject and no source, only the words that any question is made of."""

from __future__ import annotations

import gzip
from functools import lru_cache
from importlib.resources import files
from math import log10

from pydantic_core import from_json


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP = _set("""
a an the this that these those there here it its their theirs they them he she his her hers him we us our ours you your yours i me my
mine who whom whose which what when where why how is are was were be been being am do does did doing done have has had having will
would shall should can could may might must ought of in on at by for from to into onto with within than then and or nor but if because
while so such both either neither any some all same too very just also about up down out off s t d ll re ve m vs via per upon between
among across through during versus towards toward around along as ok okay isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt
wont wouldnt cant couldnt whats thats theres heres whens wheres hows whos im ive id youre theyre lets na gonna wanna eh oh ill itd theyd youll theyll manyth whatre whatd whatll whend whenll howd howre whod whyd whered thatd
""")
"""Words that carry no topic."""

CHAT = _set("""
hi hello hey hiya hullo yo dear folks folk guys team everyone everybody anyone anybody someone somebody bot morning afternoon evening
please pls plz thanks thank thx ty tysm tyvm ta cheers appreciated appreciate grateful sorry excuse wondering wonder curious quick
quickly question questions ask asking asked need needed want wanted know knows tell give gives show find check checking look looking
help get got gets getting idea clue remember recall confirm verify kindly urgent asap deadline lol haha hmm um uh er ugh argh omg btw
fyi right now today currently current actual actually exactly exact roughly precisely really basically simply maybe perhaps again still
anyway well good nice great lovely much many lot lots say says said saying according figure figures number numbers stat stats statistic
statistics fact facts data info information answer count so far yet ever already latest newest recent go goes went going gone make
makes made take takes took taken use used come comes came thing things stuff bit kind sort way like let put see seen little try trying
hear heard handy printed quote quoted cite mid end early late docs doc word ballpark hand line speech money cash caption slide tweet
headline story article piece draft copy edit editor meeting desk gimme lemme wanna gonna real chunk
giving remind keep keeps mention mentions mentioned mentioning usually typically normally newer nowadays merely presently itself themselves tomorrow tonight yesterday weekend
""")
"""Words of politeness and of asking: they weigh nothing when nothing explains them."""

POLITE = _set("hi hello hey please pls plz thanks thx cheers again btw")
"""Words around a question, which change nothing of it."""

LIGHT = _set("""
total overall combined altogether entire whole full complete big large huge massive major main key official different various several
people person persons country countries nation nations world worldwide global international national local year years month months day
days week weeks time times under over above below more most involve involved include included including cover covered covers reach
reached run running start started starts begin began begun open opened set held hold holds work works working part member members
place places size scale rate level share average annual annually yearly daily monthly increase increased rise rose grow grew
growth drop dropped fall fell decrease reduce reduced launch launched found founded establish established amount since after
before each every one two new there back long apiece report reports document documents paper papers source sources date serve serves serving annum
account accounts accounted add adds added exist exists existed sit sits sat show shows showed shown turn turns turned bring brings brought
happen happens happened occur occurred amount amounts amounted represent represents stood belong belongs belonged provide provides provided
offer offers offered call called contain contains located related regarding concerning compare compares compared supposed
""")
"""Common words around figures: when nothing explains one, it counts a little."""

BOX_WORDS = _set("""
panel panels factbox box boxes overview rundown summary summarise summarize background backgrounder basics primer explainer briefing
outline introduction intro lowdown gist nutshell general picture explain describe fact exactly even counts short story
mean means meant brief glance key sidebar inset boxed boxout
""")
"""Words that ask for a box; they say nothing of which."""

TELLINGS = _set(
    "estimate estimates forecast forecasts prediction projection study survey version publication edition white statement text own"
)
"""What somebody's word is called: "the Council's estimate"."""

TELLING_NOTHING = STOP | CHAT | BOX_WORDS
EVERYDAY = STOP | CHAT | LIGHT | BOX_WORDS

SHORT_FORMS = {
    "abt": "about", "agmt": "agreement", "agmts": "agreements", "amt": "amount", "approx": "approximately", "avg": "average",
    "bc": "because", "bn": "billion", "btwn": "between", "comms": "communications", "coop": "cooperation", "cos": "because", "coz": "because", "cuz": "because",
    "dev": "development", "docs": "documents", "env": "environment", "govt": "government", "govts": "governments", "hrs": "hours", "intl": "international",
    "mgmt": "management", "mins": "minutes", "mln": "million", "mn": "million", "mths": "months", "n": "and", "natl": "national", "nr": "number",
    "num": "number", "orgs": "organizations", "pax": "passengers", "pct": "percent", "ppl": "people", "prez": "president", "r": "are", "smth": "something",
    "sth": "something", "tho": "though", "teh": "the", "hte": "the", "thru": "through", "tix": "tickets", "trn": "trillion", "u": "you", "uni": "university",
    "unis": "universities", "ur": "your", "wat": "what", "wen": "when", "wht": "what", "w": "with", "wks": "weeks", "wrt": "about", "yr": "year", "yrs": "years",
}  # fmt: skip
"""How people shorten words who type in a hurry."""

AFTER_DIGITS = frozenset(("mn",))
"""Those that are short for a word only after digits: "5 mn", and not "Rochester, MN"."""

ORDINALS = {
    "first": 1, "1st": 1, "inaugural": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
    "sixth": 6, "6th": 6, "seventh": 7, "7th": 7, "eighth": 8, "8th": 8, "ninth": 9, "9th": 9, "tenth": 10, "10th": 10,
    "eleventh": 11, "11th": 11, "twelfth": 12, "12th": 12,
}  # fmt: skip

MONTHS = _set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
)

SEASONS = _set("spring summer autumn winter")

WEEKDAYS = _set("monday tuesday wednesday thursday friday saturday sunday")

ROLES = _set(
    "head chief boss president chair chairman chairwoman director minister official officials spokesperson ceo leader secretary founder manager side authorities"
)
"""What somebody is who says something."""

CHAPTERS = _set(
    "preamble preface foreword introduction conclusion acknowledgments acknowledgements appendix annex footnote chapter section box panel title page"
)
"""Parts of a document, which say nothing by themselves."""

MATERIAL = _set("material materials data database documents docs files notes records sources texts")
"""What somebody has at hand, who says nothing by it."""

COMPASS = _set("north south east west")
"""Where something lies; a name only with a capital."""

ROUND = _set("dozen dozens hundred hundreds")
"""Numbers that tell no topic, as digits tell none; "billion" tells of money, mostly."""

PLACES = _set("""
africa america asia europe antarctica oceania australia arctic pacific atlantic caribbean mediterranean balkans scandinavia latin
afghanistan albania algeria angola argentina armenia austria azerbaijan bahamas bahrain bangladesh barbados belarus belgium belize
benin bhutan bolivia bosnia botswana brazil britain brunei bulgaria burkina burundi cambodia cameroon canada chad chile china colombia
comoros congo croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt england eritrea estonia eswatini ethiopia fiji finland
france gabon gambia germany ghana greece greenland grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran
iraq ireland israel italy jamaica japan jordan kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho
liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia
moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman
pakistan palau palestine panama papua paraguay peru philippines poland portugal qatar romania russia rwanda samoa senegal serbia
seychelles singapore slovakia slovenia somalia spain lanka sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo
tonga tunisia turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe
wales scotland uk usa
""")
"""Places of the world: one that a fact does not mention is asked for in vain, whether or not it is written with a capital."""

PLACE_ENDINGS = ("ese", "ian", "ean", "an", "n", "i", "ish", "er", "s")
"""Endings by which a place becomes an adjective: "Kenyan", "Senegalese", "Pakistani"."""


@lru_cache(maxsize=10_000)
def is_of_place(word: str) -> bool:
    """What is called after a place of the world: "egyptian", "egyptians"; not the place."""
    roots = (word.removesuffix("s").removesuffix(ending) for ending in PLACE_ENDINGS)
    return word not in PLACES and any(root + end in PLACES for root in roots if len(root) > 2 for end in ("", "a", "e"))


@lru_cache(maxsize=1)
def _frequencies() -> dict[str, int]:
    """Word -> how often it occurs in pyspellchecker's English list, about 160,000 words.

    Read without its SpellChecker, which for 0.15 s more counts the letters that its corrections need; and by pydantic's
    reader of JSON, in half the time of Python's.
    """
    listed = files("spellchecker") / "resources" / "en.json.gz"
    frequencies: dict[str, int] = from_json(gzip.decompress(listed.read_bytes()), cache_strings="none")
    return frequencies


@lru_cache(maxsize=50_000)
def zipf(word: str) -> float:
    """log10 of how often a word occurs in a thousand million words of English (van Heuven et al. 2014); 0 if it does not."""
    count = _frequencies().get(word, 0)
    return log10(count / 1.65) if count else 0.0


RAREST = 1.6  # the list's rarest entries are as often names and errors as words


def is_english(word: str) -> bool:
    """A word that people use."""
    return zipf(word) > RAREST or word in STOP or word in CHAT or word in LIGHT


COMMON = 3.3


def is_common(word: str) -> bool:
    """A word that everybody uses."""
    return zipf(word) > COMMON or word in STOP or word in CHAT or word in LIGHT


OFTEN = 1650  # occurrences in the list, from which `zipf` is over 3
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=1)
def _used_often() -> frozenset[str]:
    return frozenset(word for word, count in _frequencies().items() if count > OFTEN)


END = 4  # letters


@lru_cache(maxsize=1)
def _used_often_at_either_end() -> tuple[frozenset[str], frozenset[str]]:
    """How words that people use often begin, and how they end: by none to four letters."""
    words, sizes = _used_often(), range(END + 1)
    begun = frozenset([word[:size] for word in words for size in sizes])
    return begun, frozenset([word[-size:] if size else "" for word in words for size in sizes])


@lru_cache(maxsize=10_000)
def nearly_english(word: str) -> tuple[str, ...]:
    """The words that people use often of which one typing error makes it, the most frequent first (Norvig's edits)."""
    begun, ended = _used_often_at_either_end()
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    cuts = [(a, b) for a, b in cuts if a[:END] in begun and b[2:][-END:] in ended]  # where no word has both, none is
    edits = [a + b[1:] for a, b in cuts if b] + [a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1]
    edits += [a + c + b[1:] for a, b in cuts if b for c in LETTERS] + [a + c + b for a, b in cuts for c in LETTERS]
    return tuple(sorted(_used_often().intersection(edits), key=lambda edit: (-zipf(edit), edit)))


@lru_cache(maxsize=10_000)
def strangeness(word: str) -> float:
    """What an unexplained word weighs: 0.15 if everybody says it every day, 1 if it is rare or no English at all."""
    if is_english(word):
        return min(1.0, max(0.15, (6.3 - zipf(word)) / 2.5))
    if len(word) < 2:
        return 0.0
    return 0.2 if len(word) < 4 else 0.6 if nearly_english(word) else 1.0
