"""The pages of two portals, a tidy and an old-fashioned one, with a report in the middle."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from generator.word_html import word_page
from giar_lark.write.document import Document, Kind
from giar_lark.write.html import html_page

_MENU = ("网站首页", "要闻动态", "政务公开", "办事服务", "互动交流")
_PATH = ("首页", "政务公开", "法定主动公开内容", "政府信息公开年报")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a portal says of a page: who published it and when (`2024-01-19`), and under which number."""

    organ: str
    issued: str

    @property
    def index(self) -> str:
        """索引号."""
        return f"0025X/{self.issued[:4]}-00017"


def tidy_page(document: Document) -> str:
    """A report on a portal of today: one main part, the rest in elements that say what they are."""
    imprint = _imprint(document)
    links = "".join(f'<li><a href="#">{name}</a></li>' for name in _MENU)
    path = " &gt; ".join(f'<a href="#">{name}</a>' for name in _PATH)
    facts = (
        ("索引号", imprint.index, "主题分类", "政府信息公开年报"),
        ("发布机构", imprint.organ, "发布日期", imprint.issued),
    )
    rows = "\n".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in facts)
    top = (
        f"<body>\n<header><nav><ul>{links}</ul></nav></header>\n"
        f'<div class="crumb">当前位置：{path}</div>\n'
        f'<table class="facts">\n{rows}\n</table>\n<main>\n'
    )
    bottom = (
        '\n</main>\n<div class="share">扫一扫在手机打开当前页</div>\n'
        f"<footer><p>主办单位：{escape(imprint.organ)}</p><p>网站标识码：0000000000</p></footer>\n</body>"
    )
    return html_page(document).replace("<body>\n", top, 1).replace("\n</body>", bottom, 1)


def word_portal_page(document: Document) -> str:
    """A report that was pasted from a word processor into an old portal, whose menu is a table."""
    imprint = _imprint(document)
    links = "\n".join(f'<td><a href="#">{name}</a></td>' for name in _MENU)
    path = "&nbsp;&gt;&gt;&nbsp;".join(_PATH)
    sizes = "&nbsp;".join(f'<a href="#">{size}</a>' for size in "大中小")
    top = (
        f'<div class="top"><table width="1000"><tr>{links}</tr></table></div>\n'
        f'<div class="pos">您现在的位置：\n{path}</div>\n'
        f'<div class="info">信息来源：{escape(imprint.organ)}&nbsp;&nbsp;&nbsp;发布时间：{imprint.issued}&nbsp;&nbsp;&nbsp;'
        f"字体：[{sizes}]</div>\n<div class=Section1>"
    )
    bottom = (
        '</div>\n<div class="foot">[<a href="#">打印本页</a>]&nbsp;[<a href="#">关闭窗口</a>]<br>\n'
        f"主办单位：{escape(imprint.organ)}<br>网站标识码：0000000000</div>\n</body>"
    )
    return word_page(document).replace("<div class=Section1>", top, 1).replace("</div>\n</body>", bottom, 1)


def _imprint(document: Document) -> Imprint:
    """The organ and the date at the end of a report."""
    texts = {part.kind: part.text for part in document}
    date = re.fullmatch(r"(\d+)年(\d+)月(\d+)日", texts.get(Kind.DATE, ""))
    issued = "-".join(number.zfill(2) for number in date.groups()) if date else ""
    return Imprint(organ=texts.get(Kind.ORGAN, ""), issued=issued)
