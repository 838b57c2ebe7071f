"""The server of the page: its own files, on this computer only."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from giar_lark.web.server import serve


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    folder = tmp_path / "page"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "index.html").write_text("<title>page</title>")
    (folder / "a.wasm").write_bytes(b"\0asm")
    with serve(folder, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def asked(port: int, path: str, host: str = "127.0.0.1") -> tuple[int, str | None, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Host": f"{host}:{port}"})
    answer = connection.getresponse()
    got = answer.status, answer.getheader("Content-Type"), answer.read()
    connection.close()
    return got


def test_page_is_served_with_the_type_that_a_browser_needs(port: int) -> None:
    assert asked(port, "/") == (200, "text/html; charset=utf-8", b"<title>page</title>")
    assert asked(port, "/a.wasm") == (200, "application/wasm", b"\0asm")


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "//secret.txt", "/..%2fsecret.txt"])
def test_nothing_outside_the_folder_is_served(port: int, path: str) -> None:
    assert asked(port, path)[0] == 404


def test_another_name_for_this_computer_is_refused(port: int) -> None:
    assert asked(port, "/", host="evil.example")[0] == 403
    assert asked(port, "/", host="localhost")[0] == 200


def test_only_this_computer_is_listened_to(tmp_path: Path) -> None:
    with serve(tmp_path, 0) as server:
        assert server.server_address[0] == "127.0.0.1"


def test_browser_that_goes_early_is_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serve(tmp_path, 0) as server:
        for error in (ConnectionResetError("gone"), OSError("odd")):
            try:
                raise error
            except OSError:
                server.handle_error(None, ("127.0.0.1", 1))  # type: ignore[arg-type]
    told = capsys.readouterr().err
    assert ("gone" in told, "odd" in told) == (False, True)
