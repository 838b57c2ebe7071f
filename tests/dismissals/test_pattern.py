"""Which files a pattern means."""

from __future__ import annotations

import pytest

from giar_lark.dismissals.pattern import has_wildcard, matches


@pytest.mark.parametrize(
    ("pattern", "means", "not_means"),
    [
        ("2023.txt", ["2023.txt"], ["a/2023.txt", "2023xtxt", "2023.txt.bak", "12023.txt"]),
        ("镇/2023.txt", ["镇/2023.txt"], ["2023.txt", "县/镇/2023.txt"]),
        ("*.txt", ["a.txt", ".txt"], ["a/b.txt", "a.md"]),
        ("20??.txt", ["2023.txt"], ["203.txt", "20/3.txt"]),
        ("*/2023.txt", ["a/2023.txt"], ["2023.txt", "a/b/2023.txt"]),
        ("**/2023.txt", ["2023.txt", "a/2023.txt", "a/b/2023.txt"], ["a2023.txt", "a/b2023.txt"]),
        ("a/**", ["a/b.txt", "a/b/c.txt"], ["b/a/c.txt", "a"]),
        ("a(1)+[b].txt", ["a(1)+[b].txt"], ["a1b.txt"]),
    ],
)
def test_pattern_means_files(pattern: str, means: list[str], not_means: list[str]) -> None:
    assert [path for path in (*means, *not_means) if matches(path, pattern)] == means


def test_pattern_with_a_wildcard_may_mean_several() -> None:
    assert [pattern for pattern in ("a.txt", "a*.txt", "?.txt", "**/a.txt", "[a].txt") if has_wildcard(pattern)] == [
        "a*.txt",
        "?.txt",
        "**/a.txt",
    ]
