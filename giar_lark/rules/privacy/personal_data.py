"""正文泄露了个人信息。

查什么
    正文是否写出申请人、投诉人、原告等个人的全名，公民的手机号码、身份证号码，以及申请人等的住址、账号和邮箱。
    没有写明身份，但由“由……提出”“……申请公开”“……不服”“……女士”看得出是当事人的，也算。
    “张某”“某村村民”“一位市民”已作处理，不提示；本机关的办公电话、联系电话、监督电话，领导和工作人员的姓名，不提示。
为什么
    年度报告要向社会公布。写出当事人的姓名和号码，本身就侵害个人信息权益，检查中会被扣分。
依据
    《个人信息保护法》第四条、第十条；《政府信息公开条例》第十五条：涉及个人隐私的信息不得公开。
怎么改
    删去，或改为“申请人”“一名村民”；已经公布的，立即撤下更换。
何时不必理会
    号码是本机关对外公布的办公电话。

The prose gives away personal data.

What it checks
    Whether the prose names an applicant, complainant or plaintiff in full, or has the mobile number or the identity number of a
    citizen, or where an applicant lives, or their account or address for mail; so does a name that 由……提出, ……申请公开, ……不服 or ……女士 show to be one of these. 张某 and 某村村民 are anonymous and no fault; nor are the telephones of the organ, or the names of officials.
Why it matters
    The report is published. A name or a number in it is itself an infringement, and inspections deduct points for it.
Basis
    Personal Information Protection Law, articles 4 and 10; Regulations on Open Government Information, article 15.
How to mend
    Take it out, or write 申请人 or 一名村民; where it is online already, replace the page at once.
When to ignore
    When the number is the office's own telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.flow import Flow, sentence_near
from giar_lark.model.passage import FRONT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.names.person_names import NAMED, named_persons
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import sought_in_flows
from giar_lark.rules.rule import Rule
from giar_lark.tokenise.text.characters import FILLER

RULE = Rule(
    code="PR-01",
    name="personal-data",
    severity=Severity.ERROR,
    summary=Text("正文泄露了个人信息", "the prose gives away personal data"),
    clause=Text(
        "《个人信息保护法》；《政府信息公开条例》第十五条",
        "Personal Information Protection Law; Regulations on Open Government Information, article 15",
    ),
    example=Example(
        wrong="申请人甘石禾要求公开的批文已当面送达，答复均在法定期限内。",
        right="一名申请人要求公开的批文已当面送达，答复均在法定期限内。",
        instead_of="答复均在法定期限内。",
    ),
)

# a number as long as any of them
_LONG = lazy_pattern(r"\d[\d-]{10}")
_MOBILE = lazy_pattern(r"1(?<![\d.\-]1)[3-9]\d-?\d{4}-?\d{4}(?![\d.]|[多余]?[元件条次个人亩万亿%])")
# how digits stand that belong to one number: 1501 | 507 | 2008 are the cells of a row
_ONE_NUMBER = lazy_pattern(r"[\dXx]+|\d{3}[ -]?\d{4}[ -]?\d{4}")
# a region, a date of birth, a number of that day, and a check character
_IDENTITY = lazy_pattern(
    r"[1-9](?<!\d[1-9])\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
# in front of a number that the organ gives out itself; elsewhere in a sentence that tells where to find the organ
_OFFICE = lazy_pattern(
    r"(?:联系|咨询|监督|举报|投诉|服务|值班|办公|公开|受理|热线)(?:部门)?(?:电话|方式|手机|号码|热线)(?:[为是][：:]?|[：:])?$"
)
_LABEL = lazy_pattern(r"(?:电话|手机)(?:号码)?(?:[为是][：:]?|[：:])?$|联系人")
_WHERE = lazy_pattern("疑问|地址|邮编|传真|邮箱|请与")
_NEAR_CHARS = 30
_CITIZEN = lazy_pattern("申请人|投诉人|举报人|信访人|当事人|村民|居民|市民|原告")
# where somebody lives, to the number of the house or the group of the village
_HOME = lazy_pattern(
    r"(?:家住|现住|住址|住在|居住(?:在|于|地)|户籍地)[为是]?[：:]?[\u4e00-\u9fff]{2,24}?[\d一二三四五六七八九十]+(?:号|室|栋|幢|弄|单元|组)"
    r"(?:[\d一二三四五六七八九十]+(?:号|室|栋|幢|楼|单元|组))*"
)
# an account or an address for mail that is said to be a citizen's
_ACCOUNT = lazy_pattern(r"(?:银行卡|账户?|卡)号?码?[为是]?[：:]?\d{15,19}(?!\d)|邮箱[为是]?[：:]?[\w.]+@[\w.]+[A-Za-z]")


@sought_in_flows(NAMED, _LONG, _HOME, _ACCOUNT)
def _given(text: str) -> tuple[_Given, ...]:
    """The names in a text, then the numbers, then addresses and accounts."""
    return (*_names(text), *_numbers(text), *_whereabouts(text))


@asked_where(_given)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each name or number. What stands above the first section is the organ's own."""
    for flow, found in context.in_flows(_given):
        if flow.section != FRONT:
            yield from (_finding(flow, given) for given in found if _is_one(context, flow, given))


