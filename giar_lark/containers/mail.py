"""E-mails (`.eml`): the documents that are attached to one; the letter itself where there are none."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message

from giar_lark.containers.member import Kind, Member, Place
from giar_lark.containers.names import is_report_name, plain_name
from giar_lark.containers.trouble import too_large, too_many
from giar_lark.containers.window import buffered
from giar_lark.readers.opening import read_up_to

# the letter, the likelier form of a report first
_LETTERS = {"text/html": "正文.html", "text/plain": "正文.txt"}


def members(stream: io.BufferedReader, place: Place) -> Iterator[Member]:
    """The documents in an e-mail, in its order. Raises Trouble, where it is beyond the limits."""
    limits = place.reading.limits
    data = read_up_to(stream, limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise too_large(place.path, limits)
    # every boundary is looked for in every line
    if data.lower().count(b"boundary=") > limits.nesting * 10:
        raise too_many(place.path, limits)
    parts = [part for part in message_from_bytes(data).walk() if isinstance(part, Message) and not part.is_multipart()]
    attached = [(name, part) for part in parts if is_report_name(plain_name(name := _name(part)))]
    for number, (name, part) in enumerate(attached or _letter(parts)):
        yield Member(name=name, order=f"{number:06}", open=lambda path, part=part: _open(part, place))  # type: ignore[misc]


def _name(part: Message) -> str:
    """What an attachment is called; nothing, where it has no name. Words in another encoding are written in several ways."""
    name = part.get_filename("")
    try:
        return str(make_header(decode_header(name)))
    except (LookupError, ValueError):
        return name


def _letter(parts: Sequence[Message]) -> list[tuple[str, Message]]:
    for type, name in _LETTERS.items():
        if found := [part for part in parts if part.get_content_type() == type]:
            return [(name, found[0])]
    return []


def _open(part: Message, place: Place) -> io.BufferedReader:
    content = part.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    place.budget.spend(len(data))
    return buffered(io.BytesIO(data))


KIND = Kind(name="mail", members=members)
