"""From a print to what it says: "nearly US$2.9 trillion" is 2900000000000, USD, "nearly", money.

`numbers` finds every number, `elsewhere` those that other languages write so, `dates` every date, `bounds` and `units` hold the tables of words, `losses` tells brackets and signs that make a number negative, `reading` puts them
together. What cannot be read is said to be text; nothing is rounded or guessed.
"""

from knowledge.quantity.bounds import bound_before
from knowledge.quantity.dates import DateMention, date_of, dates_in
from knowledge.quantity.elsewhere import Elsewhere, days, elsewhere
from knowledge.quantity.numbers import Number, numbers_in
from knowledge.quantity.reading import quantity
from knowledge.quantity.units import currency_asked

__all__ = [
    "DateMention", "Elsewhere", "Number", "bound_before", "currency_asked", "date_of", "dates_in", "days", "elsewhere", "numbers_in", "quantity",
]  # fmt: skip
