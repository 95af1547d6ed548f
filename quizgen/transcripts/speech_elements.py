"""The names of elements and attributes in markup that says who speaks."""

import re

SPEECH = re.compile(
    r"<(?:\w+:)?(?:u|sp|speech|speaker|intervention|contribution|said|turn|utterance|rede|segment|"
    r"sync|questionasked|answer|question|p|div|msg|message|line|post|comment|entry)\b[^>]*?"
    r"\b(?:who|by|from|author|user|nick|sender|spkr|speaker|speakername|speaker_name|name|person_id|agent)\s*="
    r"|<sp\b|<speaker\b|<redner\b",
    re.IGNORECASE,
)
TURNS = frozenset(
    """
    u sp speech intervention contribution said turn utterance rede segment questionasked answer
    question statement vorgang comment msg message post
    """.split()
)
NAMES = frozenset(
    """
    speaker from name redner speakername membername member hs_memberslink b_member persname namen
    """.split()
)
ASIDES = {
    "incident": "direction",
    "vocal": "sound",
    "kinesic": "applause",
    "stage": "direction",
    "pause": "pause",
    "kommentar": "interjection",
    "gap": "inaudible",
    "comment": "interjection",
    "narrative": "direction",
    "writing": "direction",
    "shift": "direction",
    "italic_note": "direction",
    "interjection": "interjection",
}
HEADS = frozenset(
    "head heading major-heading minor-heading title h1 h2 h3 docTitle".casefold().split()
)
UNSPOKEN = frozenset(
    """
    teiheader note meta metadata fw pb listperson front listorg vorspann anlagen rednerliste head
    """.split()
)
NESTED = frozenset({"interjection", "continue"})  # turns within a turn, where they name somebody
NAMED_WITHIN = frozenset({"speech", "question", "answer", "scene", "speechgroup"})
PERSONS = frozenset({"person", "agent"})

BLOCKS = frozenset("p l lg seg s ab para line div br speech u sp h1 h2 h3 tr li".split())
WHO = tuple(
    (
        "speakername speaker_name speaker name by who spkr agent person_id from author user nick"
        " sender"
    ).split()
)

MEANING = frozenset({"speaker", "p", "div"}).union(
    TURNS, NESTED, NAMES, ASIDES, HEADS, UNSPOKEN, PERSONS
)
"""All elements that say something by their name; others only hold words."""
