"""What is said about a run of `extract`."""

from __future__ import annotations

import errno
import sys
from collections import Counter

from giar_lark.cli.extracting.command_line import command_line
from giar_lark.cli.language import say
from giar_lark.lang import Text
from giar_lark.runs.entry import Status
from giar_lark.runs.output import Output
from giar_lark.stores.address import shown, shown_text
from giar_lark.stores.trouble import StoreError

_FULL = (errno.ENOSPC, errno.EDQUOT)
STATUSES = {
    Status.OK: Text("没有问题", "sound"),
    Status.FINDINGS: Text("有提示", "with findings"),
    Status.UNREADABLE: Text("没有读到", "unreadable"),
    Status.OVERSIZE: Text("太大", "too large"),
    Status.CRASH: Text("程序出错", "failed"),
    Status.TIMEOUT: Text("超时", "timed out"),
    Status.UNREACHED: Text("没有取到", "not reached"),
}


def resume_line() -> str:
    """The command line that goes on with this run."""
    words = [shown_text(word) for word in sys.argv[1:] if word not in ("--resume", "--retry-failed")]
    return command_line(["giar-lark", *words, "--resume"])


def stopped(line: str, lang: str) -> str:
    """What is said when a run was asked to stop."""
    return (
        f"giar-lark: {say('已停下，做完的都留着。接着做：', 'stopped; what is done is kept. Go on with: ', lang)}{line}"
    )


def not_written(error: OSError, path: str, lang: str) -> str:
    """What is said of a store that does not answer, or of a disk that does not take what is written to a path."""
    if isinstance(error, StoreError):
        return error.words(lang)
    if error.errno in _FULL:
        reason = say("磁盘满了，请腾出空间", "the disk is full; make room", lang)
    else:
        words = error.strerror or str(error)
        reason = say(f"写不了（{words}）", f"cannot be written ({words})", lang)
    return f"{error.filename or path}{say('：', ': ', lang)}{reason}"


def broken_off(reason: str, line: str, lang: str) -> str:
    """What is said when a run cannot go on for now: a store does not take what is done, say, or give what is to be."""
    return f"{reason}{say('。做完的都留着。接着做：', '. What is done is kept. Go on with: ', lang)}{line}"


def perhaps_taken(path: str, who: str, lang: str) -> str:
    """What is said while one looks whether another run is still at work."""
    return say(
        f"giar-lark: {path} 可能正由 {who} 写入；看它是否还在，最多等一分钟",
        f"giar-lark: {path} may be written by {who}; looking for signs of life, for a minute at most",
        lang,
    )


def finished(path: str, lang: str) -> str:
    """What is said where there is nothing left to do."""
    return say(f"{path} 已经做完，没有要补做的", f"{path} is finished; there is nothing left to do", lang)


def done_anew(path: str, documents: int, lang: str) -> str:
    """What is said where a finished run is asked for again with other files, or in another way, and its parts are gone."""
    return say(
        f"giar-lark: {path} 上次已经做完，各部分没有留下，{documents} 份全部重做；加 --keep-parts，以后只做新增和改动的",
        f"giar-lark: {path} was finished and its parts are gone: all {documents:,} are done anew; "
        "with --keep-parts, a later run does only what is new",
        lang,
    )


def unfinished(folder: str, reason: Text | None, lang: str) -> str:
    """Why a run is not begun: there is another one, which is not finished; or it cannot be gone on with."""
    if reason is None:
        return say(
            f"上次没有做完，做完的在 {folder}；加 --resume 接着做，或删去它重新做",
            f"the last run was not finished; go on with --resume, or delete {folder} to begin anew",
            lang,
        )
    return say(
        f"不能接着做：{reason.zh}；删去 {folder} 重新做",
        f"cannot go on: {reason.en}; delete {folder} to begin anew",
        lang,
    )


def kept_of(kept: int, left: int, lang: str) -> str:
    """What is said when a run goes on with other files than it was begun with."""
    return say(
        f"giar-lark: 文件有增减或改动；做完的 {kept} 份保留，还要做 {left} 份",
        f"giar-lark: files were added, changed or taken away; {kept:,} done before {'is' if kept == 1 else 'are'} kept, {left:,} to do",
        lang,
    )


def changed(path: str, lang: str) -> str:
    """What is said when a file was changed while it was read."""
    return say(f"{path} 在读取时变了", f"{path} has changed while it was read", lang)


def summary(counts: Counter[Status], output: Output, seconds: float, lang: str) -> str:
    """What has become of the documents, and what to do about those that were given up."""
    took = f"{seconds:.2f}" if seconds < 10 else f"{seconds:.0f}"
    total = counts.total()
    each = [f"{STATUSES[status].in_language(lang)} {counts[status]}" for status in Status if counts[status]]
    each_en = [f"{counts[status]:,} {STATUSES[status].en}" for status in Status if counts[status]]
    zh, en = (f"（{'、'.join(each)}）", f" ({', '.join(each_en)})") if total else ("", "")
    lines = [
        say(
            f"{output.shown}：{total} 份，用时 {took} 秒{zh}",
            f"{output.shown}: {total:,} {'document' if total == 1 else 'documents'} in {took} s{en}",
            lang,
        )
    ]
    if counts[Status.UNREADABLE] or counts[Status.OVERSIZE]:
        lines.append(
            say(
                f"没有读到的，原因见 {shown(output.manifest)}",
                f"why a document was not read is told in {shown(output.manifest)}",
                lang,
            )
        )
    if any(counts[status] for status in Status if status.has_failed):
        lines.append(
            say(
                f"中途放弃的列在 {shown(output.quarantine)}；加 --retry-failed 重做",
                f"what was given up is listed in {shown(output.quarantine)}; try it again with --retry-failed",
                lang,
            )
        )
    return "".join(f"{line}\n" for line in lines)
