"""What may become of a question when its bank is made again."""

from enum import StrEnum

from quizgen.model.counted import many


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

    def counted(self, number: int) -> str:
        """So many questions that it becomes of."""
        verb = self.replace("stays", "stay").replace("needs", "need")
        return many(number, self, verb)
