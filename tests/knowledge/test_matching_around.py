"""What stands around a question, and what of it must not mislead: asides, figures told on the way, short forms, other times."""

from __future__ import annotations

import pytest

from knowledge.match import Index
from tests.aids.made import index_of
from tests.knowledge.test_matching import said

FACTS = """
plum-forum:
  name: "Ruritanian Plum Forum"
  facts:
    growers:
      measure: "growers at the forum"
      ask:
        - "How many growers came to the Ruritanian Plum Forum?"
      figures:
        - figure: "more than 1,600 growers"
          cite: "review 1"
    valleys:
      measure: "valleys from which growers came"
      ask:
        - "From how many valleys did growers come to the Ruritanian Plum Forum?"
      figures:
        - figure: "29 valleys"
          cite: "review 1"
    readers:
      measure: "readers who followed the forum by letter"
      ask:
        - "How many readers followed the Ruritanian Plum Forum by letter?"
      figures:
        - figure: "4,100 readers"
          cite: "review 1"
    agreements:
      measure: "agreements on plums signed at the forum"
      ask:
        - "How many agreements on plums were signed at the Ruritanian Plum Forum?"
      figures:
        - figure: "51 agreements"
          cite: "review 1"
    grant:
      measure: "grant to the forum"
      ask:
        - "How much was the grant to the Ruritanian Plum Forum?"
      figures:
        - figure: "US$9 million"
          as_of: "2023-06"
          cite: "review 1"
zenda-harbor:
  name: "Zenda Harbor"
  facts:
    carriages:
      measure: "carriages the harbor takes"
      ask:
        - "How many carriages can Zenda Harbor take?"
      figures:
        - figure: "5,100 carriages"
          cite: "review 2"
    enlarged:
      measure: "day the enlargement was completed"
      ask:
        - "When was the enlargement of Zenda Harbor completed?"
      figures:
        - figure: "May 4, 2021"
          cite: "review 2"
    ships:
      measure: "ships it sends to sea"
      ask:
        - "How many ships does Zenda Harbor send to sea?"
      figures:
        - figure: "523 ships"
          when: "five years after the Harbor Law was passed"
          cite: "review 2"
        - figure: "166 ships"
          when: "when the Harbor Law was passed"
          cite: "review 2"
    jobs:
      measure: "jobs, direct and indirect"
      ask:
        - "How many jobs hang on Zenda Harbor?"
      figures:
        - figure: "9,000 jobs"
          cite: "review 2"
    plums:
      measure: "tons of plums it ships"
      ask:
        - "How many tons of plums does Zenda Harbor ship?"
      figures:
        - figure: "2,000 tons"
          status: "projection"
          cite: "review 2"
        - figure: "500 tons"
          cite: "review 2"
    dug:
      measure: "when it was dug"
      ask:
        - "When was Zenda Harbor dug?"
      figures:
        - figure: "around 140 BC"
          cite: "review 2"
    distance:
      measure: "distance south of Strelsau"
      ask:
        - "How far is Zenda Harbor from Strelsau?"
      figures:
        - figure: "50 kilometers"
          cite: "review 2"
    bonds:
      measure: "bonds in yuan that it issued"
      ask:
        - "How many bonds in yuan did Zenda Harbor issue?"
      figures:
        - figure: "99 bonds"
          cite: "review 2"
    raised:
      measure: "value of the bonds in yuan"
      ask:
        - "What were the bonds of Zenda Harbor worth in yuan?"
      figures:
        - figure: "RMB152 million"
          cite: "review 2"
    cheaper:
      measure: "rise of its shipments if costs fall"
      ask:
        - "By how much would shipments from Zenda Harbor rise if its costs fell?"
      figures:
        - figure: "between 15 and 20 percent"
          cite: "review 2"
    cheaper-when:
      measure: "time until its shipments rise if costs fall"
      ask:
        - "How soon would shipments from Zenda Harbor rise if its costs fell?"
      figures:
        - figure: "three to five years"
          cite: "review 2"
    crossing:
      measure: "travel time to Strelsau"
      ask:
        - "How long does the crossing from Zenda Harbor to Strelsau take?"
      figures:
        - figure: "46 minutes"
          cite: "review 2"
    service:
      measure: "months since its first ship"
      ask:
        - "For how many months has Zenda Harbor been in service?"
      figures:
        - figure: "nine months"
          cite: "review 2"
    record:
      measure: "most guests in a day"
      ask:
        - "What was the highest number of guests at Zenda Harbor in one day?"
      figures:
        - figure: "21,537 guests"
          cite: "review 2"
"""


