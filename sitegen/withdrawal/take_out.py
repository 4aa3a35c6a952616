"""Taking a page out of an output as it stands, while faults elsewhere keep the site from being drawn anew.

Knows which pages stand in for those that go, and which files are theirs. Must not know how a file is changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from urllib.parse import unquote

from msgspec import structs

from sitegen.config import Config
from sitegen.content.assets import collect_assets
from sitegen.content.read import text_of
from sitegen.index.addresses import file_of
from sitegen.index.site import Site, make_site
from sitegen.index.things import Seen
from sitegen.index.withdrawal import Target
from sitegen.law.stages import Rules
from sitegen.law.today import Today
from sitegen.law.visibility import visible
from sitegen.model.record import Record
from sitegen.outputs.assets import asset_addresses
from sitegen.outputs.frame import frames
from sitegen.outputs.plain import gone_pages, moved_pages
from sitegen.publish.amend import amend
from sitegen.publish.changes import Changes
from sitegen.publish.preview import look_at_output
from sitegen.publish.write import open_output
from sitegen.render.excision.files import cleaned
from sitegen.render.excision.reach import Reach
from sitegen.render.packing import packed
from sitegen.render.pen import Kit, TemplateFault
from sitegen.render.store import Store
from sitegen.render.templates import read_templates, shipped_templates
from sitegen.render.unchanged import Options
from sitegen.render.workers import draw_all
from sitegen.withdrawal.unsearch import unsearch


def take_out(options: Options, config: Config, records: list[Record], target: Target, store: Store) -> Changes:
    """Put in place of *target*'s pages those that say it was withdrawn, and take what leads to it out of all other files.

    *records* are all that is known of the content, *target* withdrawn among them. What changes is forgotten by the
    store, so that the next build draws it anew. Raises PublishError with nothing changed.
    """
    if not look_at_output(options.output):
        return Changes()
    standing = open_output(options.output)
    stand_ins = _stand_ins(options, config, records, target, store, standing)
    reach = Reach(config.url, target.addresses | target.papers, target.apart)
    own = {path for path in standing if reach.holds("/" + path.removesuffix("index.html"))}
    static, _ = collect_assets(options.source, [], {})
    unsearched, unneeded = unsearch(options.output, standing, config, reach)
    removed = {path for path in own - stand_ins.keys() if f"static/{path}" not in static} | unneeded

    def forget(paths: list[str]) -> None:
        store.forget_outputs(options.output, paths)
        store.flush()

    return amend(options.output, standing, stand_ins | unsearched, removed, lambda path, data: cleaned(path, data, reach), packed, forget)


def _stand_ins(
    options: Options, config: Config, records: list[Record], target: Target, store: Store, standing: Mapping[str, int]
) -> dict[str, bytes]:
    """Return, by path, the pages among *standing* that now say that *target* was withdrawn, or lead on to one that does.

    Where the site's own templates can't be used they are drawn by those that come with the program.
    """
    site = _site(options, config, records)
    templates, _ = read_templates(options.source)
    kit = Kit(options.source, store.folder, templates, frames(site, asset_addresses(templates)), config.url)
    pages = (*gone_pages(site), *moved_pages(site))
    paths = {unquote(file_of(address)) for address in target.addresses | target.former} & standing.keys()
    plans = [one for one in pages if one.source in target.sources and one.path in paths]
    try:
        return {path: data for _, files in draw_all(plans, kit, None) for path, data in files.items()}
    except TemplateFault:
        shipped = structs.replace(kit, templates=shipped_templates())
        return {path: data for _, files in draw_all(plans, shipped, None) for path, data in files.items()}


def _site(options: Options, config: Config, records: list[Record]) -> Site:
    """Return the site without the texts: enough for pages that say that something is gone."""
    today, rules = Today(options.as_of), Rules(config.organisation.kind, config.show_uninspected, options.drafts)
    shown = visible(records, rules, today, partial(text_of, options.source))
    return make_site(config, map(Seen, shown), records, {}, today)
