"""Links: where what an author wrote leads.

Knows the site's addresses and source files as values. Says nothing of whether a link is right: checks do.
"""

from __future__ import annotations

import posixpath
from typing import Any
from urllib.parse import quote, unquote

from sitegen.index.addresses import page_form
from sitegen.index.pictures import figure
from sitegen.index.site import Site
from sitegen.index.things import Version
from sitegen.model.body import Target
from sitegen.model.picture import Figure, Targets
from sitegen.model.references import path_of


def targets(site: Site, version: Version[Any]) -> Targets:
    """Return where each link and picture of *version*'s text leads; told once, for a page and its feeds both ask."""
    key = ("targets", version.address)
    found: Targets | None = site.memo.get(key)
    if found is None:
        found = site.memo[key] = tuple(_lead(site, version, target) for target in version.outline.targets)
    return found


def _lead(site: Site, version: Version[Any], target: Target) -> str | Figure:
    address = resolve(site, version, target.address)
    asset = site.assets.get(source_of(version, apart(target.address)[0])) if target.image and address else None
    return figure(address, asset) if asset else address


def resolve(site: Site, version: Version[Any], reference: str) -> str:
    """Return the address, absolute from the root, that *reference* in *version*'s text means; empty if not on view.

    A relative reference is to a source file: to a page's Markdown, or to a file beside it, which is published below
    the page of the original.
    """
    path, query, fragment = apart(reference)
    rest = query + fragment
    if not path:
        return version.address + rest
    if path.startswith("/"):
        found = page_address(site, unquote(path))
        return found + rest if found else found
    target = site.by_source.get(source_of(version, path))
    if target is None:
        return asset_address(site, version, path)
    return target.address + rest if target.state == "open" else ""


def apart(reference: str) -> tuple[str, str, str]:
    """Return the path of *reference*, its query and its fragment, those two with the mark that they begin with."""
    rest, mark, fragment = reference.partition("#")
    path, question, query = rest.partition("?")
    return path, question + query, mark + fragment


def page_address(site: Site, path: str) -> str:
    """Return the address that *path*, absolute from the root, is another way to write; empty if not on view."""
    known = page_form(path)
    if site.unseen.get(known):
        return ""
    moved = site.aliases.get(known)
    if moved is None:
        return known
    return moved.address if moved.state == "open" else ""


def source_of(version: Version[Any], path: str) -> str:
    """Return the path, from the site's folder, of the file that the relative *path* in *version* means."""
    return path_of(version.source, path)


def asset_address(site: Site, version: Version[Any], path: str) -> str:
    """Return the address at which the file *path*, beside *version*'s source, is published; empty if not on view."""
    source = source_of(version, path)
    if source in site.withheld:
        return ""
    asset = site.assets.get(source)
    return version.home + quote((asset.name if asset else "") or posixpath.basename(source))
