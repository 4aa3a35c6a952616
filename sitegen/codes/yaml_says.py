"""What YAML's reader says of the slips that people make most often, so that it is said in their language.

Knows libyaml's words. Must not know the slips: front matter is read elsewhere, and what isn't here is told in English.
"""

from __future__ import annotations

from sitegen.codes.code import N_

PROBLEMS = (
    N_("mapping values are not allowed in this context"),
    N_("block sequence entries are not allowed in this context"),
    N_("could not find expected ':'"),
    N_("did not find expected ',' or ']'"),
    N_("did not find expected ',' or '}'"),
    N_("did not find expected '-' indicator"),
    N_("did not find expected <document start>"),
    N_("did not find expected key"),
    N_("did not find expected node content"),
    N_("found a tab character that violates indentation"),
    N_("found character that cannot start any token"),
    N_("found undefined alias"),
    N_("found unexpected end of stream"),
    N_("found unknown escape character"),
    N_("too many levels"),
)
