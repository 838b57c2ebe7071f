"""Where a document is written to: standard output, or a file in the format that is asked for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from giar_lark.cli.exits import usage_error
from giar_lark.cli.language import say
from giar_lark.cli.streams import write_text
from giar_lark.lean.records import dataclass

if TYPE_CHECKING:
    from giar_lark.write.document import Document

Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", show_default=False, help=say("写到文件", "write to a file")),
]


@dataclass(frozen=True, slots=True)
class Target:
    """A file, or standard output where there is none, and the name of a format."""

    path: Path | None
    format: str
    lang: str

    def write(self, document: Document) -> None:
        """Write a document. A file that is no text does not go to a terminal."""
        from giar_lark.write.formats import FORMATS

        form = FORMATS[self.format]
        data = form.encode(document)
        if self.path is not None:
            self._save(data)
        elif form.is_text:
            write_text(data.decode("utf-8"))
        elif sys.stdout.isatty():
            raise usage_error(say("DOCX 请用 -o 写到文件", "a DOCX goes to a file: -o FILE", self.lang))
        else:
            sys.stdout.buffer.write(data)

    def _save(self, data: bytes) -> None:
        assert self.path is not None
        try:
            self.path.write_bytes(data)
        except OSError as error:
            raise usage_error(f"{self.path}: {error.strerror}") from None
