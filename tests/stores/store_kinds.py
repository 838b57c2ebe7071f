"""Stores that the tests can begin here: memory, a disk that is reached as a store is, and a server that speaks as S3 does."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

KINDS = ("memory", "local", "s3")
_ACCESS = {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "AWS_DEFAULT_REGION": "us-east-1"}


@contextmanager
def s3_server() -> Iterator[str]:
    """The address of a server; it is known to drivers, here and in processes that begin now, by the environment."""
    pytest.importorskip("s3fs", reason="s3fs is not installed")
    server = pytest.importorskip("moto.server", reason="moto[server] is not installed")
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    known = {**_ACCESS, "FSSPEC_S3_ENDPOINT_URL": f"http://{host}:{port}"}
    before = {name: os.environ.get(name) for name in known}
    os.environ |= known
    try:
        yield known["FSSPEC_S3_ENDPOINT_URL"]
    finally:
        running.stop()
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)


def folder_in(kind: str, tmp_path: Path) -> str:
    """A new folder in a store of some kind."""
    fsspec = pytest.importorskip("fsspec", reason="the extra `remote` is not installed")
    if kind == "local":
        return f"local://{tmp_path}/store"
    name = f"folder-{uuid4().hex[:12]}"
    if kind == "s3":
        from fsspec.config import conf, set_conf_env

        set_conf_env(conf)
        fsspec.filesystem("s3").mkdir(name)
    return f"{kind}://{name}/store"


def put(address: str, data: bytes) -> None:
    """A file, as another program would put it there."""
    fsspec = pytest.importorskip("fsspec", reason="the extra `remote` is not installed")
    with (
        fsspec.open(address, "wb", auto_mkdir=True)
        if address.startswith("local")
        else fsspec.open(address, "wb") as file
    ):
        file.write(data)


def taken(address: str) -> bytes:
    """What is in a file, as another program would read it."""
    import fsspec

    with fsspec.open(address, "rb") as file:
        data = file.read()
    assert isinstance(data, bytes)
    return data


def names(folder: str) -> list[str]:
    """All files in a folder and below, by what they are called in it."""
    import fsspec

    files, path = fsspec.core.url_to_fs(folder)
    files.invalidate_cache()
    return sorted(name[len(path) :].strip("/") for name in files.find(path))
