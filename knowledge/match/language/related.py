"""Everyday words for one measure, by which a question says it a little less surely than by its own word."""

from __future__ import annotations

from collections import defaultdict

from knowledge.match.language.words import stem

PERSONS = """
representatives participants delegates visitors guests trainees students passengers patients workers employees attendees villagers
personnel professionals experts technicians officials buyers tourists respondents locals staff attended attend residents inhabitants
citizens population live lives populous
"""

GROUPS = (
    # Sizes
    "long length far distance span spans spanning stretch stretches kilometers miles",
    "kilometers kilometres km kms",
    "tall high height altitude elevation",
    "area big large size square cover",
    "speed fast quick quickly",
    "deep depth",
    "heavy weight weigh weighs",
    "long duration take takes last lasts lasting",
    "percent percentage share proportion fraction rate part slice",
    "half halve",
    "double twofold twice",
    "triple threefold",
    # Ranks
    "rank ranking ranked stand stands position place",
    "leading largest top biggest greatest",
    "highest tallest",
    "lowest deepest",
    "smallest tiniest least",
    "busiest peak",
    "oldest earliest",
    # Times
    "year date when launch launched",
    "start starts started begin begins began beginning open opened opening launch launched launching launches commence kick debut inaugurate",
    "launch announce unveil present introduce roll",
    "force effect kick apply",
    "found founded set establish established create created creation formed",
    "finish complete completion done ready",
    "daily day",
    "weekly week",
    "monthly month",
    "yearly annual year annually",
    # Ups and downs
    "rise rose risen increase increased growth grow grew grown jump up boost raise add expand expansion gain climb lift widen",
    "fall fell fallen drop dropped decrease decreased decline reduce reduced cut reduction lower down cheaper shave save saving shorten"
    " shorter slash trim less faster quicker",
    "target want wants wanted aim aims aiming plan plans planned goal goals pledge promise promised pledged",
    "projection expected expect expects supposed forecast will would could might should estimate projected hoping",
    # Money
    "cost price",
    "cost expense spend spent spending expenditure outlay pay paid",
    "worth value dollars money sum",
    "revenue sale turnover takings",
    "income profit earn earnings",
    "loan lend lent lending credit borrow borrowing debt",
    "invest investment investor pour plough inject",
    "buy bought purchase acquire",
    "sell sold sale",
    "trade commerce",
    # People
    "population people inhabitants residents live lives citizens populous",
    "people individual person folk soul human",
    *(f"people {person}" for person in PERSONS.split()),
    *(f"headcount {person}" for person in PERSONS.split()),
    "student pupil learner",
    "child children kid kids",
    "trainee learner",
    "train training trainee teach taught school coach instruct educate learn learnt learned",
    "worker employee staff workforce payroll personnel hire employ",
    "job position post",
    "expert specialist",
    "boss manager chief head director leader",
    "doctor physician",
    "visit visitor tourist traveler traveller",
    "attend attendance turnout participant guest",
    # Things and places
    "country nation",
    "country jurisdiction",
    "mount mt",
    "saint st",
    "region territory",
    "city town",
    "company firm enterprise business corporation",
    "border borders surround surrounding neighbor neighbors neighbour adjacent adjoin next bounded",
    "hospital clinic",
    "farm farming agriculture agricultural farmer farmland",
    "house home household",
    "site location spot venue",
    "medicine drug remedy",
    "port harbor dock",
    "plane aircraft airplane jet",
    "ship vessel boat",
    "railway railroad rail",
    "road highway motorway",
    "freight cargo goods",
    "power electricity energy",
    "poverty poor destitution hardship",
    # Deeds
    "sign ink conclude",
    "agreement deal pact treaty accord contract",
    "join member belong participate",
    "conference summit meeting gathering",
    "send sent dispatch ship deliver fly flew flown",
    "carry transport haul convey move shift",
    "throughput thruput handle volume traffic",
    "passenger ride rode rider ridership travel board",
    "build built construct construction erect",
    "produce production output generate generation manufacture",
    "use usage consume consumption",
    "help aid assist assistance support",
    "gap shortfall deficit lack",
    "harvest yield crop",
    "respondent poll survey interview",
    "occupancy full packed crowded",
    "pair twin",
    "run flow pass cross traverse",
    "publish publication issue print",
    "dig dug drill sink sunk bore",
    "graduate certificate diploma",
    "renovate renovation refurbish refurbishment revamp modernize modernization",
    "laboratory lab facility",
    "school college academy university",
    "mushroom fungus fungi",
    "well borehole",
    "vaccine jab shot dose",
    "terminal dock berth quay wharf",
    "cruise liner",
    "tourist holidaymaker sightseer",
    "scientist researcher",
    "technology tech know-how",
    "innovation invention",
    "continent landmass",
    "partner ally",
    "delegate representative envoy",
    "official officer",
    "engineer technician",
    "youth young youngster",
    "farmer grower peasant",
    "network web",
    "visitor guest attendee",
)


def _by_word(groups: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        stems = {stem(word) for word in group.split()}
        for word in stems:
            found[word] |= stems - {word}
    return {word: tuple(sorted(others)) for word, others in found.items()}


RELATED = _by_word(GROUPS)
"""Stem -> the stems of the words related to it, always in the same order, so that the same question is read alike everywhere."""