class _Given(NamedTuple):
    """Where a name or a number stands, what is said of it, and what it is."""

    start: int
    end: int
    message: Text
    label: Text


def _is_one(context: Context, flow: Flow, given: _Given) -> bool:
    """Whether a name, or a number that no layout has put together."""
    span = flow.span_of(given.start, given.end)
    is_number = flow.text[given.start].isdigit()
    return not is_number or _ONE_NUMBER.fullmatch(context.plain[span.start : span.end].replace(FILLER, "")) is not None


def _names(text: str) -> Iterator[_Given]:
    for span in named_persons(text):
        yield _Given(*span, Text("写出了当事人的姓名", "a person is named"), Text("姓名", "name"))


def _numbers(text: str) -> Iterator[_Given]:
    for match in _IDENTITY.finditer(text):
        what = Text("疑似写出了身份证号码", "this looks like an identity number")
        yield _Given(*match.span(), what, Text("身份证号码", "identity number"))
    for match in _MOBILE.finditer(text):
        if not _is_office(text, match.start()):
            what = Text("写出了手机号码", "a mobile number is given")
            yield _Given(*match.span(), what, Text("手机号码", "mobile number"))


def _whereabouts(text: str) -> Iterator[_Given]:
    """Where a citizen lives, and accounts, in a sentence or a clause that speaks of one."""
    for pattern, stops, what, label in (
        (_HOME, "[。；]", Text("写出了个人的住址", "where a person lives is given"), Text("住址", "home address")),
        (
            _ACCOUNT,
            "[。；，]",
            Text("写出了个人的账号或者邮箱", "a person's account is given"),
            Text("账号或者邮箱", "account"),
        ),
    ):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - _NEAR_CHARS) : match.start()]
            is_own = match[0].startswith("银行卡") or before.endswith("其")
            if is_own or _CITIZEN.search(re.split(stops, before)[-1]):
                yield _Given(*match.span(), what, label)


def _is_office(text: str, position: int) -> bool:
    """Whether a number is the organ's own, by the words in front of it and in its sentence."""
    before = text[max(0, position - _NEAR_CHARS) : position]
    if _CITIZEN.search(re.split("[。；，]", before)[-1]):
        return False
    is_told = _LABEL.search(before) is not None and _WHERE.search(sentence_near(text, position)) is not None
    return is_told or _OFFICE.search(before) is not None


def _finding(flow: Flow, given: _Given) -> Finding:
    return RULE.finding(
        given.message,
        flow.span_of(given.start, given.end),
        label=given.label,
        help=Text("删去，或改为“申请人”“一名村民”等", "take it out, or write 申请人, 一名村民 or the like"),
        anchor=f"{given.label.en} {flow.text[max(0, given.start - 6) : given.start]}",
    )
