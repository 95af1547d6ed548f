"""What screens with a list have in common whose rows are filtered by words that are typed."""

from textual.screen import Screen
from textual.widgets import Input

from quizgen.tui.widgets.menu import Menu


class Filtering(Screen[None]):
    """A list, and a line for words that is displayed only while it is wanted.

    A screen binds ``filter``, ``unfilter`` and ``leave``; Esc may do the last two, of which
    one makes sense at a time.
    """

    def fill(self) -> None:
        """Fill the list with what has the words."""
        raise NotImplementedError

    @property
    def words(self) -> list[str]:
        """What is filtered by, in small letters."""
        return self.query_one(Input).value.casefold().split()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what has these words."""
        event.stop()
        self.fill()
        self.query_one(Menu).action_first()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to what is left."""
        event.stop()
        self.query_one(Menu).focus()
        self.refresh_bindings()

    def action_filter(self) -> None:
        """Ask for words."""
        field = self.query_one(Input)
        field.display = True
        field.focus()
        self.refresh_bindings()

    def action_unfilter(self) -> None:
        """Show all rows again."""
        field = self.query_one(Input)
        field.value = ""
        field.display = False
        self.query_one(Menu).focus()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While there is a filter, Esc closes it; while one types, a key is a letter."""
        field = self.query_one_optional(Input)
        filtering = field is not None and field.display
        match action:
            case "unfilter":
                return filtering
            case "filter":
                return not (field is not None and field.has_focus)
            case "leave":
                return not filtering
            case _:
                return True
