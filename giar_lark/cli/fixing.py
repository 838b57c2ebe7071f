"""`giar-lark check --fix`, `--diff` and `--unsafe-fixes`: what is done to each file of a run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from typing import TYPE_CHECKING

from giar_lark.cli.exits import usage_error
from giar_lark.cli.language import say
from giar_lark.cli.streams import write_text
from giar_lark.containers.names import STDIN
from giar_lark.findings import Finding
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, replace
from giar_lark.outcomes.outcome import Outcome
from giar_lark.source.encodings import encode
from giar_lark.source.source import Source

if TYPE_CHECKING:
    from giar_lark.fixing.rounds import Fixed
    from giar_lark.settings.config import Config

# a line with its break, or what stands behind the last break
_LINE = lazy_pattern(r"[^\n]*\n|[^\n]+")


@dataclass(slots=True)
class Fixer:
    """Mends the files of a run, one after the other; without `fix` and `diff` it leaves them as they are.

    `sift` takes out the findings that are set aside: they are left as they are. With `diff` nothing is written, whatever
    else is asked for. `changed` says that some file was, or would be, changed; `failed` that one could not be written.
    """

    lang: str
    sift: Callable[[Outcome], Outcome]
    fix: bool = False
    diff: bool = False
    unsafe: bool = False
    changed: bool = False
    failed: bool = False
    # standard input after its fixes; it is a text for the next program, so that it comes out whatever has changed
    _passed_on: bytes = b""

    def __post_init__(self) -> None:
        """Refuse `--unsafe-fixes` alone: it would do nothing."""
        if self.unsafe and not self.is_asked:
            zh, en = "--unsafe-fixes 须与 --fix 或 --diff 同用", "--unsafe-fixes goes with --fix or --diff"
            raise usage_error(say(zh, en, self.lang))

    @property
    def is_asked(self) -> bool:
        """Whether anything is to be mended, or shown mended."""
        return self.fix or self.diff

    @contextmanager
    def output(self, files: Sequence[str]) -> Iterator[None]:
        """Standard output while files are checked: where a fixed text takes it, findings go to standard error."""
        if self.diff or not self.fix or STDIN not in files:
            yield
            return
        with redirect_stdout(sys.stderr):
            yield
        sys.stdout.buffer.write(self._passed_on)
        sys.stdout.buffer.flush()

    def mend(self, outcome: Outcome, config: Config) -> Outcome:
        """A file after its fixes, and what is left in it; as it was where nothing was fixed or written."""
        from giar_lark.pipeline import outcome_of

        path, source = outcome.path, outcome.source
        fixed = self._fixed(outcome, config)
        if self.fix and path == STDIN and not (source.binary or source.damaged):
            self._passed_on = encode(fixed.source if fixed else source)
        if fixed is None or not self._is_handed_over(path, source, fixed.source):
            return outcome
        self.changed = True
        return outcome_of(path, fixed.source, fixed.checked)

    def _fixed(self, outcome: Outcome, config: Config) -> Fixed | None:
        if not self.is_asked:
            return None
        from giar_lark.fixing.rounds import fix, is_fixable

        if not any(is_fixable(finding, unsafe=self.unsafe) for finding in self.sift(outcome).findings):
            return None
        path, source = outcome.path, outcome.source
        unfit = self._why_not(source)
        if unfit is not None:
            print(f"{path}: {unfit.in_language(self.lang)}", file=sys.stderr)
            return None

        def shown(source: Source, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
            return self.sift(replace(outcome, source=source, findings=findings)).findings

        fixed = fix(source, config, unsafe=self.unsafe, shown=shown)
        for refused in fixed.refused:
            reason = refused.reason.in_language(self.lang)
            words = say(f"没有自动改：{reason}", f"not fixed: {reason}", self.lang)
            print(f"{path}:{refused.address.written(self.lang)}: {refused.finding.code} {words}", file=sys.stderr)
        return fixed if fixed.source.text != source.text else None

    def _why_not(self, source: Source) -> Text | None:
        """Why a file cannot be mended, whatever is found in it."""
        if source.damaged:
            return Text("有无法解码的字符，不作修改", "not fixed, for it has characters that cannot be decoded")
        if not self.diff and source.enclosed:
            return Text(
                "压缩包或存储里的文件不作修改；请解压或下载后再改",
                "not fixed, for it is inside a file or a store; take it out first",
            )
        return None

    def _is_handed_over(self, path: str, before: Source, after: Source) -> bool:
        """Whether a fixed source is where it belongs: shown as a difference, passed on, or written into its file."""
        if self.diff:
            write_text("".join(difference(path, before.text, after.text)))
            return True
        if path == STDIN:
            return True
        return self._is_written(path, before, after)

    def _is_written(self, path: str, before: Source, after: Source) -> bool:
        from giar_lark.fixing.saving import destination, save

        reason, target = save(path, before, after), destination(path, before)
        if reason is not None:
            self.failed = True
            print(f"{path}: {reason.in_language(self.lang)}", file=sys.stderr)
        elif target.name != os.path.basename(os.path.realpath(path)):
            zh, en = (
                f"改好的另存为 {target.name}，原文件未动",
                f"mended in the copy {target.name}; the original is as it was",
            )
            print(f"{path}: {say(zh, en, self.lang)}", file=sys.stderr)
        return reason is None


def difference(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified difference between two texts of a file."""
    from difflib import unified_diff

    lines = (_LINE.findall(before), _LINE.findall(after))
    for line in unified_diff(*lines, path, path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
