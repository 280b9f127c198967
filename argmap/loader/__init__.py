"""Reading a debate: texts in, a typed model out, with the place of everything and a word on every fault."""

from argmap.loader.fault_pages import FAULTS
from argmap.loader.faults import Fault, fault
from argmap.loader.reading import Composed, Loaded, read

__all__ = ["FAULTS", "Composed", "Fault", "Loaded", "fault", "read"]
