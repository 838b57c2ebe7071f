"""Converters of web pages other than a full browser: text browsers, and packages that make text of HTML."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.converters.converter import Converter, each, output, package_version, program_version


def _lynx(path: Path) -> str:
    return _browsed(["lynx", "-dump", "-nolist", "-assume_charset=utf-8", "-display_charset=utf-8"], path)


def _w3m(path: Path) -> str:
    return _browsed(["w3m", "-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", "-cols", "80"], path)


def _elinks(path: Path) -> str:
    options = ["-dump", "1", "-dump-charset", "utf-8", "-no-references", "-no-numbering", "-no-home", "1"]
    return _browsed(["elinks", *options], path)


def _browsed(command: list[str], path: Path) -> str:
    with TemporaryDirectory() as home:
        return output([*command, str(path)], home=Path(home))


def _from_html(convert: Callable[[str], object]) -> Callable[[Path], str]:
    """A function from a file from one from its HTML."""

    def read(path: Path) -> str:
        return str(convert(path.read_text("utf-8")))

    return read


def _html2text(html: str) -> object:
    return import_module("html2text").html2text(html)


def _inscriptis(html: str) -> object:
    return import_module("inscriptis").get_text(html)


def _trafilatura(html: str) -> object:
    return import_module("trafilatura").extract(html) or ""


def _beautifulsoup(html: str) -> object:
    return import_module("bs4").BeautifulSoup(html, "html.parser").get_text("\n")


def _markdownify(html: str) -> object:
    return import_module("markdownify").markdownify(html)


def _resiliparse(html: str) -> object:
    return import_module("resiliparse.extract.html2text").extract_plain_text(html)


def _package(name: str, package: str, tiers: str, convert: Callable[[str], object]) -> Converter:
    """The converter of a package; `tiers` of the tidy page and of that of a word processor."""
    return Converter(
        name=name,
        tiers=dict(zip(("tidy", "word"), tiers, strict=True)),
        version=package_version(package),
        convert=each(_from_html(convert)),
    )


WEB_CONVERTERS = (
    Converter(
        name="lynx",
        tiers={"tidy": "A", "word": "A"},
        version=program_version(["lynx", "-version"], "lynx"),
        convert=each(_lynx),
    ),
    Converter(
        name="w3m",
        tiers={"tidy": "B", "word": "B"},
        version=program_version(["w3m", "-version"], "w3m"),
        convert=each(_w3m),
    ),
    Converter(
        name="elinks",
        tiers={"tidy": "B", "word": "B"},
        version=program_version(["elinks", "-version"], "ELinks"),
        convert=each(_elinks),
    ),
    _package("html2text", "html2text", "AA", _html2text),
    _package("inscriptis", "inscriptis", "AA", _inscriptis),
    _package("trafilatura", "trafilatura", "AA", _trafilatura),
    _package("beautifulsoup", "beautifulsoup4", "AA", _beautifulsoup),
    _package("markdownify", "markdownify", "AA", _markdownify),
    _package("resiliparse", "Resiliparse", "AA", _resiliparse),
)
