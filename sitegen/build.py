"""The build: from a folder of content to a folder of pages, from top to bottom.

The only module that knows every stage. Data flow one way: read, see, make bodies, check, index, plan, draw, publish.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import closing
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from msgspec import Struct

from sitegen.config import read_config
from sitegen.content.assets import collect_assets
from sitegen.content.locate import located
from sitegen.content.read import text_of
from sitegen.content.read_inputs import UNREAD, Inputs
from sitegen.content.read_log import read_log
from sitegen.content.read_markup import markup_faults
from sitegen.content.read_pictures import look_at_pictures
from sitegen.content.reading import Content, encode_record, read_content
from sitegen.diagnostics import Diagnostic, is_error, without_allowed
from sitegen.index.checks import check, clashes
from sitegen.index.site import Site, make_site
from sitegen.index.things import Seen
from sitegen.index.withheld import closed_files
from sitegen.law.stages import Rules
from sitegen.law.today import Today
from sitegen.law.visibility import visible
from sitegen.model.packed import copied
from sitegen.model.publication import Log
from sitegen.model.record import Record
from sitegen.outputs.all import plans_of
from sitegen.outputs.assets import asset_addresses, asset_files
from sitegen.outputs.frame import frames
from sitegen.outputs.sitemap import mark
from sitegen.publish.place import refuse_unsafe
from sitegen.publish.preview import compare_drawn, look_at_output
from sitegen.publish.write import glance, open_output, publish
from sitegen.render.bodies import see
from sitegen.render.pdfs import see_pdfs
from sitegen.render.pen import Kit, TemplateFault
from sitegen.render.plan import Plan
from sitegen.render.program import program_digest
from sitegen.render.remembered import Work, draw
from sitegen.render.store import Store
from sitegen.render.templates import Template, closure, read_templates
from sitegen.render.unchanged import Built as Built
from sitegen.render.unchanged import Options as Options
from sitegen.render.unchanged import ask, keep, open_store
from sitegen.render.workers import draw_all

# Of so many files on it takes longer to see what stands in the output than to start a process that looks.
MANY = 1_000
# Who hears of progress: a stage, pieces done, pieces in all.
Tell = Callable[[str, int, int], None]
# What looks at a site's records more closely than a build does.
Look = Callable[[Path, list[Record]], Iterable[Diagnostic]]


class Checked(Struct, frozen=True):
    """A site in which no fault is an error, the records that it was made of, before anything was hidden, and its log."""

    site: Site
    records: list[Record]
    rules: Rules
    log: Log
    templates: dict[str, Template]
    program: str


class Planned(Struct, frozen=True):
    """A site ready to be drawn: its plans, what draws them, and the first later day on which it differs."""

    plans: list[Plan]
    kit: Kit
    program: str
    next_change: date | None


def build(options: Options, executor: Executor | None, tell: Tell) -> Built:
    """Build the site; raises PublishError where the output can't be written. The caller holds the site's lock."""
    asked = ask(options)
    return asked.built or build_anew(options, asked.inputs, executor, tell)


def build_anew(options: Options, inputs: Inputs, executor: Executor | None, tell: Tell) -> Built:
    """Build the site, which is known to have changed; *inputs* are what it is made from."""
    # Workers that are started now share little memory with this process, which would be copied when it changes.
    seen = executor.submit(glance, options.output) if executor and len(inputs.files) >= MANY else None
    with closing(open_store(options)) as store:
        checked, faults = checked_site(options, store, executor, tell, inputs=inputs)
        if checked is None:
            return Built(faults)
        standing = open_output(options.output, seen.result() if seen else None)
        built = write(options, checked, standing, faults, store, executor, tell)
        keep(options, inputs, built, store)
        return built


def preview_changes(options: Options, executor: Executor | None, tell: Tell) -> Built:
    """Return what ``build`` would return, with nothing of the output written; raises PublishError where it can't be read."""
    refuse_unsafe(options.source, options.output)
    with closing(open_store(options)) as store:
        planned, faults = plan(options, store, executor, tell)
        if planned is None:
            return Built(faults)
        standing = look_at_output(options.output)
        work = Work(planned.kit, planned.program, store.outputs(options.output), standing, executor)
        work.plan(planned.plans)
        drawn = draw(work, tell)
        try:
            changes = compare_drawn(options.output, standing, work.kept, drawn)
        except TemplateFault as fault:
            return Built([*faults, template_fault(fault, planned.kit.templates)])
        return Built(faults, changes, len(work.todo), planned.next_change, work.done, sources(planned.plans, work.done))


