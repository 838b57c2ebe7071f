"""What a place or an organ is named for: as somebody to learn from or to work with, or as if it were one's own."""

from __future__ import annotations

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.rules.prose.quotation import is_quoted, sentence_bounds

# said in the clause or in one next to it
_LEARNING = lazy_pattern(
    r"借鉴|学习|考察|交流|观摩|取经|经验|做法|模式|合作|协作|对口|帮扶|支援|援建|结对|对标|参照|先进|比较|相比|调研|邀请|培训班"
)
# said in the clause itself
_IN_PASSING = lazy_pattern(
    r"联合|联动|会同|共建|共享|协同|协助|配合|毗邻|相邻|邻近|周边|交界|接壤|跨|赴|前往|参加|参观|讲座|授课|承办|来自|籍|务工|游客|客商"
    r"|法院|检察院|仲裁|公司|集团|大学|学院|医院|银行|高速|公路|铁路|国道|省道|流域|水库|划入|划转|划归|划来|并入|撤销|撤并|移交|搬迁|迁"
    r"|(?:^|[由将对并与从、（])原|曾|历史|示范|试点|表彰|通报|排名|转自|转载|日报|晚报|电视台|媒体|来源|案件|原告|被告|起诉|申请人|来信|来访|居民|村民|举报|互设|链接|互认"
    r"|通办|异地|转送|转办|移送|告知|函告|抄送|代为"
)
# 会同县档案馆: far more often with the county's own archives than those of the county 会同
_JOINTLY = "会同"
_PARTNERS = frozenset("与和及同跟、向从至到赴往距")
_LISTED = lazy_pattern(r"[、和与及]|等地|一带")


def is_in_passing(text: str, start: int, end: int) -> bool:
    """Whether what stands between two places is named legitimately: quoted, learnt from, or as another's part in the work."""
    if (
        text.startswith(_JOINTLY, start)
        or is_quoted(text, start)
        or text[max(start - 1, 0) : start] in _PARTNERS
        or _LISTED.match(text, end)
    ):
        return True
    # the words of the name itself tell nothing: an organ may be a company
    clause, around = _clauses(text[:start] + "〇" * (end - start) + text[end:], start)
    return _IN_PASSING.search(clause) is not None or _LEARNING.search(around) is not None


def _clauses(text: str, at: int) -> tuple[str, str]:
    """The clause around a place, and the same with the clauses beside it in the sentence."""
    begin, end = sentence_bounds(text, at)
    clauses = text[begin:end].split("，")
    number = text.count("，", begin, at)
    return clauses[number], "，".join(clauses[max(number - 1, 0) : number + 2])
