"""Writes `docs/rules/`: the page of every rule and a list of them, in Chinese and in English, from the rules themselves.

`python docs/generate.py` writes what has changed and deletes what is no longer a rule; with `--check` it only names those
files, and ends with 1 if there are any.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from giar_lark.export.markdown import page_markdown
from giar_lark.handbook import Entry, entries
from giar_lark.lang import Text
from giar_lark.manual import FIXABLE_WORDS, Manual

RULES = Path(__file__).parent / "rules"
LANGUAGES = ("zh", "en")
INDEX = "README.md"

_CODE = re.compile(r"\b[A-Z][A-Z0-9]-\d\d\b")
_OTHER = {"zh": "English", "en": "中文"}
_TITLE = Text("规则", "Rules")
_INTRODUCTION = Text(
    "giar-lark 检查的全部规则，按检查的部位排列。级别：错误应在公开前改正，警告应当核对，提示仅供参考。"
    "类别是国办公开办函〔2021〕30号所列的五种情形：迟报、不准确、不完整、雷同、敷衍；不属于其中任何一种的空着。\n\n"
    "由各条规则自动生成，请勿手工修改：`python docs/generate.py`。",
    "All rules that giar-lark checks, by the place that they look at. An error has to be mended before publication, a "
    "warning wants a look, an info is a note. The fault is one of the five that letter 30 (2021) names: late, inaccurate, "
    "incomplete, duplicated, perfunctory; it is empty where none of them fits.\n\n"
    "Generated from the rules; do not edit by hand: `python docs/generate.py`.",
)
_COLUMNS = Text(
    "| 编号 | 级别 | 类别 | 查出什么 | 名称 | 修改 |", "| code | severity | fault | what is found | name | fix |"
)


def documents() -> dict[Path, str]:
    """The text of every document by its path."""
    found = list(entries())
    codes = {entry.manual.code for entry in found}
    texts = {}
    for lang in LANGUAGES:
        folder = RULES / lang
        texts[folder / INDEX] = _index([entry.manual for entry in found], lang)
        texts |= {folder / f"{entry.manual.code}.md": _page(entry, codes, lang) for entry in found}
    return texts


def stale(texts: Mapping[Path, str]) -> list[Path]:
    """The documents that are not as they should be: other, missing, or of no rule."""
    changed = [path for path, text in texts.items() if not path.exists() or path.read_text("utf-8") != text]
    return sorted([*changed, *(path for path in RULES.rglob("*.md") if path not in texts)])


def _page(entry: Entry, codes: set[str], lang: str) -> str:
    """A page under a line of links; the other rules that it names are links, too."""
    code = entry.manual.code
    top = f"[{_TITLE.in_language(lang)}]({INDEX}) · [{_OTHER[lang]}](../{_other(lang)}/{code}.md)"
    return "\n".join([top, "", *_linked(page_markdown(entry.manual, entry.found, lang), codes - {code})])


def _linked(text: str, codes: set[str]) -> Iterator[str]:
    """The lines of a page with links to other rules, but for those of its examples."""
    in_code = False
    for line in text.split("\n"):
        in_code ^= line.startswith("```")
        yield line if in_code else _CODE.sub(lambda match: _link(match[0]) if match[0] in codes else match[0], line)


def _link(code: str) -> str:
    return f"[{code}]({code}.md)"


def _index(manuals: list[Manual], lang: str) -> str:
    """The list of all rules, a table for each place."""
    lines = [f"[{_OTHER[lang]}](../{_other(lang)}/{INDEX})", "", f"# {_TITLE.in_language(lang)}", ""]
    lines += [_INTRODUCTION.in_language(lang), ""]
    for _, group in groupby(manuals, key=lambda manual: manual.code[:2]):
        rules = list(group)
        lines += [f"## {rules[0].place.in_language(lang)}", "", _COLUMNS.in_language(lang), "|---|---|---|---|---|---|"]
        lines += [*(_row(manual, lang) for manual in rules), ""]
    return "\n".join(lines)


def _row(manual: Manual, lang: str) -> str:
    severity = manual.severity.words.in_language(lang)
    fault = manual.fault.words.in_language(lang) if manual.fault else ""
    summary = manual.summary.in_language(lang).replace("|", "\\|")
    fix = FIXABLE_WORDS[manual.fixable].in_language(lang) if manual.fixable else ""
    return f"| {_link(manual.code)} | {severity} | {fault} | {summary} | `{manual.name}` | {fix} |"


def _other(lang: str) -> str:
    return next(other for other in LANGUAGES if other != lang)


def main(arguments: list[str]) -> int:
    """The exit code of the program: 1 where `--check` finds anything to write."""
    texts = documents()
    changed = stale(texts)
    for path in changed:
        print(path.relative_to(RULES.parent))
        if "--check" in arguments:
            continue
        if path in texts:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(texts[path], encoding="utf-8")
        else:
            path.unlink()
    return int("--check" in arguments and bool(changed))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
