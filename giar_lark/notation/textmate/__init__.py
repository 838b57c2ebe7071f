"""The grammar as editors colour it without a server: one line at a time, by regular expressions."""

from giar_lark.notation.textmate.document import FIRST_LINE, SCOPE, textmate_grammar

__all__ = ["FIRST_LINE", "SCOPE", "textmate_grammar"]
