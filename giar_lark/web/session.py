"""One document open in the page: read, edited, mended, saved. All that goes in and out is plain values and bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import PurePosixPath

from giar_lark.batch.entry import Entry
from giar_lark.findings import Finding
from giar_lark.fixing.edits import apply
from giar_lark.fixing.rounds import fix, rewritten
from giar_lark.lang import Text
from giar_lark.lean.records import replace
from giar_lark.lean.resources import read_sample
from giar_lark.pipeline import Checked, check, in_order
from giar_lark.readers.read import read_bytes
from giar_lark.relate import entry_in, relate
from giar_lark.settings.config import Config
from giar_lark.source.encodings import encode
from giar_lark.source.source import Source
from giar_lark.source.span import Edit, Span
from giar_lark.web.units import units_of
from giar_lark.web.view import View


class Session:
    """A document, as it now is. Every answer is a JSON object of `View`, with `done` false where a change was refused."""

    def __init__(self, data: bytes | memoryview, name: str, lang: str = "zh") -> None:
        """Open a document; its format is told from its bytes."""
        self.name, self._lang = name, lang
        self._beside: tuple[Entry, ...] = ()
        self._turn_to(read_bytes(bytes(data), name))

    def state(self, lang: str | None = None) -> str:
        """What is to be shown, from now on in another language if one is given."""
        self._lang = lang or self._lang
        return self._answer(done=True)

    def edit(self, changes: str) -> str:
        """The document after some changes to its text: `[{"from": 3, "to": 4, "insert": "12"}, …]`, in units of UTF-16."""
        units = units_of(self.source.text)
        edits = [
            Edit(span=Span(units.offset(change["from"]), units.offset(change["to"])), text=change["insert"])
            for change in json.loads(changes)
        ]
        return self._answer(done=self._apply(edits))

    def fix(self, id: str) -> str:
        """The document with what one finding suggests done, which may be something that only a person can decide."""
        finding = next((finding for finding in self.checked.findings if finding.id == id), None)
        if finding is None or finding.fix is None:
            return self._answer(done=False)
        if finding.fix.by_hand:
            return self._answer(done=self._apply(finding.fix.edits))
        return self._answer(done=self._mend(lambda findings: [one for one in findings if one.id == id]))

    def fix_all(self) -> str:
        """The document with everything mended that can be mended in one way only."""
        return self._answer(done=self._mend(lambda findings: [one for one in findings if one.fix and one.fix.safe]))

    def saved(self) -> bytes:
        """The document as it now is, in its own format and encoding."""
        return encode(self.source)

    def saved_name(self) -> str:
        """What the document is called when it is saved: its own name with a mark, so that it replaces nothing."""
        path = PurePosixPath(self.name)
        return f"{path.stem}.fixed{path.suffix}"

    def set_beside(self, entries: tuple[Entry, ...]) -> None:
        """Hold the document against others from now on, such as last year's report."""
        self._beside = entries
        self._relate()

    def _turn_to(self, source: Source, checked: Checked | None = None) -> None:
        self.source, self._alone = source, checked or check(source)
        self._relate()

    def _relate(self) -> None:
        """Add to what is found in the document by itself what is found beside the others, as `check_many` does."""
        alone = self._alone
        self.checked = alone
        own = entry_in(self.name, self.source, alone.report) if self._beside else None
        if own is not None:
            wanted = Config()
            found = relate((own, *self._beside), wanted.options, lambda _: wanted).get(self.name, ())
            self.checked = replace(alone, findings=in_order((*alone.findings, *found), self.source))

    def _apply(self, edits: Sequence[Edit]) -> bool:
        try:
            edited = apply(self.source.text, edits)
        except ValueError:
            return False
        source = rewritten(self.source, edited)
        if isinstance(source, Text):
            return False
        self._turn_to(source)
        return True

    def _mend(self, chosen: Callable[[Sequence[Finding]], Sequence[Finding]]) -> bool:
        fixed = fix(self.source, unsafe=True, shown=lambda _, findings: chosen(findings))
        done = fixed.source.text != self.source.text
        if done:
            self._turn_to(fixed.source, fixed.checked)
        return done

    def _answer(self, *, done: bool) -> str:
        view = View(self.name, replace(self.source, name=self.name), self.checked, self._lang)
        return json.dumps({"done": done, **view.to_dict()}, ensure_ascii=False)


# what the example has wrong, so that each kind of finding and of repair can be seen: old text and new
_SLIPS = (
    (
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t2",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t3",
    ),
    (
        "一、本年新收政府信息公开申请数量\t12\t3\t0\t0\t1\t0\t16",
        "一、本年新收政府信息公开申请数量\t12\t3\t0\t0\t1\t0\t17",
    ),
    ("3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0", "3.危及“三安全一稳定”\t0\t0\t\t0\t0\t\t0"),
    ("\t1\t0\t1\t0\t2\t0\t1\t0\t1\t2", "\t1\t0\t1\t0\t3\t0\t1\t0\t1\t2"),
    ("门户网站公开信息三百余条", "门户网站公开信息三百余条，收到政府信息公开申请15件"),
)


def blank() -> bytes:
    """An empty report on the last year, as a Word document that is ready to be filled in."""
    from giar_lark.official.templates import template_of_year
    from giar_lark.write.blank import Outline, blank_document
    from giar_lark.write.formats import FORMATS

    year = date.today().year - 1
    outline = Outline(organ="××", year=year, template=template_of_year(year), cells={})
    return FORMATS["docx"].encode(blank_document(outline))


def sample() -> str:
    """An invented report with some slips."""
    text = read_sample("2021")
    for old, new in _SLIPS:
        text = text.replace(old, new)
    return text
