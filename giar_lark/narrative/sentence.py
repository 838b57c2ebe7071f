"""One sentence to figures, denials and mentions: which number counts what, in which year, and what of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from giar_lark.lean.later import kept_property
from giar_lark.narrative.amount import Amount, amount_at
from giar_lark.narrative.denial import DenialReader
from giar_lark.narrative.figure import NOTHING, Figure, Subject, When
from giar_lark.narrative.group import Group, group_of
from giar_lark.narrative.mention import MENTIONED, MentionReader, things_of
from giar_lark.narrative.parser import parse_prose, terminals_of
from giar_lark.narrative.run import APPLICATION_EVENTS
from giar_lark.narrative.scan import scan
from giar_lark.narrative.told import Told
from giar_lark.narrative.tree import Clause, Item, Sentence

# units that applications, decisions and cases are counted in, and documents; another unit counts something else
_UNITS = frozenset("件起宗例份条次") | {"件次", "元", "万元", "%", ""}
_DOCUMENT_UNITS = frozenset("件部个份项")
# outcomes that nothing but an application has
_OF_APPLICATIONS = frozenset(
    {"UNAVAILABLE", "NOT_PROCESSED", "NOT_HELD", "NEEDS_CREATION", "STILL_UNCLEAR", "ABUSIVE_VOLUME", "FEE_NOT_PAID"}
)
_SETTLING = frozenset({"HANDLE", "COMPLETE"})
_DOCUMENTS = frozenset({"REGULATIONS", "NORMATIVE_DOCUMENTS"})
_DOCUMENT_EVENTS = frozenset({"ISSUE", "REPEAL", "IN_FORCE", "NEWLY_DISCLOSED", "TOTAL_DISCLOSED"})


def read_sentence(text: str, topic: str | None, year: int | None) -> Told:
    """What a sentence says, by itself, in a report on a year; `topic` is what the ones before it are about."""
    found, tokens, telling = Told(), scan(text), _telling()
    told = [token.start for token in tokens if token.type in telling and _may_count(text, token)]
    if told:
        for sentence in parse_prose(tokens):
            _SentenceReader(text, sentence, topic, year, found).read(told[-1])
    return found


@cache
def _telling() -> frozenset[str]:
    """The terminals of which a sentence has one at least, if there is a figure, a denial or a mention in it."""
    return terminals_of("amount") | {"NEGATION"} | MENTIONED


def _may_count(text: str, token: Item) -> bool:
    """Whether a token is no mere numeral in words, which counts nothing: 进一步, 统一."""
    return token.type != "NUMBER" or text[token.start].isascii()


class _SentenceReader:
    """Reads one sentence, clause by clause: `when`, `thing` and `subject` go on from clause to clause."""

    def __init__(self, text: str, sentence: Sentence, topic: str | None, year: int | None, found: Told) -> None:
        self.text, self.sentence, self.topic, self.year, self.found = text, sentence, topic, year, found
        self.when = When.THIS
        self.thing: str | None = None
        self.subject, self.counted = NOTHING, False
        self.unknown_unit: str | None = None
        self.base: int | None = None
        self.part, self.opened, self.bare = False, 0, False
        self.separator, self.narrow, self.among = "", False, False

    def read(self, last: int) -> None:
        """Add the figures, denials and mentions of the sentence, of which the last stands at a place; what follows tells nothing."""
        for number, clause in enumerate(self.sentence.clauses):
            if clause.items and clause.items[0].start > last:
                break
            self._clause(number, clause, aside=False)

    def _clause(self, number: int, clause: Clause, *, aside: bool) -> None:
        items, words = clause.items, group_of(clause.items)
        kinds, amounts = words.run.kinds, words.run.amounts
        before = self.when
        self.when, self.separator = words.year(self.text, self.year, before), clause.separator
        if not aside:
            self._open_or_close_part(clause, words)
        if amounts:
            self._figures(number, words, amounts, aside=aside)
        if "NEGATION" in kinds:
            self.found.denials.extend(self._denials.read(number, items, self.when, self.thing or self.topic))
        if not kinds.isdisjoint(MENTIONED):
            self.found.mentions.extend(self._mentions.read(words, self.when, self.thing or self.topic))
        if "ASIDE" in kinds:
            self._asides(number, items)
        own = words.run.subject
        # 较2021年的432件增长, 2018年结转的1件: what follows is of the year that was spoken of before
        if "COMPARED" in kinds or own.event == "CARRY":
            self.when = before
        self.thing = own.thing or self.thing
        if not amounts and not own.is_empty:
            self.subject, self.counted = own, False

    def _figures(self, number: int, words: Group, amounts: Sequence[int], *, aside: bool) -> None:
        bounds = [-1, *amounts, len(words.items)]
        dated = words.is_dated(self.text, self.year)
        for count, at in enumerate(amounts):
            amount = amount_at(self.text, words, bounds[count] + 1, at, bounds[count + 2])
            if amount is not None:
                self._figure(number, amount, dated=dated, aside=aside)

    @kept_property
    def _denials(self) -> DenialReader:
        return DenialReader(text=self.text, year=self.year, sentence=self.sentence)

    @kept_property
    def _mentions(self) -> MentionReader:
        return MentionReader(text=self.text, year=self.year, things=things_of(self.sentence))

    def _open_or_close_part(self, clause: Clause, words: Group) -> None:
        """其中 opens a list of parts; one that has named no number by its first comma was none (包括……等)."""
        figures = self.found.figures
        if "OF_WHICH" in words.run.kinds:
            self.part, self.opened = True, len(figures)
            # 846条，较上年增加57条，其中政策文件12条: of the number, and not of its change, nor of what brackets say of it
            self.base = next((at for at in reversed(range(len(figures))) if _may_be_divided(figures[at])), None)
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
            self.part, self.base = True, self._base_of_aside(number, is_first=item is items[0])
            self.among = any(word.type == "OF_WHICH" for clause in item.clauses for word in clause.items)
            for clause in item.clauses:
                self._clause(number, clause, aside=True)
            self.when, self.thing, self.subject, self.base, self.part = kept

    def _base_of_aside(self, number: int, *, is_first: bool) -> int | None:
        """The figure that brackets stand behind; in 54件，占全市总量（1206件） they tell of the word in front of them."""
        figures = self.found.figures
        if not figures:
            return None
        # 养老保险（47件）和其他（61件）: one pair of brackets is no part of the other
        is_beside = figures[-1].clause == number and not figures[-1].aside
        return len(figures) - 1 if is_first or is_beside else None

    def _figure(self, number: int, amount: Amount, *, dated: bool, aside: bool) -> None:
        before, quantity, kinds = amount.before, amount.quantity, amount.before.run.kinds
        subject, unclear = self._subject(amount)
        when = before.time(self.text, self.year, self.when)
        if subject.event == "CARRY" and when is When.LAST:
            subject, when = subject._replace(event="CARRIED_IN"), When.THIS
        figure = Figure(
            text=self.text,
            sentence=0,
            clause=number,
            quantity=quantity,
            start=amount.start,
            end=amount.item.end,
            cue=amount.cue,
            words=amount.words,
            subject=subject,
            when=when,
            dated=dated,
            restricted=unclear or amount.is_partial or (self.narrow and bool(subject.outcomes)),
            part=self.part or aside,
            among=self.among if aside else self.part,
            aside=aside,
            base=self.base,
            total="TOTAL" in kinds,
            rest="REST" in kinds,
            listed=self.separator == "ENUMERATION",
            share=amount.is_share,
            growth=before.run.growth,
        )
        self.found.figures.append(figure)
        # 办理上年结转2件，予以公开1件: what follows is told of those two
        if unclear and subject == NOTHING._replace(event=subject.event) and subject.event not in APPLICATION_EVENTS:
            self.unknown_unit = quantity.unit
        self.narrow = self.narrow or (subject.event == "CARRIED_IN" and not kinds.isdisjoint(_SETTLING))
        if not aside and quantity.unit != "%" and (subject != NOTHING or "TOTAL" in kinds):
            self.subject, self.counted = subject, True

    def _subject(self, amount: Amount) -> tuple[Subject, bool]:
        """What a number counts, and whether words that the grammar does not know narrow it down."""
        before, unit = amount.before, amount.quantity.unit
        own, unclear = before.run.subject, before.is_unclear
        if own.is_empty and not unclear:
            own, unclear = _from_behind(own, amount)
        else:
            nearest = _noun_behind(amount.behind)
            own = own._replace(thing=nearest) if nearest else own
        if own.is_empty or _only_names_the_whole(before, own, unit):
            return self._inherited(amount, own), unclear or "REST" in before.run.kinds
        thing = own.thing or self._inherited_thing(before, own, unit)
        units = _DOCUMENT_UNITS if thing in _DOCUMENTS else _UNITS
        return own._replace(thing=thing if unit in units else "ANOTHER_THING"), unclear

    def _inherited(self, amount: Amount, own: Subject) -> Subject:
        """What was spoken of before, of the applicants that the number names; a share is of those that were counted."""
        is_told = own.applicant is None or self.subject != NOTHING
        if is_told and self._goes_on(amount.before, own, amount.quantity.unit):
            return self.subject.of(own.applicant or (self.subject.applicant if amount.is_share else None))
        if own.applicant is None or self.subject.outcomes or self.subject.event not in (None, "RECEIVE", "SUBMIT"):
            return NOTHING.of(own.applicant)
        return Subject(thing=self.thing or self.topic, applicant=own.applicant)

    def _goes_on(self, before: Group, own: Subject, unit: str) -> bool:
        """Whether a number without a subject of its own counts what was spoken of before: 其中自然人2件, 共3件, 占5%."""
        if before.run.has_unknown:
            return False
        if own.applicant or unit in ("%", "百分点"):
            return True
        # 实际收取1件、900元: the money of those that were counted
        if unit in ("元", "万元") and self.subject.event == "COLLECT":
            return True
        return "TOTAL" in before.run.kinds and not self.counted

    def _inherited_thing(self, before: Group, own: Subject, unit: str) -> str | None:
        # 公文53件，办结53件: what the grammar has no word for goes on
        if unit == self.unknown_unit:
            return "ANOTHER_THING"
        if own.outcomes or own.event in APPLICATION_EVENTS:
            return self.thing or self.topic or ("APPLICATION" if _tells_applications(before, own) else None)
        if own.event in _DOCUMENT_EVENTS or own.result or own.event in ("MAKE", "SEND", "COLLECT", "HAPPEN"):
            return self.thing
        return None


def _tells_applications(before: Group, own: Subject) -> bool:
    """Whether outcomes are those of applications, whatever was spoken of: 无法提供, or a reason with its group (涉及第三方合法权益不予公开)."""
    kinds = before.run.kinds
    return before.run.groups.count("outcome") > 1 or not _OF_APPLICATIONS.isdisjoint((*own.outcomes, *kinds))


def _may_be_divided(figure: Figure) -> bool:
    return not figure.growth and not figure.aside


def _only_names_the_whole(before: Group, own: Subject, unit: str) -> bool:
    """Whether the words of a share only say of what it is one: 占办结总数的5%."""
    if unit != "%" or own.outcomes or own.applicant:
        return False
    return before.run.begins_with_share


def _from_behind(own: Subject, amount: Amount) -> tuple[Subject, bool]:
    """The subject in the words behind a number: 其中2件是上年转来的, 1件予以公开, 26件政府信息公开申请.

    In 26件申请中已办结25件 what was done is told of the next number.
    """
    behind = amount.behind
    thing = _noun_behind(behind)
    if thing and not amount.is_last:
        return own._replace(thing=thing), False
    words = (
        group_of([item for item in behind.items if item.group != "aside"]) if "ASIDE" in behind.run.kinds else behind
    )
    run, found = words.run, words.run.subject
    if found.is_empty or (run.types[0] == "OF" and not found.outcomes):
        return own, False
    # 1件将于次年答复
    if "NEXT_YEAR" in run.kinds and found.event in _SETTLING:
        found = found._replace(event="CARRIED_FORWARD")
    return found.of(own.applicant or found.applicant), "other" in run.groups[: run.head]


def _noun_behind(behind: Group) -> str | None:
    """The thing that directly follows a number: 收到26件政府信息公开申请."""
    return behind.run.types[0] if behind.run.groups[:1] == ("thing",) else None
