"""Documents of old office programs, as far as they are needed to be told apart, and a program that plays LibreOffice."""

from __future__ import annotations

import struct
import sys
from collections.abc import Mapping
from pathlib import Path

_SECTOR = 512
_END, _TABLE = 0xFFFFFFFE, 0xFFFFFFFD

# makes of each file what stands in `conversion`, but for files that tell it to fail; notes its calls and their children
_PROGRAM = """#!{python}
import os, pathlib, subprocess, sys, time
here = pathlib.Path({folder!r})
arguments = sys.argv[1:]
profile = next(one for one in arguments if one.startswith("-env:UserInstallation=file://"))
out = pathlib.Path(arguments[arguments.index("--outdir") + 1])
names = arguments[arguments.index("--outdir") + 2:]
with open(here / "calls", "a") as calls:
    calls.write(" ".join([profile, *names]) + "\\n")
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
(here / "child").write_text(str(child.pid))
for name in names:
    data = pathlib.Path(name).read_bytes()
    if b"crash" in data:
        os._exit(11)
    if b"hang" in data:
        time.sleep(60)
    if b"garbage" not in data:
        (out / (pathlib.Path(name).stem + ".docx")).write_bytes((here / "conversion").read_bytes())
"""


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file with some streams; each has at least a sector of its own."""
    names = ["Root Entry", *streams]
    contents = [data.ljust(8 * _SECTOR, b"\0") for data in streams.values()]
    directory_sectors = -(-len(names) // 4)
    table, entries, body = [_TABLE], b"", b""
    table += [*range(2, 1 + directory_sectors), _END]
    for number, name in enumerate(names):
        kind, first, size = (5, _END, 0) if number == 0 else (2, len(table), len(contents[number - 1]))
        if number:
            table += [*range(first + 1, first + size // _SECTOR), _END]
            body += contents[number - 1]
        encoded = (name + "\0").encode("utf-16-le")
        head = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1)
        entries += head.ljust(116, b"\0") + struct.pack("<IQ", first, size)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    header = header.ljust(44, b"\0") + struct.pack("<IIIIIIII", 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    entries = entries.ljust(directory_sectors * _SECTOR, b"\0")
    return header + struct.pack("<128I", *table, *[0xFFFFFFFF] * (128 - len(table))) + entries + body


def program(folder: Path, conversion: bytes) -> Path:
    """A program in a folder that turns every document into the same one."""
    (folder / "conversion").write_bytes(conversion)
    path = folder / "soffice"
    path.write_text(_PROGRAM.format(python=sys.executable, folder=str(folder)), "utf-8")
    path.chmod(0o755)
    return path
