"""The baseline as a file: JSON, a finding a line, sorted, so that it is the same bytes for the same findings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from giar_lark.baseline.known import Baseline, Known
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.settings.problem import Problem, SettingsError

_VERSION = 1
_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_FIELDS = ("code", "key", "id", "text_hash")


def baseline_text(baseline: Baseline) -> str:
    """A baseline as JSON."""
    files = ",\n".join(f"    {_json(path)}: {_entries(baseline.files[path])}" for path in sorted(baseline.files))
    body = f"{{\n{files}\n  }}" if files else "{}"
    return f'{{\n  "giar_lark_baseline": {_VERSION},\n  "files": {body}\n}}\n'


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file.

    Raises: SettingsError, where it cannot be read, or is none.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise _wrong(path, f"打不开：{error.strerror}", f"cannot be opened: {error.strerror}") from None
    except UnicodeDecodeError:
        raise _wrong(path, "不是 UTF-8", "not UTF-8") from None
    except json.JSONDecodeError as error:
        raise _wrong(path, f"不合 JSON 的写法（{error.msg}）", f"not JSON: {error.msg}", error) from None
    if not isinstance(data, dict) or "giar_lark_baseline" not in data:
        raise _wrong(
            path,
            "不是基线文件，请用 giar-lark baseline write 生成",
            "no baseline; `giar-lark baseline write` makes one",
        )
    if data["giar_lark_baseline"] != _VERSION:
        raise _wrong(path, "是别的版本写的基线，请重新生成", "a baseline of another version; write it again")
    try:
        return Baseline(dict(_files(data["files"])))
    except (KeyError, TypeError, AttributeError):
        raise _wrong(path, "基线文件不完整，请重新生成", "the baseline is damaged; write it again") from None


def _entries(known: frozenset[Known]) -> str:
    lines = [
        "      " + _json({name: getattr(one, name) for name in _FIELDS if getattr(one, name)}) for one in sorted(known)
    ]
    return "[\n" + ",\n".join(lines) + "\n    ]" if lines else "[]"


def _files(data: Mapping[str, list[Mapping[str, str]]]) -> Iterator[tuple[str, frozenset[Known]]]:
    for path, entries in data.items():
        yield path, frozenset(_known(entry) for entry in entries)


def _known(entry: Mapping[str, str]) -> Known:
    return Known(code=entry["code"], key=entry.get("key", ""), id=entry["id"], text_hash=entry["text_hash"])


def _json(value: object) -> str:
    """A value on one line; half of a surrogate pair, as a file's name may have it, is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _wrong(path: Path, zh: str, en: str, error: json.JSONDecodeError | None = None) -> SettingsError:
    line, column = (error.lineno, error.colno) if error else (0, 1)
    excerpt = error.doc.splitlines()[line - 1] if error and error.doc.splitlines()[line - 1 :] else ""
    return SettingsError([Problem(path=str(path), message=Text(zh, en), line=line, column=column, excerpt=excerpt)])
