"""Hypothesis strategies for invented reports: sound ones in which some cells hold something else."""

from __future__ import annotations

from generator.numbers import Numbers, keys_of, sound_numbers
from generator.values import BLANK, Value, amount, change, mark, number, thousands, wide
from hypothesis import settings
from hypothesis import strategies as st

from giar_lark.official.vocabulary import vocabulary

# the same examples on every machine and in every run
REPEATABLE = settings(deadline=None, derandomize=True, database=None)

COUNTS = st.integers(0, 9_999_999)
MARKS = ("-", "—", "/", "无")


def values(key: str) -> st.SearchStrategy[Value]:
    """What may stand in a cell: a number in any spelling, nothing, or a mark."""
    written: list[st.SearchStrategy[Value]] = [
        st.just(BLANK),
        st.builds(number, COUNTS),
        st.builds(thousands, COUNTS),
        st.builds(wide, COUNTS),
        st.sampled_from(MARKS).map(mark),
    ]
    if key.endswith("items_change"):
        written.append(st.integers(-999, 999).map(change))
    if ".amount_" in key:
        written.append(st.decimals(0, 99999, places=3).filter(lambda d: d % 1 != 0).map(lambda d: amount(f"{d:f}")))
    return st.one_of(written)


@st.composite
def sound_reports(draw: st.DrawFn) -> Numbers:
    """A report whose sums hold and in which every cell has a number."""
    template = draw(st.sampled_from(["2021", "2019"]))
    keys = [key for key in keys_of(template) if not key.endswith(".total")]
    return sound_numbers(template, draw(st.dictionaries(st.sampled_from(keys), COUNTS, max_size=40)))


@st.composite
def reports(draw: st.DrawFn) -> Numbers:
    """A sound report with up to thirty cells written otherwise, and up to three rows wholly blank."""
    numbers = draw(sound_reports())
    keys = sorted(numbers.cells)
    rows = sorted({key.rpartition(".")[0] for key in keys if not key.startswith("t4.")})
    emptied = draw(st.lists(st.sampled_from(rows), max_size=3))
    numbers = numbers.changed({k: BLANK for k in keys for row in emptied if k.startswith(f"{row}.")})
    changed = draw(st.lists(st.sampled_from(keys), max_size=30, unique=True))
    return numbers.changed({key: draw(values(key)) for key in changed})


@st.composite
def reports_blank_for_zero(draw: st.DrawFn) -> Numbers:
    """A sound report that leaves its zeros blank, totals perhaps excepted; one number at least stands in each table."""
    numbers = draw(sound_reports())
    spared = draw(st.sampled_from(["total", "none"]))
    zeros = [key for key, value in numbers.cells.items() if value.value == 0 and not key.endswith(spared)]
    kept = {next(key for key in numbers.cells if key.startswith(table)) for table in ("t2", "t3", "t4")}
    zeros = [key for key in zeros if key not in kept]
    return numbers.changed(dict.fromkeys(zeros, BLANK))


_LABELS = sorted(text for spellings in vocabulary().values() for text in spellings)
_CELLS = (
    "0",
    "12",
    "1,204",
    "3.5",
    "-2",
    "—",
    "无",
    "１２",
    "2 0",
    "~7",
    "?",
    "12件",
    "第5页 共9页",
    "- 4 -",
    "2024年1月19日",
)
_MARKS = (
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "　",
    "\xa0",
    "|",
    "\n|\n",
    ",",
    "\f",
    "。",
    "、",
    "（一）",
    "1.",
    "\ufeff",
    "\u2060",
)
_TAGS = (
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    '<td colspan="7">',
    "<br>",
    "<p>",
    "&nbsp;",
    "&#48;",
    "<",
    "&",
)


def scraps() -> st.SearchStrategy[str]:
    """Texts thrown together from what reports are made of, and from anything else."""
    piece = st.one_of(
        st.sampled_from(_LABELS),
        st.sampled_from(_CELLS),
        st.sampled_from(_MARKS),
        st.sampled_from(_MARKS),
        st.sampled_from(_TAGS),
        st.text(max_size=6),
    )
    return st.lists(piece, max_size=60).map("".join)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """A text from which up to six stretches are cut, or given twice, or put elsewhere."""
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 400)))
        place = draw(st.integers(0, len(text)))
        kept = draw(st.sampled_from(["cut", "double", "move"]))
        stretch = text[start:end]
        text = text[:start] + text[end:] if kept != "double" else text
        text = text if kept == "cut" else text[:place] + stretch + text[place:]
    return text
