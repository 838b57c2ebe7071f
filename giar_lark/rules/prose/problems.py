"""What 五、存在的主要问题及改进情况 says: whether it names problems, and whether it says what is done about them.

Reports put both in words of their own, so that each question is answered with No only where nothing speaks for Yes.
"""

from __future__ import annotations

from giar_lark.lean.memo import remembered
from giar_lark.lean.pattern import lazy_pattern

# nothing is wrong, in so many words, or in one: 无。
_DENIAL = lazy_pattern(
    r"(?:没有|无|未发现|不存在|暂无|尚无)[^，。；：不]{0,8}(?:问题|不足|困难)|^[^，。；：]{0,10}(?<![有毫从绝])无[。.]?$"
)
# what is wrong
_PROBLEM = lazy_pattern(
    r"问题|不足|困难|短板|差距|薄弱|缺[乏少点陷失]|欠[缺佳]|滞后|有待|[亟尚仍还]待|需要?(?:进一步|加强|提高|提升|完善|改进)"
    r"|不[够高强深全细多大严佳畅熟清均平及规到完统健少便易好]|未能|没能|尚未|尚不|难以|单一|[偏较太过][慢低少弱差简长重小晚难]|[慢迟晚漏错]"
)
# what may hint at something wrong; 不断 and the like do not
_HINT = lazy_pattern(
    r"[不未无没难缺欠少慢低弱差迟晚漏错待只仅仍尚散乱粗隔怨偏大重]|问题|短板|滞后|单一|过于|反映|存在|影响|导致|造成|流动|变动|频繁|兼职|紧张|有限"
)
_NO_HINT = lazy_pattern(r"不断|不仅|不但|不定期|不折不扣|不懈|不得|不再|不少于|无障碍|未来|没收|仅供")
# what is done, or going to be
_REMEDY = lazy_pattern(
    r"下一?步|下阶段|今后|以后|将(?!近)|改|整改|措施|办法|对策|打算|计划|准备|拟|着力|进一步|加强|加大|强化|完善|提高|提升|优化|健全"
    r"|规范|落实|推进|推动|拓宽|拓展|丰富|创新|严格|做好|抓好|建立|制定|制订|开展|组织|培训|督促|督办|补|换|增[加设配派]|为此|针对|已"
    r"|明年|次年|来年|前者|后者|试[行点用]|限期|编[写成制]|解决|要求|每[月季周日年]|按[月季周日]"
)
# a word of remedy that says what is wrong all the same: 有待加强, 不够完善
_LACKING = lazy_pattern(
    r"有待|[亟尚仍还]待|[亟仍还尚]需|需要?(?:进一步|加强|提高|提升|完善|改进|改善|优化)"
    r"|不[够足高强深全细多大严佳畅熟清均平及规到完统健]|欠|缺[乏少]|滞后|薄弱|短板|差距|单一|[偏较太过][慢低少弱差简长重小晚难]"
)
# how a text begins that goes to the remedies at once
_REMEDY_FIRST = lazy_pattern(
    r"^(?:[（(]?[一二三四五1-9][）)、.．是])?[^，。；：]{0,8}(?:下一?步|下阶段|今后|以后|将|改进|20\d\d年)"
)
_CLAUSE = lazy_pattern(r"[^，。；：！？,;:!?]+")
# a part as short as this that denies all problems says nothing else
_SHORT = 40


@remembered
def is_denial(text: str) -> bool:
    """Whether all that a part says is that there are no problems: 无, or the same in a sentence."""
    return len(text) <= _SHORT and _denies(text) and not lacks_problems(text) and not _names_problem(text)


@remembered
def lacks_problems(text: str) -> bool:
    """Whether a part goes to the remedies at once and names no problem, or denies that there are any."""
    if _names_problem(text):
        return False
    if _denies(text):
        return _names_remedy(text)
    return _REMEDY_FIRST.search(text) is not None and not _HINT.search(_NO_HINT.sub("", text))


@remembered
def lacks_remedies(text: str) -> bool:
    """Whether a part names problems to its end, clause by clause, and nowhere what is done about them."""
    clauses = _CLAUSE.findall(text)
    first = next((number for number, clause in enumerate(clauses) if _PROBLEM.search(clause)), None)
    if first is None or not _names_problem(text) or _names_remedy(text):
        return False
    return all(_PROBLEM.search(clause) or _HINT.search(clause) for clause in clauses[first:])


def _denies(text: str) -> bool:
    return _DENIAL.search(text) is not None


def _names_problem(text: str) -> bool:
    return any(_PROBLEM.search(clause) and not _DENIAL.search(clause) for clause in _CLAUSE.findall(text))


def _names_remedy(text: str) -> bool:
    return any(_REMEDY.search(clause) and not _LACKING.search(clause) for clause in _CLAUSE.findall(text))
