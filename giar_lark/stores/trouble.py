"""What goes wrong with a store, in words that may be shown: what drivers raise is of any kind, and may have secrets in it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from giar_lark.lang import Text
from giar_lark.stores.address import scheme_of, shown, shown_text

_LONGEST_CHARS = 160
_REFUSALS = ("NoCredentialsError", "PartialCredentialsError", "TokenRetrievalError", "CredentialRetrievalError")
# what has to be installed for an address, where that is not what stands in front of it
_PACKAGES = {
    "s3": "s3fs", "s3a": "s3fs", "gs": "gcsfs", "gcs": "gcsfs", "az": "adlfs", "abfs": "adlfs", "abfss": "adlfs",
    "hdfs": "pyarrow", "arrow_hdfs": "pyarrow", "webhdfs": "requests", "http": "aiohttp", "https": "aiohttp",
    "sftp": "paramiko", "ssh": "paramiko", "smb": "smbprotocol", "oss": "ossfs", "oci": "ocifs", "tos": "tosfs",
    "webdav": "webdav4", "hf": "huggingface_hub", "github": "requests", "gdrive": "gdrive_fs", "dropbox": "dropboxdrivefs",
}  # fmt: skip


# what the library for HDFS loads, by their names in what it says of them
_HADOOP = ("libjvm", "libhdfs")
_TRY_AGAIN = Text("检查地址和网络后再试", "check the address and the connection, and try again")


class StoreError(OSError):
    """A store that does not answer, or cannot do what it is asked for; later it may."""

    def __init__(self, address: str, reason: Text, help: Text = _TRY_AGAIN) -> None:
        """By the address that was asked for, what is wrong, and what to do."""
        super().__init__(reason.en)
        self.address, self.reason, self.help = shown(address), reason, help

    def __reduce__(self) -> tuple[type[StoreError], tuple[str, Text, Text]]:
        """What it is made of again in another process."""
        return type(self), (self.address, self.reason, self.help)

    def words(self, lang: str) -> str:
        """One sentence about it."""
        return Text(
            f"{self.address}：{self.reason.zh}；{self.help.zh}", f"{self.address}: {self.reason.en}; {self.help.en}"
        ).in_language(lang)


class NoDriverError(StoreError):
    """A store that no library at hand reaches."""


def no_driver(address: str) -> NoDriverError:
    """The library for this kind of address is not installed."""
    scheme = scheme_of(address)
    return _needs(address, _PACKAGES.get(scheme, scheme))


def no_fsspec(address: str) -> NoDriverError:
    """Nothing is installed that reaches any store: what does, with what this kind of address needs beside it."""
    return _needs(address, " ".join(["'giar-lark[remote]'", *filter(None, [_PACKAGES.get(scheme_of(address))])]))


def no_such_store(address: str) -> NoDriverError:
    """A kind of address that no library is known for."""
    scheme = scheme_of(address)
    reason = Text(f"没有 {scheme}:// 这种地址", f"there are no addresses that begin with {scheme}://")
    return NoDriverError(address, reason, Text("请检查地址", "check it"))


def _no_hadoop(address: str) -> NoDriverError:
    """What the library for HDFS needs is not installed."""
    reason = Text(
        "读写 HDFS 需要 Java 和 Hadoop 客户端", "HDFS needs Java and a Hadoop client, which are not installed"
    )
    where = "JAVA_HOME, HADOOP_HOME, CLASSPATH"
    return NoDriverError(address, reason, Text(f"请安装并设置 {where}", f"install them, and set {where}"))


def _needs(address: str, package: str) -> NoDriverError:
    scheme, line = scheme_of(address), f"pip install {package}"
    reason = Text(f"读写 {scheme}:// 需要另外安装", f"{scheme}:// needs a library that is not installed")
    return NoDriverError(address, reason, Text(f"请运行：{line}", f"run: {line}"))


@contextmanager
def told(address: str) -> Iterator[None]:
    """Let what a driver raises be an OSError that may be shown: not there, not allowed, or a store that does not answer."""
    try:
        yield
    except (StoreError, FileExistsError):
        raise
    except Exception as error:
        raise _as_told(error, address) from None


def _as_told(error: Exception, address: str) -> OSError:
    """By its class; what is of a class of its own by its name, or the answer of a web server that it has."""
    cause = error.__cause__ if isinstance(error, FileNotFoundError) else None
    if isinstance(cause, OSError) or hasattr(cause, "status"):  # the web driver calls all missing that it does not get
        assert isinstance(cause, Exception)
        return _as_told(cause, address)
    answer = getattr(error, "status", None)
    if isinstance(error, FileNotFoundError) or answer in (404, 410):
        return FileNotFoundError(errno.ENOENT, "not found", shown(address))
    if isinstance(error, IsADirectoryError | NotADirectoryError):
        return IsADirectoryError(errno.EISDIR, "it is a folder", shown(address))
    if isinstance(error, PermissionError) or type(error).__name__ in _REFUSALS or answer in (401, 403):
        return PermissionError(errno.EACCES, "not allowed", shown(address))
    if any(library in str(error) for library in _HADOOP):
        return _no_hadoop(address)
    words = " ".join(shown_text(f"{type(error).__name__}: {error}").split())[:_LONGEST_CHARS]
    return StoreError(address, Text(f"存储没有应答（{words}）", f"the store does not answer ({words})"))
