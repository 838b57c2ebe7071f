"""What the rules and terminals of the grammar are called in a diagram: labels by their official spelling, others by a word."""

from __future__ import annotations

from types import MappingProxyType

from giar_lark.lang import Text
from giar_lark.official.vocabulary import vocabulary

NAMES = MappingProxyType(
    {
        "report": Text("年度报告", "annual report"),
        "front": Text("标题和引言", "title and preamble"),
        "section": Text("六个部分之一", "one of the six sections"),
        "overview": Text("第一部分", "section one"),
        "proactive_disclosure": Text("第二部分", "section two"),
        "applications": Text("第三部分", "section three"),
        "reconsideration_litigation": Text("第四部分", "section four"),
        "problems_improvements": Text("第五部分", "section five"),
        "other_matters": Text("第六部分", "section six"),
        "_body": Text("正文", "body"),
        "_text": Text("表后文字", "text behind a table"),
        "_paragraph": Text("段落", "paragraph"),
        "disclosure_table": Text("表二", "table two"),
        "block": Text("表二的一项", "block of table two"),
        "item_1": Text("第（一）项：规章、规范性文件", "item (1): documents"),
        "item_5": Text("第（五）项：行政许可", "item (5): licences"),
        "item_6": Text("第（六）项：处罚、强制", "item (6): enforcement"),
        "item_8": Text("第（八）项：收费", "item (8): fees"),
        "item_9": Text("第（九）项：采购（2019）", "item (9): procurement (2019)"),
        "document": Text("文件一行", "row of documents"),
        "licence_decision": Text("许可一行", "row of licences"),
        "licence_items": Text("许可一行（2019）", "row of licences (2019)"),
        "enforcement_decision": Text("处罚、强制一行", "row of enforcement"),
        "enforcement_items": Text("处罚、强制一行（2019）", "row of enforcement (2019)"),
        "fee_amount": Text("收费一行", "row of fees"),
        "fee_items": Text("收费一行（2019）", "row of fees (2019)"),
        "procurement": Text("采购一行（2019）", "row of procurement (2019)"),
        "applications_table": Text("表三", "table three"),
        "outcome": Text("表三的一行", "row of table three"),
        "received": Text("收到、结转一行", "row received or carried"),
        "single_outcome": Text("单项结果一行", "row of an outcome"),
        "denied": Text("不予公开一行", "row of a denial"),
        "unavailable": Text("无法提供一行", "row of what is unavailable"),
        "not_processed": Text("不予处理一行", "row of what is not processed"),
        "otherwise": Text("其他处理", "processed otherwise"),
        "cases_table": Text("表四", "table four"),
        "cases": Text("十五个数", "fifteen values"),
        "reconsideration": Text("行政复议的五个数", "five values of reconsideration"),
        "litigation_direct": Text("直接起诉的五个数", "five values of direct litigation"),
        "litigation_after_reconsideration": Text("复议后起诉的五个数", "five values of litigation after it"),
        "_one": Text("一个数", "one value"),
        "_two": Text("两个数", "two values"),
        "_three": Text("三个数", "three values"),
        "_seven": Text("七个数", "seven values"),
        "tail": Text("落款", "organ and date"),
        "ISSUED_COLUMNS": Text("表头：制发、废止、有效", "header: issued, repealed, in force"),
        "MADE_COLUMNS": Text("表头：新制作、新公开、总数（2019）", "header: made, disclosed, total (2019)"),
        "DECISION_COLUMN": Text("表头：处理决定", "header: decisions"),
        "ITEM_COLUMNS": Text("表头：项目、增减、决定（2019）", "header: items, change, decisions (2019)"),
        "FEE_COLUMN": Text("表头：收费金额", "header: amount of fees"),
        "FEE_ITEM_COLUMNS": Text("表头：收费项目、增减（2019）", "header: fee items, change (2019)"),
        "PROCUREMENT_COLUMNS": Text("表头：采购项目、金额（2019）", "header: projects, amount (2019)"),
        "APPLICANT_COLUMNS": Text("表头：申请人情况", "header: applicants"),
        "LEGAL_PERSON_COLUMNS": Text("表头：法人或其他组织", "header: legal persons"),
        "SOCIAL_COLUMNS": Text("表头：社会公益、法律服务", "header: welfare, legal service"),
        "CASE_COLUMNS": Text("表头：复议、诉讼", "header: reconsideration, litigation"),
        "RESULT_COLUMNS": Text("表头：五种结果", "header: five results"),
        "CELL": Text("数或空格", "value or blank"),
        "UNPLACED": Text("列位不明的数", "values without columns"),
        "TEXT": Text("文字", "text"),
        "NUMBERED": Text("带序号的段落", "numbered paragraph"),
        "TITLE": Text("标题", "title"),
        "ISSUING_ORGAN": Text("发布机关", "issuing organ"),
        "ISSUED_DATE": Text("日期", "date"),
    }
)
_LONGEST = 24


def shown(name: str, lang: str) -> str:
    """The words for a rule or terminal in a diagram; a long label is cut."""
    if name in NAMES:
        return NAMES[name].in_language(lang)
    label = vocabulary()[name][0]
    return label if len(label) <= _LONGEST else label[:_LONGEST] + "…"


def hint(name: str) -> str:
    """Every accepted spelling of a label, or the name that the grammar has for anything else."""
    return " / ".join(vocabulary()[name]) if name in vocabulary() else name
