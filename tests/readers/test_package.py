"""Packages of XML parts: honest ones open, and each way to be unsafe or damaged is told by its rule."""

from __future__ import annotations

import io
import zipfile

import pytest

from giar_lark.readers.limits import Limits
from giar_lark.readers.package import Unfit, open_package, parse_xml


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(Unfit) as refused:
        package = open_package(data, limits or Limits())
        for name in package.names:
            package.xml(name)
    return refused.value.code


def test_the_parts_of_an_honest_package_are_read() -> None:
    package = open_package(_packed({"a.xml": "<a>表三</a>".encode()}), Limits())
    assert package.names == {"a.xml"}
    assert package.xml("a.xml").text == "表三"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 and nothing else", "RD-14"),
        (_packed({"a.xml": b"<a>" + b"x" * 5000})[:-40], "RD-14"),
        (_packed({"a.xml": b"<a><b></a>"}), "RD-14"),
        (_packed({"a.xml": b""}), "RD-14"),
        (_packed({"a.xml": b'<?xml version="1.0" encoding="klingon"?><a/>'}), "RD-14"),
        (_packed({"a.xml": b"0" * (8 << 20)}), "RD-16"),
        (_packed({"a.xml": b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'}), "RD-16"),
        (_packed({"a.xml": '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'.encode("utf-16")}), "RD-16"),
        (_packed({"a.xml": b"<a>" * 300 + b"</a>" * 300}), "RD-16"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_rule(data: bytes, code: str) -> None:
    assert _refusal(data) == code


def test_more_parts_or_bytes_than_the_limits_are_refused() -> None:
    data = _packed({f"{number}.xml": b"<a/>" for number in range(5)})
    assert _refusal(data, Limits(parts=4)) == "RD-16"
    assert _refusal(data, Limits(expanded_bytes=19)) == "RD-16"


def test_a_part_with_a_password_is_told() -> None:
    data = bytearray(_packed({"a.xml": b"<a/>"}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert _refusal(bytes(data)) == "RD-13"


def test_a_part_that_is_not_there_is_damage() -> None:
    with pytest.raises(Unfit) as refused:
        open_package(_packed({}), Limits()).bytes("a.xml")
    assert refused.value.code == "RD-14"


def test_deep_xml_is_refused_before_it_costs_a_stack() -> None:
    with pytest.raises(Unfit) as refused:
        parse_xml(b"<a>" * 300_000 + b"</a>" * 300_000, Limits())
    assert refused.value.code == "RD-16"


def test_xml_of_nothing_but_tags_is_refused_before_it_costs_memory() -> None:
    with pytest.raises(Unfit) as refused:
        parse_xml(b"<a>" + b"<b/>" * 3_000_001 + b"</a>", Limits())
    assert refused.value.code == "RD-16"
