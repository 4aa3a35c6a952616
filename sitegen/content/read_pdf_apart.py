"""A PDF's text, read in a process of its own.

Knows what may happen to such a process: PDFium isn't safe for threads, and a file that makes it crash or go round in circles ends
that process, not the build. A build in which no PDF is new doesn't pay for loading it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec

from sitegen.content.pdf.lines import Leaves

# A report of 300 pages takes two.
SECONDS = 90
MOST_BYTES = 256 << 20

_decode = msgspec.msgpack.Decoder(Leaves).decode


def read_apart(file: Path, seconds: float = SECONDS) -> Leaves:
    """Return what can be read of the PDF *file*; never raises for anything in it.

    Its problem is ``huge`` where it has more than MOST_BYTES, too many pages, or takes longer than so many *seconds*.
    """
    try:
        if file.stat().st_size > MOST_BYTES:
            return Leaves(problem="huge")
        command = [sys.executable, "-P", "-m", "sitegen.content.read_pdf_lines", str(file.resolve())]
        return _decode(subprocess.check_output(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=seconds))
    except subprocess.TimeoutExpired:
        return Leaves(problem="huge")
    except (subprocess.CalledProcessError, msgspec.DecodeError, OSError):
        return Leaves(problem="broken")
