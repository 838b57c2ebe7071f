"""The page of a run: what was found, over all files and report by report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.markup.page import html_page
from giar_lark.outcomes.outcome import Outcome
from giar_lark.outcomes.statistics import Statistics
from giar_lark.render.web.controls import filter_form
from giar_lark.render.web.figures import figures_part
from giar_lark.render.web.report import ReportPart, report_name, report_part

_TITLE = Text("检查结果", "Findings")
_NONE = Text("没有符合条件的问题", "nothing found that fits")
_TILES = {
    Severity.ERROR: Text("处错误", "errors"),
    Severity.WARNING: Text("处警告", "warnings"),
    Severity.INFO: Text("处提示", "notes"),
}
_REPORTS, _SOUND = Text("份报告", "reports"), Text("份没有发现问题", "with nothing found")


class FindingsPage:
    """Grows file by file. A file without findings is named, and its text left out."""

    def __init__(self, lang: str, summaries: Mapping[str, Text]) -> None:
        """Begin a page in one language; `summaries` says in a line what each rule is about, by code."""
        self._lang, self._summaries = lang, summaries
        self._statistics = Statistics()
        self._reports: list[ReportPart] = []
        self._sound: list[str] = []

    def add(self, outcome: Outcome) -> None:
        """Take in a file."""
        self._statistics.add(outcome)
        if outcome.findings:
            self._reports.append(report_part(outcome, len(self._reports) + 1, self._lang))
        else:
            self._sound.append(report_name(outcome))

    def document(self) -> bytes:
        """The whole page. What no encoding can hold is a question mark."""
        assets = files("giar_lark") / "render" / "web" / "assets"
        title, body = _TITLE.in_language(self._lang), "\n".join(self._body())
        return html_page(title=title, lang=self._lang, assets=assets, body=body).encode("utf-8", errors="replace")

    def _body(self) -> Iterator[str]:
        yield f"<header><h1>{_TITLE.in_language(self._lang)}</h1>{self._tiles()}</header>"
        if self._statistics.whole.files > 1:
            yield from figures_part(self._statistics, self._summaries, self._lang)
        if self._reports:
            several = len(self._reports) > 1
            yield filter_form(self._statistics, self._lang, several=several)
            yield "<main>"
            yield from (report.whole(alone=not several) for report in self._reports)
            yield f'<p id="none" hidden>{_NONE.in_language(self._lang)}</p></main>'
        if self._sound:
            yield from self._sound_part()

    def _tiles(self) -> str:
        whole = self._statistics.whole
        figures = [(whole.severities[severity], words, severity.value) for severity, words in _TILES.items()]
        if whole.files > 1:
            figures += [(whole.files, _REPORTS, ""), (whole.files - whole.files_hit, _SOUND, "good")]
        tiles = (
            f'<div class="tile {kind if count else ""}"><b>{count:,}</b><span>{words.in_language(self._lang)}</span></div>'
            for count, words, kind in figures
        )
        return f'<div class="tiles">{"".join(tiles)}</div>'

    def _sound_part(self) -> Iterator[str]:
        """The names of the files without findings."""
        opened = "" if self._reports else " open"
        yield f'<details class="sound"{opened}><summary>{len(self._sound)} {_SOUND.in_language(self._lang)}</summary><ul>'
        yield from (f"<li>{name}</li>" for name in self._sound)
        yield "</ul></details>"
