"""Several documents that are open together: each is held against the others."""

from __future__ import annotations

import json
from typing import Any

from giar_lark import check_many, read
from giar_lark.lean.resources import read_sample
from giar_lark.web.desk import Desk
from giar_lark.web.session import Session, blank

_THIS = read_sample("2021")
_LAST = read_sample("2021", "last_year")
_WRONG = _THIS.replace("二、上年结转政府信息公开申请数量\t", "二、上年结转政府信息公开申请数量\t7")


def opened(**texts: str) -> Desk:
    desk = Desk()
    for name, text in texts.items():
        assert desk.add(text.encode(), name, "zh") == name
    return desk


def found(session: Session) -> list[str]:
    state: dict[str, Any] = json.loads(session.state())
    return [one["id"] for one in state["findings"]]


def test_findings_beside_others_are_those_of_check_many() -> None:
    desk = opened(this=_WRONG, last=_LAST)
    wanted = check_many([read(_WRONG.encode(), name="this"), read(_LAST.encode(), name="last")])
    assert [found(desk.turn_to(name)) for name in ("this", "last")] == [[one.id for one in a.findings] for a in wanted]
    assert any(one.code == "YR-01" for one in wanted[0].findings)


def test_change_in_one_document_is_seen_from_the_other() -> None:
    desk = opened(this=_THIS, last=_LAST)
    assert found(desk.turn_to("this")) == []
    last = desk.turn_to("last")
    key = "t3.carried_forward.natural_person"
    cell = next(cell for cell in last.checked.report.cells if cell.key == key)
    last.edit(json.dumps([{"from": cell.span.start, "to": cell.span.end, "insert": "8"}]))
    assert "YR-01" in {one.code for one in desk.turn_to("this").checked.findings}


def test_same_name_is_told_apart() -> None:
    desk = Desk()
    names = [desk.add(text.encode(), "年报.txt", "zh") for text in (_THIS, _LAST)]
    assert names == ["年报.txt", "年报 (2).txt"] == json.loads(desk.names())
    desk.clear()
    assert json.loads(desk.names()) == []


def test_blank_report_can_be_filled_in() -> None:
    session = Session(blank(), "年报.docx")
    state: dict[str, Any] = json.loads(session.state())
    cell = state["tables"][1]["parts"][0]["rows"][0]["cells"][0]
    assert (state["editable"], cell["state"]) == (True, "blank")
    after = json.loads(session.edit(json.dumps([{"from": cell["from"], "to": cell["to"], "insert": "5"}])))
    assert after["done"] and after["tables"][1]["parts"][0]["rows"][0]["cells"][0]["raw"] == "5"
