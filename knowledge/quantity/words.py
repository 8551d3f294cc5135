"""Numbers in words: what each word is worth, and the grammar that strings them together."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact


def numbered(words: str, start: int = 1, step: int = 1) -> dict[str, Decimal]:
    return {word: Decimal(start + step * place) for place, word in enumerate(words.split())}


ONES = numbered("zero one two three four five six seven eight nine", start=0)
TEENS = numbered(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    start=10,
)
TENS = numbered("twenty thirty forty fifty sixty seventy eighty ninety", start=20, step=10)
SCALES = {
    "hundred": Decimal(100), "thousand": Decimal(1000), "million": Decimal(10**6), "billion": Decimal(10**9),
    "trillion": Decimal(10**12), "quadrillion": Decimal(10**15), "dozen": Decimal(12), "lakh": Decimal(10**5),
    "crore": Decimal(10**7), "mn": Decimal(10**6), "mln": Decimal(10**6), "bn": Decimal(10**9), "bln": Decimal(10**9),
    "tn": Decimal(10**12), "trn": Decimal(10**12),
}  # fmt: skip
ORDINALS = {
    **numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"),
    **numbered("fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", start=14),
    **numbered("thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth", start=30, step=10),
}
PARTS = {"half": Decimal(2), "quarter": Decimal(4)} | {word: n for word, n in ORDINALS.items() if n > 2}
MULTIPLES = {
    **dict.fromkeys(("double", "doubled", "doubles", "doubling", "twice"), Decimal(2)),
    **dict.fromkeys(("triple", "tripled", "triples", "tripling", "treble", "thrice"), Decimal(3)),
    **dict.fromkeys(("quadruple", "quadrupled"), Decimal(4)),
}
CARDINALS = ONES | TEENS | TENS


def one_of(words: dict[str, Decimal]) -> str:
    """A pattern for any of the words, longest first, so that "sixty" is not read as "six"."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


BELOW_100 = rf"(?:{one_of(TENS)}(?:[- ]{one_of(ONES)}\b)?|{one_of(TEENS)}|{one_of(ONES)})\b"
BELOW_1000 = rf"(?:(?:{BELOW_100}|an?)[ -]hundred\b(?: (?:and )?{BELOW_100})?|{BELOW_100})"
SCALE = one_of(SCALES)
CARDINAL = (
    rf"(?:(?:{BELOW_1000}|an?)[ -]{SCALE}\b,? (?:and )?(?={BELOW_1000}))*"
    rf"(?:{BELOW_1000}(?:[ -]{SCALE}s?\b)?|an?[ -](?:hundred[ -])?{SCALE}\b)"
)


def worth(words: str) -> Decimal:
    """What a cardinal in words is worth: "two hundred and five thousand" is 205000."""
    total = current = Decimal(0)
    for word in words.lower().replace("-", " ").replace(",", " ").split():
        if word in CARDINALS:
            current += CARDINALS[word]
        elif (scale := SCALES.get(word.removesuffix("s"))) is not None:
            current = times(current or Decimal(1), scale)
            if scale > 100 or word == "dozen":
                total, current = total + current, Decimal(0)
    return total + current


def times(value: Decimal, scale: Decimal) -> Decimal:
    """The exact product, without an exponent or idle zeros: 12.86 times a million is 12860000, never 1.286E+7."""
    # the default context rounds to 28 digits without a word; here rounding would be an error
    exact = Context(prec=len(value.as_tuple().digits) + 40, traps=[Inexact])
    product = exact.multiply(value, scale)
    whole = product == product.to_integral_value(context=exact)
    return exact.quantize(product, Decimal(1)) if whole else exact.plus(product.normalize(exact))
