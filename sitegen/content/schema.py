"""The fields of each kind of file: one table that validates, explains and is the manual.

Knows the kinds of files and their fields. Knows nothing of where files stand or what is made of them.
"""

from __future__ import annotations

from sitegen.content import parts
from sitegen.content.fields import Choice, Day, Flag, Many, Moment, Name, Pattern, Text
from sitegen.content.groups import Field, Group
from sitegen.diagnostics import N_
from sitegen.model import facts

SLUG = Pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*", N_("letters a to z, digits and hyphens"), "tie-suljettu")
AGENDA = Pattern(r"[1-9][0-9]{0,3}", N_("a whole number"), "3")
LANG = Pattern(r"[a-z]{2,3}", N_("a language (fi, sv, en)"), "sv")
ADDRESS = Pattern(r"/[^\s?#\\{}\[\]]*", N_("an address of this site (/uutiset/2018/tie/)"), "/vanha/osoite/")

TITLE = Field("title", Text("Tie suljettu"), N_("What the page is called."), required=True, words=True)
TOPIC = Pattern(SLUG.pattern.pattern, SLUG.expected, "joukkoliikenne")
TOPICS = Field("topics", Many(TOPIC), N_("Topics, by the slugs of site.toml."))
CASES = Field("cases", Many(Name("70/00.00.00/2018")), N_("Numbers of the cases that this belongs to."))
PERSONAL_UNTIL = Field("personal_until", Day(), N_("The last day on which personal data are shown."))
WITHDRAWN = Field("withdrawn", parts.WITHDRAWAL, N_("It was taken off the site; its page says when and why."), words=True)
LANGUAGE = Field("lang", LANG, N_("The text's language, where it isn't the site's first."), hidden=True)
COMMON = (
    Field("aliases", Many(ADDRESS), N_("Earlier addresses, which lead on to this page.")),
    Field("allow", Many(parts.ALLOWANCE), N_("Warnings that may stand, each with its reason.")),
)

