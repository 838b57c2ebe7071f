"""The vocabulary: `labels.lark` as Lark reads it, as `vocabulary.py` reads it, and as the format prints it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
from lark import Lark

from giar_lark.official.templates import TEMPLATES, cell_keys, tables
from giar_lark.official.vocabulary import official, vocabulary
from giar_lark.tokenise.text.fold import key
from grammar.paths import GRAMMAR

# 国办公开办函〔2021〕30号: the headings, and the first and last rows that a copying slip would hit
HEADINGS = {
    "OVERVIEW": "一、总体情况",
    "PROACTIVE_DISCLOSURE": "二、主动公开政府信息情况",
    "APPLICATIONS": "三、收到和处理政府信息公开申请情况",
    "RECONSIDERATION_LITIGATION": "四、政府信息公开行政复议、行政诉讼情况",
    "PROBLEMS_IMPROVEMENTS": "五、存在的主要问题及改进情况",
    "OTHER_MATTERS": "六、其他需要报告的事项",
}
ROWS = {
    "NORMATIVE_DOCUMENTS": "行政规范性文件",
    "NEW_RECEIVED": "一、本年新收政府信息公开申请数量",
    "OUTCOMES": "三、本年度办理结果",
    "PARTIALLY_GRANTED": "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "SECURITY_STABILITY": "3.危及“三安全一稳定”",
    "RECONFIRMATION": "5.要求行政机关确认或重新出具已获取信息",
    "FEE_NOT_PAID": "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "TOTAL_PROCESSED": "（七）总计",
    "CARRIED_FORWARD": "四、结转下年度继续办理",
}


@cache
def grammar() -> Lark:
    return Lark.open(str(GRAMMAR / "report.lark"), parser="lalr", start="report")


@cache
def labels() -> dict[str, set[str]]:
    """Each terminal of `labels.lark` with the spellings that Lark compiles, the whole file imported."""
    text = (GRAMMAR / "labels.lark").read_text(encoding="utf-8")
    names = re.findall(r"^([A-Z][A-Z0-9_]*)\s*:", text, re.MULTILINE)
    start = f"start: {' | '.join(names)}\n"
    compiled = Lark(start + text, parser="lalr", lexer="basic")
    return {terminal.name: _alternatives(terminal.pattern.to_regexp()) for terminal in compiled.terminals}


def _alternatives(pattern: str) -> set[str]:
    inner = pattern[3:-1] if pattern.startswith("(?:") else pattern
    return {re.sub(r"\\(.)", r"\1", part) for part in re.split(r"(?<!\\)\|", inner)}


def test_reads_what_lark_reads() -> None:
    assert {name: set(spellings) for name, spellings in vocabulary().items()} == labels()


def test_no_spelling_is_written_twice_in_a_label() -> None:
    assert {name: len(spellings) for name, spellings in vocabulary().items()} == {
        name: len(spellings) for name, spellings in labels().items()
    }


def test_every_label_is_used_by_the_report() -> None:
    report = (GRAMMAR / "report.lark").read_text(encoding="utf-8")
    body = "\n".join(line.partition("//")[0] for line in report.split("\n") if not line.startswith("%"))
    assert set(vocabulary()) - set(re.findall(r"[A-Z][A-Z0-9_]*", body)) == set()


def test_every_label_is_imported_into_the_compiled_grammar_under_its_own_name() -> None:
    inside = "\n".join(terminal.pattern.to_regexp() for terminal in grammar().terminals)
    missing = [name for name in vocabulary() if official(name) not in re.sub(r"\\(.)", r"\1", inside)]
    assert missing == []


@pytest.mark.parametrize("terminal", [*HEADINGS, *ROWS])
def test_the_official_spelling_stands_first(terminal: str) -> None:
    assert official(terminal) == (HEADINGS | ROWS)[terminal]


def test_no_two_rows_of_a_table_share_a_spelling() -> None:
    data = tables()
    for rows in (data.disclosure_rows, data.application_rows):
        spelled = {(row, key(text)) for row in rows for text in vocabulary()[row]}
        shared = Counter(form for _, form in spelled)
        assert [form for form, count in shared.items() if count > 1] == []


def test_every_terminal_of_the_tables_is_in_the_vocabulary() -> None:
    data = tables()
    columns = [column for block in data.blocks for header in block.headers.values() for column in header.columns]
    named = {
        *(section.terminal for section in data.sections),
        *(block.caption for block in data.blocks),
        *columns,
        *data.disclosure_rows,
        *data.application_rows,
        *data.application_groups,
        *data.applicants,
        *data.case_groups,
        *data.results,
    }
    assert named - set(vocabulary()) == set()


def test_templates_have_their_keys() -> None:
    assert {template: len(cell_keys(template)) for template in TEMPLATES} == {"2021": 200, "2019": 198}
    for template in TEMPLATES:
        assert len(set(cell_keys(template))) == len(cell_keys(template))


def test_tables_have_their_sizes() -> None:
    sizes = {
        template: [sum(key.startswith(table) for key in cell_keys(template)) for table in ("t2", "t3", "t4")]
        for template in TEMPLATES
    }
    assert sizes == {"2021": [10, 175, 15], "2019": [22, 161, 15]}
