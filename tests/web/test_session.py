"""A document open in the page: what is shown of it, and what becomes of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from giar_lark import check, parse, read
from giar_lark.lean.resources import read_sample
from giar_lark.web.session import Session, sample
from giar_lark.web.units import units_of
from giar_lark.web.view import View
from giar_lark.write.document import document_of
from giar_lark.write.formats import FORMATS

_HEAD = "海角市住房和城乡建设局2023年"


def opened(text: str, lang: str = "zh") -> tuple[Session, dict[str, Any]]:
    session = Session(text.encode(), "年报.txt", lang)
    return session, json.loads(session.state())


def test_findings_are_those_of_check() -> None:
    _, state = opened(sample())
    found = check(read(sample().encode())).findings
    assert len(found) > 5
    assert [(one["id"], one["message"]) for one in state["findings"]] == [(one.id, one.message.zh) for one in found]
    assert [state["text"][one["from"] : one["to"]] for one in state["findings"]] == [
        sample()[one.span.start : one.span.end] for one in found
    ]


def test_places_count_in_units_of_the_browser() -> None:
    """𠮷 is one character in Python, and two units in a browser."""
    plain, astral = opened(sample())[1], opened("𠮷𠮷\n" + sample())[1]
    shifts = {
        (theirs["from"] - ours["from"], theirs["to"] - ours["to"])
        for ours, theirs in zip(plain["tables"], astral["tables"], strict=True)
    }
    assert shifts == {(5, 5)}


def test_units_go_there_and_back() -> None:
    text = "a𠮷b𠮷𠮷"
    units = units_of(text)
    assert [units.units(offset) for offset in range(6)] == [0, 1, 3, 4, 6, 8]
    assert [units.offset(count) for count in (0, 1, 3, 4, 6, 8)] == list(range(6))
    assert all(units.units(offset) == len(text[:offset].encode("utf-16-le")) // 2 for offset in range(6))


def test_edit_changes_what_is_found() -> None:
    session, state = opened(sample())
    cell = next(
        cell
        for row in state["tables"][1]["parts"][0]["rows"]
        for cell in row["cells"]
        if cell["key"] == "t3.new_received.total"
    )
    assert cell["raw"] == "17"
    change = {"from": cell["from"], "to": cell["to"], "insert": "16"}
    after = json.loads(session.edit(json.dumps([change])))
    assert after["done"]
    assert after["text"] == sample().replace("\t17\n二、", "\t16\n二、")
    gone = {(one["code"], one["key"]) for one in state["findings"]} - {
        (one["code"], one["key"]) for one in after["findings"]
    }
    assert gone == {("T3-01", cell["key"]), ("T3-03", cell["key"])}
    assert session.saved() == after["text"].encode()


def test_edits_behind_an_astral_character_hit_their_place() -> None:
    session, _ = opened("𠮷\n" + sample())
    units = len(("𠮷\n" + _HEAD).encode("utf-16-le")) // 2
    after = json.loads(session.edit(json.dumps([{"from": units, "to": units + 2, "insert": "政务"}])))
    assert after["text"].startswith(f"𠮷\n{_HEAD}政务信息公开")


def test_safe_fixes_are_those_of_the_command() -> None:
    session, state = opened(sample())
    after = json.loads(session.fix_all())
    assert [one["code"] for one in state["findings"] if one["fix"] and one["fix"]["safe"]] == ["T3-05"]
    assert after["done"] and not any(one["fix"] and one["fix"]["safe"] for one in after["findings"])
    assert "3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0" in after["text"]
    assert not json.loads(session.fix_all())["done"]


def test_one_suggestion_by_hand_mends_all_that_hangs_on_it() -> None:
    session, state = opened(sample())
    wanted = next(one for one in state["findings"] if one["code"] == "T3-02")
    assert wanted["fix"] == {"safe": False, "byHand": True, "words": "把“3”改为“2”"}
    after = json.loads(session.fix(wanted["id"]))
    cell = "t3.partially_granted.natural_person"
    assert {one["code"] for one in state["findings"] if one["key"] == cell} == {"T3-02", "T3-03"}
    assert not [one for one in after["findings"] if one["key"] == cell]


def test_unknown_finding_changes_nothing() -> None:
    session, state = opened(sample())
    after = json.loads(session.fix("T3-01-0000000000"))
    assert not after["done"] and after["text"] == state["text"]


@pytest.mark.parametrize(("lang", "words"), [("zh", "第三项（七）＋第四项"), ("en", "items 3 (7) + 4")])
def test_language_can_change(lang: str, words: str) -> None:
    session, _ = opened(sample(), "en" if lang == "zh" else "zh")
    assert words in session.state(lang)


def test_sums_stand_beside_the_totals() -> None:
    _, state = opened(sample())
    table = state["tables"][1]
    sums = {row["key"]: row["sum"] for row in table["parts"][0]["rows"]}
    wrong = {key: one for key, one in sums.items() if one["verdict"] != "holds"}
    assert wrong == {
        "t3.new_received": {"value": "16", "verdict": "broken"},
        "t3.partially_granted": {"value": "4", "verdict": "broken"},
    }
    assert [(line["name"], line["sums"][-1]) for line in table["lines"]] == [
        ("（一）至（六）之和", {"value": "17", "verdict": "holds"}),
        ("一＋二", {"value": "19", "verdict": "broken"}),
        ("三（七）＋四", {"value": "18", "verdict": "broken"}),
    ]


def test_sound_report_has_every_cell_and_no_finding() -> None:
    _, state = opened(read_sample("2021"))
    cells = [
        cell for table in state["tables"] for part in table["parts"] for row in part["rows"] for cell in row["cells"]
    ]
    assert state["findings"] == [] and len(cells) == 200
    assert all(state["text"][cell["from"] : cell["to"]] == cell["raw"] for cell in cells)


def test_what_is_no_report_is_shown_with_its_finding() -> None:
    _, state = opened("今天天气很好。")
    assert ([one["code"] for one in state["findings"]], state["tables"]) == (["RD-02"], [])


def test_saved_name_replaces_nothing() -> None:
    session, _ = opened(sample())
    assert session.saved_name() == "年报.fixed.txt"


def test_bytes_keep_their_encoding() -> None:
    session = Session(sample().encode("gb18030"), "年报.txt")
    session.fix_all()
    assert "3.危及“三安全一稳定”\t0\t0\t0\t0" in session.saved().decode("gb18030")


def written(form: str) -> bytes:
    """The example as a document of another format."""
    parsed = parse(read(sample().encode()))
    return FORMATS[form].encode(document_of(parsed.report, sample()))


@pytest.mark.parametrize("form", ["html", "docx"])
def test_document_of_another_format_is_edited_in_place(form: str) -> None:
    session = Session(written(form), f"年报.{form}")
    state = json.loads(session.state())
    assert (state["format"], state["editable"]) == (form, True)
    cells = {
        cell["key"]: cell
        for table in state["tables"]
        for part in table["parts"]
        for row in part["rows"]
        for cell in row["cells"]
    }
    wrong = cells["t4.reconsideration.total"]
    after = json.loads(session.edit(json.dumps([{"from": wrong["from"], "to": wrong["to"], "insert": "2"}])))
    assert after["done"] and "T4-01" not in {one["code"] for one in after["findings"]}
    mended = json.loads(session.fix_all())
    assert mended["done"] and "T3-05" not in {one["code"] for one in mended["findings"]}
    again = check(read(session.saved(), name=f"年报.{form}"))
    assert [one.id for one in again.findings] == [one["id"] for one in mended["findings"]]
    values = {cell.key: cell.value for cell in again.report.cells}
    assert values["t4.reconsideration.total"] == 2 and values["t3.denied.security_stability.other_organization"] == 0


def test_nothing_is_to_be_installed_in_a_browser() -> None:
    session, _ = opened("今天天气很好。")
    finding = replace(session.checked.findings[0], code="RD-15")
    shown = View("年报.pdf", session.source, replace(session.checked, findings=(finding,)), "zh").to_dict()
    assert isinstance(shown["findings"], list)
    assert [one["help"] for one in shown["findings"]] == [
        "网页读不了这种文件：请在 Word 或 WPS 中另存为 DOCX，再拖进来"
    ]
