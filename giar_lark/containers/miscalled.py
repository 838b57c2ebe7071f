"""Archives in stores that are called like documents. There a name is believed until the file is read, and then told of."""

from __future__ import annotations

import io

from giar_lark.containers.kinds import kind_of
from giar_lark.containers.member import Place
from giar_lark.containers.names import last_name
from giar_lark.containers.reading import USUAL, Budget
from giar_lark.containers.signs import is_compressed
from giar_lark.containers.window import buffered
from giar_lark.lang import Text
from giar_lark.source.source import Remark


def miscalled(data: bytes, path: str) -> Remark | None:
    """What is said of a file that is no document but holds some; None of a document."""
    stream = buffered(io.BytesIO(data))
    place = Place(path=path, name=last_name(path), reading=USUAL, budget=Budget(path, USUAL.limits, lambda: len(data)))
    kind = None if is_compressed(stream) else kind_of(stream, place.name)
    if not is_compressed(stream) and (kind is None or kind.is_document(stream, place)):
        return None
    return Remark(
        "RD-01",
        Text(
            "这是压缩包，扩展名却像文件，没有打开", "it is an archive with the ending of a document, and was not opened"
        ),
        Text("改成应有的扩展名，如 .zip、.gz", "give it the ending that it should have, such as .zip or .gz"),
    )
