"""Cases through a parser, several at a time: the same results in the same order, whatever the number of jobs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from queue import SimpleQueue

from giar_lark.conformance.adapter import Adapter
from giar_lark.conformance.case import Case
from giar_lark.conformance.ledger import Ledger
from giar_lark.conformance.process import Crash, Process, Timeout, process_for
from giar_lark.conformance.reply import Reply, ReplyError, read_reply
from giar_lark.conformance.score import Kind, Score, score
from giar_lark.lean.records import dataclass, field


class Status(StrEnum):
    """How a case ended. Those in `BAD` make the run fail."""

    PASS = "pass"
    FAIL = "fail"
    XFAIL = "xfail"
    XPASS = "xpass"
    SKIP = "skip"
    ERROR = "error"
    TIMEOUT = "timeout"


BAD = frozenset({Status.FAIL, Status.XPASS, Status.ERROR, Status.TIMEOUT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A case with its status, the parser's answer and its score, and the reason of a skip, error or known failure."""

    case: Case
    status: Status
    score: Score = field(default_factory=Score)
    reply: Reply | None = None
    reason: str = ""


def run(
    cases: Iterable[Case],
    adapter: Adapter,
    ledger: Ledger,
    *,
    jobs: int,
    timeout: float,
    seen: Callable[[Result], None] | None = None,
) -> list[Result]:
    """The results of a parser, in the order of the cases. Units: `timeout` in seconds a text; `seen` gets each as it comes."""
    with _Pool(adapter, jobs, timeout) as pool:
        results = []
        for result in pool.results(cases, ledger):
            results.append(result)
            if seen is not None:
                seen(result)
        return results


class _Pool:
    """Processes of a parser, as many as jobs, lent to one case at a time."""

    def __init__(self, adapter: Adapter, jobs: int, timeout: float) -> None:
        self.threads = ThreadPoolExecutor(jobs)
        self.timeout = timeout
        self.processes = [process_for(adapter) for _ in range(jobs)]
        self.idle: SimpleQueue[Process] = SimpleQueue()
        for process in self.processes:
            self.idle.put(process)

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.threads.shutdown(cancel_futures=True)
        for process in self.processes:
            process.close()

    def results(self, cases: Iterable[Case], ledger: Ledger) -> Iterator[Result]:
        return self.threads.map(lambda case: self._result(case, ledger), cases)

    def _result(self, case: Case, ledger: Ledger) -> Result:
        process = self.idle.get()
        try:
            reply = read_reply(process.ask(case.path, self.timeout))
        except Timeout:
            return _unscored(case, Status.TIMEOUT, f"{self.timeout:g} s")
        except (Crash, ReplyError, OSError) as error:
            return _unscored(case, Status.ERROR, str(error))
        finally:
            self.idle.put(process)
        if reply.skip:
            return _unscored(case, Status.SKIP, reply.skip)
        if case.cells is None and reply.findings is None:
            return _unscored(case, Status.SKIP, "the case is about findings, and the parser gives none")
        return _judged(case, reply, ledger)


def _unscored(case: Case, status: Status, reason: str) -> Result:
    return Result(case=case, status=status, reason=" ".join(reason.split()))


def _judged(case: Case, reply: Reply, ledger: Ledger) -> Result:
    found, known = score(case, reply), ledger.of(case.name)
    reason = "; ".join(entry.reason for entry in known)
    if not found.kinds:
        status = Status.XPASS if known else Status.PASS
    else:
        allowed: frozenset[Kind] = frozenset().union(*(entry.kinds for entry in known))
        status = Status.XFAIL if found.kinds <= allowed else Status.FAIL
    return Result(case=case, status=status, score=found, reply=reply, reason=reason if known else "")
