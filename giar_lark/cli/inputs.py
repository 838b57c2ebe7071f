"""Arguments to files, and files to documents."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.cli.exits import usage_error
from giar_lark.cli.language import say
from giar_lark.containers.document import Document
from giar_lark.containers.documents import documents_in
from giar_lark.containers.files import Found, files_behind
from giar_lark.containers.reading import USUAL, Reading
from giar_lark.readers.opening import unopened
from giar_lark.stores.address import shown


def found_behind(arguments: Sequence[str], lang: str) -> tuple[Found, ...]:
    """The files behind some arguments, each once and sorted.

    Raises: the exit of a wrong usage, where an argument names nothing, or a store does not say what it has.
    """
    try:
        files = files_behind(arguments)
    except OSError as error:
        raise usage_error(not_reached(error, arguments[0], lang)) from None
    for missing in files.missing[:1]:
        raise usage_error(
            say(
                f"没有这个文件或文件夹：{missing}；请检查路径",
                f"no such file or folder: {missing}; check the path",
                lang,
            )
        )
    return files.found


def one_document(argument: str, lang: str, reading: Reading = USUAL) -> Document:
    """The one document that an argument means: a file, a document in an archive, or an archive with nothing else in it.

    Raises: the exit of a wrong usage, where there are none, or several.
    """
    found = found_behind([argument], lang)
    if len(found) != 1:
        raise usage_error(say(f"{argument} 不是一份报告", f"{argument} is not one report", lang))
    return only_document(found[0], lang, reading)


def only_document(found: Found, lang: str, reading: Reading) -> Document:
    """The one document in a file.

    Raises: the exit of a wrong usage, where there are none, or several.
    """
    each = documents_in(found, reading)
    first, second = next(each, None), next(each, None)
    if first is None:
        raise usage_error(say(f"{found.path} 里没有报告", f"there is no report in {found.path}", lang))
    if second is not None:
        words = say(
            f"{found.path} 里有不止一份报告；请指明一份，如 {first.path}",
            f"there are several reports in {found.path}; name one, such as {first.path}",
            lang,
        )
        raise usage_error(words)
    return first


def not_reached(error: OSError, path: str, lang: str) -> str:
    """What is said of a path that cannot be opened, or of a store that does not tell what is in it."""
    from giar_lark.stores.trouble import StoreError

    if isinstance(error, StoreError):
        return error.words(lang)
    return f"{shown(error.filename or path)}: {unopened(error).message.in_language(lang)}"
