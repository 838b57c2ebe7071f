"""How a number that is put into a blank cell is to look: as those beside it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from giar_lark.readers.docx.names import PPR, R_, RPR, TC, TR, P, T, W

_CHANGES = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))


def look_for(paragraph: Element, root: Element) -> Element | None:
    """The properties that a run in the paragraph of a blank cell is to have; None for none.

    Those of the nearest number in its row; else those that the paragraph has for what is typed into it.
    """
    run = _nearest_number(paragraph, root)
    if run is not None:
        return _plain(run.find(RPR))
    return _plain(paragraph.find(f"{PPR}/{RPR}"))


def _nearest_number(paragraph: Element, root: Element) -> Element | None:
    row = next((row for row in root.iter(TR) if any(one is paragraph for one in row.iter(P))), None)
    if row is None:
        return None
    cells = list(row.iter(TC))
    own = max(at for at, cell in enumerate(cells) if any(one is paragraph for one in cell.iter(P)))
    near = sorted((abs(at - own), at) for at in range(len(cells)) if at != own)
    return next((run for _, at in near for run in _numbers(cells[at])), None)


def _numbers(cell: Element) -> Iterator[Element]:
    """The runs of a cell that hold a number, if it holds nothing else."""
    if "".join(text.text or "" for text in cell.iter(T)).strip().isdigit():
        yield from (run for run in cell.iterfind(f"{P}/{R_}") if run.find(T) is not None)


def _plain(properties: Element | None) -> Element | None:
    """Properties, unless a tracked change is among them."""
    has_changes = properties is not None and any(one.tag in _CHANGES for one in properties)
    return None if has_changes else properties
