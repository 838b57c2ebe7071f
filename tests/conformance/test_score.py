"""An answer against the truth: cells, findings, and what a report says of itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from conformance.tiny import case
from giar_lark.conformance.case import Case, CellTruth, Expected
from giar_lark.conformance.reply import Answer, Given, Reply, ReplyError, read_reply
from giar_lark.conformance.score import CellMiss, Kind, MetadataMiss, Misplaced, Score, score

KEY = "t3.granted.total"
TEN = CellTruth((Decimal(10),), ("given",))
BLANK = CellTruth((None,), ("blank",))
GONE = CellTruth((None,), ("missing",))
LOST = "t3.denied.state_secret"


def scored(truth: CellTruth, got: Answer | None, *findings: Given, lost: bool = False) -> Score:
    """The score of one cell."""
    about = case(cells={KEY: truth}, undecidable=frozenset({KEY}) if lost else frozenset())
    return score(about, Reply(cells={} if got is None else {KEY: got}, findings=findings))


def asked(*findings: Expected, lost: bool = False) -> Case:
    """A case that asks for findings."""
    keys = frozenset({f"{LOST}.natural_person", f"{LOST}.total"}) if lost else frozenset()
    return case(findings=findings, undecidable=keys)


def answered(*findings: Given) -> Reply:
    return Reply(cells={}, findings=findings)


# ---------------------------------------------------------------- cells


@pytest.mark.parametrize(
    ("truth", "got"),
    [
        (TEN, Answer(Decimal(10), "given")),
        (TEN, Answer(Decimal("10.0"), "given")),
        (TEN, Answer(Decimal(10), None)),
        (TEN, Answer(Decimal(10), "inferred")),
        (BLANK, Answer(None, "blank")),
        (BLANK, Answer(None, None)),
        (GONE, Answer(None, "missing")),
        (GONE, None),
        (CellTruth((Decimal(10), Decimal(12)), ("given",)), Answer(Decimal(12), "given")),
        (CellTruth((None,), ("na", "blank")), Answer(None, "blank")),
    ],
    ids=str,
)
def test_right_cell_counts_for_its_table(truth: CellTruth, got: Answer | None) -> None:
    assert scored(truth, got) == Score(cells={"t3": 1}, right={"t3": 1})


@pytest.mark.parametrize(
    ("truth", "got"),
    [
        (TEN, Answer(Decimal(11), "given")),
        (TEN, Answer(Decimal(11), "inferred")),
        (TEN, Answer(None, "blank")),
        (TEN, Answer(None, None)),
        (TEN, Answer(Decimal(10), "blank")),
        (BLANK, Answer(Decimal(0), "given")),
        (BLANK, Answer(None, "na")),
        (BLANK, Answer(None, "inferred")),
    ],
    ids=str,
)
def test_wrong_cell_without_a_finding_is_silent(truth: CellTruth, got: Answer) -> None:
    assert scored(truth, got).misses == (CellMiss(Kind.SILENT, KEY, truth, got),)


@pytest.mark.parametrize("place", [KEY, "t3.granted", "t3"])
def test_wrong_cell_with_a_finding_on_it_its_row_or_its_table_is_told(place: str) -> None:
    got = Answer(Decimal(11), "given")
    assert scored(TEN, got, Given("T3-03", place, 1, 1)).misses == (CellMiss(Kind.WRONG, KEY, TEN, got),)


@pytest.mark.parametrize("place", [None, "t3.granted.tot", "t3.gran", "t4", "t3.denied"])
def test_finding_elsewhere_does_not_tell_of_a_cell(place: str | None) -> None:
    assert scored(TEN, Answer(Decimal(11), None), Given("T3-03", place, 1, 1)).kinds == {Kind.SILENT}


@pytest.mark.parametrize("got", [None, Answer(None, "unreadable"), Answer(None, "missing")], ids=str)
def test_cell_that_is_not_read_is_no_wrong_one(got: Answer | None) -> None:
    assert scored(TEN, got).misses == (CellMiss(Kind.UNREAD, KEY, TEN, got),)


@pytest.mark.parametrize("got", [None, Answer(None, "unreadable"), Answer(None, "missing")], ids=str)
def test_lost_cell_need_not_be_read(got: Answer | None) -> None:
    assert scored(BLANK, got, lost=True) == Score(cells={"t3": 1}, spared=1)


def test_lost_cell_that_is_read_counts_as_right() -> None:
    assert scored(BLANK, Answer(None, "blank"), lost=True) == Score(cells={"t3": 1}, right={"t3": 1})


def test_lost_cell_must_not_be_wrong() -> None:
    got = Answer(Decimal(3), "inferred")
    assert scored(BLANK, got, lost=True).misses == (CellMiss(Kind.SILENT, KEY, BLANK, got),)


def test_cells_that_are_not_in_the_truth_are_not_looked_at() -> None:
    answer = Reply(cells={KEY: Answer(Decimal(10), None), "t3.granted.legal_persons": Answer(Decimal(7), None)})
    assert score(case(cells={KEY: TEN}), answer) == Score(cells={"t3": 1}, right={"t3": 1})


def test_cells_are_counted_by_table() -> None:
    truths = {"t2.rules.issued": TEN, KEY: TEN, "t3.granted.natural_person": TEN}
    answer = Reply(cells={key: Answer(Decimal(10), None) for key in ("t2.rules.issued", KEY)})
    found = score(case(cells=truths), answer)
    assert (found.cells, found.right, found.count(Kind.UNREAD)) == ({"t2": 1, "t3": 2}, {"t2": 1, "t3": 1}, 1)


# ---------------------------------------------------------------- findings

WANTED = Expected(code="T3-03", key="t3.granted.total", line=40, column=7)
FOUND = Given("T3-03", "t3.granted.total", 40, 7)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (WANTED, FOUND),
        (Expected(code="T3-03", key="t3.granted.total", line=40), FOUND),
        (Expected(code="T3-03", key="t3.granted.total"), FOUND),
        (WANTED, FOUND._replace(column=None)),
        (WANTED, FOUND._replace(line=None, column=None)),
        (Expected(code="T3-03", line=38, last_line=41, several=True), FOUND),
        (Expected(code="T3-03", several=True), FOUND),
    ],
    ids=str,
)
def test_finding_fits_what_the_truth_says_of_it(wanted: Expected, given: Given) -> None:
    assert score(asked(wanted), answered(given)) == Score(expected=1)


@pytest.mark.parametrize(
    "given",
    [
        FOUND._replace(line=41),
        FOUND._replace(column=8),
        FOUND._replace(key="t3.granted.natural_person"),
        FOUND._replace(key=None),
    ],
    ids=str,
)
def test_right_code_in_the_wrong_place_is_misplaced_and_nothing_else(given: Given) -> None:
    assert score(asked(WANTED), answered(given)) == Score(expected=1, misplaced=(Misplaced(WANTED, given),))


def test_finding_that_is_not_given_is_missing() -> None:
    assert score(asked(WANTED), answered()) == Score(expected=1, missing=(WANTED,))


def test_finding_that_is_not_asked_for_is_surplus() -> None:
    other = Given("T4-01", "t4.litigation_direct.total", 60, 1)
    assert score(asked(WANTED), answered(FOUND, other)) == Score(expected=1, surplus=(other,))


def test_finding_with_another_code_is_both_missing_and_surplus() -> None:
    other = FOUND._replace(code="T3-02")
    assert score(asked(WANTED), answered(other)) == Score(expected=1, missing=(WANTED,), surplus=(other,))


def test_each_finding_answers_one_expectation() -> None:
    twice = asked(WANTED, WANTED)
    assert score(twice, answered(FOUND)) == Score(expected=2, missing=(WANTED,))
    assert score(twice, answered(FOUND, FOUND)) == Score(expected=2)
    assert score(asked(WANTED), answered(FOUND, FOUND)) == Score(expected=1, surplus=(FOUND,))


def test_order_of_findings_does_not_matter() -> None:
    other, given = Expected(code="T4-01", line=60), Given("T4-01", None, 60, 1)
    assert score(asked(WANTED, other), answered(given, FOUND)) == Score(expected=2)


def test_expectation_of_several_takes_all_in_its_lines() -> None:
    several = Expected(code="T3-05", line=10, last_line=12, several=True)
    inside = [Given("T3-05", f"t3.granted.{n}", n, 1) for n in (10, 11, 12)]
    outside = Given("T3-05", "t3.granted.13", 13, 1)
    assert score(asked(several), answered(*inside, outside)) == Score(expected=1, surplus=(outside,))
    assert score(asked(several), answered(outside)) == Score(expected=1, misplaced=(Misplaced(several, outside),))


@pytest.mark.parametrize("code", ["RD-06", "RD-07"])
@pytest.mark.parametrize("key", [None, LOST, f"{LOST}.total", "t3.denied"])
def test_word_of_lost_places_is_not_surplus_where_places_are_lost(code: str, key: str | None) -> None:
    assert score(asked(lost=True), answered(Given(code, key, 30, 1))) == Score()


@pytest.mark.parametrize(
    ("lost", "given"),
    [
        (False, Given("RD-06", LOST, 30, 1)),
        (False, Given("RD-07", None, 30, 1)),
        (True, Given("RD-06", KEY, 30, 1)),
        (True, Given("RD-07", "t4", 30, 1)),
        (True, Given("RD-08", LOST, 30, 1)),
        (True, Given("T3-14", LOST, 30, 1)),
    ],
    ids=str,
)
def test_word_of_lost_places_is_surplus_where_none_are(lost: bool, given: Given) -> None:
    assert score(asked(lost=lost), answered(given)) == Score(surplus=(given,))


def test_lost_places_that_are_asked_for_are_asked_for() -> None:
    wanted = Expected(code="RD-06", key=LOST, line=30)
    assert score(asked(wanted, lost=True), answered()) == Score(expected=1, missing=(wanted,))


@pytest.mark.parametrize(
    ("about", "reply"), [(asked(WANTED), Reply(cells={})), (case(), answered(FOUND))], ids=["parser", "truth"]
)
def test_findings_are_not_compared_where_either_side_says_nothing_of_them(about: Case, reply: Reply) -> None:
    assert score(about, reply) == Score()


# ---------------------------------------------------------------- metadata


def test_statements_are_compared_if_the_parser_gives_them() -> None:
    about = case(metadata={"year": 2023, "issued_date": None, "organ_name": "云溪县柳河镇人民政府"})
    reply = Reply(cells={}, metadata={"year": 2022, "issued_date": "2024-01-15", "template": "2021"})
    assert score(about, reply) == Score(
        metadata=(MetadataMiss("year", 2023, 2022), MetadataMiss("issued_date", None, "2024-01-15"))
    )
    assert score(about, Reply(cells={})) == Score()


# ---------------------------------------------------------------- the answer as JSON


def test_answer_may_be_the_bare_array_of_cells() -> None:
    assert read_reply('[{"key": "t3.granted.total", "value": 10}]') == Reply(cells={KEY: Answer(Decimal(10), None)})


def test_answer_is_taken_whole() -> None:
    text = (
        '{"cells": [{"key": "t2.administrative_fees.amount_10k_yuan", "value": 0.10, "state": "given"}],'
        ' "findings": [{"code": "T3-03", "key": "t3.granted.total", "line": 40, "column": 7}],'
        ' "metadata": {"year": 2023}}'
    )
    fee = {"t2.administrative_fees.amount_10k_yuan": Answer(Decimal("0.10"), "given")}
    assert read_reply(text) == Reply(cells=fee, findings=(FOUND,), metadata={"year": 2023})


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "no JSON"),
        ("13 cells", "no JSON"),
        ('{"cells": [{"key": "t3.granted.total", "value": NaN}]}', "NaN is no number"),
        ("13", "neither an object nor an array"),
        ("{}", "“cells” is no array"),
        ('{"cells": {}}', "“cells” is no array"),
        ('[{"value": 1}]', "cells[0] has no key"),
        ('[{"key": "t3", "value": 1}, 7]', "cells[1] has no key"),
        ('[{"key": "t3", "value": "10"}]', "cells[0] (t3): the value is neither a number nor null"),
        ('[{"key": "t3", "value": true}]', "cells[0] (t3): the value is neither a number nor null"),
        ('[{"key": "t3", "value": 1, "state": 2}]', "cells[0] (t3): the state is no text"),
        ('{"cells": [], "findings": {}}', "“findings” is no array"),
        ('{"cells": [], "findings": [{"line": 1}]}', "findings[0] has no code"),
    ],
)
def test_answer_in_another_form_is_refused_with_the_place(text: str, place: str) -> None:
    with pytest.raises(ReplyError) as refused:
        read_reply(text)
    assert place in str(refused.value)
