"""The counts of a run on standard output, in place of its findings."""

from __future__ import annotations

import sys

from giar_lark.cli.streams import write_json
from giar_lark.lang import Text
from giar_lark.outcomes.outcome import Outcome
from giar_lark.outcomes.statistics import Statistics


class StatisticsSink:
    """Counts file by file, and writes when all have come: tables, or one JSON object."""

    def __init__(self, lang: str, *, as_json: bool) -> None:
        """Begin with nothing."""
        self.lang, self.as_json, self.statistics = lang, as_json, Statistics()

    def file(self, outcome: Outcome) -> None:
        """Count one file."""
        self.statistics.add(outcome)

    def close(self) -> None:
        """Write the counts."""
        if self.as_json:
            from giar_lark.export.statistics import statistics_dict

            write_json(statistics_dict(self.statistics), indent=2)
            return
        from giar_lark.render.page import console_for
        from giar_lark.render.statistics import show_statistics
        from giar_lark.render.theme import glyphs_for

        show_statistics(console_for(sys.stdout), glyphs_for(sys.stdout), self.statistics, summaries(), self.lang)


def summaries() -> dict[str, Text]:
    """What each rule is about, in a line, by code."""
    from giar_lark.rules import RULES

    return {page.RULE.code: page.RULE.summary for page in RULES}
