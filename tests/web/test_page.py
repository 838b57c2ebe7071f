"""The page in a real browser: what an officer does with it, held against the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from page_steps import found, open_file, shown

from giar_lark import check, parse, read
from giar_lark.fixing.rounds import fix
from giar_lark.web.session import sample
from giar_lark.write.document import document_of
from giar_lark.write.formats import FORMATS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SHARED = Path(__file__).parents[3] / "shared"


def test_example_shows_what_the_command_line_finds(ready: Page) -> None:
    ready.click("#sample") if ready.is_visible("#sample") else open_file(ready, "示例.txt", sample().encode())
    ready.wait_for_selector(".card")
    assert shown(ready) == found(sample().encode())


def test_dropped_file_is_opened(ready: Page) -> None:
    text = sample().replace("15件", "14件")
    ready.evaluate(
        """text => {
            const moved = new DataTransfer();
            moved.items.add(new File([text], "年报.txt"));
            dispatchEvent(new DragEvent("drop", { dataTransfer: moved, bubbles: true, cancelable: true }));
        }""",
        text,
    )
    ready.wait_for_function("() => document.querySelector('#findings').innerText.includes('14 件')")
    assert shown(ready) == found(text.encode())


def test_mended_file_is_that_of_the_command_line(ready: Page) -> None:
    open_file(ready, "年报.txt", sample().encode("gb18030"))
    ready.click("#fixAll")
    ready.wait_for_function("() => document.querySelector('#fixAll').disabled")
    with ready.expect_download() as download:
        ready.click("#save")
    assert download.value.suggested_filename == "年报.fixed.txt"
    mended = fix(read(sample().encode("gb18030"))).source
    assert Path(download.value.path()).read_bytes() == mended.text.encode("gb18030")


@pytest.mark.parametrize("form", ["html", "docx"])
def test_document_is_mended_in_its_own_format(ready: Page, form: str) -> None:
    """As an officer would: drop it, mend what can be mended, correct a cell in the table, save, and check what was saved."""
    document = document_of(parse(read(sample().encode())).report, sample())
    data = FORMATS[form].encode(document)
    open_file(ready, f"年报.{form}", data)
    assert shown(ready) == found(data)
    ready.click("#fixAll")
    ready.wait_for_function("() => document.querySelector('#fixAll').disabled")
    ready.click("#tab-tables")
    ready.dblclick("td[data-key='t4.reconsideration.total']")
    ready.fill("td[data-key='t4.reconsideration.total'] input", "2")
    ready.keyboard.press("Enter")
    ready.wait_for_function("() => !document.querySelector('.card[data-code=T4-01]')")
    with ready.expect_download() as download:
        ready.click("#save")
    assert download.value.suggested_filename == f"年报.fixed.{form}"
    saved = Path(download.value.path()).read_bytes()
    assert shown(ready) == found(saved)
    codes = [finding.code for finding in check(read(saved, name="-")).findings]
    assert codes == [one.code for one in check(read(data, name="-")).findings if one.code not in ("T3-05", "T4-01")]


@pytest.mark.parametrize("part", [".go", ".help", ".head"])
def test_click_on_any_part_of_a_finding_goes_to_its_place(ready: Page, part: str) -> None:
    open_file(ready, "年报.txt", sample().encode())
    ready.click(f".card[data-code=T3-01] {part}")
    ready.click(f".card[data-code=T4-01] {part}")
    chosen = ready.evaluate("document.querySelector('#text').shadowRoot.querySelector('.cm-activeLine').textContent")
    assert chosen.split("\t")[1:6] == ["1", "0", "1", "0", "3"]


def test_cell_of_a_table_can_be_changed_and_taken_back(ready: Page) -> None:
    open_file(ready, "年报.txt", sample().encode())
    before = shown(ready)
    ready.click("#tab-tables")
    cell = "td[data-key='t4.reconsideration.total']"
    ready.focus(cell)
    ready.keyboard.press("Enter")
    ready.fill(f"{cell} input", "2")
    ready.keyboard.press("Enter")
    ready.wait_for_function(f"() => document.querySelectorAll('.card').length < {len(before)}")
    text = sample().replace("\t1\t0\t1\t0\t3", "\t1\t0\t1\t0\t2")
    assert shown(ready) == found(text.encode())
    ready.click("#undo")
    ready.wait_for_function(f"() => document.querySelectorAll('.card').length === {len(before)}")
    assert shown(ready) == before


def test_typing_in_the_text_is_checked(ready: Page) -> None:
    open_file(ready, "年报.txt", sample().encode())
    ready.click("#tab-text")
    ready.click(".card[data-code=XT-01] .go")
    ready.keyboard.type("17件")
    ready.wait_for_function("() => !document.querySelector('.card[data-code=XT-01]')")
    assert shown(ready) == found(sample().replace("15件", "17件").encode())


def test_language_turns_at_a_key(ready: Page) -> None:
    open_file(ready, "年报.txt", sample().encode())
    ready.click("#language")
    ready.wait_for_function("() => document.querySelector('#findings').innerText.includes('items 3 (7) + 4')")
    assert ready.get_attribute("html", "lang") == "en"
    ready.click("#language")
    ready.wait_for_function("() => document.querySelector('#findings').innerText.includes('第三项')")


def test_nothing_can_leave_the_page(browser: Browser, address: str) -> None:
    """The policy holds in the page and in a worker of it: a request to another address is stopped before it is made."""
    page = browser.new_page()
    page.goto(address)
    violations = page.evaluate(
        """async () => {
            const seen = [];
            addEventListener("securitypolicyviolation", (event) => seen.push(event.violatedDirective));
            await fetch("http://127.0.0.2:9/").catch(() => {});
            const own = new Worker(URL.createObjectURL(new Blob([
                `self.addEventListener("securitypolicyviolation", (event) => postMessage(event.violatedDirective));
                 fetch("http://127.0.0.2:9/").catch(() => {});`])));
            seen.push(await new Promise((done) => { own.onmessage = (event) => done(event.data) }));
            return seen;
        }"""
    )
    assert violations == ["connect-src", "connect-src"]
    page.close()


@pytest.mark.parametrize("seed", sorted(SHARED.glob("seeds/*.txt")), ids=lambda path: path.stem)
def test_seed_gives_the_findings_of_the_command_line(ready: Page, seed: Path) -> None:
    open_file(ready, seed.name, seed.read_bytes())
    assert shown(ready) == found(seed.read_bytes())


def test_page_asks_for_its_own_files_only(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_function("() => !document.querySelector('#status').className", timeout=180_000)
    assert {url.removeprefix("blob:").startswith(address) for url in asked if not url.startswith("data:")} == {True}
    page.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 2560])
def test_nothing_is_cut_at_any_width(ready: Page, width: int) -> None:
    ready.set_viewport_size({"width": width, "height": 800})
    open_file(ready, "年报.txt", sample().encode())
    assert ready.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert ready.is_visible(".card")


@pytest.mark.parametrize(("width", "is_there"), [(390, False), (1280, True)])
def test_narrow_window_shows_only_what_can_be_done(ready: Page, width: int, is_there: bool) -> None:
    ready.set_viewport_size({"width": width, "height": 800})
    open_file(ready, "年报.txt", sample().encode())
    assert [ready.is_visible(one) for one in ("#undo", "#redo")] == [is_there, is_there]
    ready.click("#tab-tables")
    ready.focus("td[data-key='t4.reconsideration.total']")
    ready.keyboard.press("Enter")
    ready.keyboard.press("2")
    ready.keyboard.press("Enter")
    ready.wait_for_function("() => !document.querySelector('#undo').disabled")
    assert [ready.is_visible(one) for one in ("#undo", "#redo")] == [True, is_there]


def test_keyboard_alone_reaches_everything(ready: Page) -> None:
    ready.set_viewport_size({"width": 1280, "height": 800})
    open_file(ready, "年报.txt", sample().encode())
    ready.focus(".card .go")
    ready.keyboard.press("ArrowDown")
    second = ready.evaluate("document.activeElement.closest('.card').dataset.id")
    assert second == shown(ready)[1][0]
    ready.focus("#tab-text")
    ready.keyboard.press("ArrowRight")
    assert ready.evaluate("document.activeElement.id") == "tab-tables"
    names = ready.evaluate(
        "[...document.querySelectorAll('button')].filter((one) => one.offsetParent && !one.textContent.trim()).length"
    )
    assert names == 0
