"""Questions that ask beyond what the best match tells, however alike their words: then it is offered, if at all."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from knowledge.match.beyond import deeds, narrowed, others, qualified, times, unasked
from knowledge.match.weighing.ranked import Ranked
from knowledge.match.weighing.weigh import Match

AMONG_OTHERS: tuple[tuple[Callable[[Match, Ranked], bool], str], ...] = (
    (others.is_nested, "one thing is asked of another"),
    (others.is_outnamed, "another subject is named more plainly"),
    (others.is_outdone, "what fits much better is ruled out"),
)
BY_ITSELF: tuple[tuple[Callable[[Match], bool], str], ...] = (
    (narrowed.has_an_unexplained_clause, "a clause narrows what is asked by words that it does not explain"),
    (qualified.counts_else, "something else is counted"),
    (others.is_another_site, "something else of that place is named"),
    (others.is_of_two, "another subject's whole name stands there, too"),
    (qualified.is_of_a_part, "it is asked of something else than it tells of"),
    (qualified.is_in_all, "the length of all is asked for, and it tells that of one"),
    (qualified.is_distance, "it is asked how long, and it tells how far away"),
    (deeds.is_another_event, "the day of something else may be asked for"),
    (narrowed.is_one_of_several, "a place is asked for that is one of several"),
    (unasked.is_mostly_unexplained, "less than half of what is asked is explained"),
    (unasked.is_day_or_rank, "no day or rank is asked for, and not all words are explained"),
    (others.is_of_another, "what it is asked of was named before"),
    (others.is_named_before, "another subject was named before"),
    (unasked.is_one_of_the_days, "several times are asked for"),
    (unasked.is_no_mean, "a mean is asked for, and none is held"),
    (unasked.is_unasked_record, "it is a record, and none is asked for"),
    (qualified.is_of_another_place, "those of another place are counted"),
    (qualified.is_qualified_otherwise, "more is said of what is to be counted than it tells"),
    (qualified.is_of_another_sort, "another sort of what it measures is asked for"),
    (narrowed.is_of_those, "only those are asked for of which it does not tell"),
    (narrowed.is_limited, "only some of what it counts are asked for"),
    (narrowed.is_part, "all of it is asked for, and it may tell of a part"),
    (deeds.is_undone, "a mishap or an end is asked of, and it tells of none"),
    (deeds.is_employed, "it is asked who is employed, and it tells of no staff"),
    (deeds.is_other_way, "the other way is asked of"),
    (deeds.is_other_end, "it tells of the other end of what is asked for"),
    (times.is_reached_by, "it is what there was by a day, or in several years, not in that year"),
    (times.is_still_to_come, "what there is now is asked for, and it tells of what shall be"),
    (times.is_an_earlier_time, "what there was before is asked for"),
    (times.is_another_time, "another time is asked for"),
)


def asks_beyond(ranked: Ranked, best: Match) -> str | None:
    """What the question asks beyond the best match, in plain words; None if it asks for just what that tells."""
    among = (said for is_so, said in AMONG_OTHERS if is_so(best, ranked))
    return next(chain(among, (said for is_so, said in BY_ITSELF if is_so(best))), None)
