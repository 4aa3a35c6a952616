"""What the linter finds: personal data where they may not be (PD), what minutes lack (MI), and slips in texts and files.

Knows the words of these codes. Knows nothing of how such a fault is found.
"""

from __future__ import annotations

from sitegen.codes.code import N_, Code

LINTER = (
    Code(
        "PD001", "error",
        N_("a personal identity code stands here"),
        N_("Remove it, also from the history of a public repository. An example in a text is written with a wrong control character."),
        N_(
            "A personal identity code isn't entered in documents needlessly (Data Protection Act 1050/2018 29 §), and no page needs "
            "one: no mark of personal data lets it stand, not even for a while."
        ),
    ),
    Code(
        "PD002", "warning",
        N_("a private telephone number or e-mail address outside the contacts"),
        N_("Move it to 'contacts' or 'preparers', mark it [the words]{{.personal}}, or remove it."),
        N_(
            "Only personal data that are necessary may be in the network (Municipalities Act 140 §). A mobile number counts as private "
            "unless an official's title, an address at work or a list of whom to ask stands beside it; so does an e-mail address "
            "with a provider for everybody."
        ),
    ),
    Code(
        "PD003", "warning",
        N_("a birth date stands here"),
        N_("Remove it, or mark it [the words]{{.personal}} so that it goes on its day."),
        N_("A name and a birth date tell exactly who somebody is. Minutes seldom need both (Municipalities Act 140 §)."),
    ),
    Code(
        "PD004", "warning",
        N_("a bank account number stands here"),
        N_("Remove a private person's number, or mark it [the words]{{.personal}}; the organisation's own can be allowed with 'allow'."),
        N_("An account number is seldom necessary in published minutes (Municipalities Act 140 §), and can be misused."),
    ),
    Code(
        "PD005", "warning",
        N_("a name that is marked as personal elsewhere stands here without a mark"),
        N_("Mark it here too: [the words]{{.personal}}. In the name of a file nothing can be hidden: give the file another."),
        N_(
            "Only what is marked goes on its day (Municipalities Act 140 §). A name that is marked in one place of a file, or in the "
            "file that it translates, and not in another would stay on view."
        ),
    ),
    Code(
        "MI009", "warning",
        N_("the minutes are inspected, and no day says when they went on view"),
        N_("Add the day: published: 2026-06-07"),
        N_("Until then nothing decided is on view, and no time to appeal runs (Municipalities Act 140 §)."),
    ),
    Code(
        "MI010", "warning",
        N_("§ {missing} is missing before § {section}"),
        N_("Add the item. Of a secret matter, too, the minutes on view say that it was handled: 'publicity' with the level 'secret'."),
        N_(
            "All of the inspected minutes are on view (Municipalities Act 140 §), and their sections run without a gap. It is told where "
            "few numbers are missing, or where the numbers of two meetings prove that none is missing between them."
        ),
    ),
    Code(
        "MI011", "warning",
        N_("the heading doesn't say what the matter is about"),
        N_("Say it without what is secret: 'Claim for a revised decision on an appointment', 'Lease of premises, tenders'."),
        N_(
            "Also a matter that isn't public has a heading by which one can ask for more: only then can anyone use the right to "
            "information (Chancellor of Justice, OKV/231/1/2017)."
        ),
    ),
    Code(
        "MI012", "warning",
        N_("the council's decision isn't there {expected}"),
        N_("Translate it while the time to appeal runs: a file of the same name with the language before .md"),
        N_("A bilingual organisation's council has its minutes in Finnish and Swedish (Language Act 423/2003 29 §)."),
    ),
    Code(
        "MI013", "warning",
        N_("the votes don't add up: '{field}' has {found} for '{vote}', 'counts' has {counted}"),
        N_("Compare them with the minutes of the meeting."),
        N_("The minutes tell each member's position and the result, and both are the same vote (Municipalities Act 107 §)."),
    ),
    Code(
        "MI017", "warning",
        N_("the request for rectification goes to a body that nothing names"),
        N_("Name it, for example: appeal: {{kind: rectification, authority: Kunnanhallitus}}"),
        N_(
            "A request against an office-holder's decision goes to the body above (Municipalities Act 134 §), and the instructions "
            "say which that is. No other file tells it."
        ),
    ),
    Code(
        "MI018", "warning",
        N_("the meeting starts on {start}, and its folder is called {folder}"),
        N_("Call the folder by the day of the meeting, and give the old addresses in 'aliases'; 'moved_from' has the old time."),
        N_("Titles, references and lists tell the day of the folder: the decision would be cited by a day on which nobody met."),
    ),
    Code(
        "TX009", "warning",
        N_("the weekday doesn't fit: that day is a {expected}"),
        N_("Correct the weekday or the day."),
        N_("Who comes on the wrong day misses the meeting. Weekdays are checked where the year is written too."),
    ),
    Code(
        "FI009", "warning",
        N_("nobody who listens or searches can read this PDF: {problem}"),
        N_("Make it anew from the document itself, or have the text of the scanned pages recognised."),
        N_(
            "A scanned picture of a page has no text for a screen reader or a search. The Act on digital services (306/2019) demands "
            "that files are accessible. A build opens the PDFs of documents; 'sitegen check' opens those of attachments too."
        ),
    ),
    Code(
        "DO001", "warning",
        N_("this PDF holds a personal identity code"),
        N_("Take the code out of the document itself, and make the PDF anew. Text that is blackened over may still be in the file."),
        N_(
            "The paragraph is left out of what the page shows of the PDF, but whoever fetches the file can read it. A personal identity "
            "code isn't entered in documents needlessly (Data Protection Act 1050/2018 29 §)."
        ),
    ),
)
