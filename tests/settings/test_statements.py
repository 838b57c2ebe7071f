"""The places of what a TOML file says."""

from __future__ import annotations

import tomllib

import pytest

from giar_lark.settings.statements import Places, Spot, spot_of_error, statements

TEXT = '''# a comment
select = ["T3", "T2-09"]  # behind it
ignore = [
  "FM-04",

  "ST",
]
a.b = """
[no.header]
c = 1
"""

[severity]
"T3-01" = "off"

[[dismiss]]
code = "T3-01"

[[dismiss]]
code = "T3-02"
[dismiss.more]
x = { y = 1, z = 2 }

[options]
'''


def test_statements_have_paths_and_first_lines() -> None:
    tomllib.loads(TEXT)
    assert [(statement.path, statement.line) for statement in statements(TEXT)] == [
        (("select",), 2),
        (("ignore",), 3),
        (("a", "b"), 8),
        (("severity",), 13),
        (("severity", "T3-01"), 14),
        (("dismiss", 0), 16),
        (("dismiss", 0, "code"), 17),
        (("dismiss", 1), 19),
        (("dismiss", 1, "code"), 20),
        (("dismiss", 1, "more"), 21),
        (("dismiss", 1, "more", "x"), 22),
        (("options",), 24),
    ]


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("select",), "", (2, 1, 6)),
        (("select",), "T2-09", (2, 18, 5)),
        (("ignore",), "ST", (6, 4, 2)),
        (("severity", "T3-01"), "", (14, 2, 5)),
        (("severity", "T3-01"), "off", (14, 12, 3)),
        (("dismiss", 1, "code"), "T3-02", (20, 9, 5)),
        (("dismiss", 1, "reason"), "", (19, 1, 11)),
        (("dismiss", 1, "more", "x", "z"), "", (22, 14, 1)),
        (("options", "nothing"), "", (24, 1, 9)),
    ],
)
def test_spot_is_the_value_or_the_name_or_what_is_nearest_above(
    path: tuple[str | int, ...], value: str, expected: tuple[int, int, int]
) -> None:
    found = Places(TEXT).spot(path, value)
    assert found[:3] == expected
    assert found.excerpt == TEXT.split("\n")[found.line - 1]


def test_empty_text_has_a_spot() -> None:
    assert Places("").spot(("select",)) == Spot(1, 1, 1, "")


@pytest.mark.parametrize(("text", "expected"), [("a = 1\nb = \n", (2, 5)), ("a = [\n1,\n", (3, 1)), ("a = 'x", (1, 7))])
def test_text_that_is_not_toml_is_told_where(text: str, expected: tuple[int, int]) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    at, words = spot_of_error(text, caught.value)
    assert (at.line, at.column) == expected
    assert "at line" not in words
