"""One expression for all that slips make of some phrases, so that a text is looked through once and not phrase by phrase."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from giar_lark.rules.phrases.forms import Form


def expression_of(forms: Iterable[Form], long: Iterable[str], right: Sequence[str]) -> str:
    """What is found where any of some forms may begin, or a long phrase with another character inside; seldom elsewhere.

    Phrases are of letters, which stand for themselves. `right` is all that is right: of a form only as much is looked for as tells it from that. Each alternative begins with a
    character, so that the other places of a text are passed over without trying any.
    """
    lines = "\n".join(right)
    words = dict.fromkeys(_telling(form, lines) for form in forms)
    changed = (f"{phrase[:2]}(?!{phrase[2:]}).{{{len(phrase) - 4}}}{phrase[-2:]}" for phrase in long)
    return "|".join((_branch([*words]), *changed))


def _telling(form: Form, right: str) -> tuple[str, ...]:
    """The beginning of a form up to where nothing right goes on so, as an expression for each character.

    What is left of a phrase that has lost a character at one end is right throughout: then that character must not be there.
    """
    end = max(form.last + 1, 2)
    while end < len(form.wrong) and form.wrong[:end] in right:
        end += 1
    first, *middle, last = list(form.wrong[:end])
    if form.wrong[:end] in right:
        first += f"(?<!{form.char}{first})" if form.first < 0 else ""
        last += f"(?!{form.char})" if form.last == len(form.wrong) else ""
    return (first, *middle, last)


def _branch(words: Sequence[tuple[str, ...]]) -> str:
    """The expression for any of some words, in which what several begin with stands once."""
    if not all(words):
        return ""
    behind: dict[str, list[tuple[str, ...]]] = {}
    for first, *rest in words:
        behind.setdefault(first, []).append(tuple(rest))
    return "|".join(first + _grouped(_branch(rests)) for first, rests in behind.items())


def _grouped(expression: str) -> str:
    return f"(?:{expression})" if "|" in expression else expression
