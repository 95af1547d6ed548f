import io
import zipfile

import pytest

from quizgen.model.errors import FileError, TranscriptError
from quizgen.transcripts.registry import read_transcript
from quizgen.transcripts.source import load

TALK = "Анна: Добрый день.\n\nВопрос: Когда будет мост?\n\nАнна: Скоро.\n"
WESTERN = "Frau Müller: Guten Tag, “Herr” Weiß.\n\nFrage: Schön?\n\nFrau Müller: Ja – sehr.\n"


def saved(tmp_path, data, name="talk.txt"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_is_read_with_and_without_a_mark(tmp_path, encoding):
    assert load(saved(tmp_path, TALK.encode(encoding))) == TALK


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_western_text_is_read(tmp_path, encoding):
    assert load(saved(tmp_path, WESTERN.encode(encoding))) == WESTERN


def test_cyrillic_code_pages_are_told_by_their_look(tmp_path):
    text = TALK * 20
    assert load(saved(tmp_path, text.encode("cp1251"))) == text


def test_a_declared_encoding_counts(tmp_path):
    page = f'<?xml version="1.0" encoding="iso-8859-5"?><u who="a">{TALK}</u>'
    assert TALK in load(saved(tmp_path, page.encode("iso-8859-5"), "talk.xml"))


def test_an_unknown_declaration_does_no_harm(tmp_path):
    page = f'<?xml version="1.0" encoding="no-such"?><u who="a">{TALK}</u>'
    assert TALK in load(saved(tmp_path, page.encode(), "talk.xml"))


def test_a_few_spoilt_bytes_spoil_only_themselves(tmp_path):
    data = (TALK * 200).encode()
    text = load(saved(tmp_path, data[:1000] + b"\xff" + data[1000:]))
    assert text.count("\ufffd") <= 3
    assert text.endswith(TALK)


def test_control_codes_do_not_make_a_text_binary(tmp_path):
    path = saved(
        tmp_path, ("Anna: one\x0c two.\n\nTom: three.\n\nAnna: four.\n" * 20 + "\x00").encode()
    )
    assert len(read_transcript(path).turns) == 60


DOCUMENT = '<?xml version="1.0"?><w:document xmlns:w="x"><w:body>{}</w:body></w:document>'
PARAGRAPH = (
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{}:</w:t></w:r>"
    "<w:r><w:t xml:space='preserve'> {}</w:t></w:r></w:p>"
)


def archive(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return file.getvalue()


def test_a_word_document_is_read_by_its_paragraphs(tmp_path):
    said = [
        ("Anna Berg", "Hello &amp; welcome."),
        ("Tom Hill", "Thank you."),
        ("Anna Berg", "Well."),
    ]
    body = "".join(PARAGRAPH.format(*each) for each in said)
    body += "<w:p><w:r><w:delText>gone</w:delText></w:r></w:p>"
    path = saved(tmp_path, archive(word__document_xml=DOCUMENT.format(body)), "talk.docx")
    transcript = read_transcript(path)
    assert [turn.speaker for turn in transcript.turns] == ["Anna Berg", "Tom Hill", "Anna Berg"]
    assert transcript.turns[0].text == "Hello & welcome."
    assert "gone" not in transcript.text


def test_an_open_document_is_read_by_its_paragraphs(tmp_path):
    body = "".join(
        f"<text:p>{line}</text:p>"
        for line in ("Anna Berg: Hello.", "Tom Hill: Yes.", "Anna Berg: So.")
    )
    path = saved(tmp_path, archive(content_xml=f"<office:text>{body}</office:text>"), "talk.odt")
    assert len(read_transcript(path).turns) == 3


def table(*rows):
    cells = "".join(
        "<w:tr>"
        + "".join(
            "<w:tc>"
            + "".join(f"<w:p><w:r><w:t>{said}</w:t></w:r></w:p>" for said in cell.split("/"))
            + "</w:tc>"
            for cell in row
        )
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{cells}</w:tbl>"


def test_the_rows_of_a_table_in_a_word_document_are_turns(tmp_path):
    body = table(
        ("00:01", "Anna Berg", "Hello there."),
        ("00:05", "Tom Hill", "Thank you. Is it open?"),
        ("00:09", "Anna Berg", "Not yet./We wait for the spring."),
        ("00:12", "Tom Hill", "Then we wait."),
    )
    path = saved(tmp_path, archive(word__document_xml=DOCUMENT.format(body)), "talk.docx")
    assert [(turn.speaker, turn.text.split()) for turn in read_transcript(path).turns] == [
        ("Anna Berg", ["Hello", "there."]),
        ("Tom Hill", ["Thank", "you.", "Is", "it", "open?"]),
        ("Anna Berg", ["Not", "yet.", "We", "wait", "for", "the", "spring."]),
        ("Tom Hill", ["Then", "we", "wait."]),
    ]


def test_a_table_that_only_lays_out_a_page_holds_paragraphs(tmp_path):
    body = table(("Anna Berg: Hello./Tom Hill: Thank you./Anna Berg: Let us begin.",))
    path = saved(tmp_path, archive(word__document_xml=DOCUMENT.format(body)), "talk.docx")
    assert [turn.text for turn in read_transcript(path).turns] == [
        "Hello.",
        "Thank you.",
        "Let us begin.",
    ]


def test_the_rows_of_a_table_in_rich_text_are_turns(tmp_path):
    row = r"\trowd\cellx2000\cellx8000 {}\cell {}\cell\row "
    said = [("Anna Berg", "Hello there."), ("Tom Hill", "Is it open?"), ("Anna Berg", "Not yet.")]
    rows = "".join(row.format(*each) for each in [*said, ("Tom Hill", "Then we wait.")])
    data = rf"{{\rtf1\ansi\deff0 {rows}}}".encode()
    found = read_transcript(saved(tmp_path, data, "talk.rtf"))
    assert [(turn.speaker, turn.text) for turn in found.turns][:3] == said


RICH = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Helvetica;}}{\info{\author Nobody}}"
    rb"{\b Anna Berg:} Gr\'fc\'dfe, \u8220?Tom\u8221? \u-10179?\u-8704?.\par\par "
    rb"{\b Tom Hill:} Thank you.\par\par {\b Anna Berg:} So.\par}"
)


