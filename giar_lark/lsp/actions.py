"""Code actions: fixes, what a total comes to, all safe fixes at once, setting aside with a reason, the rule's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lsprotocol import types

from giar_lark.findings import Finding
from giar_lark.fixing.rounds import Fixed, Shown, fix, is_fixable
from giar_lark.lang import Text
from giar_lark.lsp.analysis import Analysis
from giar_lark.lsp.changes import line_edits, text_edits
from giar_lark.lsp.diagnostics import diagnostics_of
from giar_lark.lsp.names import DISMISS, EXPLAIN
from giar_lark.lsp.pages import Pages
from giar_lark.lsp.sums import computed
from giar_lark.model.report import Cell
from giar_lark.render.repair import repair_of
from giar_lark.rules.numbers.arithmetic import Number, Verdict
from giar_lark.rules.wording import place_of
from giar_lark.source.source import Source
from giar_lark.source.span import Edit, Span

_QUICK, _SOURCE = types.CodeActionKind.QuickFix.value, f"{types.CodeActionKind.SourceFixAll.value}.giar-lark"
KINDS = (_QUICK, _SOURCE)
_FIX, _FIX_ALL = "fix", "fixAll"


def actions_in(analysis: Analysis, within: Span, only: Sequence[str] | None, pages: Pages) -> list[types.CodeAction]:
    """What can be done about a stretch of a document, the surest first. Fixes are worked out when one is chosen."""
    offered = _Offered(analysis, pages)
    found: list[types.CodeAction] = []
    if _wants(only, _QUICK):
        findings = analysis.findings_at(*within)
        found += [action for finding in findings for action in offered.fixes(finding)]
        found += offered.numbers(findings)
        found += offered.totals(within, findings)
        found += [offered.setting_aside(finding) for finding in findings if analysis.document.path]
        found += [offered.explanation(finding) for finding in {one.code: one for one in findings}.values()]
    is_text = analysis.document.source.origin is None
    if is_text and _wants(only, _SOURCE) and any(is_fixable(finding, unsafe=False) for finding in analysis.findings):
        found.append(offered.fix_all())
    return found


def _wants(only: Sequence[str] | None, kind: str) -> bool:
    """Whether a kind is one of those that are asked for, or a kind of them."""
    asked = [one.value if isinstance(one, types.CodeActionKind) else one for one in only or ()]
    return only is None or any(kind == one or kind.startswith(f"{one}.") for one in asked)


class _Offered:
    """The actions of one document, in the language of its reader."""

    def __init__(self, analysis: Analysis, pages: Pages) -> None:
        self.analysis, self.pages, self.uri = analysis, pages, analysis.document.uri

    def say(self, zh: str, en: str) -> str:
        return Text(zh, en).in_language(self.analysis.lang)

    def fixes(self, finding: Finding) -> Iterator[types.CodeAction]:
        """The fix of a finding, if it may be made as it is."""
        if finding.fix is None or finding.fix.by_hand:
            return
        repair, lead = repair_of(finding, self.analysis.document.source)
        title = Text(lead.zh + repair.zh, lead.en + repair.en) if repair else lead
        yield types.CodeAction(
            title=_without_option(title).in_language(self.analysis.lang),
            kind=_QUICK,
            diagnostics=self._about([finding]),
            is_preferred=finding.fix.safe or None,
            data={"uri": self.uri, "do": _FIX, "id": finding.id},
        )

    def numbers(self, findings: Sequence[Finding]) -> Iterator[types.CodeAction]:
        """The numbers that would balance and that only a person may change, each once, with all findings it would mend."""
        about: dict[Edit, list[Finding]] = {}
        for finding in findings:
            for edit in finding.fix.edits if finding.fix and finding.fix.by_hand else ():
                about.setdefault(edit, []).append(finding)
        for edit, mended in about.items():
            title = self.say(f"改为 {edit.text}（请先与台账核对）", f"change to {edit.text} (check the register first)")
            yield self._edit(title, edit, self._about(mended))

    def totals(self, within: Span, findings: Sequence[Finding]) -> Iterator[types.CodeAction]:
        """What a total should be by its addends: of the totals in a stretch, and of those that its findings are about.

        Where one number explains everything, other totals are not the likely slip, and are left out.
        """
        numbers = {
            edit.span for finding in findings if finding.fix and finding.fix.by_hand for edit in finding.fix.edits
        }
        keys = set() if numbers else {finding.key for finding in findings}
        for cell, value in dict(_wrong_totals(self.analysis)).items():
            touches = cell.span.start <= within.end and within.start <= cell.span.end
            if cell.span not in numbers and (touches or keys & _keys_around(self.analysis, cell)):
                name = place_of(cell)
                title = self.say(
                    f"“{name.zh}”改为各项之和 {value}（请先与台账核对）",
                    f"“{name.en}”: change to the sum, {value} (check the register first)",
                )
                yield self._edit(title, Edit(span=cell.span, text=str(value)), None)

    def setting_aside(self, finding: Finding) -> types.CodeAction:
        title = self.say(f"忽略这一处 {finding.code}，写明原因", f"dismiss this {finding.code}, with a reason")
        command = types.Command(title, DISMISS, arguments=[{"uri": self.uri, "id": finding.id}])
        return types.CodeAction(title=title, kind=_QUICK, diagnostics=self._about([finding]), command=command)

    def explanation(self, finding: Finding) -> types.CodeAction:
        title = self.say(f"说明规则 {finding.code}", f"explain rule {finding.code}")
        command = types.Command(title, EXPLAIN, arguments=[finding.code])
        return types.CodeAction(title=title, kind=_QUICK, diagnostics=self._about([finding]), command=command)

    def fix_all(self) -> types.CodeAction:
        title = self.say("修复全部可以自动改的问题", "fix everything that can be fixed safely")
        return types.CodeAction(title=title, kind=_SOURCE, data={"uri": self.uri, "do": _FIX_ALL})

    def _about(self, findings: Sequence[Finding]) -> list[types.Diagnostic]:
        return diagnostics_of(self.analysis.document, findings, self.pages, self.analysis.lang)

    def _edit(self, title: str, edit: Edit, about: list[types.Diagnostic] | None) -> types.CodeAction:
        change = _workspace_edit(self.analysis, text_edits(self.analysis.document, [edit]))
        return types.CodeAction(title=title, kind=_QUICK, diagnostics=about, edit=change)


def _without_option(title: Text) -> Text:
    """A fix in words, without the option of the command line that does the same."""
    return Text(title.zh.replace("（可用 --fix 自动改）", ""), title.en.replace(" (--fix does it)", ""))


def _wrong_totals(analysis: Analysis) -> Iterator[tuple[Cell, Number]]:
    """The totals that are not the sum of their addends, each with that sum; a total with two sums has the first."""
    for one in reversed(analysis.sums):
        total, value = one.balance.right[-1], computed(one)
        if one.balance.verdict is Verdict.BROKEN and total.state == "given" and value is not None and value >= 0:
            yield total, value


def _keys_around(analysis: Analysis, total: Cell) -> set[str | None]:
    sums = (one.balance for one in analysis.sums if one.balance.right[-1] == total)
    return {cell.key for balance in sums if balance.verdict is Verdict.BROKEN for cell in balance.cells}


def resolved(analysis: Analysis, data: dict[str, Any]) -> tuple[types.WorkspaceEdit | None, Text | None]:
    """The edit of an action that was chosen, or why it is not made: every fix is tried first, as on the command line."""
    if data.get("do") == _FIX_ALL:
        fixed = fix(analysis.document.source, analysis.surroundings.config, shown=_kept(analysis))
        return _workspace_edit(analysis, line_edits(analysis.document, fixed.source.text)), _refusal(fixed)
    finding = next((one for one in analysis.findings if one.id == data.get("id")), None)
    if finding is None or finding.fix is None:
        return None, Text("文本已经变了", "the text has changed")
    fixed = fix(
        analysis.document.source,
        analysis.surroundings.config,
        unsafe=True,
        shown=lambda _, found: [one for one in found if one.id == finding.id],
    )
    if fixed.source is analysis.document.source:
        return None, _refusal(fixed)
    return _workspace_edit(analysis, text_edits(analysis.document, finding.fix.edits)), None


def _kept(analysis: Analysis) -> Shown:
    def kept(source: Source, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return analysis.surroundings.kept(analysis.document.path, source, findings)

    return kept


def _refusal(fixed: Fixed) -> Text | None:
    if not fixed.refused:
        return None
    codes = "、".join(dict.fromkeys(one.finding.code for one in fixed.refused))
    reason = fixed.refused[0].reason
    return Text(f"{codes} 没有改：{reason.zh}", f"{codes} not changed: {reason.en}")


def _workspace_edit(analysis: Analysis, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(changes={analysis.document.uri: edits})
