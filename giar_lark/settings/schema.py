"""The JSON Schema of the configuration file, made from what reads it: for editors (taplo, tombi) to complete and check.

`giar_lark/schema/config.schema.json` is this, written down; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum

from giar_lark.findings import Severity
from giar_lark.lang import Lang, Text
from giar_lark.readers.limit_values import LIMITS, LimitField
from giar_lark.rules import RULES
from giar_lark.settings.config import Level
from giar_lark.settings.formats import OutputFormat
from giar_lark.settings.option_fields import OPTION_FIELDS, OptionField
from giar_lark.settings.read import KEYS

Object = dict[str, object]
# a day of every year
_DAY = "^(((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01]))|((0[469]|11)-(0[1-9]|[12][0-9]|30))|(02-(0[1-9]|1[0-9]|2[0-8])))$"
_ABOUT: Mapping[str, Text] = {
    "select": Text("只报这些规则：编号、编号的开头或名称", "only these rules: codes, beginnings of codes, or names"),
    "ignore": Text("不报这些规则", "all but these rules"),
    "fail-on": Text("从这一级别起以 1 退出", "exit with 1 from this severity on"),
    "lang": Text("语言", "language"),
    "output-format": Text("输出格式", "how findings are written"),
    "severity": Text("各规则的级别；off 为不报", "how much the findings of a rule weigh; off is not at all"),
    "options": Text("各规则的界限", "thresholds of the rules"),
    "limits": Text("读取的上限：再大、再深的文件不读", "how much of a document is read at most"),
    "deadlines": Text("各类机关公布年度报告的期限（月-日）", "until when organs publish their reports, as month-day"),
}


def config_schema() -> Object:
    """The schema of `giar-lark.toml`, and of `[tool.giar-lark]` in a `pyproject.toml`."""
    entries: Object = {"type": "array", "items": {"$ref": "#/$defs/rule"}}
    kinds: Mapping[str, Object] = {
        "select": entries,
        "ignore": entries,
        "fail-on": _choice(Severity),
        "lang": _choice(Lang),
        "output-format": _choice(OutputFormat),
        "severity": _table({entry: {"$ref": "#/$defs/level", **_described(about)} for entry, about in _entries()}),
        "options": _table({one.key: _option(one) for one in OPTION_FIELDS if one.section == "options"}),
        "limits": _table({field.name: _limit(field) for field in LIMITS}),
        "deadlines": _table({one.key: _option(one) for one in OPTION_FIELDS if one.section == "deadlines"}),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "giar-lark.toml",
        **_table({key: {**kinds[key], **_described(_ABOUT[key])} for key in KEYS}),
        "$defs": {
            "level": _choice(Level),
            "rule": {"type": "string", "enum": [entry for entry, _ in _entries()]},
        },
    }


def _entries() -> Iterable[tuple[str, Text]]:
    """What a rule, or several, can be called: beginnings, codes and names, each with what it stands for."""
    prefixes = dict.fromkeys(page.RULE.code.partition("-")[0] for page in RULES)
    for prefix in prefixes:
        yield prefix, Text(f"{prefix} 的全部规则", f"all rules of {prefix}")
    for page in RULES:
        yield page.RULE.code, page.RULE.summary
        yield page.RULE.name, page.RULE.summary


def _option(field: OptionField) -> Object:
    about = _described(field.about.words)
    if isinstance(field.usual, str):
        return {"type": "string", "pattern": _DAY, "default": field.usual, **about}
    if isinstance(field.usual, bool):
        return {"type": "boolean", "default": field.usual, **about}
    kind = "number" if isinstance(field.usual, Decimal) else "integer"
    bounds = {"minimum": field.about.least, "maximum": field.about.most}
    return {"type": kind, **bounds, "default": int(field.usual), **about}


def _limit(field: LimitField) -> Object:
    return {"type": ["integer", "string"], "default": field.usual, **_described(field.words)}


def _table(properties: Mapping[str, object]) -> Object:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


def _choice(words: type[StrEnum]) -> Object:
    return {"type": "string", "enum": [word.value for word in words]}


def _described(about: Text) -> Object:
    return {"description": f"{about.zh} / {about.en}"}
