"""The page of railroad diagrams."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from giar_lark.lang import Text
from giar_lark.markup.page import html_page
from giar_lark.notation.railroad.draw import drawing
from giar_lark.notation.railroad.ebnf import productions
from giar_lark.notation.railroad.names import shown
from giar_lark.notation.railroad.shapes import box, picture

_TITLE = Text("政府信息公开工作年度报告的语法", "The grammar of the annual report on information disclosure")
_INTRODUCTION = Text(
    "从左到右沿轨道走：经过的格子依次出现在报告中；岔路任选一条，回头的轨道表示可以重复。",
    "Follow the track from left to right: the boxes on it stand in the report in this order; of branches take one, and where "
    "the track leads back, go round as often as needed.",
)
_LABEL, _PART = (
    Text("报告中的文字", "words of the report"),
    Text("另有图的部分（点击前往）", "a part with its own diagram (click)"),
)
_HINT = Text("指向一个标签，可看到它的各种写法。", "Point at a label to see its accepted spellings.")


def railroad_page(lang: str) -> str:
    """A page with a diagram for each rule of the grammar, and each header that is made of several labels."""
    body = "\n".join(
        [
            f"<header><h1>{escape(_TITLE.in_language(lang))}</h1>",
            f"<p>{escape(_INTRODUCTION.in_language(lang))} {escape(_HINT.in_language(lang))}</p>",
            f"<p class='legend'>{_legend(lang)}</p></header>",
            f"<nav>{_contents(lang)}</nav>",
            f"<main>{''.join(_sections(lang))}</main>",
        ]
    )
    return html_page(
        title=_TITLE.in_language(lang),
        lang=lang,
        assets=files("giar_lark") / "notation" / "railroad" / "assets",
        body=body,
    )


def _legend(lang: str) -> str:
    return "".join(
        picture(box(words.in_language(lang), kind), words.in_language(lang))
        for words, kind in ((_LABEL, "terminal"), (_PART, "rule"))
    )


def _contents(lang: str) -> str:
    links = (f"<a href='#{name}'>{escape(shown(name, lang))}</a>" for name in productions())
    return "\n".join(links)


def _sections(lang: str) -> Iterator[str]:
    for name, node in productions().items():
        words = shown(name, lang)
        yield (
            f"\n<section id='{name}'><h2>{escape(words)} <code>{escape(name)}</code></h2>"
            f"<div class='scroll' tabindex='0'>{picture(drawing(node, lang), words)}</div></section>"
        )
