"""What a user may set about the rules: thresholds and deadlines, with the usual values."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass


class About(NamedTuple):
    """What an option means, in both languages, and the bounds of its number: `least` to `most`, both of them allowed."""

    zh: str
    en: str
    least: int = 0
    most: int = 1_000_000

    @property
    def words(self) -> Text:
        """What it means."""
        return Text(self.zh, self.en)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The thresholds and deadlines of the rules, each with what it means beside its type.

    A new one is a line here; the configuration file then has it in `[options]`, with hyphens. The name of a deadline ends
    with `_deadline`, and stands in `[deadlines]` without that.

    Units: a name ends with what it counts. Deadlines are month and day (`01-31`) of the year after the one reported on.
    Source: domain catalogue T2-04, T2-06, T3-09, YR-04 (proposals); 条例 article 49 for deadlines, which names no date for
    townships and subdistricts: county notices set it, usually within January.
    """

    township_issued_documents: Annotated[
        int, About("镇街一年制发规范性文件的件数，超过则提示", "documents that a township issues in a year, at most")
    ] = 20
    township_in_force_documents: Annotated[
        int, About("镇街现行有效规范性文件的件数，超过则提示", "documents of a township in force, at most")
    ] = 200
    department_fee_10k_yuan: Annotated[
        Decimal, About("部门收费金额（万元），超过则提示", "fees of a department, in 10,000 yuan, at most")
    ] = Decimal(10_000)
    township_fee_10k_yuan: Annotated[
        Decimal, About("镇街收费金额（万元），超过则提示", "fees of a township, in 10,000 yuan, at most")
    ] = Decimal(100)
    other_outcome_percent: Annotated[
        int,
        About("“其他处理”占办理总数的百分比，超过则提示", "outcomes entered as other, in per cent, at most", most=100),
    ] = 30
    other_outcome_least: Annotated[
        int, About("“其他处理”不足这个件数时不提示", "outcomes entered as other, fewer of which are let pass")
    ] = 5
    text_reuse_percent: Annotated[
        int, About("与另一份报告相同文字的百分比，达到则提示", "text shared with another report, in per cent", most=100)
    ] = 90
    children_complete: Annotated[
        bool,
        About(
            "文件夹中各政府的所属机关是否齐全", "whether the folder has the reports of all organs of its governments"
        ),
    ] = False
    overview_chars: Annotated[int, About("总体情况的字数上限", "characters of the overview, at most", least=1)] = 1000
    department_deadline: Annotated[
        str, About("部门公布年度报告的期限", "until when departments publish their reports")
    ] = "01-31"
    government_deadline: Annotated[
        str, About("县级以上政府公布年度报告的期限", "until when governments of counties and above publish theirs")
    ] = "03-31"
    township_deadline: Annotated[
        str, About("镇街公布年度报告的期限，以当地通知为准", "until when townships and subdistricts publish theirs")
    ] = "01-31"

    def __hash__(self) -> int:
        """That of a threshold: hardly anybody has several sets of options, and what is remembered is looked up by them."""
        return hash(self.overview_chars)


USUAL = Options()
