"""Signs of fonts in which a letter or a figure is drawn as something else, such as Wingdings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_PRIVATE: Final = 0xF000
_WINGDINGS: Mapping[int, str] = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    **{0x80 + count: sign for count, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")},
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xE0: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
# the few that Adobe's Symbol has beside Greek; its figures and marks are those of ASCII
_SYMBOL: Mapping[int, str] = {0x2D: "-", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xA3: "≤", 0xB3: "≥", 0xB1: "±"}
_BULLET = "•"


def is_symbolic(font: str | None) -> bool:
    """Whether a font draws its signs as others."""
    return (font or "").startswith(("Wingdings", "Webdings", "Symbol", "ZapfDingbats", "Marlett", "MT Extra"))


def drawn(text: str, font: str) -> str:
    """What is to be seen of a text in such a font, sign for sign; U+FFFD for what no character stands for."""
    return "".join(_drawn(ord(char), font) for char in text)


def shown(text: str, font: str | None) -> str:
    """The bullet of a list, in the font of its level: a plain one where no character stands for it."""
    seen = drawn(text, font) if font and is_symbolic(font) else text
    return "".join(_BULLET if char == "\ufffd" or "\ue000" <= char <= "\uf8ff" else char for char in seen)


def _drawn(code: int, font: str) -> str:
    own = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    if own <= 0x20 or own >= 0x100:
        return chr(code)
    if font == "Symbol":
        return _SYMBOL.get(own, chr(own) if chr(own) in "0123456789.,+/%()" else "\ufffd")
    return _WINGDINGS.get(own, "\ufffd") if font == "Wingdings" else "\ufffd"
