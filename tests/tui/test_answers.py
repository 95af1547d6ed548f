"""Giving answers with the mouse, and with keys beyond the digits."""

from textual.geometry import Offset

from quizgen.model.question import Cloze, Match, Order, Short

ORDER = Order(stem="In which order?", items=("First", "Second", "Third"))
MATCH = Match(stem="Who did what?", pairs=(("Ida", "sang"), ("Bo", "rowed")), extra=("slept",))
BLANKS = Cloze(stem="The ____ guards the ____.", blanks=(("inspector",), ("quay",)))


async def test_lines_are_dragged_into_order(app_for):
    app = app_for(ORDER)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        area = app.screen.area
        assert area.response is None  # untouched lines are no answer
        await pilot.press("enter")
        assert app.screen.view == "asking"
        while area.response != ORDER.items:
            texts = [area.options[number] for number in area.order]
            wanted = next(n for n, text in enumerate(ORDER.items) if texts[n] != text)
            rows = area.rows
            start = rows.region_of(texts.index(ORDER.items[wanted])).offset
            end = rows.region_of(wanted).offset
            await pilot.mouse_down(rows, offset=start)
            await pilot.hover(rows, offset=end)
            assert area.at == wanted
            await pilot.mouse_up(rows, offset=end)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.sitting.verdict.right


async def test_lines_are_moved_with_space_and_arrows(app_for):
    app = app_for(ORDER)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        area = app.screen.area
        before = area.order.copy()
        await pilot.press("space", "down", "space", "down")
        assert area.order == [before[1], before[0], before[2]]
        assert area.at == 2
        await pilot.press("shift+up")
        assert area.order == [before[1], before[2], before[0]]


async def test_pairs_are_made_by_mouse_and_an_unfinished_pairing_is_no_answer(app_for):
    app = app_for(MATCH)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        area = app.screen.area
        left, right = area.query_one(".left"), area.query_one(".right")

        async def click(rows, number):
            await pilot.click(rows, offset=rows.region_of(number).offset)

        await click(left, 1)
        await click(right, area.options.index("rowed"))
        await pilot.press("enter")
        assert app.screen.view == "asking"
        assert area.at == 0
        said = app.screen.query_one(".verdict")
        assert str(said.render()) == "1 line has nothing that belongs to it yet."
        await click(right, area.options.index("sang"))
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.sitting.verdict.right


async def test_a_click_beside_the_field_does_not_take_the_keyboard(app_for):
    app = app_for(Short(stem="Who pays?", keys=("The town",)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click("QuestionBlock")
        await pilot.press(*"the town", "enter")
        await pilot.pause()
        assert app.screen.sitting.verdict.right


async def test_blanks_are_filled_where_they_stand(app_for):
    app = app_for(BLANKS)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = app.screen.area.text
        assert "The ______ guards the ______." in str(text.render())
        await pilot.click(text, offset=Offset(27, 0))
        await pilot.press(*"quy", "left", "a", "enter")  # Enter goes to the empty blank
        assert text.state.at == 0
        await pilot.press(*"inspectorx", "backspace", "enter")
        await pilot.pause()
        assert app.screen.sitting.verdict.right
        assert "✓" in str(text.render())
