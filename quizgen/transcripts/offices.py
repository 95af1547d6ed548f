"""Words in which an office can be known, whichever language it is in."""

import re

OFFICES = re.compile(
    r"minist|se[ck]ret|dire[ckt]|pr[äeé]sid|chair|\bhead\b|member|mitglied|commission|kommiss"
    r"|beauftragt|kanzl|chancell|govern|ambassad|botschaft|leader|senat|repr[äeé]sent|vertreter"
    r"|officer|chef|rapporteur|sprecher|speaker|spokes|abgeordnet|deput|député|profes|counsel"
    r"|attorney|judge|mayor|meister|manage|leiter|founder|editor|vice|vize|econom|analyst|adviser"
    r"|advisor|fellow|секретар|министр|директор|председател|глава|президент|депутат|фракци",
    re.IGNORECASE,
)
"""Found in what stands after a name and a comma, if it is an office."""
