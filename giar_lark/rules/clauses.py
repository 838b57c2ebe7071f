"""The documents that rules stand on, as they are cited under a finding."""

from __future__ import annotations

from giar_lark.lang import Text

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
FROM_LAST_YEAR = Text(
    "附件表三：第二项“上年结转”即上年报告第四项“结转下年度继续办理”",
    "annex, table 3: item 2, carried in, is item 4, carried forward, of last year's report",
)
COPYING = Text(
    "国办公开办函〔2021〕30号：年度报告内容雷同、敷衍的，按《政府信息公开条例》第四十七条处理",
    "letter 30 (2021): duplicated or perfunctory reports fall under article 47 of the Regulations",
)
SUMMARY_REPORT = Text(
    "《政府信息公开条例》第四十九条：县级以上地方人民政府的年度报告汇总本级各机关的情况",
    "Regulations on Open Government Information, article 49: the report of a government sums up its organs",
)
SUIT_AFTER_REVIEW = Text(
    "《行政诉讼法》第四十五条：收到复议决定书之日起十五日内可以起诉",
    "Administrative Litigation Law, article 45: fifteen days to sue from the decision on reconsideration",
)
PENDING = Text(
    "附件表四“尚未审结”：以后年度审结的，计入该年度的结果",
    "annex, table 4, pending: a case that ends in a later year counts among the results of that year",
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
DISMISSALS = Text(
    "giar-lark 的忽略说明（见 giar-lark rule CF-01）", "dismissals of giar-lark (see giar-lark rule CF-01)"
)
LEGACY = Text(
    "统一格式自 2019 年度报告起使用：国办公开办函〔2019〕60号",
    "the common format begins with reports on 2019: letter 60 (2019)",
)
RULE_MAKERS = Text(
    "《立法法》：规章由国务院部门、省级政府、设区的市和自治州政府制定；国办公开办函〔2021〕30号附件表二",
    "Legislation Law: rules are made by State Council departments and by governments of provinces, districted cities and"
    " autonomous prefectures; letter 30 (2021), annex, table 2",
)
NORMATIVE_DOCUMENTS = Text(
    "国办发〔2018〕37号：临时性机构、议事协调机构不得制发行政规范性文件",
    "State Council General Office 37 (2018): temporary and coordinating bodies issue no normative documents",
)
DEADLINES = Text(
    "《政府信息公开条例》第四十九条：部门 1 月 31 日前、县级以上地方政府 3 月 31 日前公布",
    "Regulations, article 49: departments publish by 31 January, local governments at county level and above by 31 March",
)
PERIOD = Text(
    "《政府信息公开条例》第四十九条：报告上一年度（1 月 1 日至 12 月 31 日）的工作",
    "Regulations, article 49: the report covers the year before, from 1 January to 31 December",
)
ACCURACY = Text(
    "国办公开办函〔2021〕30号：年度报告须准确，不得敷衍、雷同",
    "letter 30 (2021): reports must be accurate, and neither perfunctory nor copied",
)
AGREEMENT = Text(
    "国办公开办函〔2021〕30号：年度报告的内容须准确，正文与表格应当一致",
    "letter 30 (2021): the report has to be accurate; text and tables must agree",
)
CARRY_OVER = Text(
    "国办公开办函〔2021〕30号附件表三：二、上年结转；四、结转下年度继续办理",
    "letter 30 (2021), annex, table 3: rows 二 (carried in) and 四 (carried forward)",
)
DOCUMENTS = Text(
    "国办公开办函〔2021〕30号附件表二（一）项：规章、行政规范性文件的制发、废止、现行有效件数",
    "letter 30 (2021), annex, table 2, block （一）: documents issued, repealed and in force",
)
FEE = Text(
    "国办函〔2020〕109号《政府信息公开信息处理费管理办法》",
    "State Council General Office letter 109 (2020), on the fee for processing information",
)
CASES = Text(
    "国办公开办函〔2021〕30号附件表四：因政府信息公开引起的行政复议、行政诉讼",
    "letter 30 (2021), annex, table 4: reconsiderations and lawsuits on information disclosure",
)
DECISIONS = Text(
    "国办公开办函〔2021〕30号附件表二（五）、（六）项：本年处理决定数量",
    "letter 30 (2021), annex, table 2, blocks （五） and （六）: decisions of the year",
)
OUTCOMES = Text(
    "国办公开办函〔2021〕30号附件表三“三、本年度办理结果”所列情形",
    "letter 30 (2021), annex, table 3, part 三: the outcomes that there are",
)
COMPLETE = Text(
    "国办公开办函〔2021〕30号：年度报告的内容须完整、准确",
    "letter 30 (2021): the report has to be complete and accurate",
)
REGULATIONS = Text(
    "国务院令第711号：修订后的《政府信息公开条例》自 2019 年 5 月 15 日起施行",
    "Order 711: the revised Regulations on Open Government Information are in force since 15 May 2019",
)
PUNCTUATION = Text(
    "GB/T 15834《标点符号用法》；国办公开办函〔2021〕30号：年度报告须准确",
    "GB/T 15834, punctuation; letter 30 (2021): the report has to be accurate",
)
TOPICS = Text(
    "国办公开办函〔2021〕30号附件：总体情况包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障",
    "letter 30 (2021), annex: the overview has five topics, from proactive disclosure to supervision",
)
NOTICES = Text(
    "各地关于编制年度报告的通知：总体情况一般不超过 1000 字；国办公开办函〔2021〕30号：内容不宜泛化",
    "notices of provinces and cities: the overview has no more than 1,000 characters in general; letter 30 (2021)",
)
FEE_STATEMENT = Text(
    "国办函〔2020〕109号《政府信息公开信息处理费管理办法》；国办公开办函〔2021〕30号附件第六部分",
    "letter 109 (2020) on the information processing fee; letter 30 (2021), annex, part six",
)
WIDENED = Text(
    "国办公开办函〔2021〕30号：报告内容不能遗漏，也不宜泛化",
    "letter 30 (2021): nothing of the contents is to be left out, and nothing widened",
)
