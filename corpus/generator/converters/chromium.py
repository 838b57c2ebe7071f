"""Chromium without a window: many pages in one session, over the pipe of its debugging protocol."""

from __future__ import annotations

import base64
import json
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.converters.converter import Converter, program_version
from generator.converters.portable import pdftotext, poppler_version

_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe")
# the protocol is spoken on descriptors 3 and 4
_SHELL = ("sh", "-c", 'exec "$@" 3<&0 4>&1 </dev/null >/dev/null', "sh")
_INNER_TEXT = "document.body.innerText"
_SELECTION = """(() => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector("main, .Section1"));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  return getSelection().toString();
})()"""
# A4 in inches; without the browser's own header and footer, which hold the date and the place of the file
_PAPER = {"paperWidth": 8.27, "paperHeight": 11.69, "displayHeaderFooter": False}

_POLL_SECONDS = 0.02

Page = Callable[[str, Mapping[str, Any]], dict[str, Any]]


def _inner_texts(paths: Sequence[Path]) -> list[str]:
    return _evaluated(paths, _INNER_TEXT)


def _selections(paths: Sequence[Path]) -> list[str]:
    return _evaluated(paths, _SELECTION)


def _evaluated(paths: Sequence[Path], expression: str) -> list[str]:
    with _browser() as browser:
        return [_value(page, expression) for page in browser.pages(paths)]


def _value(page: Page, expression: str) -> str:
    """The string that a script gives on a page."""
    answer = page("Runtime.evaluate", {"expression": expression, "returnByValue": True})
    return str(answer["result"]["value"])


def _printed(paths: Sequence[Path]) -> list[str]:
    with _browser() as browser, TemporaryDirectory() as folder:
        texts, pdf = [], Path(folder) / "page.pdf"
        for page in browser.pages(paths):
            pdf.write_bytes(base64.b64decode(page("Page.printToPDF", _PAPER)["data"]))
            texts.append(pdftotext(pdf, "-layout"))
        return texts


class _Browser:
    """A browser that answers calls."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None and process.stdout is not None
        self._calls, self._answers, self._id = process.stdin, process.stdout, 0

    def pages(self, paths: Sequence[Path]) -> Iterator[Page]:
        """The files one after the other, each when it is loaded, as a function that calls a method on it."""
        target = self._call("Target.createTarget", {"url": "about:blank"})["targetId"]
        session = self._call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]

        def page(method: str, params: Mapping[str, Any]) -> dict[str, Any]:
            return self._call(method, params, session)

        for path in paths:
            page("Page.navigate", {"url": path.as_uri()})
            while _value(page, "document.readyState + ' ' + document.URL") != f"complete {path.as_uri()}":
                time.sleep(_POLL_SECONDS)
            yield page

    def close(self) -> None:
        """End the browser."""
        self._call("Browser.close", {})

    def _call(self, method: str, params: Mapping[str, Any], session: str | None = None) -> dict[str, Any]:
        self._id += 1
        call = {"id": self._id, "method": method, "params": params, **({"sessionId": session} if session else {})}
        self._calls.write(json.dumps(call).encode() + b"\0")
        self._calls.flush()
        while (answer := self._message()).get("id") != self._id:
            pass
        if "result" not in answer:
            raise OSError(f"{method}: {answer}")
        result: dict[str, Any] = answer["result"]
        return result

    def _message(self) -> dict[str, Any]:
        """The next message; each ends with a NUL."""
        data = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            if not byte:
                raise OSError("the browser has stopped")
            data += byte
        message: dict[str, Any] = json.loads(data)
        return message


@contextmanager
def _browser() -> Iterator[_Browser]:
    """A browser with an empty profile; the time limit is that of the worker that it runs in."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [*_SHELL, "chromium", *_FLAGS, f"--user-data-dir={profile}"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            browser = _Browser(process)
            yield browser
            browser.close()
        finally:
            process.terminate()
            process.wait()


_chromium_version = program_version(["chromium", "--version"], "Chromium")


def _print_version() -> str:
    return f"{_chromium_version()} print + {poppler_version()}"


CHROMIUM_CONVERTERS = (
    Converter(
        name="chromium-innertext",
        tiers={"tidy": "A", "word": "A"},
        version=_chromium_version,
        convert=_inner_texts,
    ),
    Converter(
        name="chromium-selection",
        tiers={"tidy": "A", "word": "A"},
        version=_chromium_version,
        convert=_selections,
    ),
    Converter(
        name="chromium-print",
        tiers={"tidy": "B", "word": "C"},
        version=_print_version,
        convert=_printed,
    ),
)
