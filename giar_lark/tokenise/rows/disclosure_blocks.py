"""The blocks of table 2: captions, headers and rows put together, each row in the block that it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.lean.records import dataclass, field
from giar_lark.official.templates import TEMPLATES, Header, tables
from giar_lark.tokenise.rows.row import Row
from giar_lark.tokenise.rows.zone import Zone

# so many rows in other blocks than their own are slips; more of them mean that captions and rows have come apart
_MOST_MISPLACED = 2


@dataclass(slots=True)
class BlockPlan:
    """A block of table 2: caption and header zones (None if missing), and its rows.

    `strangers` holds the rows that stand in another block, each with the caption of that block.
    """

    caption: str
    header: Header
    caption_zone: Zone | None = None
    header_zones: list[Zone] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    strangers: list[tuple[Zone, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """A block as it stands in the source, before its template is known."""

    caption: str
    caption_zone: Zone | None
    header_zones: list[Zone]
    rows: list[Zone] = field(default_factory=list)
    strangers: list[tuple[Zone, str]] = field(default_factory=list)


def plan_blocks(zones: Sequence[Zone]) -> list[BlockPlan]:
    """The blocks that some zones make, in the order of the source."""
    drafts = _with_strangers_home(_drafts(zones))
    votes = [t for draft in drafts if (t := _header_template(draft.caption, draft.header_zones)) is not None]
    majority = max(TEMPLATES, key=votes.count)
    return [_planned(draft, majority) for draft in drafts]


def _drafts(zones: Sequence[Zone]) -> list[_Draft]:
    """A block for each caption, and for each run of rows that the block above them does not have."""
    drafts: list[_Draft] = []
    loose: list[Zone] = []
    for zone in zones:
        role = zone.label.role if zone.label else ""
        if role == "caption" and zone.label:
            drafts.append(_Draft(zone.label.terminal, zone, loose))
            loose = []
        elif role == "column":
            (drafts[-1].header_zones if drafts and not drafts[-1].rows else loose).append(zone)
        elif role == "row" and zone.label:
            block = tables().block_of(zone.label.terminal)
            if not drafts or drafts[-1].caption != block.caption:
                drafts.append(_Draft(block.caption, None, loose))
                loose = []
            drafts[-1].rows.append(zone)
    return drafts


def _with_strangers_home(drafts: list[_Draft]) -> list[_Draft]:
    """The blocks, rows that stand in another block brought home to their own, if that has its caption elsewhere."""
    homes = {draft.caption: draft for draft in drafts if draft.caption_zone is not None}
    kept: list[_Draft] = []
    moved: list[tuple[_Draft, str]] = []
    for draft in drafts:
        if not kept or draft.caption_zone is not None or draft.header_zones or draft.caption not in homes:
            kept.append(draft)
        else:
            moved.append((draft, kept[-1].caption))
    # rows of the block above, behind a stranger, are none
    strangers = {zone.label: host for draft, host in moved if draft.caption != host for zone in draft.rows}
    if not 0 < len(strangers) <= _MOST_MISPLACED:
        return drafts
    for draft, _ in moved:
        home = homes[draft.caption]
        home.rows = sorted([*home.rows, *draft.rows], key=lambda zone: zone.label.order if zone.label else 0)
        home.strangers += [(zone, strangers[zone.label]) for zone in draft.rows if zone.label in strangers]
    return kept


def _planned(draft: _Draft, majority: str) -> BlockPlan:
    block = next(block for block in tables().blocks if block.caption == draft.caption)
    template = _header_template(draft.caption, draft.header_zones) or _template_by_values(draft.rows, draft.caption)
    header = block.headers.get(template or majority) or next(iter(block.headers.values()))
    rows = [Row(zone, len(header.columns)) for zone in draft.rows]
    return BlockPlan(draft.caption, header, draft.caption_zone, draft.header_zones, rows, draft.strangers)


def _header_template(caption: str, headers: Sequence[Zone]) -> str | None:
    """The template whose column labels a block's header shows."""
    seen = {column for zone in headers for column in zone.columns}
    block = next(block for block in tables().blocks if block.caption == caption)
    scores = {template: len(seen & set(header.columns)) for template, header in block.headers.items()}
    best = max(scores, key=lambda template: scores[template])
    return best if scores[best] else None


def _template_by_values(rows: Sequence[Zone], caption: str) -> str | None:
    counts = {len(zone.values) for zone in rows if zone.values}
    if caption in ("ITEM_5", "ITEM_6", "ITEM_8") and len(counts) == 1:
        return "2021" if counts == {1} else "2019" if counts <= {2, 3} else None
    return None
