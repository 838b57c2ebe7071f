"""What a user does with the page, and what the command line says of the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giar_lark import check, read

if TYPE_CHECKING:
    from playwright.sync_api import Page


def open_file(page: Page, name: str, data: bytes) -> None:
    page.evaluate("document.querySelector('#status').textContent = ''")
    page.set_input_files("#file", {"name": name, "mimeType": "application/octet-stream", "buffer": data})
    page.wait_for_function("() => document.querySelector('#status').textContent.startsWith('检查完毕')")


def shown(page: Page) -> list[tuple[str, str]]:
    cards = page.query_selector_all(".card")
    return [(card.get_attribute("data-id") or "", card.query_selector(".go").inner_text()) for card in cards]  # type: ignore[union-attr]


def found(data: bytes) -> list[tuple[str, str]]:
    return [(finding.id, finding.message.zh) for finding in check(read(data, name="-")).findings]
