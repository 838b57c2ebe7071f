"""What rules look for in prose: asked once of a text for all of them, and only what is found is told."""

from __future__ import annotations

from giar_lark.model.passage import Passage
from giar_lark.rules.sought import Searches
from giar_lark.span import Span

ONE, OTHER, ANOTHER = (
    Passage("overview", text, range(len(text)), Span(0, len(text))) for text in ("公开目录", "答复申请", "公开申请")
)


def test_each_search_has_the_prose_in_which_it_found_anything_in_order() -> None:
    searches: Searches[Passage] = Searches()

    @searches
    def disclosures(text: str) -> tuple[int, ...]:
        return (text.index("公开"),) if "公开" in text else ()

    @searches
    def applications(text: str) -> tuple[str, ...]:
        return ("申请",) if "申请" in text else ()

    @searches
    def fees(_text: str) -> tuple[str, ...]:
        return ()

    found = searches.through((ONE, OTHER, ANOTHER))
    assert found.by(disclosures) == [(ONE, (0,)), (ANOTHER, (0,))]
    assert found.by(applications) == [(OTHER, ("申请",)), (ANOTHER, ("申请",))]
    assert found.by(fees) == ()


def test_a_text_that_comes_again_is_not_searched_again() -> None:
    searches: Searches[Passage] = Searches()
    asked: list[str] = []

    @searches
    def anything(text: str) -> tuple[str, ...]:
        asked.append(text)
        return (text,)

    found = [searches.through((ONE, OTHER)).by(anything), searches.through((OTHER, ONE)).by(anything)]
    assert found == [[(ONE, ("公开目录",)), (OTHER, ("答复申请",))], [(OTHER, ("答复申请",)), (ONE, ("公开目录",))]]
    assert asked == ["公开目录", "答复申请"]
