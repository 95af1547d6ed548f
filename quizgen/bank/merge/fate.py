"""What may become of a question when its bank is made again."""

from enum import StrEnum


class Fate(StrEnum):
    """What becomes of a question."""

    KEPT = "kept"
    REWORDED = "reworded"
    ADDED = "added"
    YOURS = "yours"
    DELETED = "stays deleted"
    RETIRED = "retired"
    RETURNED = "back"
    LOOK = "needs a look"
