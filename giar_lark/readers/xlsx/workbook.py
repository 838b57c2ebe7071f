"""A workbook to its sheets: what they are called, which are shown, and what their cells refer to (ECMA-376, 12.3)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.readers.package import Package, Unfit, damaged
from giar_lark.readers.xlsx.built_in import BUILT_IN

_MAIN = "xl/workbook.xml"
# a report has some thousand cells; what is far larger is not read into memory
_MOST_PART_BYTES = 24 << 20
_CONTROL = lazy_pattern(r"_x([0-9A-Fa-f]{4})_")
_EDGES = ("left", "right", "top", "bottom")


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How a cell is shown: the number format, and whether lines are drawn around it."""

    code: str = ""
    framed: bool = False


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


def local(element: Element) -> str:
    """The name of an element without its namespace, of which there are two for the same: transitional and strict."""
    return element.tag.rpartition("}")[2]


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of a name."""
    return (child for child in (element if element is not None else ()) if local(child) == name)


def child(element: Element | None, name: str) -> Element | None:
    """The first child of a name."""
    return next(children(element, name), None)


def attribute(element: Element, name: str) -> str:
    """An attribute, whatever its namespace; empty where it is not there."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


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
        formats=_formats(package, by_kind.get("styles")),
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


def _formats(package: Package, path: str | None) -> Sequence[Format]:
    if not path:
        return ()
    root = _xml(package, path)
    codes = {
        attribute(one, "numFmtId"): attribute(one, "formatCode") for one in children(child(root, "numFmts"), "numFmt")
    }
    framed = [_is_framed(border) for border in children(child(root, "borders"), "border")]
    return [_format(one, codes, framed) for one in children(child(root, "cellXfs"), "xf")]


def _format(element: Element, codes: Mapping[str, str], framed: Sequence[bool]) -> Format:
    number, border = attribute(element, "numFmtId"), attribute(element, "borderId")
    built_in = BUILT_IN.get(int(number), "") if number.isdigit() else ""
    drawn = border.isdigit() and int(border) < len(framed) and framed[int(border)]
    return Format(code=codes.get(number, built_in), framed=drawn)


def _is_framed(border: Element) -> bool:
    """Whether lines are drawn on at least two sides: one alone may belong to the cell beside it."""
    return sum(attribute(edge, "style") not in ("", "none") for edge in border if local(edge) in _EDGES) > 1
