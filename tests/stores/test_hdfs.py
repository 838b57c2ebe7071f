"""Addresses of HDFS, with memory in the place of the cluster: a name node with a port, and paths behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

import pytest
from cli_run import BROKEN, SOUND, run
from store_kinds import names, put, taken

fsspec = pytest.importorskip("fsspec", reason="the extra `remote` is not installed")
from fsspec.implementations.memory import MemoryFileSystem  # noqa: E402
from fsspec.registry import _registry  # noqa: E402

ROOT = "hdfs://namenode:8020/data"


class _Cluster(MemoryFileSystem):  # type: ignore[misc]
    """As the driver of HDFS: it is made for a name node, which is no part of its paths."""

    protocol = "hdfs"
    store: ClassVar[dict[str, object]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]

    def __init__(self, host: str, port: int, **options: object) -> None:
        super().__init__(**options)
        assert (host, port) == ("namenode", 8020)

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        stripped = urlsplit(path).path if path.startswith("hdfs://") else path
        return str(super()._strip_protocol(stripped))

    @staticmethod
    def _get_kwargs_from_urls(path: str) -> dict[str, object]:
        parts = urlsplit(path)
        return {"host": parts.hostname, "port": parts.port}


@pytest.fixture(autouse=True)
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A cluster with nothing in it."""
    monkeypatch.setitem(_registry, "hdfs", _Cluster)
    _Cluster.store.clear()
    _Cluster.pseudo_dirs[:] = [""]
    yield
    _Cluster.clear_instance_cache()


@pytest.mark.parametrize("options", [(), ("--long",), ("--partition", "year")])
def test_a_dataset_in_hdfs_is_that_of_a_disk(tmp_path: Path, options: tuple[str, ...]) -> None:
    (tmp_path / "in").mkdir()
    for name, text in {"a.txt": SOUND, "b.txt": BROKEN, "c.txt": "无关"}.items():
        put(f"{ROOT}/in/{name}", text.encode())
        (tmp_path / "in" / name).write_text(text, "utf-8")
    for folder in (ROOT, str(tmp_path)):
        done = run("extract", f"{folder}/in", "-o", f"{folder}/out.csv", *options, "--isolated", "--lang", "en")
        assert done.exit_code == 1, done.stderr
    made = [name for name in names(ROOT) if name.startswith("out.csv") and "manifest" not in name]
    assert made
    for name in made:
        there, here = taken(f"{ROOT}/{name}").decode("utf-8-sig"), (tmp_path / name).read_text("utf-8-sig")
        assert there.replace(ROOT, "").splitlines() == here.replace(str(tmp_path), "").splitlines()
