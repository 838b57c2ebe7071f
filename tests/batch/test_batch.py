"""What is kept of a report, and which reports belong together."""

from __future__ import annotations

import pickle

from batch_cases import SAMPLES, written_report

from giar_lark import Config, Source, check_many, parse
from giar_lark.batch.batch import Batch
from giar_lark.batch.body import InMemory
from giar_lark.batch.entry import Entry, entry_of
from giar_lark.lean.records import replace
from giar_lark.relate import relate

TEXT = (SAMPLES / "sound_2021.txt").read_text(encoding="utf-8")


def entry(text: str, path: str = "a") -> Entry:
    source = Source(text, path)
    return entry_of(path, source, parse(source).report)


def report(organ: str, year: int, path: str, **fields: object) -> Entry:
    return entry(written_report({"name": path, "organ": organ, "year": year, **fields}), path)


def test_every_cell_is_kept_with_its_place() -> None:
    source = Source(TEXT, "a")
    cells = parse(source).report.cells
    kept = entry(TEXT)
    assert list(kept.figures.cells()) == list(cells)
    assert kept.cell("t3.carried_in.total") == next(cell for cell in cells if cell.key == "t3.carried_in.total")
    assert kept.cell("t3.no.such") is None
    assert all(kept.address(cell.span.start) == source.address(cell.span.start) for cell in cells)


def test_sentences_are_kept_with_their_places() -> None:
    kept = entry(TEXT)
    (problem, plan) = kept.prose["problems_improvements"].sentences()
    assert problem.text == "一是解读形式还不够丰富，二是个别栏目更新不够及时。"
    assert TEXT[slice(*plan.span)] == plan.text == "下一步将增加图表解读，并按月检查栏目。"


def test_an_entry_is_small() -> None:
    assert len(pickle.dumps(entry(TEXT))) < 20_000


def test_last_year_is_the_same_organ_and_the_year_before() -> None:
    entries = [
        report("青岚县苇塘口镇人民政府", 2021, "a"),
        report("青岚县苇塘口镇人民政府", 2022, "b"),
        report("青岚县苇塘口镇人民政府", 2023, "c"),
        report("青岚县柳林镇人民政府", 2022, "d"),
    ]
    batch = Batch.of(reversed(entries))
    before = {one.path: batch.last_year(one) for one in entries}
    assert {path: other.path if other else None for path, other in before.items()} == {
        "a": None,
        "b": "a",
        "c": "b",
        "d": None,
    }


def test_copies_that_differ_stand_for_no_year() -> None:
    entries = [
        report("海角市财政局", 2022, "a", cells={"t2.licensing.decisions": 5}),
        report("海角市财政局", 2022, "b", cells={"t2.licensing.decisions": 6}),
        report("海角市财政局", 2023, "c"),
    ]
    assert Batch.of(entries).last_year(entries[2]) is None


def test_a_report_that_names_no_organ_is_related_to_none() -> None:
    text = TEXT.replace("海角市住房和城乡建设局", "")
    batch = Batch.of([entry(text, "a"), entry(text.replace("2023年", "2022年"), "b")])
    assert [batch.organ_of(one) for one in batch.entries] == [None, None]
    assert [batch.last_year(one) for one in batch.entries] == [None, None]


def test_numbers_names_and_dictated_sentences_do_not_count() -> None:
    overview = [
        "（一）主动公开。2023年青岚县共发布信息1,250条，我镇走访十二个村，苇塘口镇人民政府逐村张贴。",
        "（二）依申请公开。全年未收到政府信息公开申请，未发生行政复议。",
        "（三）政府信息管理。根据《中华人民共和国政府信息公开条例》的规定，编制本报告。",
        "（四）政府信息公开平台建设",
        "（五）监督保障。好。",
    ]
    kept = report("青岚县苇塘口镇人民政府", 2023, "a", overview=overview)
    assert list(kept.words("overview").texts) == ["#年@共发布信息#条@走访#个村@逐村张贴"]


def test_what_is_no_report_is_related_to_nothing() -> None:
    (empty, sound) = check_many([Source("", "a"), Source(TEXT, "b")])
    assert [finding.code for finding in empty.findings] == ["RD-03"]
    assert sound.findings == ()


def test_what_is_read_of_copies_grows_with_their_number() -> None:
    """Each was read for each other one, so that a folder of twins took hours."""
    few, more, many = (_bodies_read(copies) for copies in (4, 8, 12))
    assert many - more == more - few


def _bodies_read(copies: int) -> int:
    """How often bodies are asked for, in all, where a town's reports on two years have so many copies each."""
    years = [report("青岚县苇塘口镇人民政府", year, "a") for year in (2022, 2023)]
    counted = [Counted(one.kept.body, one.organ) for one in years for _ in range(copies)]
    given = zip(counted, [one for one in years for _ in range(copies)], strict=True)
    entries = [replace(one, path=f"{number:02}", kept=kept) for number, (kept, one) in enumerate(given)]
    relate(entries, Config().options, lambda _: Config())
    return sum(one.count for one in counted)


class Counted(InMemory):
    """A body that counts how often it is asked for."""

    count = 0

    def __getattribute__(self, name: str) -> object:
        if name == "body":
            self.count += 1
        return super().__getattribute__(name)


def test_a_growth_that_no_number_of_last_year_makes_is_told_once() -> None:
    overview = [
        "（一）主动公开。按目录公开。",
        "（二）依申请公开。新收到政府信息公开申请12件，同比增长30%。",
        "（三）政府信息管理。逐件审核。",
        "（四）政府信息公开平台建设。维护专栏。",
        "（五）监督保障。纳入考核，接受社会评议，没有追究责任的情形。",
    ]
    organ = "海角市交通运输局"
    fields = {"name": "a", "organ": organ, "cells": {"t3.granted.natural_person": 10}, "year": 2022}
    now = {"name": "b", "organ": organ, "cells": {"t3.granted.natural_person": 12}, "year": 2023, "overview": overview}
    checked = check_many([Source(written_report(fields), "a"), Source(written_report(now), "b")])
    assert [(one.code, one.anchor) for each in checked for one in each.findings] == [("XT-11", "12 impossible")]
