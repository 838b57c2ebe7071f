"""What rules look for in prose: asked once of a text for all of them, and only what is found is told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rule_cases import all_cases

from giar_lark.model.flow import Flow
from giar_lark.model.organ import Organ
from giar_lark.model.passage import Passage
from giar_lark.pipeline import parse
from giar_lark.rules.rule import Context
from giar_lark.rules.sought import Search, Searches, sought_by_organ, sought_in_flows, sought_in_passages
from giar_lark.span import Span

ONE, OTHER, ANOTHER = (
    Passage("overview", text, range(len(text)), Span(0, len(text))) for text in ("公开目录", "答复申请", "公开申请")
)


def test_each_search_has_the_prose_in_which_it_found_anything_in_order() -> None:
    searches: Searches[Passage] = Searches()

    @searches()
    def disclosures(text: str) -> tuple[int, ...]:
        return (text.index("公开"),) if "公开" in text else ()

    @searches()
    def applications(text: str) -> tuple[str, ...]:
        return ("申请",) if "申请" in text else ()

    @searches()
    def fees(_text: str) -> tuple[str, ...]:
        return ()

    found = searches.through((ONE, OTHER, ANOTHER))
    assert found.by(disclosures) == [(ONE, (0,)), (ANOTHER, (0,))]
    assert found.by(applications) == [(OTHER, ("申请",)), (ANOTHER, ("申请",))]
    assert found.by(fees) == ()


def test_a_text_that_comes_again_is_not_searched_again() -> None:
    searches: Searches[Passage] = Searches()
    asked: list[str] = []

    @searches()
    def anything(text: str) -> tuple[str, ...]:
        asked.append(text)
        return (text,)

    found = [searches.through((ONE, OTHER)).by(anything), searches.through((OTHER, ONE)).by(anything)]
    assert found == [[(ONE, ("公开目录",)), (OTHER, ("答复申请",))], [(OTHER, ("答复申请",)), (ONE, ("公开目录",))]]
    assert asked == ["公开目录", "答复申请"]


def test_a_search_is_asked_only_where_one_of_its_signs_is() -> None:
    searches: Searches[Passage] = Searches()
    asked: list[str] = []

    @searches(re.compile("目录"), re.compile("答复"))
    def anything(text: str) -> tuple[str, ...]:
        asked.append(text)
        return (text,)

    assert searches.through((ONE, OTHER, ANOTHER)).by(anything) == [(ONE, ("公开目录",)), (OTHER, ("答复申请",))]
    assert asked == ["公开目录", "答复申请"]


def test_what_is_sought_by_an_organ_is_asked_for_each_organ() -> None:
    searches: Searches[Passage] = Searches()

    @searches()
    def offices(text: str, organ: Organ) -> tuple[str, ...]:
        return (organ.office + text,)

    found = [searches.through((ONE,), name).by(offices) for name in ("青岚县水务局", "青岚县教育局")]
    assert found == [[(ONE, ("水务局公开目录",))], [(ONE, ("教育局公开目录",))]]


def test_no_search_finds_anything_where_none_of_its_signs_is() -> None:
    flows, passages, of_organs = set[tuple[str]](), set[tuple[str]](), set[tuple[str, Organ]]()
    for case in all_cases():
        context = Context(source=case.source, report=parse(case.source).report)
        flows |= {(flow.text,) for flow in context.flows}
        passages |= {(passage.text,) for passage in context.passages}
        of_organs |= {(passage.text, context.organ) for passage in context.passages if context.organ}
    assert _missed(sought_in_flows, flows) == []
    assert _missed(sought_in_passages, passages) == []
    assert _missed(sought_by_organ, of_organs) == []


def _missed(
    searches: Searches[Flow] | Searches[Passage], asked: Iterable[tuple[str, *tuple[Organ, ...]]]
) -> list[tuple[str, str]]:
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