NEWS = Group(
    facts.News,
    TITLE,
    Field("date", Moment(), N_("The day of publication, as printed."), required=True),
    Field("kind", Text("Uutinen"), N_("What it is: news, announcement, report."), words=True),
    Field("subtitle", Text(), N_("A second title."), words=True),
    Field("lead", Text(), N_("The first paragraph, which lists show too."), words=True),
    Field("slug", SLUG, N_("The last part of the address; else the file's name.")),
    TOPICS,
    CASES,
    LANGUAGE,
    Field("updated", Day(), N_("The day of the last change of substance.")),
    Field("draft", Flag(), N_("Not published before this is removed.")),
    Field("publish_at", Moment(), N_("The day from which the page is on the site.")),
    Field("expires", Day(), N_("The first day on which the page is gone.")),
    Field("archived", Flag(), N_("The page says that it may be out of date.")),
    Field("image", parts.IMAGE, N_("A picture.")),
    Field("contacts", Many(parts.CONTACT), N_("Whom to ask."), words=True),
    Field("links", Many(parts.LINK), N_("Links to other sites."), words=True),
    Field("related", Many(Name("tie-suljettu")), N_("Other news, by slug or year/slug.")),
    Field("participate", parts.PARTICIPATE, N_("How to take part."), words=True),
    Field("decision", parts.SITTING, N_("Where and when the matter is decided.")),
    Field("comments", Flag(), N_("Readers may comment.")),
    PERSONAL_UNTIL,
    WITHDRAWN,
    *COMMON,
)
BOARD = Group(
    facts.Board,
    Field("name", Text("Maakuntahallitus"), N_("The board's name."), required=True, words=True, attribute="title"),
    Field("abbreviation", Text("MHS"), N_("The abbreviation used before a section."), words=True),
    Field("kind", Choice("council", "executive", "committee", "section", "office", "other"), N_("What kind of board it is.")),
    Field("members", Many(parts.MEMBER), N_("Its members and substitutes."), words=True),
    Field("contacts", Many(parts.CONTACT), N_("Whom to ask."), words=True),
    Field("since", Day(), N_("The first day of the board.")),
    Field("until", Day(), N_("The last day of the board.")),
    Field("formerly", Text(), N_("What it was called before."), words=True),
    Field("successor", Name("maakuntavaltuusto"), N_("The board that went on with its work.")),
    LANGUAGE,
    PERSONAL_UNTIL,
    *COMMON,
)
MEETING = Group(
    facts.Meeting,
    Field("title", Text(), N_("A name of its own, where the meeting has one."), words=True),
    Field("board", Name("maakuntahallitus"), N_("The board; the path says it already.")),
    Field("date", Day(), N_("The day; the path says it already.")),
    Field("start", Moment(), N_("When it starts.")),
    Field("number", Text("10/2018"), N_("The meeting's number.")),
    Field("end", Moment(), N_("When it ended.")),
    Field("breaks", Many(Text("klo 10.15–10.30")), N_("Breaks."), words=True),
    Field("place", Text(), N_("Where it is held."), words=True),
    Field("manner", Text("sähköinen kokous"), N_("How it is held."), words=True),
    Field("status", Choice("planned", "agenda", "minutes", "approved", "cancelled"), N_("How far it has come.")),
    Field("inspected", Day(), N_("The day on which the minutes were inspected.")),
    Field("published", Day(), N_("The day on which the inspected minutes went on view.")),
    Field("moved_from", Moment(), N_("When it should have been.")),
    Field("chair", Text(), N_("Who was in the chair.")),
    Field("secretary", Text(), N_("Who kept the minutes.")),
    Field("inspectors", Many(Text("Maija Esimerkki")), N_("Who inspected the minutes.")),
    Field("quorum", Text(), N_("How the meeting was found lawful and quorate."), words=True),
    Field("attendance", Many(parts.PRESENCE), N_("Who was there."), words=True),
    Field("attachments", Many(parts.ATTACHMENT), N_("Files of the whole meeting."), words=True),
    Field("show_uninspected", Flag(), N_("Decisions are shown, marked, before the inspection.")),
    LANGUAGE,
    *COMMON,
)
ITEM = Group(
    facts.Item,
    TITLE,
    Field("section", parts.SECTION, N_("The section (pykälä) once the matter has been handled.")),
    Field("agenda", AGENDA, N_("The number on the agenda, before it has a section.")),
    Field("board", Name("maakuntahallitus"), N_("The board; the path says it already.")),
    Field("date", Day(), N_("The day of the meeting; the path says it already.")),
    Field("case", Name("70/00.00.00/2018"), N_("The case number, as printed.")),
    Field("plain", Text(), N_("What was decided, in plain words."), words=True),
    Field("summary", Text(), N_("What it is about, for lists."), words=True),
    TOPICS,
    Field("proposer", Text("Maakuntajohtaja"), N_("Whose proposal it was."), words=True),
    Field("presenter", Many(parts.PERSON), N_("Who presented the matter."), words=True),
    Field("responsible", Many(parts.PERSON), N_("Who is responsible for it."), words=True),
    Field("preparers", Many(parts.PERSON), N_("Who prepared it."), words=True),
    Field(
        "resolution",
        Choice("approved", "approved-modified", "rejected", "noted", "tabled", "returned", "removed", "elected"),
        N_("How it ended."),
    ),
    Field("votes", Many(parts.VOTE), N_("The votes."), words=True),
    Field("elections", Many(parts.ELECTION), N_("How elections went."), words=True),
    Field("disqualified", Many(parts.DISQUALIFIED), N_("Who was disqualified."), words=True),
    Field("dissent", Many(parts.DISSENT), N_("Dissenting opinions."), words=True),
    Field("appeal", parts.APPEAL, N_("How the decision is appealed."), words=True),
    Field("publicity", parts.PUBLICITY, N_("How much of it is public.")),
    Field("attachments", Many(parts.ATTACHMENT), N_("Its attachments."), words=True),
    Field("history", Many(parts.HANDLING), N_("Earlier handlings that are not on this site.")),
    Field("corrections", Many(parts.NOTE), N_("Corrections after publication."), words=True),
    PERSONAL_UNTIL,
    WITHDRAWN,
    Field("published", Day(), N_("The day on which it went on view, where it was inspected at once.")),
    Field("id", Name(), N_("Stands in for board, day and number in the feed, where one of them had to be corrected.")),
    LANGUAGE,
    *COMMON,
)
DOCUMENT = Group(
    facts.Document,
    TITLE,
    Field("date", Day(), N_("The document's day.")),
    Field("file", Name("loppuraportti.pdf"), N_("The file, beside this one. Where there is no text below, a PDF's is read from it.")),
    TOPICS,
    CASES,
    Field("authors", Many(Text("Maija Esimerkki")), N_("Who wrote it.")),
    LANGUAGE,
    PERSONAL_UNTIL,
    WITHDRAWN,
    *COMMON,
)
PAGE = Group(
    facts.Page,
    TITLE,
    Field("lead", Text(), N_("The first paragraph."), words=True),
    Field("updated", Day(), N_("The day of the last change of substance.")),
    Field("in_menu", Flag(), N_("The page stands in the menu.")),
    LANGUAGE,
    PERSONAL_UNTIL,
    *COMMON,
)
CASE = Group(
    facts.Case,
    TITLE,
    Field("next", Text(), N_("What comes next in the matter."), words=True),
    TOPICS,
    Field("court", Many(parts.NOTE), N_("How a court decided."), words=True),
    LANGUAGE,
    PERSONAL_UNTIL,
    *COMMON,
)
COMMENT = Group(
    facts.Comment,
    Field("name", Text("Maija Esimerkki"), N_("The commenter's name, as shown: a pseudonym does."), required=True, attribute="author"),
    Field("date", Moment(), N_("When the comment came."), required=True),
    LANGUAGE,
    PERSONAL_UNTIL,
    Field("allow", Many(parts.ALLOWANCE), N_("Warnings that may stand, each with its reason.")),
)

KINDS: dict[str, Group] = {
    "news": NEWS,
    "board": BOARD,
    "meeting": MEETING,
    "item": ITEM,
    "document": DOCUMENT,
    "page": PAGE,
    "case": CASE,
    "comment": COMMENT,
}