def find_faults(options: Options, executor: Executor | None, tell: Tell, look: Look) -> list[Diagnostic]:
    """Return all that is wrong with the site: ``build`` finds no more, and nothing that *look* finds."""
    with closing(open_store(options)) as store:
        return prove(options, store, executor, tell, look)[1]


def prove(
    options: Options, store: Store, executor: Executor | None, tell: Tell, look: Look | None = None
) -> tuple[Checked | None, list[Diagnostic]]:
    """Return the site that a build would publish, and all that is wrong with it; an error leaves no site.

    Pages of the site's own templates are drawn, for some faults show only then.
    """
    checked, faults = checked_site(options, store, executor, tell, look)
    if checked is None:
        return None, faults
    planned, faults = planned_site(options, checked, kit_of(options, checked, store), faults, tell)
    if planned is None:
        return None, faults
    templates = planned.kit.templates
    own = {name for name, template in templates.items() if template.path}
    using = {name for name in templates if own.intersection(closure(name, templates))}
    try:
        for _ in draw_all([one for one in planned.plans if one.template in using], planned.kit, executor):
            pass
    except TemplateFault as fault:
        return None, [*faults, template_fault(fault, templates)]
    return checked, faults


def plan(
    options: Options, store: Store, executor: Executor | None, tell: Tell
) -> tuple[Planned | None, list[Diagnostic]]:
    """Return what is to be drawn and all faults in the content; an error leaves nothing to draw."""
    checked, faults = checked_site(options, store, executor, tell)
    return planned_site(options, checked, kit_of(options, checked, store), faults, tell) if checked else (None, faults)


def checked_site(
    options: Options, store: Store, executor: Executor | None, tell: Tell, look: Look | None = None, inputs: Inputs = UNREAD
) -> tuple[Checked | None, list[Diagnostic]]:
    """Return the site as it may be seen on the day, and all faults; an error leaves no site."""
    root = options.source
    config, faults = read_config(root)
    if config is None:
        return None, faults
    program = program_digest()
    templates, template_faults = read_templates(root)
    tell("read", 0, 0)
    log, log_faults = read_log(root)
    content = read_content(root, config, program, store.records, executor, inputs.files)
    today = Today(options.as_of)
    read_text = partial(text_of, root)
    rules = Rules(config.organisation.kind, config.show_uninspected, options.drafts)
    shown = visible(content.records, rules, today, read_text)
    tell("bodies", 0, len(shown))
    faulty = frozenset(fault.path for fault in content.faults if is_error(fault))
    seen, whole = see(shown, program, store, read_text, executor, faulty)
    assets, asset_faults = collect_assets(root, content.records, whole)
    seen, read = see_pdfs(seen, content.records, assets, root, program, store, executor, faulty)
    whole |= read
    looked = look_at_pictures(root, content.records, whole, assets, program, store.pictures, executor)
    site = make_site(config, seen, content.records, looked.assets, today)
    store.keep_pictures(looked.looks)
    remember(store, content, seen)
    tell("check", 0, 0)
    faults = [*content.faults, *log_faults, *template_faults]
    closed = closed_files(content.records)
    served = {path: one for path, one in assets.items() if path not in closed}
    of_files = [*asset_faults, *looked.faults, *markup_faults(root, content.records, whole, served)]
    faults += check(site, content.records, whole, options.drafts, content.unread, log, of_files)
    faults += look(root, content.records) if look else ()
    allowed = {r.path: {one.code for one in r.facts.allow} for r in content.records if r.facts.allow}
    faults = located(root, without_allowed(faults, allowed))
    if any(is_error(fault) for fault in faults):
        return None, faults
    return Checked(site, content.records, rules, log, templates, program), faults


