"""The naive adapter: finds each label, and takes the next numbers for its row.

What a first script does, and a good start for an adapter of your own: text in, JSON out, nothing installed.
"""

import json
import re
import sys

APPLICANTS = [
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_institution",
    "other_organization",
    "total",
]
RESULTS = ["upheld", "corrected", "other_result", "pending", "total"]
GROUPS = ["reconsideration", "litigation_direct", "litigation_after_reconsideration"]

# label to look for, row, columns
ROWS = [
    ("规章", "t2.rules", ["issued", "repealed", "in_force"]),
    ("行政规范性文件", "t2.normative_documents", ["issued", "repealed", "in_force"]),
    ("行政许可", "t2.licensing", ["decisions"]),
    ("行政处罚", "t2.penalties", ["decisions"]),
    ("行政强制", "t2.coercive_measures", ["decisions"]),
    ("行政事业性收费", "t2.administrative_fees", ["amount_10k_yuan"]),
    ("本年新收政府信息公开申请数量", "t3.new_received", APPLICANTS),
    ("上年结转政府信息公开申请数量", "t3.carried_in", APPLICANTS),
    ("予以公开", "t3.granted", APPLICANTS),
    ("不计其他情形）", "t3.partially_granted", APPLICANTS),
    ("属于国家秘密", "t3.denied.state_secret", APPLICANTS),
    ("其他法律行政法规禁止公开", "t3.denied.prohibited_by_law", APPLICANTS),
    ("三安全一稳定”", "t3.denied.security_stability", APPLICANTS),
    ("保护第三方合法权益", "t3.denied.third_party_rights", APPLICANTS),
    ("属于三类内部事务信息", "t3.denied.internal_affairs", APPLICANTS),
    ("属于四类过程性信息", "t3.denied.process_information", APPLICANTS),
    ("属于行政执法案卷", "t3.denied.enforcement_file", APPLICANTS),
    ("属于行政查询事项", "t3.denied.inquiry_procedure", APPLICANTS),
    ("本机关不掌握相关政府信息", "t3.unavailable.not_held", APPLICANTS),
    ("没有现成信息需要另行制作", "t3.unavailable.needs_creation", APPLICANTS),
    ("补正后申请内容仍不明确", "t3.unavailable.still_unclear", APPLICANTS),
    ("信访举报投诉类申请", "t3.not_processed.petition_complaint", APPLICANTS),
    ("重复申请", "t3.not_processed.repeated", APPLICANTS),
    ("要求提供公开出版物", "t3.not_processed.public_publication", APPLICANTS),
    ("无正当理由大量反复申请", "t3.not_processed.abusive_volume", APPLICANTS),
    ("确认或重新出具已获取信息", "t3.not_processed.reconfirmation", APPLICANTS),
    ("逾期不补正、行政机关不再处理其政府信息公开申请", "t3.otherwise.not_corrected_in_time", APPLICANTS),
    ("缴纳费用、行政机关不再处理其政府信息公开申请", "t3.otherwise.fee_not_paid", APPLICANTS),
    ("3.其他", "t3.otherwise.other_reason", APPLICANTS),
    ("（七）总计", "t3.total_processed", APPLICANTS),
    ("结转下年度继续办理", "t3.carried_forward", APPLICANTS),
]
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def numbers_after(text, place, count):
    """The next numbers behind a place, wherever they stand."""
    found = NUMBER.finditer(text, place)
    return [float(match[0]) if "." in match[0] else int(match[0]) for match, _ in zip(found, range(count))]


def cells_of(text):
    """Key and value of all cells that were found."""
    place = max(text.find("第二十条"), 0)
    for label, row, columns in ROWS:
        found = text.find(label, place)
        if found >= 0:
            place = found + len(label)
            yield from zip((f"{row}.{column}" for column in columns), numbers_after(text, place, len(columns)))
    found = text.find("复议后起诉")
    if found >= 0:
        keys = [f"t4.{group}.{result}" for group in GROUPS for result in RESULTS]
        yield from zip(keys, numbers_after(text, found, len(keys)))


def answer(cells):
    """The adapter's answer on standard output."""
    json.dump({"cells": [{"key": key, "value": value} for key, value in cells]}, sys.stdout)


if __name__ == "__main__":
    answer(cells_of(sys.stdin.buffer.read().decode("utf-8", errors="replace")))
