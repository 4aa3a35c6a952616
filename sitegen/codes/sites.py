"""What can be wrong between files: addresses (AD), references (RF), a site's own templates (TP) and allowances (AL).

Knows the words of these codes. Knows nothing of how such a fault is found.
"""

from __future__ import annotations

from sitegen.codes.code import N_, Code

SITES = (
    Code(
        "AD001", "error",
        N_("the path says {path_says}, '{name}' says {found}"),
        N_("Remove '{name}', or move the file."),
        N_("Where the path and a field both state a fact they must agree, or one of them is wrong."),
    ),
    Code(
        "AD002", "error",
        N_("this file has the same address as {other}: {address}"),
        N_("Rename one of the files, or give one a 'slug'."),
        N_("Two pages can't stand at one address; one would hide the other."),
    ),
    Code(
        "AD003", "error",
        N_("§ {section} stands twice in this meeting; the other is {other}"),
        N_("Correct the number of one of them."),
        N_("A section number names one item of a board's year. Two would share an address and a place in the feeds."),
    ),
    Code(
        "AD005", "error",
        N_("a board can't be called {name}: it is a year"),
        N_("Rename the board's folder."),
        N_("Meetings of a year stand at /kokoukset/<year>/, where a board of that name would stand too."),
    ),
    Code(
        "AD006", "error",
        N_("there is no original for this translation: {original}"),
        N_("Write the original first, or remove the language from the file's name."),
        N_("A translation gives only words; the facts come from the original file."),
    ),
    Code(
        "AD007", "error",
        N_("'{name}' differs from the original, {original}"),
        N_("Remove '{name}' here: a translation inherits every fact."),
        N_("A translation that states another fact than its original would make two truths."),
    ),
    Code(
        "AD008", "error",
        N_("the alias {address} is the address of {other}"),
        N_("Remove the alias."),
        N_("An alias leads from an old address to this page; an address in use can't lead elsewhere."),
    ),
    Code(
        "AD009", "error",
        N_("the site has no language '{lang}'"),
        N_("Add it to languages in site.toml, or rename the file. The site's languages: {languages}"),
        N_("A file's language stands in its name or in 'lang', and must be one of the site's."),
    ),
    Code(
        "AD010", "error",
        N_("two cases have one address: {one} and {other}"),
        N_("Write the case number in one way."),
        N_("Case numbers are folded to a-z, 0-9 and hyphens in addresses, and these two become the same."),
    ),
    Code(
        "RF001", "error",
        N_("there is no board '{name}'"),
        N_("Did you mean '{nearest}'?"),
        N_("A board is a folder in content/minutes/."),
    ),
    Code(
        "RF002", "error",
        N_("there is no such item or meeting: {name}"),
        N_("Check the board, the day and the section."),
        N_("The page would refer to a meeting that this site doesn't have."),
    ),
    Code(
        "RF003", "error",
        N_("there is no news item '{name}'"),
        N_("Did you mean '{nearest}'?"),
        N_("'related' names the slug of a news item, or year/slug where two share it."),
    ),
    Code(
        "RF004", "error",
        N_("there is no document '{name}'"),
        N_("Did you mean '{nearest}'?"),
        N_("A document is a folder in content/documents/."),
    ),
    Code(
        "RF005", "error",
        N_("the link leads nowhere: {address}"),
        N_("Did you mean {nearest}?"),
        N_("A link is an address of this site from '/', or a relative path to a source file."),
    ),
    Code(
        "RF006", "error",
        N_("the page {address} has no part '{fragment}'"),
        N_("Did you mean '{nearest}'?"),
        N_("What follows # in a link is the id of a heading or a page on the page that it leads to."),
    ),
    Code(
        "RF007", "error",
        N_("the link leads to a draft: {address}"),
        N_("Remove 'draft' there, or the link here."),
        N_("A draft is not published, so the link would lead nowhere."),
    ),
    Code(
        "RF008", "warning",
        N_("the link leads to what is not on view now: {address}"),
        N_("It stands as plain text until its target is on view."),
        N_("The target is published later, has expired, or was withdrawn. A build isn't stopped by a day."),
    ),
    Code(
        "RF009", "error",
        N_("the site has no topic '{name}'"),
        N_("Did you mean '{nearest}'? Topics stand in site.toml under [topics]."),
        N_("Where site.toml lists topics, each topic used must be one of them: a slip of the pen would make a topic of its own."),
    ),
    Code(
        "TP001", "error",
        N_("the template can't be used: {problem}"),
        N_("Mend it, or remove it to use the one that comes with the program."),
        N_("A site's templates/ folder replaces the program's templates one by one. docs/templates.md lists what each may use."),
    ),
    Code(
        "TP002", "error",
        N_("no template of this name comes with the program"),
        N_("Did you mean '{nearest}'?"),
        N_("A template that replaces none would never be used."),
    ),
    Code(
        "AL001", "error",
        N_("'{code}' can't be allowed"),
        N_("Only warnings can be silenced with 'allow'."),
        N_("An error stops what would be wrong or unlawful on the site; it is mended, not silenced."),
    ),
)
