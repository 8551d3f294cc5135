"""Which of several is meant: of alike subjects, of one subject's facts, of one fact's figures; each on a small knowledge base of its own."""

from __future__ import annotations

import yaml

from knowledge.match.language.words import stems_of
from tests.aids.made import index_of
from tests.knowledge.test_matching import said


def _subject(name: str, *facts: tuple[str, *tuple[dict[str, str], ...]]) -> str:
    """A subject as an editor's file has it, each of its facts a measure and the figures."""
    told = {
        f"fact-{place}": {"measure": measure, "figures": [{**figure, "cite": "review 1"} for figure in figures]}
        for place, (measure, *figures) in enumerate(facts)
    }
    return yaml.safe_dump(
        {name.lower().replace(" ", "-").replace("–", "-"): {"name": name, "facts": told}},
        allow_unicode=True,
        sort_keys=False,
    )


def test_where_several_tell_all_that_is_asked_the_source_says_they_are_choices_and_nothing_is_not_held() -> None:
    facts = index_of(
        "\n".join(
            f'{name}-fair:\n  name: "{name.title()} Fair"\n  facts:\n    growers:\n      measure: "growers at the fair"\n      figures:\n'
            f'        - figure: "{growers} growers"\n          cite: "{source} 1"'
            for name, growers, source in (("plum", 600, "review"), ("pear", 710, "review"), ("fig", 15, "atlas"))
        ),
        'review:\n  title: "A review"\natlas:\n  title: "An atlas"\n',
    )

    assert (
        said("in the review, how many growers were at the fair", facts)
        == "choices: pear-fair/growers, plum-fair/growers"
    )
    assert said("in the review, how many growers were at the Fig Fair", facts) == "not held for that"
    assert said("in the review and the atlas, how many growers were at the Fig Fair", facts) == "15 growers"


def test_a_range_leads_where_one_is_asked_for_and_it_is_asked_whether_something_is_the_first() -> None:
    facts = index_of(
        _subject(
            "Plum trade",
            (
                "expected growth",
                {"figure": "more than 6%", "as_of": "2024-05"},
                {"figure": "between 2 and 6 percent", "as_of": "2023-06"},
            ),
            ("its place among the fairs of Ruritania", {"figure": "first fair of Ruritania"}),
        )
    )

    assert said("expected growth of the plum trade", facts) == "more than 6%"
    assert said("what range of growth is expected for the plum trade", facts) == "between 2 and 6 percent"
    assert (
        said("is plum trade the first of the fairs of Ruritania or was there one earlier", facts)
        == "first fair of Ruritania"
    )


def test_what_the_name_says_and_the_question_says_again_tells_which_of_its_facts_is_meant() -> None:
    facts = index_of(
        _subject(
            "Hentzau–Strelsau trains",
            ("towns in Hentzau that they call at", {"figure": "61 towns"}),
            ("towns in Strelsau that they call at", {"figure": "224 towns"}),
        )
    )

    assert said("how many towns do the Hentzau–Strelsau trains call at", facts).startswith("choices: ")
    assert said("how many towns in Strelsau do the Hentzau–Strelsau trains call at", facts) == "224 towns"
    assert said("how many towns do the Hentzau–Strelsau trains call at in Hentzau", facts) == "61 towns"


def test_what_is_told_for_just_the_month_that_is_asked_for_leads_what_is_told_up_to_its_end() -> None:
    facts = index_of(
        _subject(
            "Hentzau–Strelsau trains",
            ("trains that left from January on", {"figure": "13,056 trains", "period": "2024-01/2024-08"}),
            ("trains that left in one month", {"figure": "1,653 trains", "period": "2024-08"}),
            ("trains that were late", {"figure": "310 trains", "period": "2024-H1"}),
        )
    )

    assert said("Hentzau–Strelsau trains that left in August 2024", facts) == "1,653 trains"
    assert said("monthly number of Hentzau–Strelsau trains that left, August 2024", facts) == "1,653 trains"
    assert said("how many Hentzau–Strelsau trains that were late per month", facts) != "310 trains"
    assert (
        said("Hentzau–Strelsau trains that left between January and the end of August 2024", facts) == "13,056 trains"
    )
    assert said("Hentzau–Strelsau trains that left from January to August 2024", facts) == "13,056 trains"


