"""Taking a page out of what search finds, where the site can't be drawn anew: a bundle is indexed again from its own records.

Knows where bundles stand and how they are listed. Must not know how one is indexed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from msgspec import json

from sitegen.config import Config
from sitegen.errors import Unsearchable
from sitegen.index.addresses import Addresses
from sitegen.publish.amend import contents
from sitegen.render.excision.reach import Reach
from sitegen.render.pagefind import ENTRY, FRAGMENT, index, records_of


def unsearch(output: Path, standing: Mapping[str, int], config: Config, reach: Reach) -> tuple[dict[str, bytes], set[str]]:
    """Return the files of *output* that are new or other without the pages that *reach* holds, and the paths of those that go."""
    replaced: dict[str, bytes] = {}
    removed: set[str] = set()
    addresses = Addresses(config.language)
    for lang in config.languages:
        home = addresses.hub("search", lang)[1:]
        changed: dict[str, str] = {}
        for folder, files in _bundles(home, standing).items():
            now = _without(dict(contents(output, files)), folder, lang, reach)
            if now is not None:
                replaced |= now
                removed |= files.keys() - now.keys()
                changed[f"/{folder}"] = blake2b(now[folder + ENTRY], digest_size=8).hexdigest() if now else ""
        listed = f"{home}index.json"
        if changed and listed in standing:
            replaced[listed] = _listed(dict(contents(output, {listed: standing[listed]}))[listed], changed)
    return replaced, removed


def _bundles(home: str, standing: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Return the files of each bundle below *home*, by its folder."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for path, size in standing.items():
        name, parted, _ = path.removeprefix(home).partition("/")
        if parted and path.startswith(home):
            found[f"{home}{name}/"][path] = size
    return {folder: files for folder, files in found.items() if folder + ENTRY in files}


def _without(files: dict[str, bytes], folder: str, lang: str, reach: Reach) -> dict[str, bytes] | None:
    """Return the files of a bundle without what *reach* holds, none where nothing is left; None where it holds nothing of it."""
    before = {path.removeprefix(folder): data for path, data in files.items()}
    if not any(path.startswith(FRAGMENT) for path in before):
        return None
    records = records_of(before)
    left = [one for one in records if not reach.holds(one.address.partition("#")[0])]
    if len(left) == len(records):
        return None
    try:
        return {folder + path: data for path, data in index(left, lang).items()} if left else {}
    except Unsearchable:
        # Better nothing of it is found until the next build than what was withdrawn.
        return {}


def _listed(data: bytes, changed: Mapping[str, str]) -> bytes:
    """Return the list of bundles with those that changed by their new digest; one that has none is gone."""
    listed = json.decode(data)
    listed["bundles"] = {address: digest for address, old in listed["bundles"].items() if (digest := changed.get(address, old))}
    return json.encode(listed) + b"\n"
