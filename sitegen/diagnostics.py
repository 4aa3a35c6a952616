"""What can be wrong in content, as values.

Knows every code, its words and its severity. Knows nothing of where faults are found or how they are
printed: reading and checking make diagnostics, the command line words them in the user's language.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning"]


class Code(Struct, frozen=True):
    """A kind of fault: what is wrong, how it is mended and, for ``sitegen explain``, why it matters.

    The three texts are English message ids; ``{name}`` in the first two stands for an argument.
    """

    name: str
    severity: Severity
    message: str
    hint: str
    explanation: str


class Diagnostic(Struct, frozen=True, order=True):
    """One fault in one file (a path relative to the site's folder); line and column count from 1.

    Where only the field is known, ``field`` names it (``attachments.0.file``) and the place is found when the fault is
    reported, so that no record needs to carry places.
    """

    path: str
    line: int = 0
    column: int = 0
    code: str = ""
    args: dict[str, str] = {}
    field: str = ""


def N_(text: str) -> str:
    """Mark *text* for translation and return it as it is."""
    return text


def is_error(diagnostic: Diagnostic) -> bool:
    """Tell whether this fault stops a build."""
    return CODES[diagnostic.code].severity == "error"


_TABLE = (
    Code(
        "CF001", "error",
        N_("there is no site.toml in {folder}"),
        N_("Run the command in the site's folder, or name that folder with --source."),
        N_("A site is a folder with a file site.toml. It names the site, its address and the organisation whose law applies."),
    ),
    Code(
        "CF002", "error",
        N_("this is not valid TOML: {problem}"),
        N_("Texts stand in double quotes, lists in square brackets: languages = [\"fi\", \"sv\"]."),
        N_("site.toml is written in TOML. Until it can be read, nothing else about the site can be known."),
    ),
    Code(
        "CF003", "error",
        N_("unknown setting '{name}'"),
        N_("Did you mean '{nearest}'?"),
        N_("A setting that the program doesn't know would be ignored, and its writer would believe that it works."),
    ),
    Code(
        "CF004", "error",
        N_("the setting '{name}' is missing"),
        N_("Add it to site.toml."),
        N_("A site needs a title and an address (url) of its own: they stand on every page and in every feed."),
    ),
    Code(
        "CF005", "error",
        N_("'{name}' should be {expected}"),
        N_("Write it as {expected}; now it is: {found}"),
        N_("Each setting has one type. docs/content.md lists them all."),
    ),
    Code(
        "FM001", "error",
        N_("the front matter is not closed"),
        N_("Write a line of three hyphens (---) after the last field."),
        N_("Between two lines of three hyphens stand a file's fields. Without the second line the fields would be published as text."),
    ),
    Code(
        "FM002", "error",
        N_("unknown field '{name}'"),
        N_("Did you mean '{nearest}'?"),
        N_("A field that is not known would be ignored without a word. docs/content.md lists the fields of each kind of file."),
    ),
    Code(
        "FM003", "error",
        N_("the front matter is not a list of fields"),
        N_("Each line between the hyphens is a field: 'title: What it is about'."),
        N_("Front matter is fields with values. A plain text or a list there has no meaning."),
    ),
    Code(
        "FM004", "error",
        N_("the field '{name}' stands twice"),
        N_("Keep one of them; the other is on line {other}."),
        N_("Of two equal fields one would win silently, and it may be the wrong one."),
    ),
    Code(
        "FM005", "error",
        N_("the field '{name}' is missing"),
        N_("Add a line '{name}: …' between the hyphens at the top of the file."),
        N_("Without this field the page can't be made. An empty value counts as missing."),
    ),
    Code(
        "FM006", "error",
        N_("'{name}' should be {expected}"),
        N_("Now it is: {found}"),
        N_("Each field has one type: a text, a day, a number, yes or no, or a list. docs/content.md shows an example of each."),
    ),
    Code(
        "FM007", "error",
        N_("there is no such day: {found}"),
        N_("Write days as 2018-06-04 or 4.6.2018."),
        N_("The calendar has no such day or hour, so what was meant can't be guessed."),
    ),
    Code(
        "FM008", "error",
        N_("the front matter can't be read: {problem}"),
        N_("A text with a colon, a quotation mark or # in it stands in quotes: title: \"Aid: a proposal\"."),
        N_("Front matter is written in YAML. The place named is where reading came to a halt; the slip is often on the line before."),
    ),
    Code(
        "FM009", "error",
        N_("the file has no front matter"),
        N_("Begin the file with a line of three hyphens, the fields, and three hyphens again."),
        N_("A page needs at least a title, and that is a field."),
    ),
    Code(
        "FM010", "error",
        N_("'{found}' is not a value of '{name}'"),
        N_("Did you mean '{nearest}'? The values are: {values}"),
        N_("This field takes one of a few known values."),
    ),
    Code(
        "FI001", "error",
        N_("the file is not valid UTF-8: byte {byte} at position {position}"),
        N_("Save the file as UTF-8 in your editor."),
        N_("Text in another encoding would show wrong letters. The position counts bytes from the start of the file, the first being 0."),
    ),
    Code(
        "FI002", "error",
        N_("the file is empty"),
        N_("Remove it, or fill it in: 'sitegen new' makes each kind of file with its fields."),
        N_("An empty file says nothing, and is most often one that was not saved."),
    ),
    Code(
        "FI003", "error",
        N_("there is no file '{file}'"),
        N_("Check the spelling; the file should stand beside this one."),
        N_("A page would offer a file that can't be fetched."),
    ),
    Code(
        "FI004", "error",
        N_("'{file}' is outside the site's folder"),
        N_("Copy the file beside this one and name it without any folders."),
        N_("Only what stands in the site's folder may be published, so that nothing else on the machine can slip out."),
    ),
    Code(
        "FI005", "error",
        N_("a file in this place belongs to nothing"),
        N_("Known places: {places}"),
        N_("The folder and the name tell what a file is. A file elsewhere would be skipped, and its writer would wait for it in vain."),
    ),
    Code(
        "FI006", "error",
        N_("the text has a control character ({character})"),
        N_("Remove it; it came along when the text was pasted."),
        N_("Characters that can't be seen break feeds and can hide text."),
    ),
    Code(
        "FI007", "error",
        N_("the name '{name}' can't be used in an address"),
        N_("Use letters a to z, digits and hyphens."),
        N_("A page's address is made of the names of its file and folders."),
    ),
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
        "TX001", "error",
        N_("an image has no text in place of it"),
        N_("Write what the image shows: ![A red bus at a stop](bus.jpg)"),
        N_("Who can't see the image hears this text instead. The law on digital services (306/2019) demands it."),
    ),
    Code(
        "TX002", "error",
        N_("the heading is of level {found}; here the deepest possible is {expected}"),
        N_("Write it with {expected} signs of # at most, and at least two."),
        N_("A page's title is its first level. Who listens to a page moves by its headings, and a level left out sounds like a part that is missing."),
    ),
    Code(
        "TX003", "error",
        N_("this item has two decisions"),
        N_("Keep one heading 'Päätös' at level 2; put earlier ones below 'Aikaisempi käsittely'."),
        N_("An item has one decision, and it is what feeds and lists show."),
    ),
    Code(
        "TX004", "error",
        N_("'{heading}' should be a plain heading of level 2"),
        N_("Write it as: ## {heading}"),
        N_("The known headings tell what was proposed and decided, and what may be shown before inspection. They are only recognised in one form."),
    ),
    Code(
        "TX005", "warning",
        N_("HTML in the text was changed to make it safe: {found}"),
        N_("Write it as Markdown."),
        N_("Scripts, styles and unknown elements are taken out of HTML in texts."),
    ),
    Code(
        "TX006", "error",
        N_("a mark of personal or secret text is not in its form"),
        N_("Write it as [the words]{{.personal}} within one paragraph."),
        N_("A mark in another spelling or place would leave on view what has to be hidden."),
    ),
    Code(
        "TX007", "error",
        N_("this kind of link is not allowed"),
        N_("Links begin with https:, http:, mailto:, tel: or /."),
        N_("Other links can run programs in the reader's browser, or lead where the reader doesn't expect."),
    ),
    Code(
        "TX008", "error",
        N_("page {page} comes after page {before}"),
        N_("Page marks rise: <!-- page: 7 --> comes after page 6."),
        N_("Each page of a document has an address of its own, so its number may stand once."),
    ),
    Code(
        "MI001", "warning",
        N_("§ {section} comes after § {before}"),
        N_("Check the numbers at the start of the file names, which put the items in order."),
        N_("Sections are numbered in the order in which they were handled."),
    ),
    Code(
        "MI002", "warning",
        N_("the case number {case} is one slip away from {other}"),
        N_("If they are one case, write {other}."),
        N_("A mistyped number makes a case of its own, and who follows the case doesn't see this step."),
    ),
    Code(
        "MI003", "error",
        N_("'appeal' is missing in published minutes"),
        N_("Add it; for this board and resolution most often: appeal: {{kind: {proposed}}}"),
        N_("Published minutes tell for each decision how it can be appealed, or that it can't be and why (Municipalities Act 140 and 141 §)."),
    ),
    Code(
        "MI004", "error",
        N_("an appeal of kind '{kind}' needs '{name}'"),
        N_("Add '{name}' to 'appeal'."),
        N_("A prohibition names its provision, an appeal under another Act its days, provision and authority, and 'none' its reason (Municipalities Act 141 §)."),
    ),
    Code(
        "MI005", "error",
        N_("the item has neither 'section' nor 'agenda'"),
        N_("Add 'section: 122' once it has a number, 'agenda: 3' before."),
        N_("The number is a part of the item's address."),
    ),
    Code(
        "MI006", "error",
        N_("secret or withheld text needs its ground"),
        N_("Add the provision: ground: JulkL 24.1 § 20 k"),
        N_("What is kept secret is kept secret by a provision of law, and the reader is told which."),
    ),
    Code(
        "MI007", "error",
        N_("secret content in a public source"),
        N_("Take the text out of this file. If the folder is private, set source = \"private\" in site.toml."),
        N_("In a public repository everybody can read the file before any page is made, and its history for ever after."),
    ),
    Code(
        "MI008", "error",
        N_("personal data needs 'personal_until'"),
        N_("Add the last day on which the name may be shown: personal_until: 2026-12-31"),
        N_("In news and documents no appeal time tells when personal data must go from the network (Municipalities Act 140 §)."),
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

CODES: dict[str, Code] = {code.name: code for code in _TABLE}


def without_allowed(faults: list[Diagnostic], allowed: dict[str, set[str]]) -> list[Diagnostic]:
    """Return *faults* without the warnings that a file allows; *allowed* holds codes by path."""
    return [fault for fault in faults if fault.code not in allowed.get(fault.path, ()) or is_error(fault)]
