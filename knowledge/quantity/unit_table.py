"""The units and currencies that documents print, the one short name of each, and the kind of quantity it makes."""

from __future__ import annotations

from knowledge.model import Kind

# canonical: printed forms (a final s is understood). Forms in capitals or of one or two letters are read as they stand.
TABLE: dict[Kind, dict[str, str]] = {
    "percent": {"percent": "percent|per cent|%|pct"},
    "percentage points": {"percentage points": "percentage point|%-point|pp", "basis points": "basis point"},
    "length": {
        "km": "kilometer|kilometre|km", "m": "meter|metre|m", "cm": "centimeter|centimetre|cm",
        "mm": "millimeter|millimetre|mm", "miles": "mile|mi", "nautical miles": "nautical mile", "feet": "foot|feet|ft",
        "inches": "inch|inches", "yards": "yard",
    },
    "area": {
        "km²": "square kilometer|square kilometre|sq km|km2|km²", "m²": "square meter|square metre|sq m|m2|m²",
        "ha": "hectare|ha", "acres": "acre", "mu": "mu", "square miles": "square mile",
        "square feet": "square foot|square feet",
    },
    "volume": {
        "m³": "cubic meter|cubic metre|m3|m³", "L": "liter|litre", "mL": "milliliter|millilitre|ml|mL",
        "barrels": "barrel", "gallons": "gallon",
    },
    # a ton is not a tonne: neither is turned into the other
    "mass": {
        "tonnes": "tonne|metric ton|metric tonne", "tons": "ton", "t": "t", "kg": "kilogram|kilogramme|kilo|kg",
        "g": "gram|gramme|g", "mg": "milligram|mg", "Mt": "megatonne|Mt", "ounces": "ounce",
    },
    "speed": {"km/h": "kph|kmh|km/h", "mph": "mph|miles per hour", "m/s": "m/s", "knots": "knot"},
    "energy": {
        "kWh": "kilowatt-hour|kilowatt hour|kWh", "MWh": "megawatt-hour|megawatt hour|MWh",
        "GWh": "gigawatt-hour|gigawatt hour|GWh", "TWh": "terawatt-hour|terawatt hour|TWh", "J": "joule",
    },
    "power": {
        "MW": "megawatt|MW|MWp", "kW": "kilowatt|kW|kWp", "GW": "gigawatt|GW|GWp", "TW": "terawatt|TW", "W": "watt|W",
        "kVA": "kVA", "MVA": "MVA", "horsepower": "horsepower",
    },
    "temperature": {"°C": "degree Celsius|degrees Celsius|°C|℃|degrees centigrade", "°F": "degrees Fahrenheit|°F"},
    "duration": {
        "seconds": "second", "minutes": "minute|min", "hours": "hour|hr|h", "days": "day", "nights": "night",
        "weeks": "week", "months": "month", "years": "year", "decades": "decade", "centuries": "century|centuries",
        "millennia": "millennium|millennia",
    },
    "count": {
        "TEUs": "twenty-foot equivalent unit|20-foot equivalent unit|TEU|TEUs",
        "FEUs": "forty-foot equivalent unit|FEU|FEUs",
    },
}  # fmt: skip
SIGNS: dict[str, str] = {
    "US$": "USD", "USD": "USD", "US $": "USD", "$": "$", "HK$": "HKD", "A$": "AUD", "AU$": "AUD", "C$": "CAD",
    "CA$": "CAD", "S$": "SGD", "NT$": "TWD", "NZ$": "NZD", "R$": "BRL", "€": "EUR", "EUR": "EUR", "£": "GBP",
    "GBP": "GBP", "¥": "¥", "RMB": "CNY", "CNY": "CNY", "JPY": "JPY", "₹": "INR", "INR": "INR", "Rs": "Rs",
    "₽": "RUB", "₩": "KRW", "CHF": "CHF", "AUD": "AUD", "CAD": "CAD", "HKD": "HKD", "SGD": "SGD", "KES": "KES",
    "ZAR": "ZAR", "RUB": "RUB", "KZT": "KZT", "THB": "THB", "MYR": "MYR", "IDR": "IDR", "VND": "VND", "LAK": "LAK",
    "PKR": "PKR", "BRL": "BRL", "KRW": "KRW", "US¢": "¢", "¢": "¢",
}  # fmt: skip
MONEY: dict[str, str] = {
    "USD": "US dollar|U.S. dollar|USD", "$": "dollar", "CNY": "yuan|renminbi|RMB|CNY|Chinese yuan|yuan renminbi",
    "EUR": "euro|EUR|€", "GBP": "pounds sterling|pound sterling|GBP", "JPY": "yen|JPY", "KRW": "won", "THB": "baht",
    "LAK": "kip", "IDR": "rupiah", "MYR": "ringgit", "VND": "dong", "RUB": "ruble|rouble", "KZT": "tenge",
    "ZAR": "rand", "KES": "Kenyan shilling", "ETB": "birr", "INR": "Indian rupee", "PKR": "Pakistani rupee",
    "CHF": "Swiss franc", "HKD": "Hong Kong dollar|HKD", "AUD": "Australian dollar|AUD", "CAD": "Canadian dollar|CAD",
    "SGD": "Singapore dollar", "BRL": "Brazilian real|reais", "TRY": "Turkish lira", "HUF": "forint",
    "PLN": "zloty|zlotys", "NGN": "naira", "¢": "cent|US cent|U.S. cent|¢", "EUR¢": "euro cent|eurocent|€ cent",
}  # fmt: skip
NAMES: dict[str, tuple[str, Kind]] = {
    printed: (name, kind)
    for kind, names in {**TABLE, "money": MONEY}.items()
    for name, forms in names.items()
    for printed in forms.split("|")
}
NAMES_FOLDED = {printed.lower(): name for printed, name in NAMES.items()}
KINDS: dict[str, Kind] = dict(NAMES.values())