def test_rich_text_is_read_by_its_paragraphs(tmp_path):
    transcript = read_transcript(saved(tmp_path, RICH, "talk.rtf"))
    said = [(turn.speaker, turn.text, turn.line) for turn in transcript.turns]
    assert said[0] == ("Anna Berg", "Grüße, “Tom” 😀.", 1)
    assert said[1:] == [("Tom Hill", "Thank you.", 3), ("Anna Berg", "So.", 5)]


@pytest.mark.parametrize("broken", [rb"{\rtf1\uc x}", rb"{\rtf1\u99999999 x}"])
def test_broken_rich_text_is_refused(tmp_path, broken):
    with pytest.raises(FileError, match="cannot be opened"):
        load(saved(tmp_path, broken, "talk.rtf"))


def test_an_archive_that_is_no_document_is_refused(tmp_path):
    with pytest.raises(TranscriptError, match="archive"):
        load(saved(tmp_path, archive(talk_txt="Anna: hi")))


def test_a_broken_document_is_refused(tmp_path):
    data = archive(word__document_xml=DOCUMENT.format("x" * 5000))
    with pytest.raises(FileError, match="cannot be opened"):
        load(saved(tmp_path, data[: len(data) // 2], "talk.docx"))


@pytest.mark.parametrize("sign", [b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0\xa1\xb1", b"\x1f\x8b\x08"])
def test_documents_of_other_kinds_are_refused_by_name(tmp_path, sign):
    with pytest.raises(TranscriptError) as refusal:
        load(saved(tmp_path, sign + bytes(range(256))))
    assert refusal.value.fix


def test_bytes_without_text_are_refused(tmp_path):
    with pytest.raises(FileError, match="not a text file"):
        load(saved(tmp_path, bytes(range(256)) * 20))