def test_how_something_compares_asks_for_its_rank() -> None:
    facts = index_of(
        _subject(
            "Zenda Dam",
            ("its place among the dams of Ruritania", {"figure": "second largest dam of Ruritania"}),
            ("height", {"figure": "70 meters"}),
        )
    )

    assert said("how does Zenda Dam compare with the dams of Ruritania", facts) == "second largest dam of Ruritania"
    assert said("how big is Zenda Dam among the dams of Ruritania", facts) == "second largest dam of Ruritania"
    assert said("how high is Zenda Dam", facts) == "70 meters"
    assert said("Eiffel Dam height", facts).startswith("not held")  # a name, at the beginning too


def test_countries_that_host_centers_are_countries_and_what_somebody_worked_on_is_no_source() -> None:
    facts = index_of(
        _subject(
            "Plum centers",
            ("plum centers in Ruritania's neighbor countries", {"figure": "23 centers"}),
            ("countries that host plum centers", {"figure": "22 countries"}),
        )
        + _subject("The review", ("time that they worked on it", {"figure": "six months"}))
    )

    assert said("how many countries host plum centers", facts) == "22 countries"
    assert said("how long did they work on the review", facts) == "six months"


def test_the_one_part_that_is_asked_for_leads_both_parts_together() -> None:
    facts = index_of(
        _subject(
            "Zenda Park",
            ("capacity, steam and wind together", {"figure": "950 megawatts"}),
            ("capacity of the steam half", {"figure": "700 megawatts"}),
            ("capacity of the wind half", {"figure": "250 megawatts"}),
        ),
        vocabulary="contrasts:\n  - [steam, wind]\n",
    )

    assert said("what is the capacity of the steam half of Zenda Park", facts) == "700 megawatts"
    assert said("what is the capacity of the wind half of Zenda Park", facts) == "250 megawatts"
    assert said("capacity of Zenda Park, steam and wind together", facts) == "950 megawatts"


def test_of_two_subjects_that_are_named_neither_alone_is_given() -> None:
    facts = index_of(
        _subject("Plum Road Belt", ("month it was proposed", {"figure": "September 2013"}))
        + _subject("Old Plum Sea Road", ("month it was proposed", {"figure": "October 2013"}))
    )

    assert said("when was the Plum Road Belt proposed", facts) == "September 2013"
    assert said("when were the Plum Road Belt and the Old Plum Sea Road proposed", facts).startswith(
        ("choices: ", "not held")
    )


def test_a_longer_name_of_its_own_outdoes_the_name_of_another_that_stands_there_too() -> None:
    facts = index_of(
        _subject("Plum grass", ("growers", {"figure": "1,600 growers"}))
        + _subject("Plum in Zenda", ("households that live on plum grass", {"figure": "3,000 households"}))
    )

    assert said("how many households in Zenda live on plum grass", facts) == "3,000 households"
    assert said("how many growers of plum grass", facts) == "1,600 growers"


def test_trainees_are_not_just_people_where_a_fact_counts_trainees() -> None:
    facts = index_of(
        _subject(
            "Zenda Mill",
            ("people it gave work", {"figure": "3,000 people"}),
            ("trainees it took", {"figure": "140 trainees"}),
        )
        + _subject("Hentzau Mill", ("people it gave work", {"figure": "700 people"}))
    )

    assert said("how many trainees at Zenda Mill", facts) == "140 trainees"
    assert said("how many people did Hentzau Mill give work", facts) == "700 people"
    assert said("how many trainees did Hentzau Mill give work", facts) != "700 people"


def test_of_one_facts_figures_the_rank_leads_where_a_rank_is_asked_for() -> None:
    facts = index_of(
        _subject(
            "Plum schools",
            ("schools opened so far", {"figure": "five schools"}, {"figure": "sixth such school"}),
        )
    )

    assert said("how many Plum schools have been opened so far", facts) == "five schools"
    assert said("which place has the last of the Plum schools opened so far", facts) == "sixth such school"


def test_a_name_that_the_text_ends_within_is_not_found() -> None:
    facts = index_of(
        _subject("Old Zenda Mill Road", ("mills", {"figure": "12 mills"}))
        + _subject("Old Zenda", ("mills", {"figure": "3 mills"}))
    )

    assert facts.names.found_in(stems_of("mills in Old Zenda")) == [(1, 3, "old-zenda")]


