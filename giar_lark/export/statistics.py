"""Counts over many files as JSON, described by `giar_lark/schema/statistics.schema.json`."""

from __future__ import annotations

from collections import Counter

from giar_lark.findings import Severity
from giar_lark.outcomes.statistics import Group, RuleCount, Statistics

Object = dict[str, object]


def statistics_dict(statistics: Statistics) -> Object:
    """The counts of a run: over all files, by rule, by organ, by year. Shares are of the files, rounded to four digits."""
    whole = statistics.whole
    return {
        **_group(whole),
        "rules": [_rule(count, whole.files) for count in statistics.rules],
        "organs": [{"organ_name": name, **_group(group), "rules": _codes(group)} for name, group in statistics.organs],
        "years": [{"year": year, **_group(group)} for year, group in statistics.years],
    }


def _rule(count: RuleCount, files: int) -> Object:
    return {
        "code": count.code,
        "name": count.name,
        "findings": count.findings,
        "severities": _severities(count.severities),
        "files_hit": count.files_hit,
        "share_hit": round(count.files_hit / max(files, 1), 4),
    }


def _group(group: Group) -> Object:
    return {
        "files": group.files,
        "files_hit": group.files_hit,
        "share_hit": round(group.share_hit, 4),
        "severities": _severities(group.severities),
    }


def _severities(counts: Counter[Severity]) -> Object:
    return {severity.value: counts[severity] for severity in Severity}


def _codes(group: Group) -> list[Object]:
    ordered = sorted(group.rules.items(), key=lambda item: (-item[1], item[0]))
    return [{"code": code, "findings": count} for code, count in ordered]
