"""The samples of converters: every decidable cell of tiers A and B is right, and no cell of any tier is wrong."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from giar_lark.source.span import Span
from shared.samples import Sample, count, reading_of, samples

# decidable, but the page shows blank cells only by columns that two readings explain
GAPS = {
    "r06/clean.print_pdftotext_layout.txt": "five rows with blanks at a page break are left unreadable (35 cells)",
}


def name(sample: Sample) -> str:
    return "/".join(sample.path.parts[-2:])


def decidable(sample: Sample) -> set[str]:
    return set(sample.truth) - sample.undecidable


def test_there_are_samples_of_every_tier(shared: Path) -> None:
    tiers = Counter(sample.tier for sample in samples(shared))
    assert set(tiers) == {"A", "B", "C", "D"}


def test_no_cell_is_wrong(shared: Path) -> None:
    wrong = {name(sample): sorted(count(sample).wrong)[:5] for sample in samples(shared) if count(sample).wrong}
    assert wrong == {}


def test_every_decidable_cell_of_tiers_a_and_b_is_right(shared: Path) -> None:
    unread = {
        name(sample): len(decidable(sample) - count(sample).right)
        for sample in samples(shared)
        if sample.tier in "AB" and name(sample) not in GAPS and not decidable(sample) <= count(sample).right
    }
    assert unread == {}


@pytest.mark.xfail(
    strict=True, reason="rows behind a page break whose blank cells show by their columns only stay unread"
)
@pytest.mark.parametrize("path", GAPS)
def test_a_page_break_does_not_hide_the_columns(shared: Path, path: str) -> None:
    (sample,) = (sample for sample in samples(shared) if name(sample) == path)
    assert decidable(sample) <= count(sample).right


def test_the_accuracy_by_tier_has_not_fallen(shared: Path) -> None:
    """In cells, of those that can be decided; tiers C and D are what is reached today."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for sample in samples(shared):
        total[sample.tier] += len(decidable(sample))
        right[sample.tier] += len(decidable(sample) & count(sample).right)
    share = {tier: right[tier] / total[tier] for tier in sorted(total)}
    assert share["A"] == 1
    assert share["B"] > 0.975
    assert share["C"] > 0.67
    assert share["D"] > 0.055


def test_a_cell_that_is_not_read_is_told(shared: Path) -> None:
    silent = [
        name(sample) for sample in samples(shared) if count(sample).unread and not reading_of(sample.path).findings
    ]
    assert silent == []


def test_a_converter_that_lost_the_places_costs_one_finding_a_row_or_table(shared: Path) -> None:
    for sample in samples(shared):
        reading = reading_of(sample.path)
        lost = [finding for finding in reading.findings if finding.code == "RD-06"]
        rows = {key.rpartition(".")[0] if not key.startswith("t4.") else "t4" for key in count(sample).unread}
        assert len(lost) <= len(rows), name(sample)


def test_every_cell_says_what_stands_under_its_span(shared: Path) -> None:
    for sample in samples(shared):
        reading = reading_of(sample.path)
        for cell in reading.report.cells:
            if cell.state in ("given", "na", "inferred"):
                text = reading.source.text[slice(*cell.span)]
                assert "".join(text.split()) == "".join(cell.raw.split()), (name(sample), cell)
            elif cell.state == "missing":
                assert cell.span == Span(cell.span.start, cell.span.start)


def metadata_of(shared: Path, path: str, field: str) -> tuple[object, object]:
    """What a sample's report says in a field, and what it should say."""
    truth = json.loads((shared / "layouts" / path).with_name("truth.json").read_text("utf-8"))
    wanted = {"title": truth["title"], "year": truth["year"], "period_end": truth["period"][1]}
    found = getattr(reading_of(shared / "layouts" / path).report.metadata, field)
    return found.isoformat() if isinstance(found, date) else found, wanted[field]


@pytest.mark.parametrize("field", ["title", "year", "period_end"])
def test_the_metadata_is_read_whatever_the_converter(shared: Path, field: str) -> None:
    paths = [name(sample) for sample in samples(shared)]
    pairs = {path: metadata_of(shared, path, field) for path in paths}
    assert {path: pair for path, pair in pairs.items() if pair[0] != pair[1]} == {}
