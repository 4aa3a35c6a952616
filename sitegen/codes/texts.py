"""What can be wrong in texts (TX) and in minutes and their items (MI).

Knows the words of these codes. Knows nothing of how such a fault is found.
"""

from __future__ import annotations

from sitegen.codes.code import N_, Code

TEXTS = (
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
        N_(
            "A page's title is its first level. Who listens to a page moves by its headings, "
            "and a level left out sounds like a part that is missing."
        ),
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
        N_(
            "The known headings tell what was proposed and decided, and what may be shown "
            "before inspection. They are only recognised in one form."
        ),
    ),
    Code(
        "TX005", "warning",
        N_("HTML in the text was changed to make it safe: {found}"),
        N_("Write it as Markdown."),
        N_("Scripts, styles and unknown elements are taken out of HTML in texts."),
    ),
    Code(
        "TX006", "error",
        N_("a mark of personal or secret text is not in its form or place"),
        N_("Write it as [the words]{{.personal}} within one paragraph; a contact or an attachment is marked by personal: true."),
        N_(
            "A mark in another spelling or place would leave on view what has to be hidden. In fields of which addresses and links are "
            "made (file, case, e-mail, telephone …) nothing can be hidden."
        ),
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
        N_(
            "Published minutes tell for each decision how it can be appealed, or that it "
            "can't be and why (Municipalities Act 140 and 141 §)."
        ),
    ),
    Code(
        "MI004", "error",
        N_("an appeal of kind '{kind}' needs '{name}'"),
        N_("Add '{name}' to 'appeal'."),
        N_(
            "A prohibition names its provision, an appeal under another Act its days, provision and "
            "authority, and 'none' its reason (Municipalities Act 141 §)."
        ),
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
        N_(
            "A forge (GitHub, GitLab and the like) shows each file of a public repository to everybody the moment it is pushed, "
            "before any build could hide a word of it, and keeps every earlier version in the repository's history: taking the words "
            "out of the newest one is not enough. Keep the source in a private repository and publish only the output: there secret "
            "words may stand, and no page has them. What was pushed to a public one has to be held for disclosed; have it taken out of "
            "the history too."
        ),
    ),
    Code(
        "MI008", "error",
        N_("personal data needs 'personal_until'"),
        N_("Add the last day on which the name may be shown: personal_until: 2026-12-31 (a translation has that of its original)."),
        N_(
            "Outside minutes no appeal time tells when personal data must go from the network (Municipalities Act 140 §): "
            "news, documents, boards, cases and plain pages say it themselves."
        ),
    ),
    Code(
        "MI014", "warning",
        N_("who was there doesn't add up: {problem}"),
        N_("Check the name and the section against the minutes. Who left and came back has a line for each time."),
        N_(
            "The page of each item tells who was there while it was handled (Municipalities Act 107 §). That follows from the meeting's "
            "attendance and the item's 'disqualified', and can't be told of an item where the two don't fit."
        ),
    ),
    Code(
        "MI015", "error",
        N_("a ground of secrecy stands where everything is public"),
        N_("Add what it is the ground of: level: secret or partial for an item, public: false for an attachment. Else remove it."),
        N_(
            "Whoever names a provision by which something isn't public means to withhold it. Without the level, or without public: false, "
            "all of it would be published."
        ),
    ),
    Code(
        "MI016", "error",
        N_("a document of this site can't be attached as one that isn't public"),
        N_("Remove 'document', and take the document out of content/documents/; or remove 'public: false'."),
        N_(
            "Each document below content/documents/ has a page of its own, where everybody can read it. An attachment that isn't public "
            "has no more than title and ground here; its file, if it has to be in a private source, stands beside the item."
        ),
    ),
)
