"""A file's record, whatever is wrong with the file: as many of its facts as can be read.

For what has to find a page and take it away while its file can't be published. Knows front matter, places and the
schema. Must not tell of mistakes: reading does.
"""

from __future__ import annotations

from pathlib import Path

import yaml
from msgspec import structs

from sitegen.content.fields import Mistakes
from sitegen.content.frontmatter import Unreadable, decode, take_apart
from sitegen.content.places import place_of
from sitegen.content.read import bytes_of
from sitegen.content.readable import scan
from sitegen.content.reading import Content
from sitegen.content.schema import KINDS
from sitegen.content.stated import with_place
from sitegen.model.record import Record


def every_record(root: Path, languages: tuple[str, ...], content: Content) -> tuple[list[Record], list[str]]:
    """Return the records of *content* and bare ones of the files that have none, and the paths of those that can't be told.

    *languages* are the site's, the first that of files that name none.
    """
    records = {record.path: record for record in content.records}
    lost: list[str] = []
    # A translation has more dots in its name than its original, which must be known first.
    for path in sorted(set(scan(root)[0]) - records.keys(), key=lambda path: (path.count("."), path)):
        place = place_of(path)
        try:
            record = bare_record(path, bytes_of(root, path), languages[0], records.get(place.original) if place else None)
        except Unreadable:
            record = None
        if record is None:
            lost.append(path)
        elif record.lang in languages:
            records[path] = record
    return [records[path] for path in sorted(records)], lost


def bare_record(path: str, raw: bytes, lang: str, original: Record | None = None) -> Record | None:
    """Return the record of the file at *path*, without its text; None where it can't be told what it is.

    *lang* is the language of files that name none; a translation has the facts of its *original*.
    """
    place = place_of(path)
    try:
        node = take_apart(decode(raw)).node
    except Unreadable:
        return None
    if place is None or not isinstance(node, yaml.MappingNode):
        return None
    group = KINDS[place.kind]
    values = group.values(node, "", mistakes := Mistakes(), demand=False) or {}
    if place.original:
        own = {"title": values.get("title", ""), "aliases": values.get("aliases", ())}
        return Record(path, place.lang, structs.replace(original.facts, **own), original=place.original) if original else None
    stated = with_place(place, group.named(values), mistakes, node)
    if stated is None or any(f.required and f.name not in stated for f in structs.fields(group.fact)):
        return None
    return Record(path, place.lang or values.get("lang") or lang, group.fact(**stated), marked=True)  # type: ignore[arg-type]
