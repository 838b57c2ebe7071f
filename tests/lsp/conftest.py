"""The tests of the language server need its extra; where it is not installed, they are skipped, and say so."""

from __future__ import annotations

import pytest

pytest.importorskip("pygls", reason="the extra giar-lark[lsp] is not installed")
