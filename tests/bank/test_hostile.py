"""Banks made to break the reader: never a traceback, never long."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.fix import fix
from quizgen.bank.reader import parse_bank, read_bank
from quizgen.bank.report import MOST
from quizgen.cli.main import main
from quizgen.model.errors import FileError

ITEM = "questions:\n- question: q\n  answer: a\n"
HOSTILE: dict[str, Callable[[int], str]] = {
    "unknown fields": lambda n: ITEM + "".join(f"  k{number}: v\n" for number in range(n)),
    "wrong options": lambda n: ITEM + "  wrong:\n" + "  - x: y\n" * n,
    "equal options": lambda n: ITEM + "  wrong: [" + "b, " * n + "]\n",
    "unknown ids": lambda n: ITEM + "  not-with: [" + "b," * n + "]\n",
    "a comment behind a long list": lambda n: ITEM + "  wrong: [" + "b," * n + "c #d\n  ]\n",
    "copied ids": lambda n: "questions:\n" + "- {question: q, answer: a, id: x}\n" * (n // 3),
    "commas": lambda n: ITEM + "  wrong: [" + "May 1, 2017, " * n + "]\n",
    "swallowed dashes": lambda n: "questions:\n- question: a\n" + "    - b\n" * n,
    "questions that are no questions": lambda n: "questions: [" + "a," * n + "]",
    "long stem": lambda n: "questions:\n- question: " + "word " * n + "\n  answer: a\n",
    "backslashes": lambda n: ITEM.replace("q", '"' + "C:\\new " * n + '"'),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_banks_are_reported_and_time_grows_with_length_alone(
    name: str, grows_evenly: Callable[[Callable[[int], object], int], None]
) -> None:
    problems = parse_bank(HOSTILE[name](20_000), "bank.yaml").problems
    assert (0 < len(problems) <= MOST) or name == "long stem"
    grows_evenly(lambda size: parse_bank(HOSTILE[name](size), "bank.yaml"), 10_000)


@pytest.mark.parametrize("data", [b"\x00", b"\xff\xfe\x00", b"\xef\xbb\xbf", b"a: \x80", b"\r\r"])
def test_a_file_of_any_bytes_is_told_not_raised(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_bytes(data)
    assert main(["check", str(tmp_path / "b.yaml")]) in {1, 2}


@given(st.binary(max_size=200), st.sampled_from([b"", ITEM.encode(), b"questions:\n"]))
def test_no_bytes_at_all_raise(data: bytes, head: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "b.yaml"
        path.write_bytes(head + data)
        with suppress(FileError):
            fix(read_bank(path).document.text, str(path))
