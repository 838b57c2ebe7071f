"""What is known of a finding, and which findings of a file are new."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from giar_lark.findings import Finding
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.source.source import Source

_HASH_CHARS = 16
_NUMBER = lazy_pattern(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding that is known: by its rule and cell or anchor, which make its id, and by what stands there.

    No line is kept, for lines move, and of the text only a hash: it may be personal data.
    """

    code: str
    key: str
    id: str
    text_hash: str


class Split(NamedTuple):
    """The findings of a file that are new, and those that are known."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings of files, each file by its path from the folder of the baseline. A file may have none."""

    files: Mapping[str, frozenset[Known]]

    def split(self, path: str, source: Source, findings: Sequence[Finding]) -> Split:
        """The findings of a file in two, each part in order."""
        known = self.files.get(path, frozenset())
        is_known = [known_of(finding, source) in known for finding in findings]
        return Split(
            tuple(finding for finding, old in zip(findings, is_known, strict=True) if not old),
            tuple(finding for finding, old in zip(findings, is_known, strict=True) if old),
        )

    def still_in(self, found: Mapping[str, Collection[Known]]) -> Baseline:
        """What of it is still found; files that were not checked are gone."""
        return Baseline({path: self.files[path].intersection(found[path]) for path in self.files if path in found})

    @property
    def count(self) -> int:
        """How many findings are known."""
        return sum(map(len, self.files.values()))


def known_of(finding: Finding, source: Source) -> Known:
    """What is to be known of a finding.

    A number that changes makes it a new one: under the finding, at a second place, or in the sentence on another file.
    """
    parts = [_plain(part) for part in _about(finding, source)]
    digest = hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()
    return Known(code=finding.code, key=finding.key or "", id=finding.id, text_hash=digest[:_HASH_CHARS])


def all_known(findings: Iterable[Finding], source: Source) -> frozenset[Known]:
    """What is to be known of the findings of a file."""
    return frozenset(known_of(finding, source) for finding in findings)


def _about(finding: Finding, source: Source) -> Iterator[str]:
    for span in (finding.span, *(related.span for related in finding.related_here)):
        yield source.text[span.start : span.end]
    for _, message in finding.related_elsewhere:
        yield " ".join(_NUMBER.findall(message.zh))


def _plain(text: str) -> str:
    """A text without white space and with plain digits: layout is no change."""
    return "".join(unicodedata.normalize("NFKC", text).split())
