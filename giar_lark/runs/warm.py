"""Imported by the process that workers are copies of: they all begin with what it has loaded."""

from __future__ import annotations

from giar_lark.runs.worker import warm_up

warm_up()