@pytest.fixture(scope="module")
def facts() -> Index:
    return index_of(FACTS)


GIVEN = {
    "a figure that is told on the way": (
        "from how many valleys did the more than 1,600 growers come to the Ruritanian Plum Forum?",
        "29 valleys",
    ),
    "what is not needed": (
        "I don't need the readers. How many growers came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "what somebody has already": (
        "I have the number of readers and valleys. How many growers came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "what is not meant": (
        "how many growers, not readers, came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "who is in capitals": (
        "I have the letter to the WHO. How many agreements on plums were signed at the Ruritanian Plum Forum?",
        "51 agreements",
    ),
    "boxes that are none": (
        "They told me half the boxes at Zenda Harbor are empty. What number of carriages can it take?",
        "5,100 carriages",
    ),
    "letters for words": ("how many agreements on plums r signed at the Ruritanian Plum Forum", "51 agreements"),
    "words cut short": ("how many agmts on plums were signed at the Ruritanian Plum Forum", "51 agreements"),
    "a short word that is another in the facts": (
        "how many agreements on plums were signed at the Ruritanian Plum Forum, bc I forgot",
        "51 agreements",
    ),
    "what it is called in": ("how many yuan-denominated bonds did Zenda Harbor issue", "99 bonds"),
    "a record, without the word": ("how many guests did Zenda Harbor ever have in one day", "21,537 guests"),
    "how far": ("how far is Zenda Harbor from Strelsau", "50 kilometers"),
    "a dozen": ("how many ships does Zenda Harbor send to sea, with its dozen jobs", "523 ships"),
    "one who writes": (
        "I'm checking a draft from our Bangkok stringer who says few came. How many growers came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "where one sits": (
        "Hello, reporter in Hong Kong here. I half remember a line on Zenda Harbor. How many ships does it send to sea?",
        "523 ships",
    ),
    "what it is not": (
        "how many ships are sent to sea by the Zenda Harbor that isn't the old one?",
        "523 ships",
    ),
    "what it was made by": ("when was the well-built enlargement of Zenda Harbor completed", "May 4, 2021"),
    "what happened then": ("How many ships did Zenda Harbor send to sea, when the Harbor Law was passed?", "166 ships"),
    "what several words say": ("how many ships does Zenda Harbor send to sea these days", "523 ships"),
    "how long it has been so": ("by now, how long has Zenda Harbor been in service", "nine months"),
    "how long it takes": ("how long does Zenda Harbor to Strelsau take", "46 minutes"),
    "a number at the end": ("Ruritanian Plum Forum growers that came, number", "more than 1,600 growers"),
    "what somebody is, on the way to the question": (
        "good afternoon I edit the plum page in Maputo and never learned my figures so I need the number of growers at the Ruritanian Plum Forum",
        "more than 1,600 growers",
    ),
    "where somebody is": (
        "Hello from Maputo, where I edit a page. How many growers came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "only this, please": (
        "Two lines only. How many growers came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "what somebody has, told after it": (
        "The readers I already have. How many growers came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "a part, as a number": (
        "by how much would shipments from Zenda Harbor rise if its costs fell by a tenth",
        "between 15 and 20 percent",
    ),
    "a time that is a range": (
        "how long until shipments from Zenda Harbor rise if its costs fall",
        "three to five years",
    ),
    "who is meant": (
        "how many growers were at the Ruritanian Plum Forum, growers i mean not the readers",
        "more than 1,600 growers",
    ),
    "what is written": (
        "I'm helping with a briefing on plums. How many growers came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "what it amounts to": ("what did the grant to the Ruritanian Plum Forum amount to", "US$9 million"),
    "of both that are told, what is counted": ("Zenda Harbor ships sent to sea, total", "523 ships"),
    "key words, what is counted last": ("Ruritanian Plum Forum growers – valleys they came from", "29 valleys"),
    "key words, with a tally": ("Ruritanian Plum Forum growers, valleys count", "29 valleys"),
    "how many of two numbers": (
        "from how many valleys did the total number of growers come to the Ruritanian Plum Forum",
        "29 valleys",
    ),
    "key words": ("Ruritanian Plum Forum growers in the big hall", "more than 1,600 growers"),
    "what stands right before": (
        "Hey, plum slot on regional TV. There is the Ruritanian Plum Forum, with its valleys. How many growers?",
        "more than 1,600 growers",
    ),
    "what there was before it changed": ("before it changed, how many ships did Zenda Harbor send to sea", "166 ships"),
    "what was said somewhere": (
        "I remember that of all forums the editor prints. How many growers came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "all of it": ("how many jobs altogether hang on Zenda Harbor", "9,000 jobs"),
    "years before": ("how many ships did Zenda Harbor send to sea five years earlier", "166 ships"),
    "an ordinal that is guessed": (
        "how many growers came to the Ruritanian Plum Forum, on the first or second of the valleys",
        "more than 1,600 growers",
    ),
    "what is needed, and asked again": (
        "I need the day when Zenda Harbor had its enlargement completed. Does anyone have it?",
        "May 4, 2021",
    ),
    "a week of one's own": (
        "I prepare a talk for next week. When was the enlargement of Zenda Harbor completed?",
        "May 4, 2021",
    ),
    "what is counted, in a currency": ("how many yuan bonds did Zenda Harbor issue", "99 bonds"),
    "what there was at first": ("how many ships did Zenda Harbor originally send to sea", "166 ships"),
    "key words, of two things": ("Ruritanian Plum Forum: growers on the day of agreements", "more than 1,600 growers"),
    "now": ("how many ships does Zenda Harbor send to sea", "523 ships"),
    "then": ("how many ships did Zenda Harbor send to sea at the time the Harbor Law was passed", "166 ships"),
    "a day beside another": (
        "After the storm of 2019, when was the enlargement of Zenda Harbor completed?",
        "May 4, 2021",
    ),
    "a document by its year": (
        "in the 2024 review paper, how much was the grant to the Ruritanian Plum Forum",
        "US$9 million",
    ),
    "a month beside it": (
        "how many growers came to the Ruritanian Plum Forum, held in late January",
        "more than 1,600 growers",
    ),
    "by when, after what": ("how many tons of plums will Zenda Harbor ship, and by when?", "2,000 tons"),
    "dollars": ("how much was the grant to the Ruritanian Plum Forum in dollars", "US$9 million"),
    "one kind of two, said beside the other": (
        "how many jobs hang on Zenda Harbor, directly and indirectly",
        "9,000 jobs",
    ),
    "what is": ("how many tons of plums does Zenda Harbor ship", "500 tons"),
    "what is to come": ("how many tons of plums is Zenda Harbor reckoned to ship", "2,000 tons"),
    "a first one, at the end of words": ("growers at first Ruritanian Plum Forum", "more than 1,600 growers"),
    "one's own country": ("how many jobs hang on Zenda Harbor in my country", "9,000 jobs"),
    "a good day": ("Good day, how many ships does Zenda Harbor send to sea", "523 ships"),
    "what did it, in key words": (
        "growers signed agreements at the Ruritanian Plum Forum, number",
        "more than 1,600 growers",
    ),
    "nowadays, and itself": ("how many ships does Zenda Harbor itself send to sea nowadays", "523 ships"),
    "that old thing": ("how many carriages can Zenda Harbor take in that old part", "5,100 carriages"),
    "a year, because": (
        "how much was the grant to the Ruritanian Plum Forum as of June 2023 bc I forgot",
        "US$9 million",
    ),
    "letters swapped in a name": ("how many ships does Zneda Harbor send to sea", "523 ships"),
    "a sibling, said after it": (
        "how many growers came to the Ruritanian Plum Forum with readers who followed the forum by letter",
        "more than 1,600 growers",
    ),
    "what somebody is not sure of": (
        "Hello, I am not sure. How many growers came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "where it stands": (
        "how many growers came to the Ruritanian Plum Forum, per the opening chapter",
        "more than 1,600 growers",
    ),
    "what for": ("how many ships does Zenda Harbor send to sea so that growers don't wait", "523 ships"),
    "right now, before a plan": (
        "how many tons of plums does Zenda Harbor ship right now, before any of the planned growth",
        "500 tons",
    ),
    "the beginning": ("how many ships did Zenda Harbor send to sea at the beginning", "166 ships"),
    "what somebody has, from years ago": (
        "I only have a number from years ago. How many ships does Zenda Harbor send to sea?",
        "523 ships",
    ),
    "money beside it": (
        "It took over 20 million euros. How many carriages can Zenda Harbor take?",
        "5,100 carriages",
    ),
    "a head of something": (
        "how many growers with a head of lettuce came to the Ruritanian Plum Forum",
        "more than 1,600 growers",
    ),
    "with whom somebody works": (
        "For the page I lay out with Maria, how many growers came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "what is meant": (
        "valleys at the Ruritanian Plum Forum, i mean from how many did growers come",
        "29 valleys",
    ),
    "what somebody asks in a trade": (
        "how many growers came to the Ruritanian Plum Forum per forum paper",
        "more than 1,600 growers",
    ),
    "years until": (
        "years until shipments from Zenda Harbor rise 15 percent if its costs fall",
        "three to five years",
    ),
    "a day of foreign things": ("when was the enlargement of Zenda Harbor for foreign ships completed", "May 4, 2021"),
    "the close of a time": (
        "how many growers had come to the Ruritanian Plum Forum by the close of the day",
        "more than 1,600 growers",
    ),
    "a change in a year": (
        "by how much would shipments from Zenda Harbor rise in a year if its costs fell",
        "between 15 and 20 percent",
    ),
    "when a law was passed": ("how many ships did Zenda Harbor send to sea when the law was passed", "166 ships"),
    "where somebody greets from": (
        "Hello from Lusaka, I teach plum studies. How many growers came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "what somebody tries to see": (
        "I cover mutton for a newsletter and am trying to see how far plums have spread. How many ships does Zenda Harbor send to sea?",
        "523 ships",
    ),
    "years back": ("five years back, how many ships did Zenda Harbor send to sea", "166 ships"),
    "how quickly one gets there": ("how quickly do I get from Zenda Harbor to Strelsau", "46 minutes"),
    "the middle of a year": (
        "how much was the grant to the Ruritanian Plum Forum by the middle of 2023",
        "US$9 million",
    ),
    "a record in its own words": ("number of guests at Zenda Harbor in one day, the highest", "21,537 guests"),
    "or not": ("was it a grant of US$9 million to the Ruritanian Plum Forum, or not", "US$9 million"),
    "where somebody writes": (
        "Hi, quick check for tonight's show about plums between Zenda and Strelsau: how many growers came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "of what somebody writes": (
        "Hi team, writing a caption for a photo from the Zenda fair: how many growers came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "a word of the question, said before": (
        "Harbors student here, writing on harbors that grow. Does anyone have the number of ships that Zenda Harbor sends to sea?",
        "523 ships",
    ),
    "key words, with a clause": ("Ruritanian Plum Forum, valleys its growers came from", "29 valleys"),
    "what there was when it began": ("how many ships did Zenda Harbor send to sea when it first started", "166 ships"),
    "at most": ("how many jobs hang on Zenda Harbor at most", "9,000 jobs"),
    "a clause before the question": (
        "The review mentions a forum that growers like: how many growers came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "a strange word before the name": (
        "Howzit, I live near Zenda Harbor. How many ships does it send to sea?",
        "523 ships",
    ),
    "what there was in the early days": ("how many ships did Zenda Harbor send to sea in its early days", "166 ships"),
    "the number of another year, had already": (
        "I have the 2019 number already but for comparison I need how much the grant to the Ruritanian Plum Forum was as of June 2023.",
        "US$9 million",
    ),
    "for whom somebody works": (
        "I work for a plum NGO and need one line for a briefing: how many jobs hang on Zenda Harbor?",
        "9,000 jobs",
    ),
    "the month of the document": (
        "how many carriages does the October 2024 review say Zenda Harbor takes",
        "5,100 carriages",
    ),
    "a comparison, in another sentence": (
        "How many carriages can Zenda Harbor take? My boss wants to compare it with our own.",
        "5,100 carriages",
    ),
    "what is not said, in another sentence": (
        "The draft says ships, and it doesn't say how many. How many ships does Zenda Harbor send to sea?",
        "523 ships",
    ),
    "what else is wondered, without a question mark": (
        "How many carriages can Zenda Harbor take? It would help to know how old the thing is.",
        "5,100 carriages",
    ),
    "whose words they are, and no comma": (
        "per the review how many growers came to the Ruritanian Plum Forum",
        "more than 1,600 growers",
    ),
    "rather than": (
        "how many readers rather than growers followed the Ruritanian Plum Forum by letter",
        "4,100 readers",
    ),
    "what one has already, and not this": (
        "I have the number of valleys but not that of growers. How many growers came to the Ruritanian Plum Forum?",
        "more than 1,600 growers",
    ),
    "where it lies": ("how many carriages can Zenda Harbor take, the one to the south", "5,100 carriages"),
    "a part of the document": (
        "how many growers came to the Ruritanian Plum Forum, according to the preamble?",
        "more than 1,600 growers",
    ),
    "short forms": ("when'd they complete the enlargement of Zenda Harbor", "May 4, 2021"),
    "the close of a month": (
        "how much was the grant to the Ruritanian Plum Forum by the close of June 2023",
        "US$9 million",
    ),
    "the sixth month": (
        "how much was the grant to the Ruritanian Plum Forum in the sixth month of 2023",
        "US$9 million",
    ),
    "what is counted apart": (
        "how many readers followed the Ruritanian Plum Forum by letter, not counting growers",
        "4,100 readers",
    ),
    "what one has noted": (
        "How many growers came to the Ruritanian Plum Forum? The number of readers I already noted.",
        "more than 1,600 growers",
    ),
    "from how many it started": ("from how many ships to sea did Zenda Harbor start", "166 ships"),
    "for what it is, alone": (
        "How many growers came to the Ruritanian Plum Forum? It's for an internal table only.",
        "more than 1,600 growers",
    ),
    "one's material": (
        "what does your material say how many growers came to the Ruritanian Plum Forum",
        "more than 1,600 growers",
    ),
    "the number one knows": (
        "How many growers came to the Ruritanian Plum Forum? I know the readers' number, it's the crowd I'm after.",
        "more than 1,600 growers",
    ),
    "what is said to have been": ("when is the enlargement of Zenda Harbor said to have been completed", "May 4, 2021"),
    "the old number": ("number of ships Zenda Harbor sends to sea, the old number", "166 ships"),
    "a title page": (
        "according to the title page how many growers came to the Ruritanian Plum Forum",
        "more than 1,600 growers",
    ),
    "a season": ("how many carriages could Zenda Harbor take in spring", "5,100 carriages"),
    "the day that is held": ("when was the enlargement of Zenda Harbor completed", "May 4, 2021"),
}


@pytest.mark.parametrize("kind", GIVEN)
def test_what_stands_around_a_question_does_not_mislead(kind: str, facts: Index) -> None:
    question, expected = GIVEN[kind]

    assert said(question, facts) == expected


NOT_GIVEN = {
    "what there was at first": "how many carriages could Zenda Harbor take at its opening",
    "what there was before": "how many carriages could Zenda Harbor take before it was enlarged",
    "its beginning": "when did the enlargement of Zenda Harbor begin",
    "who did what is counted": "how many valleys signed agreements on plums at the Ruritanian Plum Forum",
    "what is left out of the count": "how many growers came to the Ruritanian Plum Forum, not counting women",
    "a document of another year": "in the 1894 report, how much was the grant to the Ruritanian Plum Forum",
    "the other way": "now the other way: how many ships does the sea send to Zenda Harbor",
    "a value of what is counted": "what is the value of the agreements on plums signed at the Ruritanian Plum Forum",
    "a mishap": "how many growers died at the Ruritanian Plum Forum",
    "another currency": "how much was the grant to the Ruritanian Plum Forum in yuan",
    "months that were told before": "From May to August 2024 it rained. How much was the Ruritanian Plum Forum's grant in these months?",
    "a day of something else of it": "when did the construction of Zenda Harbor start",
    "a day of which something else is asked": "what quantity of plums had Zenda Harbor shipped by opening day",
    "a country of two letters": "how many ships does Zenda Harbor send to the US",
    "a country of two words": "how many ships does Zenda Harbor send to the United States",
    "a sum": "Zenda Harbor investment sum",
    "whose estimate": "Fitchner estimate of the ships that Zenda Harbor sends to sea",
    "another unit, at the end": "Ruritanian Plum Forum growers, US dollars",
    "who, for a rank": "which company dug Zenda Harbor",
    "how long, of a time that it takes": "how long is the Strelsau line at Zenda Harbor",
    "how long, of a distance": "how long is Zenda Harbor",
    "the way back": "how many ships does Zenda Harbor send from Strelsau back to Zenda",
    "that place": "how many carriages can Zenda Harbor take on that continent",
    "a country in small letters": "whats the number of ships Zenda Harbor sends to the us",
    "several months": "in which months was the enlargement of Zenda Harbor completed",
    "another, named before": "I write about the Ruritanian Plum Forum, which I like. How long does the sea crossing take in minutes?",
    "a country misspelled": "how many ships does Zenda Harbor send to the United Sates",
    "a measure of a part": "what is the length of cranes at the crossing from Zenda Harbor to Strelsau",
    "what length": "what length is the crossing from Zenda Harbor to Strelsau",
    "whether it is the first": "was Zenda Harbor the 1st to send ships to sea or did others come before",
    "whether it is new": "was it something new for Zenda Harbor to send ships to sea",
    "several things, and a day": "tunnels of the Zenda Harbor enlargement completed",
    "the end of a year of which the middle is held": "how much was the grant to the Ruritanian Plum Forum by the end of 2023",
    "the states, before another's name": "how many bonds in yuan did the US Zenda Harbor issue",
    "a day, of another number": "when was the enlargement of Zenda Harbor to 7,500 carriages completed",
    "all there is": "how many carriages are there in total",
}


@pytest.mark.parametrize("kind", NOT_GIVEN)
def test_another_time_or_doer_gets_no_figure(kind: str, facts: Index) -> None:
    outcome = said(NOT_GIVEN[kind], facts)

    assert outcome.startswith(("choices: ", "not held"))


def test_july_is_the_middle_of_a_year_and_not_in_its_first_half() -> None:
    facts = index_of(
        'teams:\n  name: "Plum teams"\n  facts:\n    towns:\n      measure: "towns that plum teams were sent to"\n      figures:\n'
        '        - figure: "58 towns"\n          as_of: "2024-07"\n          cite: "review 1"\n',
    )

    assert said("to how many towns had plum teams been sent as of mid-2024", facts) == "58 towns"
    assert said("to how many towns had plum teams been sent as of mid-2023", facts).startswith("not held")
    assert said("to how many towns were plum teams sent in the first half of 2024", facts).startswith("not held")


def test_what_is_told_without_a_date_holds_for_the_middle_of_its_year() -> None:
    facts = index_of(
        'teams:\n  name: "Plum teams"\n  facts:\n    towns:\n      measure: "towns that plum teams were sent to"\n      figures:\n'
        '        - figure: "58 towns"\n          cite: "review 1"\n',
        'review:\n  title: "A review"\n  issued: "2023-10"\n',
    )

    assert said("to how many towns had plum teams been sent as of mid-2023", facts) == "58 towns"
    assert said("to how many towns were plum teams sent in the first half of 2023", facts) == "choices: teams/towns"
    assert said("to how many towns had plum teams been sent as of mid-2022", facts).startswith("not held")
