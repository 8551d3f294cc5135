"""From a print to what it says: "nearly US$2.9 trillion" is 2900000000000, USD, "nearly", money.

`numbers` finds every number, `dates` every date, `bounds` and `units` hold the tables of words, `reading` puts them
together. What cannot be read is said to be text; nothing is rounded or guessed.
"""

from knowledge.quantity.bounds import bound_before
from knowledge.quantity.dates import DateMention, date_of, dates_in
from knowledge.quantity.numbers import Number, numbers_in
from knowledge.quantity.reading import quantity

__all__ = ["DateMention", "Number", "bound_before", "date_of", "dates_in", "numbers_in", "quantity"]
