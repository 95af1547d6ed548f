"""Parts of a widget that may be drawn reversed, which Textual 8 forgets.

``Widget.get_visual_style`` takes bold, dim, italic, underline and strike from a style sheet, but
not ``reverse``, the one mark that a terminal of sixteen colours has in any case.
"""

from textual.style import Style
from textual.widget import Widget


class Reversible(Widget):
    """Draws as reversed what its style sheet says is."""

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """The style of the widget with those of some of its parts."""
        style = super().get_visual_style(*component_classes, partial=partial)
        parts = map(self.get_component_styles, component_classes)
        if any(part.text_style.reverse for part in parts):
            return style + Style(reverse=True)
        return style
