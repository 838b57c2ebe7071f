"""What the options of `extract` mean, and which of them are wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from giar_lark.cli.exits import usage_error
from giar_lark.cli.jobs import alone, asked_jobs, install, workers
from giar_lark.cli.language import say
from giar_lark.containers.files import Found
from giar_lark.extract.files import ENDINGS, NeedsExtraError, sink_of
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.runs.engine import Engine, engine_here, engine_on_ray, has_ray
from giar_lark.runs.output import Output
from giar_lark.runs.plan import WHOLE, Shard
from giar_lark.runs.worker import Fence
from giar_lark.stores.address import is_remote, is_web, joined, shown
from giar_lark.stores.store import store_of
from giar_lark.stores.trouble import StoreError

_SHARD = lazy_pattern(r"([1-9][0-9]{0,5})/([1-9][0-9]{0,5})")


def target_of(output: Output, lang: str) -> None:
    """Stop where the dataset cannot be written.

    Raises: the exit of a wrong usage.
    """
    ending, known = output.ending, " ".join(ENDINGS)
    try:
        sink_of(ending)
    except KeyError:
        raise usage_error(
            say(
                f"-o {output.shown}：扩展名应是 {known} 之一",
                f"-o {output.shown}: the ending has to be one of {known}",
                lang,
            )
        ) from None
    except NeedsExtraError as error:
        raise usage_error(install(f"{ending} 文件", f"a {ending} file", str(error), lang)) from None
    _refuse_web(output, lang)
    parent = os.path.dirname(output.path) or "."
    if not is_remote(output.path) and not os.path.isdir(parent):
        words = say(f"没有这个文件夹：{parent}；请先建好", f"no such folder: {parent}; make it first", lang)
        raise usage_error(words)
    try:
        replaces_another = _is_folder(output.path) and not (output.by_year and _is_of_years(output.path))
    except StoreError as error:
        raise usage_error(error.words(lang)) from None
    if replaces_another:
        raise usage_error(
            say(
                f"{output.shown} 是别的文件夹，不能覆盖；请写到别处",
                f"{output.shown} is another folder; write elsewhere",
                lang,
            )
        )


def _refuse_web(output: Output, lang: str) -> None:
    if is_web(output.path):
        words = say(
            f"{output.shown}：网址只能读取，不能写入；请写到别处",
            f"{output.shown}: the web can only be read; write elsewhere",
            lang,
        )
        raise usage_error(words)


def _is_folder(path: str) -> bool:
    return bool(store_of(path).names(path)) if is_remote(path) else os.path.isdir(path)


def _is_of_years(path: str) -> bool:
    """Whether a folder is one of years, or empty: that alone may be replaced by another."""
    names = store_of(path).names(path) if is_remote(path) else os.listdir(path)
    return all(name.startswith("year=") for name in names)


def own_files_left_out(found: Sequence[Found], output: Output, lang: str) -> tuple[Found, ...]:
    """The files without those that the run itself writes, which may lie in a folder that is searched.

    Raises: the exit of a wrong usage, where one of them is named.
    """
    own = {_place(one) for one in (output.path, output.manifest, output.quarantine, output.dictionary)}
    output_place = _place(output.path)
    left = []
    for one in found:
        if not _is_own(_place(one.file), own, output_place):
            left.append(one)
        elif one.is_named:
            words = say(f"{one.path} 既要读取又要写入；请写到别处", f"{one.path} is to be read; write elsewhere", lang)
            raise usage_error(words)
    return tuple(left)


def shard_of(text: str | None, lang: str) -> Shard:
    """The shard that is asked for.

    Raises: the exit of a wrong usage.
    """
    if text is None:
        return WHOLE
    match = _SHARD.fullmatch(text.strip())
    if match is None or int(match[1]) > int(match[2]):
        raise usage_error(say(f"--shard {text}：写成 2/8 这样", f"--shard {text}: write it as 2/8", lang))
    return Shard(int(match[1]), int(match[2]))


def engine_of(
    name: str, address: str | None, jobs: str | None, timeout: float | None, found: Sequence[Found], lang: str
) -> Engine:
    """What does the work.

    Raises: the exit of a wrong usage, where it needs a library that is not installed, or an address has no use.
    """
    fence = Fence() if timeout is None else Fence(seconds=timeout)
    if name != "ray":
        if address is not None:
            raise usage_error(say("--address 要和 --engine ray 一起用", "--address needs --engine ray", lang))
        print(alone(found, lang) if jobs is None else "", end="", file=sys.stderr)
        return engine_here(workers(jobs, found, lang, is_timed=timeout is not None), fence)
    if not has_ray():
        raise usage_error(install("--engine ray ", "--engine ray", "ray", lang))
    return engine_on_ray(address, None if jobs is None else asked_jobs(jobs, lang), fence)


def _is_own(file: str, own: set[str], output: str) -> bool:
    return file in own or file.startswith((joined(f"{output}.run", ""), joined(output, "")))


def _place(path: str) -> str:
    """A path or address as it is the same for all that mean one file."""
    return shown(path) if is_remote(path) else os.path.abspath(path)
