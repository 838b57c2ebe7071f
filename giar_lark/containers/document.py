"""A document among others: where it is, and how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giar_lark.lean.records import dataclass, field, replace
from giar_lark.readers.limits import DEFAULT, Limits
from giar_lark.readers.opening import read_file, unopened
from giar_lark.readers.read import read_bytes
from giar_lark.source.source import Remark, Source

if TYPE_CHECKING:
    from giar_lark.stores.fetching import Coming
    from giar_lark.stores.held import Held


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document by its path: `年报.docx`, `archive.zip!/dir/年报.docx`, `file.jsonl!/12`, `pages.warc.gz!/https://…`.

    `file` is the file that it is, or is in, on disk or as it is `held` in a store. `order` sorts documents of all files. A
    document out of a container has its bytes with it, and a file is read when it is asked for. It is plain data: it may be
    handed to another process. `remark` says why it cannot be read.
    """

    path: str
    file: str
    order: tuple[str, ...]
    data: bytes | None = None
    remark: Remark | None = None
    limits: Limits = DEFAULT
    held: Held | Coming | None = field(default=None, repr=False)

    @property
    def is_inside(self) -> bool:
        """Whether it is a part of a file: it cannot be written back."""
        return self.path != self.file

    @property
    def is_enclosed(self) -> bool:
        """Whether nothing is written back: it is inside a file, or in a store."""
        return self.is_inside or self.held is not None

    def read(self) -> Source:
        """The source. Never raises: what cannot be read is a source without text whose remark says why."""
        loaded = self.loaded()
        remark = loaded.remark
        if remark is None and self.held is not None:
            from giar_lark.containers.miscalled import miscalled

            remark = miscalled(loaded.data or b"", self.path)
        if remark is not None:
            return self._refused(remark)
        source = read_bytes(loaded.data or b"", self.path, self.limits)
        return replace(source, enclosed=True) if self.is_enclosed else source

    def loaded(self) -> Document:
        """The same with its bytes, one more at most than it may have, or with what keeps it from being read."""
        if self.remark is not None or self.data is not None:
            return self
        try:
            most = self.limits.file_bytes + 1
            return replace(self, data=read_file(self.file, most) if self.held is None else self.held.read(most))
        except OSError as error:
            return replace(self, remark=unopened(error))

    def _refused(self, remark: Remark) -> Source:
        return Source("", self.path, "file", binary=True, remarks=(remark,))
