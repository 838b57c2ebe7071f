"""Which files a run of `extract` is asked for, and which part of them."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.cli.exits import usage_error
from giar_lark.cli.extracting.choices import own_files_left_out
from giar_lark.cli.inputs import found_behind, not_reached
from giar_lark.cli.language import say
from giar_lark.containers.files import Found
from giar_lark.containers.names import STDIN
from giar_lark.lean.records import dataclass
from giar_lark.runs.listing import files_listed
from giar_lark.runs.output import Output
from giar_lark.runs.plan import WHOLE, Shard
from giar_lark.stores.address import on_disk


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Files, and the part of the documents in them that is done here: of a list only the own files were taken."""

    found: tuple[Found, ...]
    shard: Shard


def inputs_of(paths: Sequence[str], list_file: str | None, shard: Shard, output: Output, lang: str) -> Inputs:
    """The files that paths or a list name, without those that the run itself writes.

    Raises: the exit of a wrong usage, where there are none, or both or neither of the two were given.
    """
    if bool(paths) == (list_file is not None):
        words = say(
            "请给出文件，或用 --files-from 给出清单，二者选一",
            "name files, or a list of them with --files-from: one of the two",
            lang,
        )
        raise usage_error(words)
    if list_file is not None:
        listed = _listed(on_disk(list_file) if list_file != STDIN else STDIN, shard, lang)
        return Inputs(found=own_files_left_out(listed, output, lang), shard=WHOLE)
    found = own_files_left_out(found_behind(paths, lang), output, lang)
    if not found:
        raise usage_error(say("这里没有报告；请检查路径", "there are no reports here; check the path", lang))
    return Inputs(found=found, shard=shard)


def _listed(list_file: str, shard: Shard, lang: str) -> tuple[Found, ...]:
    try:
        found = files_listed(list_file, shard)
    except FileNotFoundError:
        words = say(f"没有这个清单：{list_file}；请检查路径", f"no such list: {list_file}; check the path", lang)
        raise usage_error(words) from None
    except OSError as error:
        raise usage_error(not_reached(error, list_file, lang)) from None
    if not found and shard == WHOLE:
        words = say(
            f"清单 {list_file} 是空的；请每行写一个文件名",
            f"the list {list_file} is empty; write a file name on each line",
            lang,
        )
        raise usage_error(words)
    return found
