"""The structure of the report as railroad diagrams: a page that shows what may follow what, in the words of the report."""

from giar_lark.notation.railroad.page import railroad_page

__all__ = ["railroad_page"]
