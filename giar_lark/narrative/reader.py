"""Sentences to figures, denials and mentions: which number counts what, in which year, and what of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from giar_lark.model.passage import Passage
from giar_lark.narrative.denial import DenialReader
from giar_lark.narrative.figure import NOTHING, Figure, Narrative, Subject, When
from giar_lark.narrative.group import APPLICATION_EVENTS, Group, is_dated, time_of
from giar_lark.narrative.mention import MENTIONED, MentionReader, things_of
from giar_lark.narrative.numerals import Quantity, read_quantity
from giar_lark.narrative.parser import parse_prose, terminals_of
from giar_lark.narrative.scan import Token, scan, sentences_in
from giar_lark.narrative.tree import Clause, Item, Sentence
from giar_lark.records import replace

# units that applications, decisions and cases are counted in, and documents; another unit counts something else
_UNITS = frozenset("件起宗例份条次") | {"件次", "元", "万元", "%", ""}
_DOCUMENT_UNITS = frozenset("件部个份项")
_DOCUMENTS = frozenset({"REGULATIONS", "NORMATIVE_DOCUMENTS"})
_FILLERS = frozenset({"LIGHT", "OF", "TOTAL", "ON_DISCLOSURE", "REST", "OF_WHICH", "COMPARED"})
_DOCUMENT_EVENTS = frozenset({"ISSUE", "REPEAL", "IN_FORCE", "NEWLY_DISCLOSED", "TOTAL_DISCLOSED"})
# 每一件, 同一个: no count
_NO_COUNT_BEHIND = "每同某任统逐第这那唯之不"
_SEPARATORS = ("COMMA", "ENUMERATION", "COLON", "STOP")
# a heading names the topic within so many characters
_TOPIC_CHARS = 16


def read_narrative(passages: Iterable[Passage], year: int | None) -> Narrative:
    """What the prose of a report on a year says in numbers."""
    found = Narrative()
    for passage in passages:
        reader = _PassageReader(passage, year, found)
        for tokens in sentences_in(scan(passage.text, len(passage.ordinal), len(passage.text))):
            reader.sentence(tokens)
    return found


class _PassageReader:
    """Reads the sentences of one passage. `topic` is what its sentences are about where they do not say."""

    def __init__(self, passage: Passage, year: int | None, found: Narrative) -> None:
        self.passage, self.year, self.found = passage, year, found
        self.topic = "APPLICATION" if passage.section == "applications" else None
        self.number = -1

    def sentence(self, tokens: Sequence[Token]) -> None:
        """Add what a sentence says. Most say nothing in numbers and are not parsed; those, too, may name a topic."""
        self.number += 1
        if not _telling().isdisjoint(token.type for token in tokens):
            for sentence in parse_prose(tokens):
                _SentenceReader(self, sentence).read()
        things = _things_in(tokens)
        start = next((token.start for token in tokens if token.type not in _SEPARATORS), tokens[-1].start)
        if "APPLICATION" in things:
            self.topic = "APPLICATION"
        elif start < _TOPIC_CHARS and things and tokens[-1].end - start < _TOPIC_CHARS:
            self.topic = things[-1]


@cache
def _telling() -> frozenset[str]:
    """The terminals of which a sentence has one at least, if there is a figure, a denial or a mention in it."""
    return terminals_of("amount") | {"ABOUT", "NEGATION"} | MENTIONED


def _things_in(tokens: Iterable[Token]) -> list[str]:
    """What a sentence is about, but for its brackets."""
    things, depth, found = terminals_of("thing"), 0, list[str]()
    for token in tokens:
        depth += (token.type == "OPEN") - (token.type == "CLOSE")
        if depth == 0 and token.type in things:
            found.append(token.type)
    return found


class _SentenceReader:
    """Reads one sentence, clause by clause: `when`, `thing` and `subject` go on from clause to clause."""

    def __init__(self, outer: _PassageReader, sentence: Sentence) -> None:
        self.outer, self.sentence = outer, sentence
        self.passage, self.year, self.found = outer.passage, outer.year, outer.found
        self.text = outer.passage.text
        self.when = When.THIS
        self.thing: str | None = None
        self.subject, self.counted = NOTHING, False
        self.base: int | None = None
        self.part, self.opened, self.bare = False, 0, False
        self.separator, self.narrow, self.among = "", False, False
        self.first = len(self.found.figures)
        self.denials = DenialReader(passage=self.passage, year=self.year, number=outer.number, sentence=sentence)
        self.mentions = MentionReader(
            passage=self.passage, year=self.year, number=outer.number, things=things_of(sentence)
        )

    def read(self) -> None:
        """Add the figures, denials and mentions of the sentence."""
        for number, clause in enumerate(self.sentence.clauses):
            self._clause(number, clause, aside=False)

    def _clause(self, number: int, clause: Clause, *, aside: bool) -> None:
        when = time_of(
            [item for item in clause.items if item.type in ("YEAR", "THIS_YEAR")], self.text, self.year, self.when
        )
        self.when, self.separator = when, clause.separator
        amounts = [at for at, item in enumerate(clause.items) if item.group == "amount"]
        if not aside:
            self._open_or_close_part(clause)
        start = 0
        for at in amounts:
            following = next((other for other in amounts if other > at), len(clause.items))
            self._amount(number, clause.items, start, at, following, aside=aside)
            start = at + 1
        thing = self.thing or self.outer.topic
        self.found.denials.extend(self.denials.read(number, clause.items, self.when, thing))
        self.found.mentions.extend(self.mentions.read(clause.items, self.when, thing))
        self._asides(number, clause.items)
        own = Group(clause.items, self.text).subject
        self.thing = own.thing or self.thing
        if not amounts and not own.is_empty:
            self.subject, self.counted = own, False

    def _open_or_close_part(self, clause: Clause) -> None:
        """其中 opens a list of parts; one that has named no number by its first comma was none (包括……等)."""
        figures = self.found.figures
        if any(item.type == "OF_WHICH" for item in clause.items):
            self.part, self.opened = True, len(figures)
            self.base = len(figures) - 1 if len(figures) > self.first else None
            self.bare = len(clause.items) == 1
        elif self.part and not self.bare and clause.separator == "COMMA" and len(figures) == self.opened:
            self.part, self.base = False, None
        else:
            self.bare = False

    def _asides(self, number: int, items: Sequence[Item]) -> None:
        for item in items:
            if item.group != "aside":
                continue
            kept = self.when, self.thing, self.subject, self.base, self.part
            figures = self.found.figures
            self.part, self.base = True, len(figures) - 1 if len(figures) > self.first else None
            self.among = any(word.type == "OF_WHICH" for clause in item.clauses for word in clause.items)
            for clause in item.clauses:
                self._clause(number, clause, aside=True)
            self.when, self.thing, self.subject, self.base, self.part = kept

    def _amount(self, number: int, items: Sequence[Item], start: int, at: int, following: int, *, aside: bool) -> None:
        item = items[at]
        quantity = self._quantity(item)
        if quantity is None:
            return
        before, behind = Group(items[start:at], self.text), Group(items[at + 1 : following], self.text)
        if before.only_speaks_of_them and behind.items and behind.items[0].type == "CARRIED_FORWARD":
            before = Group((), self.text)
        subject, unclear = self._subject(before, behind, quantity)
        when = time_of(before.items, self.text, self.year, self.when)
        if subject.event == "CARRY" and when is When.LAST:
            subject, when = replace(subject, event="CARRIED_IN"), When.THIS
        figure = Figure(
            passage=self.passage,
            sentence=self.outer.number,
            clause=number,
            quantity=quantity._replace(exact=quantity.exact and not item.about and not self._is_rounded(behind)),
            start=item.start + self._about_chars(item),
            end=item.end,
            cue=self._cue(before, item),
            phrase=self._phrase(before),
            subject=subject,
            when=when,
            dated=is_dated(items, self.text, self.year),
            restricted=unclear
            or before.is_partial
            or self._is_late(behind)
            or (self.narrow and bool(subject.outcomes)),
            part=self.part or aside,
            among=self.among if aside else self.part,
            aside=aside,
            base=self.base,
            total=before.has("TOTAL"),
            rest=before.has("REST"),
            listed=self.separator == "ENUMERATION",
            share=before.has("SHARE") and not before.has("GROWTH", "FALL"),
            growth="+" if before.has("GROWTH") else "-" if before.has("FALL") else "",
        )
        self.found.figures.append(figure)
        # 办理上年结转2件，予以公开1件: what follows is told of those two
        self.narrow = self.narrow or (subject.event == "CARRIED_IN" and before.has("HANDLE", "COMPLETE"))
        if not aside and quantity.unit != "%" and (subject != NOTHING or before.has("TOTAL")):
            self.subject, self.counted = subject, True

    def _quantity(self, item: Item) -> Quantity | None:
        """The quantity of an amount; None for a numeral that counts nothing (统一, 每一件, 两者)."""
        start = item.start + self._about_chars(item)
        quantity = read_quantity(self.text[start : item.end])
        if quantity is None or (start and self.text[start - 1] in _NO_COUNT_BEHIND):
            return None
        return quantity if quantity.unit or self.text[start].isascii() else None

    @staticmethod
    def _cue(before: Group, item: Item) -> int:
        change = next((word for word in before.items if word.type in ("GROWTH", "FALL")), None)
        first = change or (before.items[0] if before.items else item)
        return first.start

    def _about_chars(self, item: Item) -> int:
        if not item.about:
            return 0
        text = self.text[item.start : item.end]
        return next((at for at, char in enumerate(text) if char in "0123456789零〇一二两三四五六七八九十百千"), 0)

    def _is_rounded(self, behind: Group) -> bool:
        first = behind.items[0] if behind.items else None
        return (
            first is not None
            and first.group == "other"
            and self.text[first.start : first.end].startswith(("左右", "以上", "以下"))
        )

    @staticmethod
    def _is_late(behind: Group) -> bool:
        return bool(behind.items) and behind.items[0].type == "PARTIAL"

    def _subject(self, before: Group, behind: Group, quantity: Quantity) -> tuple[Subject, bool]:
        """What a number counts, and whether words that the grammar does not know narrow it down."""
        own = before.subject
        unclear = before.is_unclear
        if own.is_empty and not unclear:
            own, unclear = self._from_behind(own, behind)
        else:
            nearest = self._noun_behind(behind)
            own = replace(own, thing=nearest) if nearest else own
        if own.is_empty or self._only_names_the_whole(before, own, quantity):
            inherited = self.subject if self._goes_on(before, own, quantity) else NOTHING
            return inherited.of(own.applicant), unclear or before.has("REST")
        thing = own.thing or self._inherited_thing(own)
        units = _DOCUMENT_UNITS if thing in _DOCUMENTS else _UNITS
        return replace(own, thing=thing if quantity.unit in units else "ANOTHER_THING"), unclear

    @staticmethod
    def _only_names_the_whole(before: Group, own: Subject, quantity: Quantity) -> bool:
        """Whether the words of a share only say of what it is one: 占办结总数的5%."""
        if quantity.unit != "%" or own.outcomes or own.applicant:
            return False
        first = next((item for item in before.items if item.type != "LIGHT"), None)
        return first is not None and first.type == "SHARE"

    def _goes_on(self, before: Group, own: Subject, quantity: Quantity) -> bool:
        """Whether a number without a subject of its own counts what was spoken of before: 其中自然人2件, 共3件, 占5%."""
        if before.of("other"):
            return False
        if own.applicant or quantity.unit in ("%", "百分点"):
            return True
        return before.has("TOTAL") and not self.counted

    def _from_behind(self, own: Subject, behind: Group) -> tuple[Subject, bool]:
        """The subject in the words behind a number: 其中2件是上年转来的, 1件予以公开, 26件政府信息公开申请."""
        words = [item for item in behind.items if item.group != "aside"]
        found = Group(words, self.text).subject
        if found.is_empty or (words and words[0].type == "OF" and not found.outcomes):
            return own, False
        head = next(item for item in words if item.group in ("event", "thing", "outcome", "result"))
        loose = sum(item.end - item.start for item in words if item.group == "other" and item.end <= head.start)
        return found.of(own.applicant or found.applicant), loose > 0

    @staticmethod
    def _noun_behind(behind: Group) -> str | None:
        """The thing that directly follows a number: 收到26件政府信息公开申请."""
        first = behind.items[0] if behind.items else None
        return first.type if first is not None and first.group == "thing" else None

    def _inherited_thing(self, own: Subject) -> str | None:
        if own.outcomes or own.event in APPLICATION_EVENTS:
            return self.thing or self.outer.topic
        if own.event in _DOCUMENT_EVENTS or own.result or own.event in ("MAKE", "SEND", "COLLECT", "HAPPEN"):
            return self.thing
        return None

    def _phrase(self, before: Group) -> str:
        """The words in front of a number without times, fillers and sums."""
        kept = [item for item in before.items if item.group != "time" and item.type not in _FILLERS]
        return "".join(self.text[item.start : item.end] for item in kept)
