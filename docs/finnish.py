"""Learns how Finnish words come back to their base forms: ``python docs/finnish.py``, from simplemma's dictionary of 3.5 million forms.

Writes sitegen/finnish/. It takes a minute and a gigabyte, so that no build has to: see docs/decisions/0029.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

FOLDER = Path(__file__).parent.parent / "sitegen/finnish"
WORD = re.compile(r"[a-zäöåšž]{2,}\Z")
# An ending is worth a rule if it mends so many of the dictionary's forms.
WORTH = 20
# A word is common if so many compounds of the dictionary begin with it or end in it.
COMMON = 3
LONGEST = 13
# Possessive suffixes and clitics come off before the table is asked: see sitegen/render/finnish.py.
LATE = re.compile(r"(?:ni|(?<!k)si|ns[aä]|mme|nne|[sl][lst][aä]{2}n|kseen|lleen|kin|k[aä]{2}n|k[oö]|h[aä]n|p[aä])\Z")

# Where two words share forms the dictionary knows one of them: these are what minutes mean.
INSTEAD = {"silla": "silta", "jäseninen": "jäsen"}
ROADS = frozenset("teiden teitä teillä teille teiltä teissä teistä teihin teinä teiksi".split())
# Endings that the dictionary takes for words.
NO_WORDS = frozenset("alainen lainen läinen mainen mäinen silla".split())

Rule = tuple[int, str]


def dictionary() -> list[tuple[str, str]]:
    """Return each form and its base form, of words in small letters."""
    found = DefaultDictionaryFactory().get_dictionary("fi").items()
    pairs = ((form, base.decode() if isinstance(base, bytes) else base) for form, base in found)
    meant = ((form, "tie" if form in ROADS else INSTEAD.get(base, base)) for form, base in pairs)
    return sorted((form, base) for form, base in meant if WORD.match(form) and WORD.match(base))


def rule_of(form: str, base: str) -> Rule:
    """Return how many letters come off the end of *form*, and what is put in their place."""
    same = next((at for at, (a, b) in enumerate(zip(form, base, strict=False)) if a != b), min(len(form), len(base)))
    return len(form) - same, base[same:]


def learn(rows: list[tuple[str, Rule]], low: int, high: int, depth: int, above: Rule, rules: dict[str, Rule]) -> None:
    """Put into *rules* what is true of most forms in rows[low:high], which share their last *depth* letters, and isn't yet said."""
    counts = Counter(rule for _, rule in rows[low:high])
    best, count = counts.most_common(1)[0]
    if count - counts[above] >= WORTH:
        rules[rows[low][0][:depth][::-1]] = above = best
    if counts[above] == high - low:
        return
    at = low
    while at < high:
        letter = rows[at][0][depth : depth + 1]
        end = next((n for n in range(at, high) if rows[n][0][depth : depth + 1] != letter), high)
        if letter and end - at >= WORTH:
            learn(rows, at, end, depth + 1, above, rules)
        at = end


def common(bases: set[str]) -> list[str]:
    """Return the words of which compounds are made."""
    parts: Counter[str] = Counter()
    for word in bases:
        for at in range(3, len(word) - 2):
            if word[:at] in bases and word[at:] in bases:
                parts.update((word[:at], word[at:]))
    return sorted(word for word, count in parts.items() if count >= COMMON and len(word) <= LONGEST and word not in NO_WORDS)


def apply(rules: dict[str, Rule], form: str) -> str:
    """Return the base form of *form* by the rule of its longest known ending."""
    cut, added = next((rules[form[at:]] for at in range(len(form) + 1) if form[at:] in rules), (0, ""))
    return form[: len(form) - cut] + added


def main() -> None:
    """Learn and write."""
    pairs = dictionary()
    rows = sorted((form[::-1], rule_of(form, base)) for form, base in pairs)
    rules: dict[str, Rule] = {"": (0, "")}
    learn(rows, 0, len(rows), 0, (0, ""), rules)
    words = common({base for _, base in pairs})
    known = set(words)
    odd = [(form, base) for form, base in pairs if base in known and (form == base or not LATE.search(form)) and apply(rules, form) != base]
    FOLDER.mkdir(exist_ok=True)
    lines = (f"{ending} {cut} {added}".rstrip() for ending, (cut, added) in sorted(rules.items()))
    (FOLDER / "endings.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    lines = ("{} {} {}".format(form, *rule_of(form, base)).rstrip() for form, base in odd)
    (FOLDER / "forms.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (FOLDER / "words.txt").write_text("\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
