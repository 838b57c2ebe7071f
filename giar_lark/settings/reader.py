"""A TOML file being read: its values one by one, each wrong one noted at its line, so that all are told at once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path

from giar_lark.lang import Text, meant, one_of
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.readers.limit_values import LimitField
from giar_lark.settings.problem import Problem, SettingsError
from giar_lark.settings.statements import KeyPath, Places, Spot, spot_of_error

Table = Mapping[str, object]
_TYPES: Mapping[type, Text] = {
    str: Text("字符串", "a text"),
    bool: Text("true 或 false", "true or false"),
    int: Text("整数", "a whole number"),
    Decimal: Text("小数", "a number"),
    date: Text("日期", "a date"),
    list: Text("数组", "an array"),
    dict: Text("表", "a table"),
}
_MONTH_DAY = lazy_pattern(r"[0-9]{2}-[0-9]{2}")
_COMMON_YEAR = 2023


class Reader:
    """The text of a file, the values in it, and what is wrong with them."""

    def __init__(self, path: str, text: str) -> None:
        """Read a text as TOML.

        Raises: SettingsError, where it is none.
        """
        self.path, self.text = path, text.replace("\r\n", "\n")
        self.problems: list[Problem] = []
        self._places = Places(self.text)
        try:
            self.values: Table = tomllib.loads(self.text, parse_float=Decimal)
        except tomllib.TOMLDecodeError as error:
            at, words = spot_of_error(self.text, error)
            message = Text(f"不合 TOML 的写法（{words}）", f"not TOML: {words}")
            raise SettingsError([self._problem(message, at)]) from None

    def wrong(self, where: KeyPath, message: Text, value: str = "") -> None:
        """Note what is wrong at a path: with its key, or with a value that is written there."""
        self.problems.append(self._problem(message, self._places.spot(where, value)))

    def finish(self) -> None:
        """End the reading.

        Raises: SettingsError, where anything is wrong.
        """
        if self.problems:
            raise SettingsError(sorted(self.problems, key=lambda problem: (problem.line, problem.column)))

    def only(self, table: Table, where: KeyPath, names: Iterable[str]) -> None:
        """Note the keys of a table that are none of some names, each with the name that was probably meant."""
        known = list(names)
        for key in table:
            if key not in known:
                self.wrong((*where, key), unknown_key(key, known))

    def table(self, table: Table, where: KeyPath, name: str) -> Table:
        """A table within a table; an empty one where there is none."""
        value = table.get(name, {})
        if isinstance(value, dict):
            return value
        self._mistyped((*where, name), dict, value)
        return {}

    def text_of(self, table: Table, where: KeyPath, name: str) -> str | None:
        """A text that is not blank; None where there is none."""
        value = table.get(name)
        if isinstance(value, str) and not value.strip():
            self.wrong((*where, name), Text(f"“{name}”不能为空", f"“{name}” must not be empty"))
        elif isinstance(value, str):
            return value
        elif value is not None:
            self._mistyped((*where, name), str, value)
        return None

    def texts(self, table: Table, where: KeyPath, name: str) -> tuple[str, ...] | None:
        """Texts in an array; None where there is none."""
        value = table.get(name)
        if value is None:
            return None
        if not isinstance(value, list):
            self._mistyped((*where, name), list, value)
            return None
        for item in value:
            if not isinstance(item, str):
                self._mistyped((*where, name), str, item)
        return tuple(item for item in value if isinstance(item, str))

    def choice(self, table: Table, where: KeyPath, name: str, choices: Iterable[str]) -> str | None:
        """One of some words; None where there is none."""
        value, known = self.text_of(table, where, name), list(choices)
        if value is None or value in known:
            return value
        zh, en = (
            f"“{name}”不能是“{value}”，可写 {'、'.join(known)}",
            f"“{name}” is one of {', '.join(known)}, not {value}",
        )
        self.wrong((*where, name), Text(zh, en), value)
        return None

    def number(self, table: Table, where: KeyPath, name: str, least: int, most: int) -> int | None:
        """A whole number within bounds; None where there is none."""
        value = table.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return value if self._is_within(value, (*where, name), least, most) else None
        if value is not None:
            self._mistyped((*where, name), int, value)
        return None

    def decimal(self, table: Table, where: KeyPath, name: str, least: int, most: int) -> Decimal | None:
        """A number within bounds, whole or not; None where there is none."""
        value = table.get(name)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return Decimal(value) if self._is_within(Decimal(value), (*where, name), least, most) else None
        if value is not None:
            self._mistyped((*where, name), Decimal, value)
        return None

    def amount(self, table: Table, where: KeyPath, field: LimitField) -> int | None:
        """A number, or a text with a number and a unit; None where there is none."""
        value = table.get(field.name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | str):
            self._mistyped((*where, field.name), int, value)
            return None
        found = field.within(value) if isinstance(value, int) else field.value(value)
        if isinstance(found, int):
            return found
        self.wrong((*where, field.name), found, str(value))
        return None

    def truth(self, table: Table, where: KeyPath, name: str) -> bool | None:
        """Yes or no; None where it is not said."""
        value = table.get(name)
        if isinstance(value, bool):
            return value
        if value is not None:
            self._mistyped((*where, name), bool, value)
        return None

    def day(self, table: Table, where: KeyPath, name: str) -> date | None:
        """A date without a time; None where there is none."""
        value = table.get(name)
        if type(value) is date:
            return value
        if value is not None:
            zh, en = "要写日期，不加引号，如 2026-12-31", "has to be a date without quotes, such as 2026-12-31"
            self.wrong((*where, name), Text(f"“{name}”{zh}", f"“{name}” {en}"))
        return None

    def month_day(self, table: Table, where: KeyPath, name: str) -> str | None:
        """A day of every year as `01-31`; None where there is none. The 29th of February is not in every year."""
        value = self.text_of(table, where, name)
        if value is None or _is_month_day(value):
            return value
        zh, en = "要写每年都有的月和日，如 01-31", "has to be month and day of every year, such as 01-31"
        self.wrong((*where, name), Text(f"“{name}”{zh}，写的是“{value}”", f"“{name}” {en}, not {value}"), value)
        return None

    def _is_within(self, value: int | Decimal, where: KeyPath, least: int, most: int) -> bool:
        if Decimal(value).is_finite() and least <= value <= most:
            return True
        zh, en = (
            f"“{where[-1]}”应在 {least} 到 {most} 之间，写的是 {value}",
            f"“{where[-1]}” is {value}, not {least} to {most}",
        )
        self.wrong(where, Text(zh, en))
        return False

    def _mistyped(self, where: KeyPath, wanted: type, value: object) -> None:
        words, found = _TYPES[wanted], _TYPES.get(type(value), Text("别的值", "something else"))
        zh, en = f"要写{words.zh}，写的是{found.zh}", f"has to be {words.en}, not {found.en}"
        self.wrong(where, Text(f"“{where[-1]}”{zh}", f"“{where[-1]}” {en}"))

    def _problem(self, message: Text, at: Spot) -> Problem:
        return Problem(
            path=self.path,
            message=message,
            line=at.line,
            column=at.column,
            width_chars=at.width_chars,
            excerpt=at.excerpt,
        )


def text_of_file(path: Path) -> str:
    """The text of a file that is to be TOML.

    Raises: SettingsError, where it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = Text(f"打不开：{error.strerror}", f"cannot be opened: {error.strerror}")
    except UnicodeDecodeError:
        message = Text("不是 UTF-8，请另存为 UTF-8", "not UTF-8; save it as UTF-8")
    raise SettingsError([Problem(path=str(path), message=message)])


def _is_month_day(text: str) -> bool:
    if not _MONTH_DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{_COMMON_YEAR}-{text}")
    except ValueError:
        return False
    return True


def unknown_key(key: str, known: Iterable[str]) -> Text:
    """That a file has a key that means nothing, and which was probably meant."""
    names = list(known)
    near = (
        get_close_matches(key.lower().replace("_", "-"), names, n=1, cutoff=0.6)
        or [name for name in names if key and (name.startswith(key) or key.startswith(name))][:1]
    )
    hint = meant(near, one_of(names))
    return Text(f"没有“{key}”这个键；{hint.zh}", f"no such key: {key}; {hint.en}")
