"""The groups of fields that stand within others: contacts, votes, attachments and their like.

Knows their fields and nothing of the files that hold them.
"""

from __future__ import annotations

from sitegen.content.fields import Choice, Clock, Day, Flag, Many, Name, Number, Pattern, Person, Text
from sitegen.content.groups import Field, Group
from sitegen.diagnostics import N_
from sitegen.model import parts

SECTION = Pattern(r"[1-9][0-9]{0,4}[a-z]?", N_("a section number (122 or 122a)"), "122")

ALLOWANCE = Group(
    parts.Allowance,
    Field("code", Name("MI001"), N_("The warning's code."), required=True),
    Field("reason", Text(), N_("Why the warning may stand."), required=True),
)
CONTACT = Group(
    parts.Contact,
    Field("name", Text("Maija Esimerkki"), N_("The person's name."), words=True),
    Field("role", Text("suunnittelija"), N_("Title or task."), words=True),
    Field("email", Name("maija.esimerkki@maakunta.example"), N_("E-mail address.")),
    Field("phone", Name("029 000 0123"), N_("Telephone number.")),
    Field("personal", Flag(), N_("The contact is a private person, whose data go on their day.")),
)
PERSON = Person(CONTACT)
LINK = Group(
    parts.Link,
    Field("title", Text(), N_("The words of the link."), required=True),
    Field("url", Name("https://www.maakunta.example/"), N_("Where it leads."), required=True),
)
IMAGE = Group(
    parts.Image,
    Field("file", Name("kuva.jpg"), N_("The picture, beside this file."), required=True),
    Field("alt", Text(), N_("What the picture shows, for who can't see it."), required=True, words=True),
    Field("caption", Text(), N_("The words below the picture."), words=True),
    Field("credit", Text(), N_("Who made the picture.")),
)
PARTICIPATE = Group(
    parts.Participate,
    Field("until", Day(), N_("The last day on which one can take part.")),
    Field("how", Text(), N_("How to take part."), words=True),
)
SITTING = Group(
    parts.Sitting,
    Field("board", Name("maakuntahallitus"), N_("The board that decides: its folder's name."), required=True),
    Field("date", Day(), N_("The day of its meeting."), required=True),
)
MEMBER = Group(
    parts.Member,
    Field("name", Text("Maija Esimerkki"), N_("The member's name."), required=True),
    Field("role", Text("puheenjohtaja"), N_("Chair, deputy chair, member, substitute."), words=True),
    Field("group", Text(), N_("The council group."), words=True),
    Field("substitute_for", Text(), N_("Whose personal substitute this is.")),
    Field("since", Day(), N_("The first day in the board.")),
    Field("until", Day(), N_("The last day in the board.")),
)
PRESENCE = Group(
    parts.Presence,
    Field("name", Text("Maija Esimerkki"), N_("The name."), required=True),
    Field("role", Text("jäsen"), N_("In which capacity."), words=True),
    Field("group", Text(), N_("The council group."), words=True),
    Field("present", Flag(), N_("Whether the person was there; true unless said.")),
    Field("arrived", Clock(), N_("When the person came, if later than the start.")),
    Field("arrived_section", SECTION, N_("The first section that the person was there for.")),
    Field("left", Clock(), N_("When the person left, if before the end.")),
    Field("left_section", SECTION, N_("The last section that the person was there for.")),
    Field("substitute_for", Text(), N_("Whose place the person took.")),
)
TALLY = Group(
    parts.Tally,
    Field("name", Text(), N_("The group, in a count by group.")),
    Field("yes", Number(), N_("How many voted yes.")),
    Field("no", Number(), N_("How many voted no.")),
    Field("abstained", Number(), N_("How many abstained.")),
    Field("absent", Number(), N_("How many were absent.")),
)
BALLOT = Group(
    parts.Ballot,
    Field("name", Text("Maija Esimerkki"), N_("Who voted."), required=True),
    Field("vote", Choice("yes", "no", "abstained", "absent"), N_("How."), required=True),
    Field("group", Text(), N_("The council group.")),
)
VOTE = Group(
    parts.Vote,
    Field("motion", Text(), N_("What was voted on."), words=True),
    Field("manner", Text("nimenhuuto"), N_("How the vote was taken."), words=True),
    Field("yes", Text(), N_("What yes meant."), words=True),
    Field("no", Text(), N_("What no meant."), words=True),
    Field("counts", TALLY, N_("How the vote went.")),
    Field("by_group", Many(TALLY), N_("How each council group voted.")),
    Field("by_name", Many(BALLOT), N_("How each member voted.")),
)
CANDIDATE = Group(
    parts.Candidate,
    Field("name", Text("Maija Esimerkki"), N_("Who was a candidate."), required=True),
    Field("group", Text(), N_("The council group, or who put the candidate up.")),
    Field("votes", Number(), N_("How many votes the candidate got.")),
    Field("elected", Flag(), N_("Whether the candidate was elected; false unless said.")),
    Field("substitute_for", Text(), N_("Whose personal substitute was elected.")),
)
ELECTION = Group(
    parts.Election,
    Field("post", Text("tarkastuslautakunnan jäsen"), N_("What was voted on: a post or a seat."), required=True, words=True),
    Field("manner", Text("suljettu lippuäänestys"), N_("How it was held: by lot, by ballot, unanimously."), words=True),
    Field("candidates", Many(CANDIDATE), N_("Who stood for it, and who was elected.")),
    Field("blank", Number(), N_("How many ballots were blank.")),
)
DISQUALIFIED = Group(
    parts.Disqualified,
    Field("name", Text("Maija Esimerkki"), N_("Who was disqualified."), required=True),
    Field("ground", Text("HL 28.1 § 1 k"), N_("Why."), words=True),
)
DISSENT = Group(
    parts.Dissent,
    Field("name", Text("Maija Esimerkki"), N_("Who dissented."), required=True),
    Field("text", Text(), N_("The dissenting opinion."), words=True),
)
APPEAL = Group(
    parts.Appeal,
    Field("kind", Choice("rectification", "municipal-appeal", "other", "prohibited", "none"), N_("The remedy."), required=True),
    Field("days", Number(), N_("Days to appeal, where another Act sets them.")),
    Field("provision", Text("Kuntalaki 410/2015 136 §"), N_("The provision that the remedy or the prohibition rests on."), words=True),
    Field("authority", Text(), N_("To whom one appeals, where another Act sets it."), words=True),
    Field("reason", Text(), N_("Why there is no appeal."), words=True),
)
PUBLICITY = Group(
    parts.Publicity,
    Field("level", Choice("public", "partial", "secret"), N_("How much of the item is public.")),
    Field("ground", Text("JulkL 24.1 § 20 k"), N_("The provision by which the rest is not."), words=True),
)
ATTACHMENT = Group(
    parts.Attachment,
    Field("title", Text(), N_("What the attachment is called."), words=True),
    Field("file", Name("liite-1.pdf"), N_("The file, beside this one.")),
    Field("document", Name("tilinpaatos-2025"), N_("A document of this site, by its folder's name.")),
    Field("number", Text("1"), N_("The attachment's number.")),
    Field("kind", Text("Liite"), N_("Attachment, supporting material."), words=True),
    Field("lang", Pattern(r"[a-z]{2,3}", N_("a language (fi, sv, en)"), "sv"), N_("The attachment's language.")),
    Field("public", Flag(), N_("Whether it is public; true unless said.")),
    Field("ground", Text("JulkL 24.1 § 20 k"), N_("The provision by which it is not public."), words=True),
    Field("personal", Flag(), N_("It holds personal data, and goes on their day.")),
)
HANDLING = Group(
    parts.Handling,
    Field("board", Text("Maakuntahallitus"), N_("The board, in words."), required=True),
    Field("date", Day(), N_("The day."), required=True),
    Field("section", Text("122"), N_("The section.")),
)
NOTE = Group(
    parts.Note,
    Field("date", Day(), N_("The day."), required=True),
    Field("text", Text(), N_("What it says."), required=True, words=True),
)
WITHDRAWAL = Group(
    parts.Withdrawal,
    Field("date", Day(), N_("The day."), required=True),
    Field("reason", Text(), N_("Why, as the public is told."), required=True, words=True),
)
