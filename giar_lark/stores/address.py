"""Addresses of files in stores, such as `s3://bucket/年报.docx`: what is one, how one is put together, how much of one is shown."""

from __future__ import annotations

import os

from giar_lark.lean.pattern import lazy_pattern

# a drive (`C:/`) has one letter
_SCHEME = lazy_pattern(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_DISK = "file"
_WEB = ("http", "https")
# of the user in front of an address of these nothing is shown: a token stands there as well as a name
_NAMELESS = (*_WEB, "ftp", "ftps", "webdav")
_AUTHORITY = lazy_pattern(r"([A-Za-z][A-Za-z0-9+.-]+://)([^/@]*)@")
# a parameter that lets in whoever has it, by its name; and by its length, for no two services call it the same
_SECRET = lazy_pattern(r"(?i)token|sig|secret|key|pass|pwd|auth|cred|session|code|^x-|^s[eptvr]$|^spr$|^sip$|^sk")
_LONG_CHARS = 24
_WITHIN_TEXT = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]+://[^\s\"'<>，。；）)]+")
HIDDEN = "…"


def is_remote(path: str) -> bool:
    """Whether a path is an address in a store. Most paths are not, and are asked no more than that."""
    return "://" in path and scheme_of(path) not in ("", _DISK)


def scheme_of(address: str) -> str:
    """What stands in front of `://`; empty where nothing does."""
    found = _SCHEME.match(address)
    return found[1].lower() if found else ""


def is_web(address: str) -> bool:
    """Whether an address is one of the web, where `?` begins parameters and is no wildcard."""
    return scheme_of(address) in _WEB


def on_disk(path: str) -> str:
    """A path as the system knows it: `file:///a/b` is `/a/b`; others stay as they are."""
    if scheme_of(path) != _DISK:
        return path
    from urllib.parse import unquote

    rest = path[path.index("://") + 3 :].removeprefix("localhost")
    return rest if os.path.lexists(rest) or not os.path.lexists(unquote(rest)) else unquote(rest)


def joined(folder: str, name: str) -> str:
    """The address or path of a file in a folder."""
    if not is_remote(folder):
        return os.path.join(folder, name)
    bare = folder.rstrip("/")
    return f"{folder}{name}" if bare.endswith(":") else f"{bare}/{name}"


def beside(path: str, name: str) -> str:
    """The address or path of a file in the same folder as another."""
    return joined(folder_of(path), name) if is_remote(path) else os.path.join(os.path.dirname(path), name)


def folder_of(address: str) -> str:
    """The folder that an address lies in; of a store by itself, that store."""
    head, _, _ = address.rstrip("/").rpartition("/")
    return head if head.strip("/").count("/") > 1 or not head.rstrip("/").endswith(":") else f"{head}/"


def last_name(path: str) -> str:
    """What a file is called by itself."""
    return path.rstrip("/").rpartition("/")[2] if is_remote(path) else os.path.basename(path)


def shown(path: str) -> str:
    """A path as it may be written down: without what would let a reader of it into the store."""
    return _shown_address(path) if is_remote(path) else path


def shown_text(text: str) -> str:
    """A text of others, with every address in it as it may be written down."""
    return _WITHIN_TEXT.sub(lambda found: _shown_address(found[0]), text)


def _shown_address(address: str) -> str:
    address = _AUTHORITY.sub(_shown_user, address, count=1)
    if not is_web(address):
        return _without_secrets(address) if "?" in address and _SECRET.search(address.partition("?")[2]) else address
    return _without_secrets(address.partition("#")[0])


def _shown_user(found: object) -> str:
    """The user in front of a host, if it is but a name; an account of Azure has its container there."""
    scheme, user = found[1], found[2]  # type: ignore[index]
    return scheme if ":" in user or scheme.rstrip(":/").lower() in _NAMELESS else f"{scheme}{user}@"


def _without_secrets(address: str) -> str:
    path, mark, query = address.partition("?")
    return path + mark + "&".join(map(_shown_parameter, query.split("&")))


def _shown_parameter(parameter: str) -> str:
    name, equals, value = parameter.partition("=")
    if not equals:
        return parameter if len(parameter) < _LONG_CHARS else HIDDEN
    return f"{name}={HIDDEN}" if _SECRET.search(name) or len(value) >= _LONG_CHARS else parameter
