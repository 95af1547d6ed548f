"""Reading text files: what is decoded, what is remembered, what is refused."""

from pathlib import Path

import pytest

from quizgen.files.text import commonest_newline, digest, read
from quizgen.model.errors import FileError


def _file(folder: Path, data: bytes) -> Path:
    path = folder / "file.txt"
    path.write_bytes(data)
    return path


def test_text_keeps_its_line_breaks(tmp_path: Path) -> None:
    file = read(_file(tmp_path, b"one\r\ntwo\r\n"))
    assert (file.text, file.newline, file.bom) == ("one\r\ntwo\r\n", "\r\n", False)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_decides_and_is_not_part_of_the_text(
    tmp_path: Path, encoding: str
) -> None:
    file = read(_file(tmp_path, "naïve — да".encode(encoding)))
    assert file.text == "naïve — да"
    assert file.bom


def test_what_was_read_can_be_written_back_byte_for_byte(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfone\r\n"
    file = read(_file(tmp_path, data))
    assert file.encode(file.text) == data


def test_the_digest_is_of_the_bytes(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfone"
    assert read(_file(tmp_path, data)).digest == digest(data)


def test_an_empty_file_is_an_empty_text(tmp_path: Path) -> None:
    assert read(_file(tmp_path, b"")).text == ""


def test_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"line 2 holds a byte \(0xe9\)") as caught:
        read(_file(tmp_path, b"one\ncaf\xe9\n"))
    assert "UTF-8" in caught.value.fix


def test_other_encodings_are_tried_when_asked_for(tmp_path: Path) -> None:
    file = read(_file(tmp_path, b"caf\xe9"), encodings=("utf-8", "cp1252"))
    assert (file.text, file.encoding) == ("café", "cp1252")


@pytest.mark.parametrize("data", [b"\x7fELF\x02\x00\x00\xff", b"a\0b", b"\xff\xfe\x00\xd8"])
def test_binary_files_are_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(FileError, match=r"not a text file|not UTF-8"):
        read(_file(tmp_path, data))


def test_a_missing_file_a_folder_and_a_huge_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no file"):
        read(tmp_path / "missing")
    with pytest.raises(FileError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(FileError, match="larger than"):
        read(_file(tmp_path, b"12345"), limit=4)


@pytest.mark.parametrize(
    ("text", "newline"),
    [("", "\n"), ("a\nb", "\n"), ("a\r\nb\r\nc\n", "\r\n"), ("a\rb\r", "\r"), ("a\rb\nc\n", "\n")],
)
def test_the_commonest_line_break_wins(text: str, newline: str) -> None:
    assert commonest_newline(text) == newline
