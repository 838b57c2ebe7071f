"""The commands of the server, as clients call them."""

from __future__ import annotations

CHECK_FOLDER = "giar-lark.checkFolder"
DISMISS = "giar-lark.dismiss"
EXPLAIN = "giar-lark.explainRule"
