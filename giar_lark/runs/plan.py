"""What a run is: which documents, by which version, in which configuration; and which part of them one machine does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from typing import Self

from giar_lark.containers.document import Document
from giar_lark.containers.documents import documents_in, whole_document
from giar_lark.containers.files import Found
from giar_lark.containers.reading import Reading
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, replace
from giar_lark.runs.inventory import Inventory, digest_of
from giar_lark.runs.part import form_of_lines
from giar_lark.stores.trouble import StoreError

# documents that are done together: fewer cost more for each, and of more are more lost when one of them ends a worker
CHUNK_DOCUMENTS = 64
_WORDS = {
    "version": Text("程序版本变了", "the program has another version"),
    "inputs": Text("要读取的文件变了", "the files to be read have changed"),
    "documents": Text("要读取的文件变了", "the files to be read have changed"),
    "configuration": Text("配置或选项变了", "the configuration or an option has changed"),
    "shard": Text("分片变了", "it is of another shard"),
    "form": Text("程序改过，做完的存法不同", "the program was changed, and keeps what is done in another form"),
    "chunk": Text("程序版本变了", "the program has another version"),
}


class Shard(NamedTuple):
    """One of so many equal stretches of all documents; `1/1` is all of them."""

    number: int
    of: int

    def __str__(self) -> str:
        """As users write it."""
        return f"{self.number}/{self.of}"

    def within(self, documents: int) -> range:
        """The documents that are its own, counted from 0. Put behind each other, all shards are the whole, in order."""
        return range(documents * (self.number - 1) // self.of, documents * self.number // self.of)


WHOLE = Shard(1, 1)


@dataclass(frozen=True, slots=True)
class Listed:
    """The files of a run, how many documents are in each, and whether it is one by itself, which need not be opened again."""

    files: tuple[Found, ...]
    counts: tuple[int, ...]
    whole: tuple[bool, ...]

    @property
    def documents(self) -> int:
        """How many there are in all."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A run, as far as it decides what comes out: two runs of equal plans write the same. All but the numbers are digests.

    `form` is that in which what is done is written down; plans of programs that did not say so have none.
    """

    version: str
    inputs: str
    configuration: str
    documents: int
    shard: str
    chunk: int
    form: str = ""

    @property
    def run(self) -> str:
        """What tells the run from others."""
        return digest_of([json.dumps(asdict(self))])[:16]

    @property
    def own(self) -> range:
        """The documents that are done here, counted from 0."""
        number, _, of = self.shard.partition("/")
        return Shard(int(number), int(of)).within(self.documents)

    @property
    def chunks(self) -> int:
        """How many chunks there are."""
        return -(-len(self.own) // self.chunk)

    def chunk_at(self, number: int) -> range:
        """The documents of a chunk, counted from 0 among all."""
        return self.own[number * self.chunk : (number + 1) * self.chunk]

    def difference(self, other: Plan) -> Text | None:
        """Why what was begun by another plan cannot be gone on with by this one; None where it can."""
        names = (field.name for field in fields(self))
        return next((_WORDS[name] for name in names if getattr(self, name) != getattr(other, name)), None)

    def has_other_files(self, other: Plan) -> bool:
        """Whether the two differ in nothing but their files."""
        return replace(self, inputs=other.inputs, documents=other.documents) == other

    def to_json(self) -> str:
        """The plan as text."""
        return json.dumps(asdict(self), indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Self | None:
        """The plan in a text; None where it is none of this program."""
        try:
            return cls(**json.loads(text))
        except (ValueError, TypeError):
            return None


def listed(files: Iterable[Found], reading: Reading) -> Listed:
    """The files with the number of documents in each. Archives are gone through once for it; nothing is read as a report.

    Raises: StoreError, where a store does not give an archive.
    """
    every: list[Found] = []
    counts: list[int] = []
    whole: list[bool] = []
    for found in files:
        count, is_whole = 0, False
        for document in listed_in(found, reading):
            count, is_whole = count + 1, document == whole_document(found, reading)
        every.append(found)
        counts.append(count)
        whole.append(is_whole)
    return Listed(tuple(every), tuple(counts), tuple(whole))


def listed_in(found: Found, reading: Reading) -> Iterator[Document]:
    """The documents in a file, to be read elsewhere.

    Raises: StoreError, where a store does not give it: nothing is said of documents that may be had another time.
    """
    for document in documents_in(found, reading, ahead=False):
        remark = document.remark
        if remark is not None and remark.passing:
            raise StoreError(document.path, remark.message, remark.help or remark.message)
        yield document


def plan_of(files: Inventory, configuration: Iterable[str], version: str, shard: Shard) -> Plan:
    """The plan for some files. `configuration` is all that decides what is said of them, in words of any kind."""
    return Plan(
        version=version,
        inputs=digest_of(files.to_lines()),
        configuration=digest_of(configuration),
        documents=files.documents,
        shard=str(shard),
        chunk=CHUNK_DOCUMENTS,
        form=digest_of(form_of_lines())[:16],
    )
