"""The limits as users write them: names with hyphens, sizes and times with units."""

from __future__ import annotations

from collections.abc import Mapping

from giar_lark.lang import Text, meant, one_of
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.readers.limits import DEFAULT

_AMOUNT = lazy_pattern(r"([0-9]+(?:\.[0-9]+)?)\s*([^\s0-9.]*)")
_BYTES: Mapping[str, int] = {"b": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40}
_SIZES: Mapping[str, int] = {
    "": 1,
    "字节": 1,
    **{unit + ending: size for unit, size in _BYTES.items() for ending in ("", "b", "ib")},
}
_TIMES: Mapping[str, int] = {
    "": 1,
    "s": 1,
    "sec": 1,
    "秒": 1,
    "m": 60,
    "min": 60,
    "分": 60,
    "分钟": 60,
    "h": 3600,
    "小时": 3600,
}
_NUMBERS: Mapping[str, int] = {"": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitField:
    """A limit: its name as users write it, what it is of, its units (a number alone is always right), what it may be."""

    name: str
    words: Text
    units: Mapping[str, int]
    most: int
    example: str

    @property
    def key(self) -> str:
        """The name of its field in `Limits`."""
        return self.name.replace("-", "_")

    @property
    def usual(self) -> int:
        """The value that holds if nobody says another."""
        return int(getattr(DEFAULT, self.key))

    def value(self, text: str) -> int | Text:
        """The value that a text has, or what is wrong with it."""
        match = _AMOUNT.fullmatch(text.strip().replace("_", "").replace(",", ""))
        factor = self.units.get(match[2].lower()) if match else None
        if match is None or factor is None:
            return Text(
                f"“{self.name}”不能是“{text}”，写成 {self.example}",
                f"{self.name} is not “{text}”; write {self.example}",
            )
        return self.within(int(float(match[1]) * factor) if "." in match[1] else int(match[1]) * factor)

    def within(self, value: int) -> int | Text:
        """A value, or that it is out of bounds."""
        if 1 <= value <= self.most:
            return value
        return Text(
            f"“{self.name}”应在 1 到 {self.most} 之间，写的是 {value}",
            f"{self.name} is {value}, not 1 to {self.most}",
        )


def _of_bytes(name: str, zh: str, en: str, example: str) -> LimitField:
    return LimitField(name=name, words=Text(zh, en), units=_SIZES, most=1 << 50, example=example)


def _of_number(name: str, zh: str, en: str, example: int, most: int = 10**9) -> LimitField:
    return LimitField(name=name, words=Text(zh, en), units=_NUMBERS, most=most, example=str(example))


LIMITS: tuple[LimitField, ...] = (
    _of_bytes(
        "file-bytes", "一个文件、压缩包里一个文件的大小", "size of a file, or of a member of an archive", "256MB"
    ),
    _of_bytes("expanded-bytes", "一个文档全部展开后的大小", "size of all that a document unfolds to", "1GB"),
    _of_number("ratio", "展开后是压缩时的多少倍", "how many times its packed size anything unfolds to", 500, 10**6),
    _of_number("depth", "元素、表格嵌套的层数", "how deep elements and tables are nested", 400, 10_000),
    _of_number("nesting", "压缩包套压缩包的层数", "how deep archives are nested in archives", 8, 100),
    _of_number("parts", "一个文档里部件的个数", "parts of a document", 20_000),
    _of_number("members", "一个压缩包里文件的个数", "members of an archive", 1_000_000),
    _of_number("pages", "PDF 的页数", "pages of a PDF", 1_000, 10**6),
    LimitField(
        name="seconds",
        words=Text("转换一个文档所用的时间", "time for a program that converts a document"),
        units=_TIMES,
        most=24 * 3600,
        example="5min",
    ),
)


def limit_field(name: str) -> LimitField | Text:
    """The limit of a name, with hyphens or without, or that there is none, and which was probably meant."""
    asked = name.strip().lower().replace("_", "-")
    names = [field.name for field in LIMITS]
    if asked in names:
        return LIMITS[names.index(asked)]
    from difflib import get_close_matches

    near = get_close_matches(asked, names, n=1, cutoff=0.5)
    hint = meant(near, one_of(names))
    return Text(f"没有“{name}”这个上限；{hint.zh}", f"no such limit: {name}; {hint.en}")
