"""Several files in the page, its accidents, and what it takes care not to lose."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from page_steps import found, open_file, shown

from giar_lark import check_many, read
from giar_lark.lean.resources import read_sample
from giar_lark.web.session import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
_DONE = "() => document.querySelector('#status').textContent.startsWith('检查完毕')"


def open_files(page: Page, files: dict[str, str]) -> None:
    page.evaluate("document.querySelector('#status').textContent = ''")
    page.set_input_files(
        "#file", [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in files.items()]
    )
    page.wait_for_function(_DONE)


def test_files_that_are_opened_together_are_held_against_each_other(ready: Page) -> None:
    carried = "二、上年结转政府信息公开申请数量\t"
    files = {
        "今年.txt": read_sample("2021").replace(carried, f"{carried}7"),
        "去年.txt": read_sample("2021", "last_year"),
    }
    wanted = check_many([read(text.encode(), name=name) for name, text in files.items()])
    open_files(ready, files)
    for name, checked in zip(files, wanted, strict=True):
        ready.evaluate("document.querySelector('#status').textContent = ''")
        ready.select_option("#files", name)
        ready.wait_for_function(_DONE)
        assert shown(ready) == [(finding.id, finding.message.zh) for finding in checked.findings]
    assert "YR-01" in {finding.code for finding in wanted[0].findings}


def test_a_file_that_was_left_is_as_it_was_left(ready: Page) -> None:
    open_files(ready, {"一.txt": sample(), "二.txt": read_sample("2021", "other_organ")})
    before = shown(ready)
    ready.click("#fixAll")
    ready.wait_for_function("() => document.querySelector('#fixAll').disabled")
    for name in ("二.txt", "一.txt"):
        ready.select_option("#files", name)
        ready.wait_for_function(
            f"() => document.querySelector('#undo').disabled === {'true' if name == '二.txt' else 'false'}"
        )
    assert len(shown(ready)) < len(before)
    ready.click("#undo")
    ready.wait_for_function(f"() => document.querySelectorAll('.card').length === {len(before)}")
    assert shown(ready) == before


def test_nothing_of_another_file_can_be_taken_back(ready: Page) -> None:
    open_file(ready, "年报.txt", sample().encode())
    ready.click("#fixAll")
    ready.wait_for_function("() => !document.querySelector('#undo').disabled")
    open_file(ready, "别的.txt", read_sample("2021").encode())
    assert ready.is_disabled("#undo")


def test_what_was_just_typed_is_saved(ready: Page) -> None:
    open_file(ready, "年报.txt", sample().encode())
    ready.click("#tab-text")
    ready.click(".card[data-code=XT-01] .go")
    ready.keyboard.type("17件")
    with ready.expect_download() as download:
        ready.click("#save")
    assert Path(download.value.path()).read_text("utf-8") == sample().replace("15件", "17件")


def test_leaving_with_unsaved_changes_asks_first(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.set_default_timeout(180_000)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(f"{address}?lang=zh")
    open_file(page, "年报.txt", sample().encode())
    page.click("#fixAll")
    page.wait_for_function("() => document.querySelector('#fixAll').disabled")
    page.reload()
    assert asked == ["beforeunload"]
    page.close()


def test_page_goes_on_after_an_accident(ready: Page) -> None:
    """An exception in the worker costs the step that it happened in, and no other."""
    open_file(ready, "年报.txt", sample().encode())
    ready.click("#fixAll")
    ready.wait_for_function("() => document.querySelector('#fixAll').disabled")
    before = shown(ready)
    ready.evaluate(
        "Object.defineProperty(Worker.prototype, 'postMessage', { configurable: true, value: (send => function (message) { "
        "if (message.call === 'edit') { delete Worker.prototype.postMessage; Worker.prototype.postMessage = send; message = { ...message, args: ['no json'] }; } "
        "send.call(this, message); })(Worker.prototype.postMessage) })"
    )
    ready.click("#tab-text")
    ready.click(".card[data-code=XT-01] .go")
    ready.keyboard.type("99件")
    ready.wait_for_function("() => document.querySelector('#status').textContent.includes('已恢复到上一步')")
    assert shown(ready) == before
    ready.click(".card[data-code=XT-01] .go")
    ready.keyboard.type("17件")
    ready.wait_for_function("() => !document.querySelector('.card[data-code=XT-01]')")


def test_keyboard_stays_where_it_was_after_a_fix(ready: Page) -> None:
    ready.set_viewport_size({"width": 1280, "height": 500})
    open_file(ready, "年报.txt", sample().encode())
    at = [code.inner_text() for code in ready.query_selector_all(".card code")].index("T3-05")
    ready.focus(f".card:nth-child({at + 1}) .actions button")
    seen = ready.evaluate("document.querySelector('#findings').scrollTop")
    ready.keyboard.press("Enter")
    ready.wait_for_function("() => !document.querySelector('.card[data-code=T3-05]')")
    place = "[...document.querySelectorAll('.card')].indexOf(document.activeElement.closest('.card'))"
    assert ready.evaluate(place) == min(at, len(shown(ready)) - 1)
    assert seen == 0 or ready.evaluate("document.querySelector('#findings').scrollTop") > 0


def test_empty_report_is_filled_in(ready: Page) -> None:
    ready.evaluate("document.querySelector('#blank').click()")
    ready.wait_for_function("() => document.querySelector('#organ').textContent.includes('××')")
    ready.click("#tab-tables")
    cell = "td[data-key='t3.new_received.total']"
    ready.dblclick(cell)
    ready.fill(f"{cell} input", "5")
    ready.keyboard.press("Enter")
    ready.wait_for_function(f"() => document.querySelector(\"{cell}\").textContent === '5'")


@pytest.mark.skipif(not _AXE.is_file(), reason="axe-core is not installed: npm ci in web/")
def test_axe_has_nothing_against_the_page(browser: Browser, address: str) -> None:
    # axe styles what it measures, which the page's policy would not let it
    page = browser.new_context(bypass_csp=True).new_page()
    page.set_default_timeout(180_000)
    page.goto(f"{address}?lang=zh")
    page.add_script_tag(path=_AXE)
    told = [against(page)]
    open_file(page, "年报.txt", sample().encode())
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for pane in ("text", "tables"):
            page.click(f"#tab-{pane}")
            told.append(against(page))
    assert told == [[], [], [], [], []]
    page.close()


def against(page: Page) -> list[object]:
    """What axe says against the page as it now is: each rule with the places."""
    script = (
        "async () => (await axe.run()).violations.map((one) => [one.id, one.nodes.map((node) => String(node.target))])"
    )
    violations: list[object] = page.evaluate(script)
    return violations


def test_low_window_leaves_room_to_read(ready: Page) -> None:
    """As at a zoom of 200 % on a small screen."""
    ready.set_viewport_size({"width": 640, "height": 400})
    open_file(ready, "年报.txt", sample().encode())
    assert ready.evaluate("document.querySelector('#findings').clientHeight") >= 300
    ready.set_viewport_size({"width": 1280, "height": 800})


def test_found_is_what_is_shown_for_a_file_that_is_no_report(ready: Page) -> None:
    open_file(ready, "清单.txt", "买菜清单\n白菜 两斤\n".encode())
    assert shown(ready) == found("买菜清单\n白菜 两斤\n".encode())
