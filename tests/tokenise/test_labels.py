"""Row and column labels as real reports write them: the cells are read, and a misspelling is told."""

from __future__ import annotations

import pytest
from generator.numbers import Numbers, fresh_numbers

from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official, vocabulary
from synthetic.layouts import LAYOUTS, canonical
from synthetic.reading import Reading, read_text

NUMBERS = {template: fresh_numbers(template) for template in ("2021", "2019")}
ROWS = [
    (template, row.terminal)
    for template in NUMBERS
    for table in ("t2", "t3")
    for row in tables().rows_of(table, template)
]


def read_relabelled(label: str, written: str, template: str = "2021", layout: str = "canonical") -> Reading:
    text = LAYOUTS[layout](NUMBERS[template])
    assert label in text
    return read_text(text.replace(label, written))


def assert_read(reading: Reading, template: str = "2021") -> None:
    assert reading.readings == NUMBERS[template].readings
    assert reading.codes == []


@pytest.mark.parametrize(
    ("template", "terminal", "spelling"),
    [(template, row, text) for template, row in ROWS for text in vocabulary()[row][1:]],
)
def test_an_accepted_spelling_of_a_row(template: str, terminal: str, spelling: str) -> None:
    text = canonical(NUMBERS[template]).replace(f"\n{official(terminal)}\t", f"\n{spelling}\t")
    assert spelling in text
    assert_read(read_text(text), template)


@pytest.mark.parametrize(
    ("label", "written"),
    [
        # brackets, points and spaces of the ordinal
        ("（一）予以公开", "(一)予以公开"),
        ("（四）无法提供", "（ 四）无 法 提 供"),
        ("（五）不予处理", "（五 ）不予处理"),
        ("（七）总计", "(七) 总计"),
        ("（七）总计", "7.总计"),
        ("（七）总计", "七、总计"),
        ("（七）总计", "总计"),
        ("1.属于国家秘密", "1．属于国家秘密"),
        ("1.属于国家秘密", "1、 属于国家秘密"),
        ("1.属于国家秘密", "属于国家秘密"),
        ("2.重复申请", "2. 重复申请"),
        ("2.重复申请", "\xa02.重复申请"),
        ("三、本年度办理结果", "三、本 年度办理结果"),
        ("四、结转下年度继续办理", "4、结转下年度继续办理"),
        ("一、本年新收政府信息公开申请数量", "1.本年新收政府信息公开申请数量"),
        # quotation marks
        ("3.危及“三安全一稳定”", "3.危及三安全一稳定"),
        ("3.危及“三安全一稳定”", '3.危及"三安全一稳定"'),
        ("3.危及“三安全一稳定”", "3.危及「三安全一稳定」"),
        ("3.危及“三安全一稳定”", "3.危害“三安全一稳定”"),
        # words
        ("（三）不予公开", "（三） 不予公开"),
        ("（五）不予处理", "（五）不予以处理"),
        ("（六）其他处理", "（六）其它处理"),
        ("3.其他", "3.其它"),
        ("3.其他", "3.其他情形"),
        ("行政规范性文件", "规范性文件"),
        ("社会公益组织", "社会公益"),
        ("法律服务机构", "法律服务"),
        ("二、上年结转", "二、上年度结转"),
        ("一、本年新收", "一、本年度新收"),
        ("四、结转下年度", "四、结转下一年度"),
        ("逾期不补正、", "逾期不补正，"),
        ("缴纳费用、", "缴纳费用，"),
        ("（区分处理的，只计这一情形，不计其他情形）", "(区分处理的, 只计这一情形, 不计其它情形)"),
        ("（区分处理的，只计这一情形，不计其他情形）", ""),
        ("2.其他法律行政法规禁止公开", "2.其他法律、行政法规禁止公开"),
        ("（单位：万元）", "(单位:万元)"),
        ("第二十条第（一）项", "第二十条第(一)项"),
        # column labels
        ("法人或其他组织", "法人或其它组织"),
        ("未经复议直接起诉", "未经复议 直接起诉"),
        ("结果维持", "结果 维持"),
        ("尚未审结", "尚未 审结"),
        ("其他结果", "其它结果"),
    ],
)
@pytest.mark.parametrize("layout", ["canonical", "tab-led", "blank-lines", "markdown", "html"])
def test_a_variant_of_a_label(layout: str, label: str, written: str) -> None:
    assert_read(read_relabelled(label, written, layout=layout))


