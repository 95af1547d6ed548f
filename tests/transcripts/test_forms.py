"""Small invented transcripts of every form, and the turns that they hold."""

import pytest

from quizgen.transcripts.registry import parse

SAMPLES = {
    "questions without a colon": (
        "name-colon",
        (
            "MS. HART:  Good morning, everybody.  Let us begin.\n\n"
            "Q    Thank you.  Will there be a bridge?\n\n"
            "MS. HART:  There will.\n\n"
            "Q\xa0 And when?\n"
        ),
        [("HART", 1), ("Q", 3), ("HART", 5), ("Q", 7)],
    ),
    "a time before the name": (
        "name-colon",
        (
            "[00:00:01] HOST: Welcome to the show.\n"
            "[00:00:04] GUEST: Thank you for having me.\n"
            "[00:00:09] HOST: So tell us about the bridge.\n"
        ),
        [("HOST", 1), ("GUEST", 2), ("HOST", 3)],
    ),
    "bold names": (
        "name-colon",
        (
            "**Ada Byron:** Hello and welcome.\n\n**Break:**\n\n**Charles Babbage:** Hello.\n\n"
            "**Ada Byron:** Let us begin.\n"
        ),
        [("Ada Byron", 1), ("Charles Babbage", 5), ("Ada Byron", 7)],
    ),
    "initials declared once": (
        "name-colon",
        (
            "Moderator Maria Faber (MF): Welcome to the seminar.\n\n"
            "Karl Amsel (KA): Thank you for having me here.\n\n"
            "MF: What do you work on?\n\nKA: I work on bridges.\n\nMF: Since when?\n"
        ),
        [("Maria Faber", 1), ("Karl Amsel", 3), ("MF", 5), ("KA", 7), ("MF", 9)],
    ),
    "a name and a time on a line": (
        "name-time",
        (
            "Ada Byron  0:21  \nHello and welcome.\n\nCharles Babbage  0:42  \nThank you.\n\n"
            "Ada Byron  1:05  \nTell us about it.\n"
        ),
        [("Ada Byron", 1), ("Charles Babbage", 4), ("Ada Byron", 7)],
    ),
    "a time, and a bold name without a colon": (
        "bold-name",
        (
            "0:00:13.9 **Ada Byron** Hello, and welcome.\n\n0:00:32.8 **Charles "
            "Babbage** (laughs) Hi.\n\n"
            "0:00:36.2 **Ada Byron** Last time we talked about it.\n"
        ),
        [("Ada Byron", 1), ("Charles Babbage", 3), ("Ada Byron", 5)],
    ),
    "a play": (
        "name-alone",
        (
            "ACT I\nSCENE I. A bridge.\nEnter TOM and ANNA\nTOM\nWho goes "
            "there?\nANNA\nIt is I, the "
            "builder.\nTOM\nCome nearer.\nANNA\nI come.\nExit TOM\n"
        ),
        [("TOM", 4), ("ANNA", 6), ("TOM", 8), ("ANNA", 10)],
    ),
    "a full stop after the name": (
        "name-dot",
        (
            "  Mr. ADAMS. Mr. President, I rise to speak of the bridge.\n  It is old.\n"
            "  The PRESIDING OFFICER. The Senator from Utopia is recognized.\n"
            "  Mr. ADAMS. I thank the Chair.\n"
        ),
        [("ADAMS", 1), ("The PRESIDING OFFICER", 3), ("ADAMS", 4)],
    ),
    "voices of captions": (
        "captions",
        (
            "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Ada Byron>Hello, and welcome to</v>\n\n"
            "2\n00:00:04.000 --> 00:00:06.000\n<v Ada Byron>the first meeting.</v>\n\n"
            "3\n00:00:06.500 --> 00:00:08.000\n<v Charles Babbage>Thank you.</v>\n"
        ),
        [("Ada Byron", 5), ("Charles Babbage", 13)],
    ),
    "names in captions": (
        "captions",
        (
            "1\n00:00:01,000 --> 00:00:04,000\nAda Byron: Hello and\nwelcome\n\n"
            "2\n00:00:04,000 --> 00:00:06,000\nto the meeting.\n\n"
            "3\n00:00:06,500 --> 00:00:08,000\nCharles Babbage: Thank you.\n\n"
            "4\n00:00:09,000 --> 00:00:10,000\nAda Byron: Let us begin.\n"
        ),
        [("Ada Byron", 3), ("Charles Babbage", 12), ("Ada Byron", 16)],
    ),
    "a scribed chat": (
        "irc",
        (
            "12:01:10 <ada> scribenick: ada\n12:01:12 <robbot> ok, ada\n"
            "12:01:30 <ada> Charles: I have read the draft.\n12:01:52 <ada> ... "
            "and I agree with it.\n"
            "12:02:08 <grace> q+\n12:02:20 <grace> I have a question\n"
            "12:02:40 <ada> Charles: Please ask it.\n"
        ),
        [("Charles", 3), ("grace", 6), ("Charles", 7)],
    ),
    "JSON": (
        "json",
        (
            '{"title": "A talk", "segments": [\n'
            ' {"speaker": "Ada Byron", "start": 0.0, "text": "Hello, \\u201call\\u201d."},\n'
            ' {"speaker": "Ada Byron", "start": 2.5, "text": "Welcome."},\n'
            ' {"speaker": "Charles Babbage", "start": 4.0, "text": "Thank you."}]}\n'
        ),
        [("Ada Byron", 2), ("Charles Babbage", 4)],
    ),
    "a table": (
        "table",
        (
            'start,speaker,text\n0.0,Ada Byron,"Hello, and welcome."\n2.5,Charles '
            "Babbage,Thank you.\n"
            "4.0,Ada Byron,Let us begin.\n"
        ),
        [("Ada Byron", 2), ("Charles Babbage", 3), ("Ada Byron", 4)],
    ),
    "TEI": (
        "xml",
        (
            '<TEI><teiHeader><person xml:id="ab"><persName>Ada '
            "Byron</persName></person></teiHeader>"
            '<text><body>\n<u who="#ab"><seg>Hello &amp; welcome.</seg></u>\n'
            '<u who="#cb"><seg>Thank you.</seg></u>\n</body></text></TEI>\n'
        ),
        [("ab", 2), ("cb", 3)],
    ),
    "a saved page": (
        "html",
        (
            "<!doctype html><html><head><title>A talk</title></head><body><nav>Menu</nav><div>\n"
            "<p><b>Question:</b> What is new?</p>\n<p><b>Ada Byron:</b> Nothing yet.</p>\n"
            "<p><b>Question</b><b>:</b> And later?</p></div><div>Share this "
            "page</div></body></html>\n"
        ),
        [("Question", 2), ("Ada Byron", 3), ("Question", 4)],
    ),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_form_is_found_and_its_turns_are_told_apart(name):
    form, text, turns = SAMPLES[name]
    transcript = parse(text, "x.txt")
    assert transcript.form == form
    assert [(turn.speaker, turn.line) for turn in transcript.turns] == turns


@pytest.mark.parametrize("name", SAMPLES)
def test_every_offset_leads_to_the_words_that_it_claims(name):
    _, text, _ = SAMPLES[name]
    for turn in parse(text, "x.txt").turns:
        if not turn.segments:
            assert text[turn.start : turn.end] == turn.text
        for segment in turn.segments:
            said = turn.text[segment.start : segment.end]
            there = text[segment.source_start : segment.source_end]
            assert said == there or len(said) != len(there)