def kit_of(options: Options, checked: Checked, store: Store) -> Kit:
    """Return what the pages of a site are drawn with."""
    config = checked.site.config
    pages = frames(checked.site, asset_addresses(checked.templates))
    # What has drafts in it is looked at, not published.
    packs = config.compress and not options.drafts
    return Kit(options.source, store.folder, checked.templates, pages, config.url, packs)


def planned_site(
    options: Options, checked: Checked, kit: Kit, faults: list[Diagnostic], tell: Tell, begin: Callable[[Plan], None] | None = None
) -> tuple[Planned | None, list[Diagnostic]]:
    """Return what is to be drawn of a site, and its *faults* with those between outputs; an error leaves nothing to draw.

    Each plan goes to *begin* as soon as it is made.
    """
    tell("plan", 0, 0)
    plans = []
    for one in chain(plans_of(checked.site), asset_files(checked.templates), [mark(checked.site.day.next_change)]):
        plans.append(one)
        if begin:
            begin(one)
    faults = [*faults, *located(options.source, clashes((one.path, one.source) for one in plans))]
    if any(is_error(fault) for fault in faults):
        return None, faults
    return Planned(plans, kit, checked.program, checked.site.day.next_change), faults


def remember(store: Store, content: Content, seen: list[Seen]) -> None:
    """Remember the bodies in use, and the records of which nothing is hidden."""
    is_whole = {one.shown.record.path for one in seen if one.shown.state == "open" and one.shown.text is None}
    kept = {r.path: r for r in content.records if r.path in is_whole and r.path in content.keys and not r.marked}
    fresh = {content.keys[path]: encode_record(r) for path, r in kept.items() if content.keys[path] not in content.known}
    store.keep_records(fresh, {content.keys[path] for path in kept})
    store.keep_bodies({key for one in seen for key in (one.body, one.pdf_key) if key})
    store.flush()


def write(
    options: Options, checked: Checked, standing: Mapping[str, int], faults: list[Diagnostic], store: Store, executor: Executor | None,
    tell: Tell,
) -> Built:
    """Draw what isn't remembered and publish; a site's own template that fails leaves the old site, *standing*, as it is."""
    kit, before = kit_of(options, checked, store), store.outputs(options.output)
    work = Work(kit, checked.program, before, standing, executor)
    planned, faults = planned_site(options, checked, kit, faults, tell, work.begin)
    if planned is None:
        return Built(faults)
    work.plan(planned.plans)
    drawn = until_drawn(draw(work, tell), store, options.output, tell)
    try:
        changes = publish(options.output, standing, work.kept, drawn)
    except TemplateFault as fault:
        return Built([*faults, template_fault(fault, kit.templates)])
    store.keep_outputs(options.output, before, work.done)
    return Built(faults, changes, len(work.todo), planned.next_change, work.done, sources(planned.plans, work.done))


def sources(plans: list[Plan], files: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the kind of each of the *files* that *plans* give, by the name of what draws it, and what it is chiefly made of.

    A packed copy is made of what it is a copy of.
    """
    told = {one.path: (one.draw.__name__.removeprefix("draw_"), one.source) for one in plans}
    folders = [one.path for one in plans if one.is_folder]
    found = {}
    for path in files:
        whole = path if path in told else copied(path) or path
        found[path] = told.get(whole) or next(told[one] for one in folders if path.startswith(one))
    return found


def until_drawn(
    drawn: Iterator[tuple[str, bytes]], store: Store, output: Path, tell: Tell
) -> Iterator[tuple[str, bytes]]:
    """Yield *drawn*, then have the store forget those outputs before any of them changes.

    A build that is killed while it changes them must not leave the store believing in files that were replaced.
    """
    paths = []
    for path, data in drawn:
        paths.append(path)
        yield path, data
    store.forget_outputs(output, paths)
    store.flush()
    tell("publish", 0, 0)


def template_fault(fault: TemplateFault, templates: dict[str, Template]) -> Diagnostic:
    """Return the fault in a site's own template; raises *fault* again where the template is the program's."""
    template = templates.get(fault.name)
    if template is None or not template.path:
        raise fault
    return Diagnostic(template.path, fault.line, 1, "TP001", {"problem": fault.problem})
