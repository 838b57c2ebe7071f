"""What is told of stores that no library at hand reaches: one command brings all that is needed."""

from __future__ import annotations

import pytest

from giar_lark.stores.trouble import StoreError, no_driver, no_fsspec, told


@pytest.mark.parametrize(
    ("address", "all_of_it", "driver"),
    [
        ("s3://a/b", "'giar-lark[remote]' s3fs", "s3fs"),
        ("https://a/b", "'giar-lark[remote]' aiohttp", "aiohttp"),
        ("odd://a/b", "'giar-lark[remote]'", "odd"),
    ],
)
def test_one_command_brings_what_is_missing(address: str, all_of_it: str, driver: str) -> None:
    assert no_fsspec(address).words("en").partition("; ")[2] == f"run: pip install {all_of_it}"
    assert no_driver(address).words("en").partition("; ")[2] == f"run: pip install {driver}"


def raised(error: Exception, cause: Exception | None = None) -> OSError:
    with pytest.raises(OSError) as found, told("https://a/b"):
        raise error from cause
    return found.value


class Answer(Exception):
    """What a web driver makes of an answer."""

    def __init__(self, status: int) -> None:
        self.status = status


@pytest.mark.parametrize(
    ("cause", "kind"),
    [
        (None, FileNotFoundError),
        (FileNotFoundError("b"), FileNotFoundError),
        (Answer(404), FileNotFoundError),
        (KeyError("of a driver"), FileNotFoundError),
        (Answer(403), PermissionError),
        (Answer(500), StoreError),
        (ConnectionRefusedError(), StoreError),
    ],
)
def test_what_a_driver_calls_missing_is_what_it_did_not_get(cause: Exception | None, kind: type[OSError]) -> None:
    assert type(raised(FileNotFoundError("b"), cause)) is kind


def test_what_hdfs_needs_is_named() -> None:
    found = raised(OSError("Unable to load libjvm: no such file"))
    assert isinstance(found, StoreError)
    assert found.words("en") == (
        "https://a/b: HDFS needs Java and a Hadoop client, which are not installed; "
        "install them, and set JAVA_HOME, HADOOP_HOME, CLASSPATH"
    )
