"""The documents that rules stand on, as they are cited under a finding."""

from __future__ import annotations

from giar_lark.findings import Text

FORMAT = Text(
    "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号 附件：政府信息公开工作年度报告格式",
    "State Council General Office letters 30 (2021) and 60 (2019), annex: format of the annual report",
)
BALANCE = Text(
    "国办公开办函〔2021〕30号附件表三角注：第一项加第二项之和，等于第三项加第四项之和",
    "letter 30 (2021), annex, note in table 3: items 1 and 2 together equal items 3 and 4 together",
)
SUMS = Text(
    "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号 附件：各表“总计”栏",
    "letters 30 (2021) and 60 (2019), annex: the total rows and columns of the tables",
)
CONTENTS = Text(
    "《政府信息公开条例》第五十条；国办公开办函〔2021〕30号：六个部分不得遗漏",
    "Regulations on Open Government Information, article 50; letter 30 (2021): none of the six parts may be left out",
)
TEMPLATES = Text(
    "国办公开办函〔2021〕30号（2021 年度起）；国办公开办函〔2019〕60号（2019、2020 年度）",
    "letter 30 (2021) for reports on 2021 and later; letter 60 (2019) for reports on 2019 and 2020",
)
READING = Text("giar-lark 的读取范围（见 giar-lark rule）", "what giar-lark can read (see giar-lark rule)")
LEGACY = Text(
    "统一格式自 2019 年度报告起使用：国办公开办函〔2019〕60号",
    "the common format begins with reports on 2019: letter 60 (2019)",
)
