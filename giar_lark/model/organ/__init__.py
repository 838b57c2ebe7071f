"""The organ that reports: what its name says of its class, its level, and the places that it lies in."""

from giar_lark.model.organ.classify import organ_class, read_organ
from giar_lark.model.organ.division import Division, divisions_of
from giar_lark.model.organ.likeness import fullest, may_be_one
from giar_lark.model.organ.organ import Organ

__all__ = ["Division", "Organ", "divisions_of", "fullest", "may_be_one", "organ_class", "read_organ"]
