"""What can be wrong with settings and single files: CF, FM and FI.

Knows the words of these codes. Knows nothing of how such a fault is found.
"""

from __future__ import annotations

from sitegen.codes.code import N_, Code

FILES = (
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
        "CF006", "error",
        N_("there is no folder content/"),
        N_("Make it, or begin with 'sitegen new'; if it was there before, find out where it went."),
        N_("What no content names is removed from the site. A folder that has gone missing would empty it."),
    ),
    Code(
        "CF007", "warning",
        N_("'{name}' is missing, and the instructions on appeal need it"),
        N_("Add it to site.toml: without it the instructions don't say where an appeal is sent."),
        N_(
            "Instructions on appeal are attached to each decision (Municipalities Act 141 §). They are made of the organisation's "
            "data: the court's name and address, and the registry's address or e-mail address."
        ),
    ),
    Code(
        "CF008", "warning",
        N_("'{name}' is missing, and the accessibility statement needs it"),
        N_("Add it to site.toml: the statement says where to give feedback, and when it was drawn up."),
        N_(
            "A site of the public sector has an accessibility statement that says how far it conforms, what isn't accessible, where to "
            "give feedback, and when it was drawn up (Act on the provision of digital services 306/2019 9 §)."
        ),
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
        "FM011", "error",
        N_("the front matter ends too early: the field '{name}' stands below it"),
        N_("Remove the line of hyphens above it; what is meant as text is written as code, or begins with a capital letter."),
        N_(
            "The second line of hyphens ends the front matter. What stands below it is text: it would be published, and a day, a mark "
            "of secrecy or of personal data among it would count for nothing."
        ),
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
        N_("Use letters a to z, digits and hyphens, at most 200."),
        N_("A page's address is made of the names of its file and folders."),
    ),
    Code(
        "FI008", "error",
        N_("the file can't be read: {problem}"),
        N_("Check its permissions, and that it is a file of this folder and not a link."),
        N_("A file that can't be read would be missing from the site without a word."),
    ),
    Code(
        "FI010", "error",
        N_("this file is the same as one that is kept back in '{other}'"),
        N_("Remove it, or keep it back too: 'public: false' or 'personal: true' on the attachment. If it may be public, let both be."),
        N_(
            "Byte for byte the same file is there as an attachment that is secret, isn't public or holds personal data. Under another name "
            "it would be published, or would stay after the day on which the other goes."
        ),
    ),
)
