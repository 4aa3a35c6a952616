"""Failures: what keeps the command from its work although the content may be in order.

Knows words, as English message ids. ``{reason}`` is the system's own.
"""

from __future__ import annotations

from sitegen.codes.code import N_, Code

_TABLE = (
    Code(
        "WR001", "error",
        N_("can't be written: {reason}"),
        N_("Make room, or give the user who builds leave to write here. Until then the old site stands."),
        N_("The disk is full or can only be read. All is written beside the site before any of it changes, so the old site stands whole."),
    ),
    Code(
        "WR002", "error",
        N_("the folder holds files that sitegen did not put there"),
        N_("Name another folder with --output, or empty this one."),
        N_("What a site doesn't have is removed from its folder, so a folder that isn't empty and not made by sitegen is left alone."),
    ),
    Code(
        "WR003", "error",
        N_("another build of this site is still running"),
        N_("Wait until it has ended, and build again."),
        N_("Two builds at once would write over each other's files. A build waits for another one, for a minute at most."),
    ),
    Code(
        "WR004", "error",
        N_("the site can't be written here: {reason}"),
        N_("Name another folder with --output."),
        N_("The site's folder may not lie over what it is made from (content/, templates/, static/), nor over what belongs to others."),
    ),
    Code(
        "WR005", "error",
        N_("two files of the site would be one file: {reason}"),
        N_("Rename one of the files that they are made from."),
        N_("Many disks don't tell capitals from small letters. There one file would take the other's place."),
    ),
    Code(
        "WR006", "error",
        N_("what was drawn can't be remembered: {reason}"),
        N_("Make room, or remove the folder: it is made anew."),
        N_("The folder .sitegen remembers what was drawn, so that the next build draws only what changed. It can be removed at any time."),
    ),
    Code(
        "WR007", "error",
        N_("a process that draws pages was ended from outside"),
        N_("Build again with fewer processes: --jobs 1. Until then the old site stands."),
        N_("Most often the machine ran out of memory, and its system ended the process."),
    ),
    Code(
        "WR008", "error",
        N_("the manifest can't be written: {reason}"),
        N_("Name another file with --manifest. The site itself was published."),
        N_("The manifest is written after the site. It lists each of its files and what that was made from."),
    ),
    Code(
        "PF001", "error",
        N_("no PDF can be made of this: {reason}"),
        N_("Put it in a simpler way, or set 'enabled = false' in the table [pdf] of site.toml. Until then the old site stands."),
        N_("Each item and each meeting is also published as a PDF that can be archived and read aloud (PDF/A-2a, PDF/UA-1)."),
    ),
    Code(
        "SV001", "error",
        N_("the search index can't be made: {reason}"),
        N_("Install sitegen anew here, or set 'enabled = false' in the table [search] of site.toml. Until then the old site stands."),
        N_("The index of the search is made by Pagefind, a program that is installed with sitegen and must fit the machine."),
    ),
    Code(
        "PB001", "error",
        N_("what is published is overdue: it should have changed on {day}"),
        N_("Build the site and publish it. A removal that the law demands may be late."),
        N_(
            "Pages change by themselves on certain days: personal data have to go when the time to appeal ends "
            "(Municipalities Act 140 §), notices expire. They do so only in a build of that day or later. Build and publish every night, "
            "and let 'sitegen check --published' ask the published site every morning whether that was done."
        ),
    ),
    Code(
        "PB002", "error",
        N_("what is published can't be judged: {reason}"),
        N_("Check the address or the folder: sitegen writes .well-known/sitegen.json into each site, and servers must give it."),
        N_(
            "A published site says in .well-known/sitegen.json on which day it should change next. "
            "Some hosts leave out folders that begin with a dot."
        ),
    ),
)  # fmt: skip
FAILURES: dict[str, Code] = {code.name: code for code in _TABLE}
