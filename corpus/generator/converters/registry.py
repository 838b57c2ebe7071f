"""All converters, in the order in which their texts are listed."""

from __future__ import annotations

from generator.converters.any_format import ANY_FORMAT_CONVERTERS
from generator.converters.chromium import CHROMIUM_CONVERTERS
from generator.converters.converter import Converter
from generator.converters.portable import PDF_CONVERTERS
from generator.converters.web import WEB_CONVERTERS
from generator.converters.word_processor import WORD_PROCESSOR_CONVERTERS

CONVERTERS: tuple[Converter, ...] = (
    *WORD_PROCESSOR_CONVERTERS,
    *PDF_CONVERTERS,
    *WEB_CONVERTERS,
    *CHROMIUM_CONVERTERS,
    *ANY_FORMAT_CONVERTERS,
)
