"""The goals of the benchmark: each is a ratio, never a time, so that it holds on any machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What is measured and how good it should be.

    `gate` must hold in every release, `target` in the first stable one, `stretch` has been shown to be possible; None
    where no figure was set: such a line is for comparing only. `at_least` says that more is better.
    """

    id: str
    what: str
    gate: float | None = None
    target: float | None = None
    stretch: float | None = None
    at_least: bool = False

    def grade(self, figure: float) -> str:
        """The best level that a figure reaches; `below gate` where it reaches none."""
        for name, level in (("stretch", self.stretch), ("target", self.target), ("gate", self.gate)):
            if level is not None and (figure >= level if self.at_least else figure <= level):
                return name
        return "" if self.gate is None else "below gate"


# the peers: what each is called, and the gate, target and stretch of its time over ours
PEERS: tuple[tuple[str, str, float | None, float | None, float | None], ...] = (
    ("pyparsing", "pyparsing", 3, 5, 7),
    ("parsimonious", "parsimonious", 3, 5, 7),
    ("parsy", "parsy", 3, 5, 7),
    ("parglare", "parglare (LR)", 3, 5, 7),
    ("arpeggio", "Arpeggio", 4, 7, None),
    ("textx", "textX", 10, 18, None),
    ("tatsu", "TatSu", 30, 60, None),
    ("antlr", "ANTLR4, its Python runtime", 60, 130, None),
    ("earley", "Lark, Earley", 40, 100, None),
    ("lark", "Lark, LALR with its own lexer", 2, 3.5, None),
    ("ply", "PLY", 1.3, 2.2, None),
    ("sly", "SLY", 1.5, 2.8, None),
    ("pe", "pe", None, None, None),
    ("funcparserlib", "funcparserlib", None, None, None),
    ("pandas", "pandas.read_html", 6, 10, None),
    ("soup", "BeautifulSoup on lxml", 6, 11, None),
)

GOALS = {
    goal.id: goal
    for goal in (
        Goal(id="G1", what="bytes to model / limit", gate=9, target=7, stretch=5),
        Goal(id="G1-fresh", what="the same, each report seen for the first time"),
        Goal(id="G2", what="bytes to model and all rules, no finding / limit", gate=11, target=8.5, stretch=6.5),
        Goal(id="G2-fresh", what="the same, each report seen for the first time"),
        *(
            Goal(id=f"G3-{id}", what=f"{title} / ours", gate=gate, target=target, stretch=stretch, at_least=True)
            for id, title, gate, target, stretch in PEERS
        ),
        Goal(id="G4", what="ours / tree-sitter with extraction", gate=3, target=2, stretch=1.3),
        Goal(id="G5", what="ours / regex script on the raw text", gate=8, target=5.5, stretch=3.5),
        Goal(id="G6-narrative", what="growth exponent, narrative x100 to x1000", gate=1.15, target=1.08),
        Goal(
            id="G6-error",
            what="growth exponent, narrative x100 to x1000 in a report with a parse error",
            gate=1.15,
            target=1.08,
        ),
        Goal(id="G6-rows", what="growth exponent, rows x100 to x1000", gate=1.15, target=1.08),
        Goal(
            id="G6-led",
            what="growth exponent, rows with a colon in front of the first cell x100 to x1000",
            gate=1.15,
            target=1.08,
        ),
        Goal(id="G6-blanks", what="growth exponent, rows with blank cells x100 to x1000", gate=1.15, target=1.08),
        Goal(id="G6-blocks", what="growth exponent, rows of table 2 x100 to x1000", gate=1.15, target=1.08),
        Goal(id="G7-growth", what="worst trap: growth exponent", gate=1.2, target=1.1),
        Goal(id="G7-cost", what="worst trap: time per MB / the reports' time per MB", gate=12, target=7),
        Goal(id="G8", what="100 unknown rows, listed / the clean report", gate=6, target=3, stretch=2),
        Goal(id="G9-libraries", what="`check` / importing lark, rich and typer alone, CPU", gate=1.5),
        Goal(id="G9", what="`check` of a sound report / bare interpreter, CPU", gate=16, target=12, stretch=8),
        Goal(id="G10", what="`check` with findings drawn / sound, CPU", gate=1.6, target=1.3),
        Goal(id="G11-rate", what="two processes / one, reports a second", gate=1.6, target=1.8, at_least=True),
        Goal(id="G11-cost", what="two processes / one, CPU a report", gate=1.2, target=1.08),
        Goal(id="EX-wide", what="`extract` of a document / checking it, CPU", gate=1.25, target=1.15, stretch=1.08),
        Goal(id="EX-long", what="`extract --long` of a document / checking it, CPU", gate=1.6, target=1.3),
        Goal(id="EX-script", what="`extract` / a script of regular expressions, CPU a document"),
        Goal(id="EX-pool", what="`extract` in two processes / in one, CPU a document", gate=1.2, target=1.08),
        Goal(id="EX-rate-1", what="`extract` in one process / the script, documents a second", at_least=True),
        Goal(id="EX-rate-2", what="`extract` in two processes / the script, documents a second", at_least=True),
        Goal(id="RL-growth", what="growth exponent of relating, reports x4", gate=1.15, target=1.08),
        Goal(id="RL-memory", what="memory that relating takes for one more report, KiB", gate=2, target=1),
        Goal(id="G12-peak", what="peak memory of one report / its text", gate=8, target=5),
        Goal(id="G12-model", what="model kept / its text", gate=2, target=1.5),
        Goal(id="G12-growth", what="growth over the stream of reports, MiB", gate=2, target=1),
        Goal(id="G13", what="`check` peak RSS / bare interpreter", gate=4, target=3),
    )
}
