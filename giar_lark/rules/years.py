"""Which template belongs to which year."""

from __future__ import annotations

FIRST_FORMAT_YEAR = 2019


def template_of_year(year: int) -> str:
    """The template for a report on a year: 2021 from 2021 on, 2019 before."""
    return "2021" if year >= 2021 else "2019"
