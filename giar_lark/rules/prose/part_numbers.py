"""The numbers of the six parts, 一、 to 六、: a part that stands twice or elsewhere, or has a number that is not its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.rules.numbers.order import out_of_order
from giar_lark.rules.wording import SECTION_NUMERALS, spec_of
from giar_lark.tokenise.text.fold import number_of

_MARKS = "、.．。,，:：)） "

# a part that stands twice, or elsewhere than it should, or what is wrong with its number
PartSlip = Literal["twice", "moved"] | Text


class Part(NamedTuple):
    """A part of the report: its key, its number as written, and whether it has a heading."""

    key: str
    ordinal: str
    is_headed: bool


def numeral_of_part(key: str) -> str:
    """The Chinese numeral of a part, by the key of its section."""
    return SECTION_NUMERALS[_number(key) - 1]


@lru_cache(maxsize=64)
def slips_of_parts(parts: tuple[Part, ...]) -> Sequence[tuple[int, PartSlip]]:
    """What is wrong with the numbers of which parts, by their positions. Of what has no heading nothing is said."""
    return () if _is_regular(parts) else list(_irregular(parts))


def _irregular(parts: Sequence[Part]) -> Iterator[tuple[int, PartSlip]]:
    moved = _misplaced([part.key for part in parts])
    ordinals = [part.ordinal for part in parts if part.is_headed]
    seen: set[str] = set()
    for at, part in enumerate(parts):
        if not part.is_headed:
            continue
        if part.key in seen:
            yield at, "twice"
        elif part.key in moved:
            yield at, "moved"
        elif problem := _numeral_problem(part, ordinals):
            yield at, problem
        seen.add(part.key)


def _is_regular(parts: Sequence[Part]) -> bool:
    """Whether all parts stand in order, each once, with its own number in Chinese."""
    numbers = [_number(part.key) for part in parts]
    return numbers == sorted(set(numbers)) and all(
        part.ordinal.strip(_MARKS) == numeral_of_part(part.key) for part in parts
    )


def _numeral_problem(part: Part, ordinals: Sequence[str]) -> Text | None:
    """What is wrong with the number of a part that stands in its place, beside those of all headings; None if nothing is."""
    ordinal, wanted = part.ordinal, numeral_of_part(part.key)
    styles = {_style(other) for other in ordinals}
    numeral = ordinal.strip(_MARKS)
    if "chinese" in styles and _style(ordinal) == "arabic":
        return Text(
            f"序号“{numeral}”与其他标题的汉字序号不一致，应为“{wanted}、”",
            f"number “{numeral}” beside Chinese numerals; it should be “{wanted}、”",
        )
    if len(styles) > 1 and _style(ordinal) == "none":
        return Text(f"标题前缺序号“{wanted}、”", f"the heading lacks its number “{wanted}、”")
    is_automatic = styles == {"arabic"} and len({other.strip(_MARKS) for other in ordinals}) == 1 and len(ordinals) > 1
    if numeral and number_of(numeral) != _number(part.key) and not is_automatic:
        return Text(f"序号“{numeral}”不对，应为“{wanted}、”", f"number “{numeral}” is wrong; it should be “{wanted}、”")
    return None


def _style(ordinal: str) -> str:
    numeral = ordinal.strip(_MARKS)
    if not numeral:
        return "none"
    return "arabic" if numeral.isdigit() else "chinese"


def _misplaced(order: Sequence[str]) -> set[str]:
    """The keys of the parts, each at its first place, that would have to move."""
    keys = list(dict.fromkeys(order))
    return {keys[position] for position in out_of_order([_number(key) for key in keys])}


def _number(key: str) -> int:
    return spec_of(key).ordinal
