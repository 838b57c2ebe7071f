"""The process that reads PDFs, one after the other, for the process that has started it: sizes and bytes through its pipes.

A library of another language opens files from anywhere here. Whatever they do to it, they do to this process, which has
little memory, and which is ended when it takes too long.
"""

from __future__ import annotations

import os
import struct
import sys
from typing import BinaryIO

# of a document: how many bytes follow, how many pages it may have; of an answer: how many bytes follow
QUESTION, ANSWER = struct.Struct("!QQ"), struct.Struct("!Q")
_MOST_MEMORY_BYTES = 2 << 30


def main() -> None:
    """Answer until nobody asks any more."""
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # whatever a library prints would stand among the answers
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _limit_memory()
    from giar_lark.readers.pdf.reading import read_document

    while len(head := questions.read(QUESTION.size)) == QUESTION.size:
        size, most_pages = QUESTION.unpack(head)
        _answer(answers, read_document(questions.read(size), most_pages).packed())


def _answer(answers: BinaryIO, data: bytes) -> None:
    answers.write(ANSWER.pack(len(data)) + data)
    answers.flush()


def _limit_memory() -> None:
    """Let the system refuse memory beyond the limit, where it can."""
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard == resource.RLIM_INFINITY or hard > _MOST_MEMORY_BYTES:
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY_BYTES, hard))


if __name__ == "__main__":
    main()
