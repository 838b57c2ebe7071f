"""The way to a cluster, and how much may be under way on it at once."""

from __future__ import annotations

import logging
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from pathlib import Path

import ray

from giar_lark.lang import Text
from giar_lark.runs.trouble import EngineError

# tasks that wait beside those that are worked on, for each processor: so many chunks are held in memory here
_WAITING = 2
_PATIENCE_SECONDS = 5.0
# what Ray calls a cluster that begins here, and ends with who began it
_OWN = "local"


@contextmanager
def connected(address: str | None, jobs: int | None) -> Iterator[None]:
    """A connection for as long as it is needed. One that is there already is used, and left as it is.

    Without an address, RAY_ADDRESS says where the cluster is, and where that is not set one begins on this machine,
    with so many processors.

    Raises: EngineError, where no cluster answers.
    """
    if ray.is_initialized():
        yield
        return
    _answers(address)
    # Ray prints of each worker that is lost, between the lines of whoever uses it; we tell what came of its documents
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
        _connect(address, jobs)
        try:
            yield
        finally:
            ray.shutdown()


def at_once() -> int:
    """How many tasks may be under way: the cluster may have grown, or lost machines, since the last look."""
    return _WAITING * max(1, int(ray.cluster_resources().get("CPU", 1)))


def _connect(address: str | None, jobs: int | None) -> None:
    # without an address Ray would look for a cluster on this machine, and take any that it finds
    where = address or os.environ.get("RAY_ADDRESS") or _OWN
    quiet = {"include_dashboard": False, "log_to_driver": False, "logging_level": logging.CRITICAL}
    with _own_signals():
        try:
            ray.init(address=where, num_cpus=jobs if where == _OWN else None, **quiet)
        except Exception as error:  # Ray raises this very class where a machine is too busy for it to begin
            ray.shutdown()
            raise _no_cluster("this machine" if where == _OWN else where, " ".join(str(error).split())[:160]) from None


def _answers(address: str | None) -> None:
    """Stop where nothing listens: Ray itself would ask for minutes."""
    host, _, port = (address or "").rpartition(":")
    if host and port.isdigit() and "/" not in host:
        try:
            socket.create_connection((host, int(port)), _PATIENCE_SECONDS).close()
        except (OSError, OverflowError) as error:
            raise _no_cluster(f"{host}:{port}", str(error)) from None


def _no_cluster(where: str, reason: str) -> EngineError:
    return EngineError(
        Text(
            f"连不上 Ray 集群 {where}（{reason}）；请运行 ray status 查看",
            f"no Ray cluster answers at {where} ({reason}); look at it with: ray status",
        )
    )


@contextmanager
def _own_signals() -> Iterator[None]:
    """Ray takes the signal to end for itself, which is ours: what is done has to be put away first."""
    before = signal.getsignal(signal.SIGTERM)
    try:
        yield
    finally:
        with suppress(ValueError, TypeError):  # not in the main thread, or none that Python knows
            signal.signal(signal.SIGTERM, before)
