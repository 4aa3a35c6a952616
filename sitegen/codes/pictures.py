"""What can be wrong with pictures (IM) and with readers' comments (CO).

Knows the words of these codes. Knows nothing of how such a fault is found.
"""

from __future__ import annotations

from sitegen.codes.code import N_, Code

PICTURES = (
    Code(
        "IM001", "error",
        N_("the picture '{file}' can't be shown: {problem}"),
        N_("Open it in an image editor and save it as JPEG or PNG."),
        N_("Browsers show JPEG, PNG, WebP, AVIF, GIF and SVG. A picture in another format, or a damaged one, would be a hole in the page."),
    ),
    Code(
        "IM002", "error",
        N_("the picture '{file}' has more than {most} million pixels"),
        N_("Make it smaller in an image editor; 3,000 pixels in width are enough for any screen."),
        N_("A file of a few bytes can claim to be a picture that fills all memory. No page needs one of this size."),
    ),
    Code(
        "IM003", "warning",
        N_("the picture '{file}' moves; only its beginning is shown"),
        N_("Show a still picture, or offer the moving one as a link to a film."),
        N_("What moves by itself must have a way to stop it (WCAG 2.2.2), which such a picture has not."),
    ),
    Code(
        "IM004", "error",
        N_("'{file}' can't be published beside a page: {problem}"),
        N_("Save a drawing as plain SVG, without scripts and with its pictures in it, or as PNG; a text as PDF."),
        N_(
            "Such a file stands at an address of the site: a script in it could do in a reader's browser whatever the site's own "
            "pages may, and what it fetches would tell others who reads it. What stands in static/ is the site's own affair."
        ),
    ),
    Code(
        "CO001", "error",
        N_("there is no news item '{name}' that this could be a comment on"),
        N_("Did you mean '{nearest}'? The folder in content/comments/ is called by the item's slug, or year/slug."),
        N_("A comment stands in a folder that names the news item. Without one it would be shown nowhere."),
    ),
    Code(
        "CO002", "error",
        N_("there is more than one news item '{name}'"),
        N_("Name the year too: content/comments/{nearest}/."),
        N_("Where two news items share a slug, a comment could come to stand below the wrong one."),
    ),
    Code(
        "CO003", "error",
        N_("the comment says nothing"),
        N_("Write its text below the front matter."),
        N_("A comment is its text, with the name and the day in front matter."),
    ),
)
