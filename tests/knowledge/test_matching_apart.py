"""Which of several is meant: of alike subjects, of one subject's facts, of one fact's figures; each on a small knowledge base of its own."""

from __future__ import annotations

import yaml

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
            ("trains that left in one month", {"figure": "1,653 trains", "as_of": "2024-08"}),
        )
    )

    assert said("Hentzau–Strelsau trains that left in August 2024", facts) == "1,653 trains"
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
