"""The page, served on this computer alone: plain files, and nothing that is sent to it."""

from __future__ import annotations

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path

_HOST = "127.0.0.1"
# what a page is worth to another site: nothing may frame it, and no type is guessed
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


def page_folder() -> Path | None:
    """Where the built page is: inside an installed package, beside it in a checkout; None where it is not built."""
    package = Path(str(files("giar_lark")))
    folders = (package / "web" / "page", package.parent / "web" / "dist")
    return next((folder for folder in folders if (folder / "packages.zip").is_file()), None)


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012 - as the class above has it
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".css": "text/css",
        ".svg": "image/svg+xml",
        ".json": "application/json",
        ".wasm": "application/wasm",
        "": "application/octet-stream",
    }

    def end_headers(self) -> None:
        """Add what every answer has."""
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def parse_request(self) -> bool:
        """Refuse what another site has sent the browser here for: it would ask by another name than this computer's."""
        if not super().parse_request():
            return False
        host = self.headers.get("Host", "").rpartition(":")[0]
        if host in (_HOST, "localhost"):
            return True
        self.send_error(403)
        return False

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what is fetched is of no interest."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing where the browser has gone before its answer was whole, as it does when a page is closed."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def serve(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of the page on a port of this computer, 0 for any that is free; it answers once `serve_forever` is called.

    Raises: OSError, where the port is taken.
    """
    return _Server((_HOST, port), partial(_Handler, directory=str(folder)))
