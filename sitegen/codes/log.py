"""What can be wrong with the publication log (LG), and between it and the site.

Knows the words of these codes. Knows nothing of how such a fault is found.
"""

from __future__ import annotations

from sitegen.codes.code import N_, Code

LOG = (
    Code(
        "LG001", "error",
        N_("this line was changed, or doesn't follow the one before: from here on the log can't be trusted"),
        N_("Restore publications.jsonl from git (git log -- publications.jsonl shows each version), then run: sitegen log"),
        N_("Each line holds the digest of the one before: what was edited, moved or removed shows. Only 'sitegen log' writes there."),
    ),
    Code(
        "LG002", "error",
        N_("{address} was on view, and no page stands there any more"),
        N_("Give the page that has taken its place this address in 'aliases', or restore the file."),
        N_("Whoever has this address from a letter, an appeal or a feed must find the decision there, or a page that says where it is."),
    ),
    Code(
        "LG003", "warning",
        N_("this says that the minutes went on view on {published}; the publication log doesn't show {address} before {logged}"),
        N_("Correct the day, or allow this if the log was not run in time."),
        N_(
            "The time to appeal runs from the day on view (Municipalities Act 140 §); one that is too early cuts it short. Days "
            "before the log began aren't judged."
        ),
    ),
    Code(
        "LG004", "error",
        N_("this line of the publication log can't be read: {problem}"),
        N_("Restore publications.jsonl from git (git log -- publications.jsonl shows each version), then run: sitegen log"),
        N_("Each line is one JSON object that 'sitegen log' wrote. A line that can't be read proves nothing, nor do those after it."),
    ),
)  # fmt: skip
