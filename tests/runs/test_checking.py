"""A check beside this process: what comes back is what is found here, and little is sent."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from giar_lark.containers.document import Document
from giar_lark.lean.resources import read_sample
from giar_lark.outcomes.fault import Fault
from giar_lark.pipeline import check, outcome_of
from giar_lark.relate import entry_in
from giar_lark.runs.checking import Checking, Returned
from giar_lark.runs.chunk import Item
from giar_lark.settings.config import Config


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """A report with a finding."""
    path = tmp_path / "a.txt"
    path.write_text(read_sample("2021").replace("四、", "4、"), encoding="utf-8")
    return Document(path=str(path), file=str(path), order=(str(path),))


def returned(document: Document, *, relates: bool) -> Returned:
    """What comes of a document, as another process has sent it."""
    [result] = Checking(relates).run_on([Item(1, document, Config())], lambda: None)
    assert not isinstance(result, Fault)
    sent = pickle.loads(pickle.dumps(result))
    assert isinstance(sent, Returned)
    return sent


def test_what_comes_back_is_what_is_found_here(document: Document) -> None:
    source = document.read()
    here = outcome_of(document.path, source, check(source))
    there = returned(document, relates=False).outcome
    assert [finding.code for finding in there.findings] == ["ST-02"]
    assert there == here
    assert there.report == here.report


def test_what_is_kept_for_the_others_comes_back_as_bytes(document: Document) -> None:
    source = document.read()
    here, there = entry_in(document.path, source, check(source).report), returned(document, relates=True).entry
    assert here is not None
    assert there is not None
    assert there.kept == here.kept.packed()
    assert there.kept.body == here.kept.body


def test_a_report_is_not_sent_with_what_was_found_in_it(document: Document) -> None:
    source = document.read()
    outcome = outcome_of(document.path, source, check(source))
    assert len(pickle.dumps(outcome)) < len(pickle.dumps(outcome.report))