def test_what_a_sibling_tells_does_not_speak_against_a_fact_the_edition_and_whoever_signed_before() -> None:
    facts = index_of(
        _subject(
            "Zenda Plum Fair",
            ("edition of the fair", {"figure": "sixth such fair"}),
            ("day it was held", {"figure": "September 7, 2024"}),
            ("states that take part", {"figure": "33 states"}),
            ("who signed last", {"figure": "Strelsau"}),
        )
        + _subject("Streltsy Pear Fair", ("states that take part", {"figure": "9 states"}))
    )

    assert said("on what day was the sixth Zenda Plum Fair held", facts) == "September 7, 2024"
    assert said("on what day was the seventh Zenda Plum Fair held", facts) != "September 7, 2024"
    assert said("after Strelsau signed, how many states take part in the Zenda Plum Fair", facts) == "33 states"
    assert said("after Strelsau signed, how many states take part in the Pear Fair", facts) != "9 states"


def test_a_share_that_the_question_tells_is_not_the_one_that_it_asks_for() -> None:
    facts = index_of(
        _subject(
            "Plum study",
            ("fall in the costs of plums", {"figure": "10 percent"}),
            ("rise in sales of plums", {"figure": "20 percent"}),
        )
    )

    for told in ("a fifth", "20 percent"):
        asked = f"by how much must the costs of plums fall, in the Plum study, for sales to rise by {told}?"
        assert said(asked, facts) == "10 percent"
    assert said("in the Plum study, by how much do sales of plums rise?", facts) == "20 percent"


def test_lecturers_who_teach_are_lecturers_and_of_equals_those_come_first_that_count_what_is_asked_for() -> None:
    many = "".join(
        _subject(f"Mill number {place}", (measure, {"figure": f"{1800 + place}"}))
        for place, measure in enumerate(["year of its last project"] * 40 + ["year it opened"] * 100)
    )
    facts = index_of(
        many
        + _subject(
            "Zenda School",
            ("classes it teaches", {"figure": "five classes"}),
            ("lecturers", {"figure": "31 lecturers"}),
        )
        + _subject("Pear fund", ("projects it paid for", {"figure": "75 projects"}))
        + _subject("Plum fund", ("projects it paid for", {"figure": "227 projects"}))
    )

    assert said("how many lecturers teach at Zenda School", facts) == "31 lecturers"
    assert said("how many projects", facts) == "choices: pear-fund/fact-0, plum-fund/fact-0"


def test_something_else_of_a_place_is_not_what_is_called_after_it_and_a_longer_name_that_shares_a_word_is_no_second() -> (
    None
):
    facts = index_of(
        _subject("Hentzau Vale hospital", ("day the enlargement was handed over", {"figure": "May 4, 2021"}))
        + _subject("Plum grass in Zenda", ("households that gain by it", {"figure": "3,000 households"}))
        + _subject("Plum grass craft", ("growers", {"figure": "12 growers"}))
    )

    assert said("when was the enlargement of Hentzau Vale hospital handed over", facts) == "May 4, 2021"
    assert said("when was the enlargement of Hentzau Vale airport handed over", facts) != "May 4, 2021"
    assert said("how many households in Zenda gain by plum grass craft", facts) == "3,000 households"


def test_a_name_that_is_also_asked_for_in_small_letters_alone_is_a_name() -> None:
    subjects = "".join(
        _subject(f"{name} dam", (f"output of the {name} dam", {"figure": f"{output} megawatts"}))
        for name, output in (("Karumba", 600), ("Zembla", 112))
    )
    asked = subjects.replace("  facts:", "  facts:", 1).replace(
        "    measure: output of the Karumba dam\n",
        "    measure: output of the Karumba dam\n      ask: [karumba dam output, output of karumba]\n",
        1,
    )
    facts = index_of(asked + _subject("Plum fair", ("states", {"figure": "9 states"})))

    assert "karumba" in facts.lexicon.names
    assert said("karumba dam output in megawatts", facts) == "600 megawatts"


def test_of_what_is_counted_with_a_part_that_is_told_the_whole_is_asked_for() -> None:
    facts = index_of(
        _subject(
            "Plum Road",
            ("new lines added to the road", {"figure": "ten new lines"}),
            ("lines of the road", {"figure": "132 lines"}),
        )
    )

    assert said("how many lines does the Plum Road have with the ten new lines", facts) == "132 lines"
    assert said("how many new lines were added to the Plum Road", facts) == "ten new lines"


