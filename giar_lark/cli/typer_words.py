"""What typer says of a command line, without brackets that mean nothing, and also in Chinese: by itself it speaks English alone."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias, cast

import typer
from typer.core import TyperCommand, TyperGroup

from giar_lark.cli.exits import usage_error
from giar_lark.cli.language import language, language_of

# both are of click in older versions of typer, and of its own in newer ones
_Context: TypeAlias = Any
_UsageError = cast("type[typer.BadParameter]", typer.BadParameter.__mro__[1])

# what reads like a mistake in a help: brackets of its own around a default or a name
_BRACKETS = (
    (r"(\[default: ?\s*)\(([^()]*)\)", r"\1\2"),
    (r"\{([^{}|]+)\}", r"\1"),
)
# what stands in each help
_HELP = (
    (r"^Usage: ", "用法："),
    (r"\[OPTIONS\]", "[选项]"),
    (r"COMMAND \[ARGS\]\.\.\.", "命令 [参数]…"),
    (r"^Arguments:$", "参数："),
    (r"^Options:$", "选项："),
    (r"^Commands:$", "命令："),
    (r"\[required\]", "[必填]"),
    (r"\[default: ?", "[缺省："),
    (r"Show this message and exit\.", "显示这些说明"),
)
# what is said of a wrong command line; names stand in quotation marks
_ERRORS = (
    (r"Missing argument (.+?)\.(?: Choose from:[\s\S]*)?", r"缺少参数 \1"),
    (r"Missing option (.+?)\.", r"缺少选项 \1"),
    (r"Missing command\.", "缺少命令"),
    (r"No such command (.+?)\.(?: \(?Did you mean (?:one of: )?(?P<meant>.+?)\?.*)?", r"没有命令 \1"),
    (r"No such option:? (\S+?)\.?(?: (?:\(Possible options:|Did you mean) (?P<meant>.+?)[)?])?", r"没有选项 \1"),
    (r"Invalid value for (.+?): (\S+) is not in the range (\S+?)\.", r"\1 不能是 \2，应满足 \3"),
    (r"Invalid value for (.+?): (.+) is not one of (.+)\.", r"\1 不能是 \2，可以是 \3"),
    (r"Invalid value for (.+?): (.+) is not a valid \w+(?: range)?\.", r"\1 应是一个数，不能是 \2"),
    (r"Option (.+?) requires an argument\.", r"选项 \1 后面缺少内容"),
    (r"Option (.+?) does not take a value\.", r"选项 \1 后面不能有内容"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)", r"多出的参数：\1"),
)


def help_in_chinese(help: str) -> str:
    """A help with typer's own words in Chinese."""
    for words, chinese in _HELP:
        help = re.sub(words, chinese, help, flags=re.MULTILINE)
    return help


def error_in_chinese(error: str) -> str:
    """What is wrong with a command line, in Chinese; as it is where typer says something that is not known here."""
    for words, chinese in _ERRORS:
        found = re.fullmatch(words, error)
        if found is not None:
            meant = found.groupdict().get("meant")
            said = found.expand(chinese) + (f"；是不是 {meant}" if meant else "")
            return said.replace("'", "").replace(", ", "、")
    return error


# where the language that the whole command line asks for is kept while it is taken apart
_LANG = "giar_lark.lang"


class Command(TyperCommand):
    """A command whose help is in the language of the surroundings, and its usage in that of the command line."""

    def get_help(self, ctx: _Context) -> str:
        """The help."""
        return _spoken(super().get_help(ctx), language())

    def get_usage(self, ctx: _Context) -> str:
        """The first line of it."""
        return _spoken(super().get_usage(ctx), ctx.meta[_LANG])


class Group(TyperGroup):
    """A group of commands whose help is in the language of the surroundings; a wrong command line is told in its own."""

    def get_help(self, ctx: _Context) -> str:
        """The help."""
        return _spoken(super().get_help(ctx), language())

    def get_usage(self, ctx: _Context) -> str:
        """The first line of it."""
        return _spoken(super().get_usage(ctx), ctx.meta[_LANG])

    def parse_args(self, ctx: _Context, args: list[str]) -> list[str]:
        """Take the options in front of a command."""
        ctx.meta.setdefault(_LANG, language_of(args))
        with _errors_spoken(ctx.meta[_LANG]):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: _Context) -> object:
        """Take a command with what stands behind it, and do it."""
        with _errors_spoken(ctx.meta[_LANG]):
            return super().invoke(ctx)


@contextmanager
def _errors_spoken(lang: str) -> Iterator[None]:
    """Tell in Chinese what is wrong with a command line; in English typer does. Without arguments it is help that is told."""
    try:
        yield
    except _UsageError as error:
        if lang == "en" or type(error).__name__ == "NoArgsIsHelpError":
            raise
        if error.ctx is not None:
            print(error.ctx.get_usage(), file=sys.stderr)
        path = error.ctx.command_path if error.ctx is not None else "giar-lark"
        raise usage_error(f"{error_in_chinese(error.format_message())}；说明见 {path} -h") from None


def _spoken(help: str, lang: str) -> str:
    for brackets, inside in _BRACKETS:
        help = re.sub(brackets, inside, help)
    return help if lang == "en" else help_in_chinese(help)
