"""The one expression for all slips finds every form, wherever it stands, and passes over what is right."""

from __future__ import annotations

import pytest

from giar_lark.rules.phrases.fixed import Lexicon, names, phrases


@pytest.mark.parametrize("lexicon", [names(), phrases()], ids=["names", "phrases"])
def test_every_form_is_found_where_it_begins(lexicon: Lexicon) -> None:
    for form in (form for forms in lexicon.forms.values() for form in forms):
        for text in (form.wrong, f"按照{form.wrong}的要求", f"，{form.wrong}。"):
            assert text.index(form.wrong) in [at for at in range(len(text)) if lexicon.begins.match(text, at)], form


@pytest.mark.parametrize("lexicon", [names(), phrases()], ids=["names", "phrases"])
def test_a_long_phrase_with_any_other_character_inside_is_found(lexicon: Lexicon) -> None:
    for phrase in (phrase for long in lexicon.long.values() for phrase in long):
        for at in range(2, len(phrase) - 2):
            assert lexicon.begins.match(f"{phrase[:at]}龘{phrase[at + 1 :]}")


@pytest.mark.parametrize("lexicon", [names(), phrases()], ids=["names", "phrases"])
def test_nothing_begins_at_a_phrase_that_is_right(lexicon: Lexicon) -> None:
    rights = {form.right for forms in lexicon.forms.values() for form in forms}
    assert [right for right in sorted(rights) if lexicon.begins.match(right)] == []