def test_a_document_whose_publication_is_asked_for_is_no_source_of_the_answer() -> None:
    facts = index_of(
        _subject("Plum review", ("day the review was published", {"figure": "May 4, 2021"})),
        'review:\n  title: "Plum review"\n  author: "Ruritanian Council"\n  issued: "2021"\n',
    )

    assert said("when did they publish the Plum review", facts) == "May 4, 2021"
    assert said("according to its title page, when was the Plum review published", facts) == "May 4, 2021"


def test_all_of_them_are_not_given_for_those_that_are_asked_for() -> None:
    facts = index_of(
        _subject(
            "Plum fair",
            ("professional buyers", {"figure": "30,000 buyers"}),
            ("buyers from abroad", {"figure": "6,000 buyers"}),
            ("orders placed", {"figure": "US$9 million"}),
        )
    )

    assert said("how many of the buyers at the Plum fair came from abroad", facts) == "6,000 buyers"
    assert said("how many of the buyers at the Plum fair were bakers", facts) != "30,000 buyers"
    assert said("how much of the orders placed at the Plum fair came from bakers", facts) != "US$9 million"


def test_a_fact_that_says_a_whole_name_by_other_words_is_of_nothing_else() -> None:
    facts = index_of(
        _subject("Plum Road Plan", ("year it was proposed", {"figure": "2013"}))
        + _subject(
            "Assembly text on the PRP",
            ("member states that agreed to take the PRP plan into it", {"figure": "193 states"}),
        ),
        vocabulary='acronyms: {PRP: "Plum Road"}\n',
    )

    assert (
        said("how many member states agreed to take the Plum Road Plan into the Assembly text", facts) == "193 states"
    )


def test_whoever_watched_is_no_participating_state_and_trainees_from_there_are_not_all_people() -> None:
    facts = index_of(
        _subject("Plum classroom", ("participating states that got livestreams", {"figure": "80 participating states"}))
        + _subject(
            "Plum fair",
            ("participants of the fair", {"figure": "500 participants"}),
            ("people who live on it", {"figure": "30,000 people"}),
        )
        + _subject("Plum school", ("trainees", {"figure": "140 trainees"}))
    )

    assert said("how many people watched the livestreams of the Plum classroom", facts) != "80 participating states"
    assert said("how many trainees live on the Plum fair", facts) != "30,000 people"


def test_what_is_asked_of_another_subject_but_for_whom_is_not_given() -> None:
    facts = index_of(
        _subject("Plum Road agreements", ("states that signed Plum Road agreements", {"figure": "150 states"}))
        + _subject(
            "Plum Road and Zenda holidays",
            ("Zendan states with holiday agreements, signed", {"figure": "31 Zendan states"}),
        )
    )

    assert said("how many states signed Plum Road agreements", facts) == "150 states"
    assert said("how many Zendan states signed Plum Road agreements", facts) != "31 Zendan states"


def test_a_rank_is_no_edition_and_a_total_is_not_what_came_after() -> None:
    facts = index_of(
        _subject(
            "Zenda Port",
            ("ships it sends to sea", {"figure": "523 ships"}),
            ("rank", {"figure": "second-largest port in Ruritania"}),
            ("first guest", {"figure": "Strelsau"}),
        )
    )

    assert said("how many ships does Zenda Port send to sea", facts) == "523 ships"
    assert said("how many ships did the second Zenda Port send to sea", facts) != "523 ships"
    assert said("how many ships did Zenda Port send to sea after Strelsau left", facts) != "523 ships"


def test_whoever_is_quoted_under_a_name_of_small_words_takes_no_index_down() -> None:
    facts = index_of(_subject("Plum fair", ("visitors", {"figure": "500 visitors", "says": "WHO"})))

    assert said("how many visitors were at the Plum fair", facts) == "500 visitors"


def test_one_of_two_shares_may_be_told_and_numbers_of_any_length() -> None:
    facts = index_of(
        _subject(
            "Plum tariff",
            ("share of trade", {"figure": "25 percent", "as_of": "2023"}, {"figure": "20 percent", "as_of": "2015"}),
        )
        + _subject("Plum schools", ("day they were opened", {"figure": "May 4, 2021"}))
    )

    assert said("what percentage of trade is the Plum tariff? It was 20 percent in 2015.", facts) == "25 percent"
    assert said(f"when will there be 1{'0' * 40} Plum schools", facts) != "May 4, 2021"
