"""What a run keeps on disk, and what goes between processes."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from giar_lark import Config, Limits
from giar_lark.containers.document import Document
from giar_lark.containers.files import files_behind
from giar_lark.containers.reading import USUAL
from giar_lark.extract.row import long_rows, wide_row
from giar_lark.lean.resources import read_sample
from giar_lark.many import read_many
from giar_lark.model.readings import readings_in
from giar_lark.runs.chunk import Item, Manner, run_chunk
from giar_lark.runs.chunks import ChangedError, chunks
from giar_lark.runs.cluster.task import sent
from giar_lark.runs.entry import Status
from giar_lark.runs.folder import RunFolder
from giar_lark.runs.inventory import Inventory
from giar_lark.runs.part import line_of
from giar_lark.runs.plan import WHOLE, Plan, Shard, listed, plan_of
from giar_lark.runs.worker import Fence, seconds_of

MANNER = Manner(long=False, version="1", run="r")


def plan(documents: int, shard: Shard = WHOLE, chunk: int = 4) -> Plan:
    return Plan(version="1", inputs="", configuration="", documents=documents, shard=str(shard), chunk=chunk)


def item(path: str, data: bytes, limits: Limits | None = None) -> Item:
    document = Document(path=path, file=path, order=(path,), data=data, limits=limits or Limits())
    return Item(1, document, Config())


def test_what_travels_is_what_was_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(read_sample("2021"), "utf-8")
    [outcome] = read_many(tmp_path / "a.txt")
    part = run_chunk([item(outcome.path, (tmp_path / "a.txt").read_bytes())], MANNER)
    assert line_of(pickle.loads(pickle.dumps(part)).lines[0]).rows == wide_row(outcome, readings_in(outcome.report))


def test_a_row_a_cell_travels_without_what_all_of_a_report_share(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(read_sample("2021"), "utf-8")
    [outcome] = read_many(path)
    [text] = run_chunk([item(outcome.path, path.read_bytes())], Manner(long=True, version="1", run="r")).lines
    assert line_of(text).rows == long_rows(outcome, readings_in(outcome.report))
    assert text.count(outcome.report.metadata.organ_name or "") == 1


def test_every_end_has_its_status() -> None:
    sound = read_sample("2021").encode()
    texts = [sound, sound.replace(b"\t46", b"\t"), "无关".encode(), sound]
    items = [item("a", text) for text in texts[:3]] + [item("a", sound, Limits(file_bytes=100))]
    part = run_chunk(items, MANNER)
    assert part.statuses == Counter([Status.OK, Status.FINDINGS, Status.UNREADABLE, Status.OVERSIZE])
    assert [line_of(line).entry.sha256 is None for line in part.lines] == [False, False, False, True]


@pytest.mark.parametrize("documents", [0, 1, 7, 8, 9, 100])
def test_shards_and_their_chunks_are_all_documents_once(documents: int) -> None:
    plans = [plan(documents, Shard(number, 3)) for number in (1, 2, 3)]
    seen = [at for one in plans for number in range(one.chunks) for at in one.chunk_at(number)]
    assert seen == list(range(documents))


def test_a_part_that_is_not_whole_is_done_again(tmp_path: Path) -> None:
    folder = RunFolder(str(tmp_path / "a.csv"))
    folder.begin(plan(10), Inventory((), ()))
    for number, count in ((0, 4), (1, 4), (2, 2)):
        folder.save(number, range(count), ["[]"] * count)
    assert folder.left() == {}
    [part] = (tmp_path / "a.csv.run").glob("*-00000001.part")
    part.write_bytes(part.read_bytes()[:-2])
    assert RunFolder(str(tmp_path / "a.csv")).left() == {1: range(4)}
    part.write_bytes(b"")
    assert RunFolder(str(tmp_path / "a.csv")).left() == {1: range(4)}


def test_lines_are_given_as_soon_as_all_in_front_of_them_are_done(tmp_path: Path) -> None:
    folder = RunFolder(str(tmp_path / "a.csv"))
    folder.begin(plan(6, chunk=2), Inventory((), ()))
    told: list[str] = []

    def done() -> Iterator[int]:
        for number in (2, 1):
            folder.save(number, range(2), [f"[{number}a]", f"[{number}b]"])
            told.append(f"done {number}")
            yield number
        told.append("ended")

    folder.save(0, range(2), ["[0a]", "[0b]"])
    for line in folder.all_lines(folder.left(), done()):
        told.append(line)
    assert told == ["[0a]", "[0b]", "done 2", "done 1", "[1a]", "[1b]", "[2a]", "[2b]", "ended"]


def test_only_what_is_left_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(10):
        (tmp_path / f"{number}.txt").write_text(str(number), "utf-8")
    every = listed(files_behind([str(tmp_path)]).found, USUAL)
    whole = plan(10)
    for number in range(4):
        (tmp_path / f"{number}.txt").unlink()
    left = list(chunks(every, whole, {1: [1, 2], 2: range(2)}, USUAL, lambda _: Config()))
    told = [(one.number, [(i.number, Path(i.document.path).name) for i in one.items]) for one in left]
    assert told == [(1, [(6, "5.txt"), (7, "6.txt")]), (2, [(9, "8.txt"), (10, "9.txt")])]


def test_a_file_that_is_gone_before_it_is_sent_is_no_fault_of_the_cluster(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("a", "utf-8")
    names = ("a.txt", "gone.txt")
    documents = [Document(path=name, file=name, order=(name,)) for name in names]
    there, gone = (one.document for one in sent([Item(1, document, Config()) for document in documents]))
    assert (there.file, there.remark) == (str(tmp_path / "a.txt"), None)
    assert gone.remark is not None and gone.remark.code == "RD-01"


def test_a_file_that_changes_while_it_is_read_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n{"text": "b"}\n', "utf-8")
    every = listed(files_behind([str(tmp_path)]).found, USUAL)
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n', "utf-8")
    with pytest.raises(ChangedError):
        list(chunks(every, plan(2), {0: range(2)}, USUAL, lambda _: Config()))


def test_a_plan_knows_its_files(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a", "utf-8")
    plans = []
    for text in ("a", "ab"):
        file.write_text(text, "utf-8")
        every = listed(files_behind([str(file)]).found, USUAL)
        plans.append(plan_of(Inventory.of(every.files, every.counts), ["c"], "1", WHOLE))
    reason = plans[0].difference(plans[1])
    assert reason is not None and reason.en == "the files to be read have changed"
    assert plans[0].difference(plans[0]) is None


def test_a_document_that_another_program_converts_has_time_for_that() -> None:
    fence = Fence(seconds=5)
    assert seconds_of(item("a.txt", b"x"), fence) == 5
    assert seconds_of(item("a", b"\xd0\xcf\x11\xe0"), fence) == 5 + Limits().seconds
