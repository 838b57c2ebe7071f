"""Code actions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from analysed import SOUND, WRONG_TOTAL, analysed, at
from lsprotocol import types

from giar_lark.lsp.actions import KINDS, actions_in, resolved
from giar_lark.lsp.analysis import Analysis
from giar_lark.lsp.pages import Pages
from giar_lark.source.span import Span

PAGES = Pages("rule:{lang}/{code}", Path("/nowhere"))
MISNUMBERED = SOUND.replace("五、存在", "四、存在").replace("六、其他需要", "五、其他需要")


def actions(analysis: Analysis, offset: int, only: Sequence[str] | None = None) -> list[types.CodeAction]:
    return actions_in(analysis, Span(offset, offset), only, PAGES)


def edited(text: str, edit: types.WorkspaceEdit | None) -> str:
    """A text after an edit."""
    assert edit is not None and edit.changes is not None
    (edits,) = edit.changes.values()
    document = analysed(text).document
    for one in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
        start, end = document.raw.span(one.range)
        text = text[:start] + one.new_text + text[end:]
    return text


def test_a_safe_fix_is_preferred_and_worked_out_when_chosen() -> None:
    analysis = analysed(MISNUMBERED)
    fix, dismiss, explain = actions(analysis, at(MISNUMBERED, "四、存在"), [types.CodeActionKind.QuickFix])
    assert [one.title for one in (fix, dismiss, explain)] == [
        "修复：把“四、”改为“五、”",
        "忽略这一处 ST-02，写明原因",
        "说明规则 ST-02",
    ]
    assert (fix.is_preferred, fix.edit) == (True, None)
    edit, refusal = resolved(analysis, fix.data)
    assert refusal is None
    assert edited(MISNUMBERED, edit) == MISNUMBERED.replace("四、存在", "五、存在")


def test_the_number_that_would_balance_is_offered_once_and_never_preferred() -> None:
    analysis = analysed(WRONG_TOTAL)
    first, *rest = actions(analysis, at(WRONG_TOTAL, "\t9\n", 1))
    assert (first.title, first.is_preferred) == ("改为 8（请先与台账核对）", None)
    assert [one.code for one in first.diagnostics or ()] == ["T3-02", "T3-03"]
    assert edited(WRONG_TOTAL, first.edit) == SOUND
    assert [one.title for one in rest] == [
        "忽略这一处 T3-02，写明原因",
        "忽略这一处 T3-03，写明原因",
        "说明规则 T3-02",
        "说明规则 T3-03",
    ]


def test_a_total_can_be_set_to_its_sum() -> None:
    text = SOUND.replace("\t1\t0\t1\t0\t2\t", "\t1\t0\t1\t0\t5\t")
    first, *_ = actions(analysed(text), at(text, "\t5\t", 1))
    assert first.title == "“行政复议·总计”改为各项之和 2（请先与台账核对）"
    assert edited(text, first.edit) == SOUND


def test_a_total_with_a_blank_among_its_addends_is_set_to_nothing() -> None:
    text = SOUND.replace("\t1\t0\t1\t0\t2\t", "\t1\t\t1\t0\t5\t")
    assert not [one.title for one in actions(analysed(text), at(text, "\t5\t", 1)) if "之和" in one.title]


def test_everything_safe_is_fixed_at_once() -> None:
    analysis = analysed(MISNUMBERED)
    (fix_all,) = actions(analysis, 0, [types.CodeActionKind.SourceFixAll])
    assert fix_all.kind in KINDS
    edit, refusal = resolved(analysis, fix_all.data)
    assert (edited(MISNUMBERED, edit), refusal) == (SOUND, None)


def test_a_sound_place_has_no_actions() -> None:
    assert actions(analysed(SOUND), at(SOUND, "规章")) == []


def test_an_action_on_what_has_gone_changes_nothing() -> None:
    fix, *_ = actions(analysed(MISNUMBERED), at(MISNUMBERED, "四、存在"))
    edit, refusal = resolved(analysed(SOUND), fix.data)
    assert edit is None and refusal is not None


def test_the_commands_name_the_finding_and_the_rule() -> None:
    analysis = analysed(WRONG_TOTAL)
    commands = [one.command for one in actions(analysis, at(WRONG_TOTAL, "\t9\n", 1)) if one.command]
    assert [(one.command, one.arguments) for one in commands] == [
        *(("giar-lark.dismiss", [{"uri": analysis.document.uri, "id": finding.id}]) for finding in analysis.findings),
        ("giar-lark.explainRule", ["T3-02"]),
        ("giar-lark.explainRule", ["T3-03"]),
    ]
