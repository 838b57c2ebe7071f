"""What elements do, by their names."""

from __future__ import annotations

# they begin and end a line
BLOCKS = frozenset([
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dd", "dt", "dir", "menu", "section",
    "header", "article", "footer", "nav", "main", "aside", "hgroup", "form", "fieldset", "legend", "blockquote",
    "center", "address", "pre", "hr", "br", "figure", "figcaption", "caption", "html", "body", "head", "details",
    "summary", "dialog", "option", "optgroup", "select", "search", "isindex",
])  # fmt: skip
PARTS = ("thead", "tbody", "tfoot")
# white space counts in them
PREFORMATTED = frozenset(["pre", "textarea", "listing"])
# fields of a form whose value is shown as text, by their type
SHOWN_FIELDS = frozenset(["", "text", "number", "search", "tel", "email", "url", "date"])
