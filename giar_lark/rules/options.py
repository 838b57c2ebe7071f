"""What a user may set about the rules: thresholds and deadlines, with the usual values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The thresholds and deadlines of the rules.

    Units: a name ends with what it counts. Deadlines are month and day (`01-31`) of the year after the one reported on.
    Source: domain catalogue T2-04, T2-06, T3-09, YR-04 (proposals); 条例 article 49 for deadlines, which names no date for
    townships and subdistricts: county notices set it, usually within January.
    """

    township_issued_documents: int = 20
    township_in_force_documents: int = 200
    department_fee_10k_yuan: Decimal = Decimal(10_000)
    township_fee_10k_yuan: Decimal = Decimal(100)
    other_outcome_percent: int = 30
    other_outcome_least: int = 5
    text_reuse_percent: int = 90
    overview_chars: int = 1000
    department_deadline: str = "01-31"
    government_deadline: str = "03-31"
    township_deadline: str = "01-31"


USUAL = Options()
