"""What rules look for in prose: asked once of a text for all of them, and only what is found is told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rule_cases import all_cases

from giar_lark.model.organ import Organ
from giar_lark.model.passages import passages_of
from giar_lark.pipeline import parse
from giar_lark.rules.context import Context
from giar_lark.rules.occasions.sought import Search, Searches, sought_by_organ, sought_in_flows, sought_in_passages
from giar_lark.rules.prose.stated_years import stated_years
from giar_lark.source.source import Source

ONE, OTHER, ANOTHER = "公开目录", "答复申请", "公开申请"


def test_a_text_has_what_the_searches_find_in_it_and_nothing_of_the_others() -> None:
    searches = Searches()

    @searches()
    def disclosures(text: str) -> tuple[int, ...]:
        return (text.index("公开"),) if "公开" in text else ()

    @searches()
    def applications(text: str) -> tuple[str, ...]:
        return ("申请",) if "申请" in text else ()

    @searches()
    def fees(_text: str) -> tuple[str, ...]:
        return ()

    assert searches.found_in(ONE) == {disclosures: (0,)}
    assert searches.found_in(OTHER) == {applications: ("申请",)}
    assert searches.found_in(ANOTHER) == {disclosures: (0,), applications: ("申请",)}


def test_a_text_that_comes_again_is_not_searched_again() -> None:
    searches = Searches()
    asked: list[str] = []

    @searches()
    def anything(text: str) -> tuple[str, ...]:
        asked.append(text)
        return (text,)

    assert [searches.found_in(text)[anything] for text in (ONE, OTHER, ONE)] == [(ONE,), (OTHER,), (ONE,)]
    assert asked == [ONE, OTHER]


def test_a_search_is_asked_only_where_one_of_its_signs_is() -> None:
    searches = Searches()
    asked: list[str] = []

    @searches(re.compile("目录"), re.compile("答复"))
    def anything(text: str) -> tuple[str, ...]:
        asked.append(text)
        return (text,)

    assert [list(searches.found_in(text)) for text in (ONE, OTHER, ANOTHER)] == [[anything], [anything], []]
    assert asked == [ONE, OTHER]


def test_what_is_sought_by_an_organ_is_asked_for_each_organ() -> None:
    searches = Searches()

    @searches()
    def offices(text: str, organ: Organ) -> tuple[str, ...]:
        return (organ.office + text,)

    found = [searches.found_in(ONE, name)[offices] for name in ("青岚县水务局", "青岚县教育局")]
    assert found == [("水务局公开目录",), ("教育局公开目录",)]


def test_a_passage_is_given_where_it_stands_with_what_was_found_in_it() -> None:
    text = "某某县水务局2023年政府信息公开工作年度报告\n一、总体情况\n　　2022年收到申请1件。\n　　办结。\n　　2022年收到申请1件。\n"
    context = Context(source=Source(text), report=parse(Source(text)).report)
    found = context.in_passages(stated_years)
    assert [passage.span.start for passage, _ in found] == [text.index("2022"), text.rindex("2022")]
    assert [{stated.year for stated in years} for _, years in found] == [{2022}, {2022}]


def test_no_search_finds_anything_where_none_of_its_signs_is() -> None:
    flows, passages, of_organs = set[tuple[str]](), set[tuple[str]](), set[tuple[str, Organ]]()
    for case in all_cases():
        context = Context(source=case.source, report=parse(case.source).report)
        told = [passage.text for passage in passages_of(context.report)]
        flows |= {(part.stretch.flow.text,) for part in context.parts}
        passages |= {(text,) for text in told}
        of_organs |= {(text, context.organ) for text in told if context.organ}
    assert _missed(sought_in_flows, flows) == []
    assert _missed(sought_in_passages, passages) == []
    assert _missed(sought_by_organ, of_organs) == []


def _missed(searches: Searches, asked: Iterable[tuple[str, *tuple[Organ, ...]]]) -> list[tuple[str, str]]:
    """The searches, by name, that find something in a text in which they are not asked."""
    signs: dict[Search[object], list[re.Pattern[str]]] = {}
    for sign, search in searches._all:
        signs.setdefault(search, []).extend([sign] if sign else [])
    return [
        (search.__name__, about[0])
        for search, own in signs.items()
        for about in (asked if own else ())
        if not any(sign.search(about[0]) for sign in own) and search(*about)
    ]
