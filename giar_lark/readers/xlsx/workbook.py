"""A workbook to its sheets: what they are called, which are shown, and what their cells refer to (ECMA-376, 12.3)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.readers.package import Package, Unfit, damaged
from giar_lark.readers.xlsx.elements import attribute, child, children, local
from giar_lark.readers.xlsx.formats import Format, formats_of

_MAIN = "xl/workbook.xml"
# a report has some thousand cells; what is far larger is not read into memory
_MOST_PART_BYTES = 24 << 20
_CONTROL = lazy_pattern(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: its name, whether it is hidden, and its cells and all that belongs to them as XML."""

    name: str
    hidden: bool
    root: Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """What all sheets share."""

    texts: Sequence[str]
    formats: Sequence[Format]
    from_1904: bool


def opened(package: Package) -> tuple[Workbook, Iterator[Sheet]]:
    """What the sheets of a workbook share, and the sheets in their order; sheets that are drawings alone are left out.

    Raises: Unfit.
    """
    main = next((target for kind, target in _relations(package, "").values() if kind == "officeDocument"), _MAIN)
    root, relations = _xml(package, main), _relations(package, main)
    by_kind = {kind: target for kind, target in relations.values()}
    settings = child(root, "workbookPr")
    workbook = Workbook(
        texts=_texts(package, by_kind.get("sharedStrings")),
        formats=formats_of(_xml(package, styles)) if (styles := by_kind.get("styles")) else (),
        from_1904=settings is not None and attribute(settings, "date1904") in ("1", "true"),
    )
    return workbook, _sheets(package, root, relations)


def _sheets(package: Package, root: Element, relations: Mapping[str, tuple[str, str]]) -> Iterator[Sheet]:
    for sheet in children(child(root, "sheets"), "sheet"):
        identity = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        kind, path = relations.get(identity, ("", ""))
        if kind == "worksheet":
            hidden = attribute(sheet, "state") in ("hidden", "veryHidden")
            yield Sheet(name=attribute(sheet, "name"), hidden=hidden, root=_xml(package, path))


def _relations(package: Package, part: str) -> Mapping[str, tuple[str, str]]:
    """The relations of a part: identity to kind and the path of the other part."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in package.names:
        return {}
    found = {}
    for one in children(_xml(package, path), "Relationship"):
        target = attribute(one, "Target")
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[attribute(one, "Id")] = (attribute(one, "Type").rpartition("/")[2], target)
    return found


def _xml(package: Package, path: str) -> Element:
    if path not in package.names:
        raise damaged()
    if package.archive.getinfo(path).file_size > _MOST_PART_BYTES:
        most = _MOST_PART_BYTES >> 20
        raise Unfit(
            "RD-10",
            Text(f"工作表超过 {most} MB，没有读取", f"a sheet has more than {most} MB and was not read"),
            Text("一份报告存一个文件，删去无关的工作表", "one report a file; delete sheets that are none of it"),
        )
    return package.xml(path)


def _texts(package: Package, path: str | None) -> Sequence[str]:
    return [text_of(item) for item in children(_xml(package, path), "si")] if path else ()


def text_of(item: Element) -> str:
    """The words of a shared or inline string; how they are to be pronounced is no part of them."""
    words = (run.text or "" for part in item if local(part) != "rPh" for run in part.iter() if local(run) == "t")
    return _CONTROL.sub(lambda found: chr(int(found[1], 16)), "".join(words))
