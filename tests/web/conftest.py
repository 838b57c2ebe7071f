"""The page, opened in a real browser."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from giar_lark.web.server import page_folder, serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_BROWSER = next((path for path in map(shutil.which, _BROWSERS) if path), None)
# how long the first load may take on a machine that does much else
PATIENCE_MS = 180_000


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    folder = page_folder()
    if folder is None:
        pytest.skip("the page is not built: npm ci && npm run build in web/")
    with serve(folder, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright drives the browser")
    if _BROWSER is None:
        pytest.skip("no Chromium here")
    # for a module, not longer: while Playwright runs, no test of this process can run an event loop of its own
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_BROWSER, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def ready(browser: Browser, address: str) -> Iterator[Page]:
    """The page, once its first document can be checked; it keeps what the console says against it, and says yes to all."""
    page = browser.new_context(locale="zh-CN", accept_downloads=True).new_page()
    page.set_default_timeout(PATIENCE_MS)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", _agree)
    page.goto(address)
    page.wait_for_function("() => !document.querySelector('#status').className")
    yield page
    assert complaints == []


def _agree(dialog: Dialog) -> None:
    dialog.accept()
