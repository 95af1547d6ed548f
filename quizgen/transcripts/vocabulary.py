"""The words by which a label is told from speech: roles, titles, offices, things that never speak.

Several languages stand side by side, because a file does not say which one it is in.
"""

import re

FLOOR = re.compile(
    r"""(?:the\ )?(?:
    q\d*|a\d*|s\d{1,2}|qs?&as?|question(?:er)?s?(?:\ ?\#?\d+)?|remarks?|repl(?:y|ies)|answers?|asker
    |(?:\w+\ )?voices?(?:\ (?:from|in|off)\ .*|[\ -]?over)?|v\.?o\.?|(?:computer|automated
    |recorded)\ \w+
    |(?:from\ the\ )?audience(?:\ (?:members?|questions?|participants?))?(?:\ ?\#?\d+)?
    |from\ the\ floor|floor
    |(?:\w+\ )?(?:reporters?|journalists?|correspondents?)(?:\ ?\#?(?:\d+|[a-z]|one|two
    |three))?|press|media|newsman
    |(?:speaker|participant|panell?ist|host|guest|caller|attendee|member|person|user|student
    |interviewer
      |interviewee|respondent|moderator|analyst|spk|teacher|subject|patient|client|therapist
      |doctor|narrator
      |sprecher|locuteur|intervenant|teilnehmer|участник|спикер|собеседник|orador|hablante)
      (?:[\ _\#-]*\d+|[\ _\#-]+(?:[a-z]|one|two|three|four|five|six)(?:\ \d+)?|s[\ _\#-]*\d+)?
    |portavoz|puhuja|seorang\ ahli|beberapa\ (?:orang\ )?ahli|numărătorii|(?:voci\ )?din\ sală
    |agent|customer|assistant|chatbot|bot
    |co-?(?:host|moderator)|operator|conference\ (?:call\ )?operator|coordinator|facilitator
    |announcer|presenter|anchor|interpreter|translator|stenographer|(?:court\ )?reporter
    |bailiff|videographer|(?:court\ )?clerk
    |spokes(?:man|woman|person)|witness|court|defendant|plaintiff|juror(?:\ no\.?)?(?:\ ?\d+)?
    |prospective\ juror
    |(?:several|some|many|a\ number\ of)?\ ?(?:hon\.?|honou?rable|noble)?\ ?(?:members
    |senators|lords|voices)
    |(?:an?\ |some\ |several\ |many\ |government\ |opposition\ )?(?:hon\.?|honou?rable)?\ ?
      (?:members?|senators?)|sur\ (?:divers|plusieurs|quelques
    |de\ nombreux|les)\ bancs.*|(?:divers|nombreux)\ membres.*
    |(?:un[es]?|des?|plusieurs|quelques|divers|nombreux|de\ nombreux)\ (?:autres\ )?
      (?:député|sénateur|conseiller|orateur|commissaire)(?:e|s|es|rices?)?\b.*
    |(?:à|a)\ (?:droite|gauche|l['’]extrême\ \w+)|au\ centre
    |(?:des|plusieurs|quelques|nombreuses)\ (?:voix|membres)\b.*
    |(?:une\ )?voix\ (?:nombreuses|diverses|(?:à|au|sur|du|des|de)\ .*)|un\ membre.*
    |un\ grand\ nombre.*
    |\?+|>>|[―─━]+|Zuruf.*|Zwischenruf.*
    |(?:group\ )?name\ unknown
    |all|both|everyone|everybody|crowd|group|chorus|others?|several|multiple(?:\ \w+)?
    |un(?:identified|known|named|recognized|specified)\b.*|(?:an\ )?anonymous\b.*
    |(?:fe)?male(?:\ (?:\w+|\d+))?|(?:young\ |old\ |older\ )?(?:wo)?m[ae]n(?:\ ?\#?(?:\d+|[a-z]))?
    |(?:\w+\ ){0,4}officials?(?:\ (?:\#?\d+|[a-z]|one|two|three|four))?
    |company\ representative|representative
    |вопрос(?:ы)?|реплика|ответ|из\ зала|голос(?:а)?(?:\ из\ .*)?|ведущ(?:ий|ая|ие)|журналист(?:ка)?
    |корреспондент|репортёр|модератор|переводчик|в|о
    |frage(?:r|rin|steller|stellerin)?|antwort|zuruf|zwischenruf|moderator(?:in)?
    |journalist(?:in)?|publikum
    |reporter(?:in)?|interviewer(?:in)?|übersetzer(?:in)?|dolmetscher(?:in)?|f
    |question\ du\ public|réponse|journaliste|animat(?:eur|rice)|interprète|modérat(?:eur
    |rice)|le\ public|r
    |pregunta|respuesta|periodista|entrevistador(?:a)?|moderador(?:a)?|p|público|locutor(?:a)?
    |domanda|risposta|giornalista|intervistatore|moderatore|d|pergunta|resposta|jornalista
    |问|答|問|記者|记者|主持人|提问|回答
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Roles of unnamed speakers: whoever bears such a label is no person."""

OFFICE = re.compile(
    r"""(?:the\ |de\ |mr\.?\ |mrs\.?\ |madam\ |madame\ |mister\ |mme\.?\ |m\.?\ |le\ |la\ |l[’'e]\ ?
    |der\ |die\ |el\ |frau\ |herr\ )*
    (?:(?:acting|deputy|vice|vice-|first|former|associate|chief|right\ hon\.?|temporary
    |lord)[\ -]?)*
    (?:president|pr[eé]sident[ea]?|chair(?:man|woman|person)?|speaker|chancellor
    |prime\ minister|presiding\ officer
    |secretary|minister(?:\ (?:of|for)\ .*)?|clerk|justice|judge|mayor|governor|senator|leader
    |premier|king|queen
    |attorney[\ -]general|solicitor|taoiseach|ceann\ comhairle|präsident(?:in)?|vizepräsident(?:in)?
    |ministre(?:\ .*)?|premier\ ministre|rapporteur(?:e)?|presidente|председатель
    |председательствующий|президент
    |przewodnicząc[yae]|wiceprzewodnicząc[yae]|voorzitter|talman(?:nen)?|puhemies|marszałek|formand(?:en)?|ordfører(?:en)?|presidencia
    |(?:ensimmäinen\ |toinen\ )?varapuhemies|esimees|aseesimees
    |başkan|elnök|председател|председник|predseda(?:júci)?|předsedající|predsednik|preşedinte|președinte
    |προεδρος|πρόεδρος|προεδρευων|προεδρεύων|juhataja|sēdes\ vadītājs|pirmininkas|forseti|y\ llywydd
    |ketua(?:\ rapat)?|pengerusi|의장|위원장|presidenten|ordføreren|formanden|talmannen
    |(?:tuan\ )?yang\ di-?pertua|tuan\ pengerusi
    |capcom|captain|commander|головуюч(?:ий|а)|行政長官|主席|議長|議長君|委員長|首相|大臣|总统|总理)
    (?:\ (?:pro\ tempore|general|of\ \w+(?:\ \w+)?|d(?:e|u|es)\ .{3,50}))?""",
    re.IGNORECASE | re.VERBOSE,
)
"""Offices that stand for whoever holds them: named, but not by name."""

TITLES = """
mr mrs ms miss mm mx dr prof professor sen senator rep representative gov governor sir dame
lord lady lt lieutenant col
colonel gen general maj major capt captain sgt sergeant adm admiral amb ambassador hon
honourable honorable rev
reverend father sister brother judge justice secretary minister president chairman
chairwoman chairperson chair
congressman congresswoman commissioner director moderator host anchor reporter interviewer
questioner speaker guest
madam madame mme mlle monsieur m herr frau doktor don doña señor señora sr sra signor
signora counsel attorney
vizepräsident vizepräsidentin präsident präsidentin bundesminister bundesministerin staatssekretär
alterspräsident bundeskanzler bundeskanzlerin kanzler kanzlerin abg abgeordneter abgeordnete
vice-president vice deputy chancellor premier mayor sheriff officer agent detective
councillor councilmember
cllr alderman principal chief associate atty abgeordnete heer mevrouw onorevole poseł
    posłanka wicemarszałek
    marszałek poslanec poslankyně předseda předsedkyně místopředseda místopředsedkyně ministr
    ministryně
    diputado diputada senador senadora secretario secretaria deputato ministro
    ministra presidente sindaco député
    députée deputado deputada sr sra
sayın κ κος κα κύριος κυρία pan pani dl dna д-р академик профессор доктор депутат депутатка
sig signora bapak ibu saudara drs ustaz sheikh tan sri poslanik poslanica képviselő lic licenciado
licenciada dip académico ciudadano ciudadana excmo excma sr.ª deputaţi başkan elnök председател
председник predsednik preşedinte președinte juhataja pirmininkas forseti ketua pengerusi
mag mmag ddr dipl dipl.-ing ing mgr judr mudr phdr rndr doc univ esimees aseesimees
domnul doamna domnișoara domnului statsråd
shri shrimati smt sushri kumari thiru datuk dato' datin tuan puan haji engr hon'ble
dhr mw coach witness participant panelist caller ms. rt the right
ministre président présidente secrétaire rapporteur président-directeur
przewodniczący przewodnicząca przewodniczącego wiceprzewodniczący wiceprzewodnicząca zastępca
zastępczyni sekretarz podsekretarz prezes dyrektor dyrektorka premier senatorka sprawozdawca
senátor senátorka zpravodaj zpravodajka premiér predseda predsedníčka podpredseda poslankyňa
podpredsedníčka predsjednik predsjednica potpredsjednik potpredsjednica zastupnik zastupnica
senatrice deputata sottosegretario relatore relatrice assessore presidenta vicepresidenta
vicepresidente consejero consejera sénateur sénatrice rapporteure commissaire ministerin
staatssekretärin landesrat landesrätin bundesrat bundesrätin nationalrat nationalrätin ständerat
ständerätin stadtrat stadträtin talman statsminister голова депутатка
президент премьер-министр министр председатель ведущий ведущая г-н г-жа товарищ господин госпожа
""".split()
TITLE_WORDS = frozenset(TITLES)

PARTICLES = frozenset(
    """
    comte marquis baron duc vicomte général amiral abbé graf freiherr
    of the de da del della dello di do dos das du des van von vom zu zur bin ibn al el la le
    arap ole wa ould bint
    les lo and & der den y e
    et und for und in ter ten af av ap o' d' a' bint abu as-
    """.split()
)

SPEECH = frozenset(
    """
    said say says is are was were told asked will that this these those which because as
    if when how what why where who my our your their it its it's it’s not has have had do
    does did can could would should be been being by only on to at by with from into about
    there here he she we you they i me us but or so then than now just also too very more
    most some such no yes ist sind war nicht dass wenn aber auch wie mein wir sie ich es
    est sont que qui mais nous vous je это что как если но не мы вы он она они есть son
    pero para por
    """.split()
)
"""Words of sentences, which no name or office holds."""

ONE_SELF = frozenset(
    """
    we you me us our your my mine ich wir uns ihr euch sie ihnen nous vous votre notre je
    yo nosotros usted ustedes vosotros tú eu nós você vocês noi voi мы вы вас вам нас нам
    я jullie wij
    """.split()
)
"""Pronouns of who speaks and who is spoken to: words of speech, in no office."""

NEVER = frozenset(
    """
    note notes nb n.b. source sources example examples remember conclusion summary abstract
    title date time
    place location venue subject topic topics participants participant-list present attendees
    attending regrets absent apologies agenda contents warning important update transcript
    transcription
    p.s. ps speakers panelists panellists moderators guests hosts duration recorded published
    links link url
    website web email e-mail phone tel fax address fig figure table secondly firstly thirdly
    finally lastly first
    second third fourth fifth however breaking correction corrections break chairs scribe
    scribes scribe(s) scribing scribeoptions
    scribenick meeting action actions resolution resolutions resolved proposed proposal
    decision decisions
    summary-of intro introduction outro music ad ads advertisement sponsor sponsors timestamp
    timestamps chapter
    chapters keywords tags category categories series episode season part section appendix
    item issue issues
    background context disclaimer copyright licence license author authors editor editors
    translator transcriber
    transcribed reference references see also related media video audio photo photos caption image
    credit credits producer producers videographer camera cameraman directed written by-line
    byline dateline embargoed
    contact contacts
    translation original language version status previous next step steps tip tips hint advantage
    advantages disadvantage pro pros con cons result results problem problems solution
    solutions reason reasons
    remember-that fact facts fyi btw ok okay yes well right look listen plus again therefore
    thus hence
    meanwhile today tomorrow yesterday monday tuesday wednesday thursday friday saturday
    sunday total
    цель дата место тема примечание источник участники повестка внимание время
    content datum ort thema hinweis quelle teilnehmer tagesordnung beginn ende anwesend zeit
    anmerkung
    lieu sujet remarque participants-list présents date-du ordre attention exemple
    fecha lugar tema nota fuente asistentes ejemplo data luogo fonte local
    ps. headline subtitle runtime length recording-date interview-date interview-location
    poll polls vote votes slides minutes minute-taker note-taker
    scene act setting characters cast persons dramatis synopsis genre format created modified
    updated
    name names type id value values description path command run uses env steps jobs job build
    iban bic paypal pag pagina página page pages seite p pp
    default required options option install requires classifier files homepage maintainer package
    priority depends architecture platform provides runs-on upstream-name kind language-code
    webvtt style region http https ftp mailto file host-name
    exhibit exhibits answer-key objective objectives goal goals outcome outcomes definition
    """.split()
)
"""Words in label shape that never speak."""

NEVER_PHRASE = re.compile(
    r"""(?:
    (?:info|warn(?:ing)?|error|debug|trace|fatal|critical)(?:\ +\S+)?|editor['’]?s?\ (?:note
    |comment).*|.*\bnotes?\b|.*\b(?:clip|clips|break|breaks|music|jingle
    |theme|intro|outro)
    |(?:meeting|start|end|running|recording|call|interview|session|air|total|local)\ (?:date
    |time|duration|length|place|location|number|id|title|name|link|agenda)(?:/.*)?
    |(?:deutscher\ )?bundestag\b.*|.*\b(?:wahlperiode|legislature|législature)\b.*
    |(?:steno\w+\ bericht|plenarprotokoll|official\ report|journal\ officiel)\b.*
    |(?:list|table|index)\ of\ .*|(?:also\ )?(?:present|in\ attendance|attending
    |appearances?)(?:\ .*)?
    |(?:interview|transcript(?:ion)?|transcribed|recorded|edited|translated|produced|provided
    |conducted|prepared|written|posted|published|presented|hosted|moderated|chaired
    |sponsored)\ (?:by|with|on|from|at|date|of|id)\b.*
    |(?:date|place|time|location|title|name|subject|topic|type|number)\ (?:of|and|/)\ .*
    |(?:date|title)\ \w+
    |(?:in|this|last|next|the)\ (?:other|short|brief|summary|addition|conclusion|meantime|end
    |first|second|third|last|following|same|next|point|question|answer|fact|thing|issue
    |problem|result|truth|reason|rule|rest|idea)(?:\ .*)?
    |.*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*
    |.*\d.*(?:january|february|march|april|may|june|july|august|september|october|november
    |december)\b.*
    |\w+\ (?:one|two|three|four|five|six|seven|eight|nine|ten)
    |.*\b(?:ref(?:erence)?|page|copyright)\b\.?(?:\ .*)?
    |.*\b(?:question|point|answer|thing|fact|example|issue|problem|way|option|case|reason
    |version|rule|step|line|part|chapter|section|lesson|number|item|idea|thought|word|words
    |message|quote|story|title|link|url|agenda|minutes|remarks|comments)(?:\ (?:\d+|one|two
    |three|four|five))?
    |(?:questions?|q\s?&\s?a|prepared\ remarks|question[\ -]and[\ -]answer)(?:\ (?:and
    |&)\ answers?|\ session)?
    |(?:call|conference|corporate|company)\ participants|(?:executives|analysts)
    |(?:mit\ freundlichen|vielen\ dank|thank\ you|thanks|good\ (?:morning|afternoon|evening)
    |dear|hello|hi|ladies)\b.*
    |(?:january|february|march|april|may|june|july|august|september|october|november
    |december)\b.*\d.*
    |(?:act|scene|chapter|part|section|item|article|page|exhibit|figure|table|step|day|week
    |question|lesson|slide|block|volume|appendix|annex)\ (?:\d+|[ivxlc]+|one|two|three|four
    |five)\b.*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Phrases in label shape that never speak; floor roles are asked first."""

ADDRESS = re.compile(
    r"""\b(?:damen\ und\ herren|ladies\ and\ gentlemen|mesdames(?:,|\ et)?\ (?:et\ )?messieurs
    |дамы\ и\ господа|дам\ и\ господ|señoras\ y\ señores|senhoras\ e\ senhores
    |kolleginnen\ und\ kollegen|dear\ colleagues|chers\ collègues|уважаемые\ коллеги
    |signore\ e\ signori|dames\ en\ heren|panie\ i\ panowie)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Whom a speech addresses: where it stands in a label's place, it is no label."""

PLACES = frozenset(
    """
    afghanistan africa america argentina asia australia austria belarus belgium brazil britain
    bulgaria canada chile china
    colombia crimea croatia cuba denmark egypt england estonia europe finland france georgia
    germany greece hungary iceland
    india indonesia iran iraq ireland israel italy japan jordan kazakhstan kenya korea kosovo
    latvia lebanon libya lithuania
    mexico moldova netherlands nigeria norway pakistan palestine poland portugal romania
    russia scotland serbia singapore
    slovakia slovenia somalia spain sudan sweden switzerland syria taiwan thailand turkey
    uganda ukraine
    venezuela vietnam wales yemen zimbabwe moscow london paris berlin rome madrid vienna
    brussels washington tokyo beijing
    kiev kyiv geneva россия москва украина сирия германия китай сша deutschland frankreich
    russland allemagne
    """.split()
)
"""Names of places that stand alone before a colon in a list, and never speak."""

DIRECTION = re.compile(
    r"""
    \s*(?:_|\[_?)?
    (?:(?:re-?)?enters?|ex(?:it|eunt)|manet|dies|alarums?|flourish|retires?|advances?|sennet
    |curtain|fade|cut\ to|dissolve|lights?|blackout|trumpets?|thunder|noise|sings?|reads?
    |kneels?|rises?|aside|within|drums?|dead\ march|sound|draws|stabs?
    |they\ (?:fight|play|exit|embrace))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""How a line of stage directions begins."""

SCENE = re.compile(
    r"""
    [ \t\xa0\f]*+(?:
    (?:ACT|SCENE|PROLOGUE|EPILOGUE|CHAPTER|PART|INT|EXT|INT\./EXT|FADE|CUT|DISSOLVE|ENTRACTE
      |THE\ END|END\ OF|ACTE|SCÈNE|ACTO|ESCENA|ATTO|SCENA|AKT|SZENE|AUFZUG|AUFTRITT)\b
    |(?:Act|Scene)\ (?:[IVXLC]+|\d+)\b
    |Entire\ [Pp]lay)
    """,
    re.VERBOSE,
)
"""How a scene's heading begins."""