@pytest.mark.parametrize("layout", ["canonical", "tab-led", "blank-lines", "markdown", "html"])
def test_a_space_in_the_first_caption(layout: str) -> None:
    assert_read(read_relabelled("第二十条第（一）项", "第二十条 第（一）项", layout=layout))


@pytest.mark.parametrize(
    ("label", "written"),
    [
        ("规章", "规章（设区的市的政府填报）"),
        ("（一）予以公开", "（一）予以公开（含主动公开的）"),
        ("本年新制作数量", "本年新\n制作数量"),
        ("本年增/减", "本年增减"),
    ],
)
def test_a_label_with_guidance_or_a_break(label: str, written: str) -> None:
    template = "2019"
    layout = "tab-led" if "\n" in written else "canonical"
    assert_read(read_relabelled(label, written, template, layout), template)


@pytest.mark.parametrize("layout", ["cell-lines", "blank-lines", "tab-led", "bar-lines"])
@pytest.mark.parametrize(
    "label", ["（三）不予公开", "5.要求行政机关确认或重新出具已获取信息", "商业企业", "行政事业性收费"]
)
def test_a_label_over_two_lines(layout: str, label: str) -> None:
    half = (len(label) + 3) // 2
    assert_read(read_relabelled(label, label[:half] + "\n" + label[half:], layout=layout))


def test_a_label_that_is_printed_one_character_a_line() -> None:
    label = official("OUTCOMES")
    assert_read(read_relabelled(label, "\n".join(label), layout="tab-led"))


def test_a_label_wrapped_around_its_values() -> None:
    label = official("RECONFIRMATION")
    values = "  ".join(NUMBERS["2021"].at(f"t3.not_processed.reconfirmation.{c}").raw for c in tables().applicant_keys)
    text = LAYOUTS["aligned-wide"](NUMBERS["2021"])
    line = next(line for line in text.split("\n") if label in line)
    broken = f"{label[:9]}\n{' ' * 30}{values}\n{label[9:]}"
    assert_read(read_text(text.replace(line, broken)))


@pytest.mark.parametrize(
    ("terminal", "written"),
    [
        ("THIRD_PARTY_RIGHTS", "4.保护第三方合法权宜"),
        ("PETITION_COMPLAINT", "1.信访举报投拆类申请"),
        ("ENFORCEMENT_FILE", "7.属于行政执法案件"),
        ("NOT_HELD", "1.本机关不掌握有关政府信息"),
    ],
)
def test_a_misspelt_label_is_read_and_told(terminal: str, written: str) -> None:
    reading = read_relabelled(official(terminal), written)
    assert reading.readings == NUMBERS["2021"].readings
    assert reading.codes == ["FM-04"]
    assert reading.covered(reading.findings[0]) == written
    assert official(terminal) in reading.findings[0].message.zh


def test_rows_of_2021_and_2019_are_told_apart() -> None:
    found = {template: read_text(canonical(numbers)).report.template for template, numbers in NUMBERS.items()}
    assert found == {"2021": "2021", "2019": "2019"}


@pytest.mark.parametrize("block", ["ITEM_1", "ITEM_5", "ITEM_6", "ITEM_8"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_block_of_2019_in_a_report_of_2021(layout: str, block: str) -> None:
    numbers: Numbers = fresh_numbers("2021", templates={block: "2019"})
    reading = read_text(LAYOUTS[layout](numbers))
    table = reading.report.table("t2")
    assert reading.readings == numbers.readings
    assert table is not None
    assert [b.template for b in table.blocks] == ["2019" if b.caption == block else "2021" for b in table.blocks]


def test_a_colon_parts_a_label_from_its_values() -> None:
    numbers = NUMBERS["2021"]
    rows = canonical(numbers).split("\n")
    written = [_with_colon(row) if row.count("\t") == 7 else row for row in rows]
    assert written != rows
    found = read_text("\n".join(written)).readings
    assert {key: found[key] for key in found if key.startswith("t3.")} == {
        key: reading for key, reading in numbers.readings.items() if key.startswith("t3.")
    }


def _with_colon(row: str) -> str:
    """A row of table 3 as it is dictated: 一、…数量：3；0；0；0；0；0；3."""
    label, *values = row.split("\t")
    return f"{label}：{'；'.join(values)}"
