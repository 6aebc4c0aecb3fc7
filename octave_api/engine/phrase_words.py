"""
Words by the work they do in a phrase.
"""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _set("a an the their its his her")
DETERMINERS = ARTICLES | _set(
    "this that these those any all every each no some more most less fewer fewest both either "
    "neither another such several many much few enough too new"
)
PRONOUNS = _set("they them it he she him us you me itself themselves one nobody everyone anyone")
SUBJECTS = _set("it they there this these those he she nobody everyone nothing no-one everybody")
AUXILIARIES = _set(
    "is are was were has have had isn't aren't wasn't weren't hasn't haven't don't doesn't didn't "
    "do does did can cannot can't could couldn't will won't would wouldn't should shouldn't must "
    "may "
    "might"
)
PREPOSITIONS = _set(
    "of in on for with without from by at as into onto across between among through within over "
    "under about against during before after behind beyond despite due per since toward towards "
    "until upon via around throughout alongside outside inside than like off near"
)
PARTICLES = _set("up down out off away together")
RELATIVES = _set("that which who whom whose where when because if while although unless whether so")
JOINS = _set(", and or & ;")
DANGLING = (
    ARTICLES
    | (PREPOSITIONS - _set("over behind off near around before after through inside outside"))
    | _set(
        "and or but to that which who whose where when because if while so not very more most "
        "is are was were be been being has does do can could will would should must may might "
        "i we he she etc & such every each our my your this these"
    )
)
TRAILING_VERBS = _set(
    "have be make get take do give provide enable ensure allow help keep let need want cause "
    "caused "
    "wants serves needs has makes gets goes go put send bring"
)
HARD = _set(
    "hard difficult challenging tough tricky impossible painful cumbersome time-consuming tedious "
    "expensive costly stressful harder easy frustrating annoying"
)
STATES = _set(
    "afraid aware unaware unable able unsure uncertain keen eager happy unhappy tired busy "
    "confident "
    "responsible accountable willing unwilling reluctant comfortable uncomfortable wary sceptical "
    "skeptical dependent reliant ready prone anxious nervous proud frustrated overwhelmed worried "
    "concerned annoyed stuck overloaded burdened swamped fed sick interested driven obsessed "
    "committed involved tasked short bound exposed subject open new compliant scared motivated "
    "dissatisfied satisfied disappointed convinced passionate hesitant"
)
PASSIVE = _set(
    "based backed funded located headquartered owned regulated listed focused led frustrated "
    "overwhelmed plagued annoyed caught measured judged run managed supervised certified licensed "
    "accredited registered governed held buried hampered limited constrained slowed tied blocked "
    "organised organized built known"
)
INTRANSITIVE = _set(
    "come go stay live sit stand arrive leave belong depend rely compete suffer struggle operate "
    "work report plan focus act search look travel partner liaise interface talk care deal "
    "struggle "
    "wait rise fall grow age decline shrink evolve emerge exist remain last compete conflict "
    "overlap "
    "increase change vary miss recur linger loom"
)
MOSTLY_VERBS = _set(
    "drive lead manage build support monitor review report track test design plan audit coach hire "
    "cut grow increase reduce improve set run own control oversee launch scale deploy ship measure "
    "handle help define use make keep get find show respond answer schedule balance forecast "
    "document "
    "coordinate champion mentor head write read buy sell serve train guide advise manage close "
    "open "
    "approve check clean research analyze work partner liaise act keep protect spend waste lose "
    "miss "
    "lack struggle need want hold pay charge order chase boost drop stop avoid raise turn win move "
    "share shape start streamline attract meet match maximize minimize free save see hear teach "
    "rank score tackle trace understand upgrade update expand supervise address bid influence "
    "fight leverage foster act promote direct bridge host recruit screen brief present negotiate "
    "question advocate interview investigate maintain want"
)
MOSTLY_NOUNS = _set(
    "access air alarm arm ash auction average award back badge bag ball band bank bar barrel "
    "base basket batch bath beam bed bell belt berth better bicycle bill bin blood board boat "
    "body bomb bond bone book bottle bottom box brake branch brand brick bucket budget bus "
    "business butter button cable calendar camp canal candidate cap capital carpet cart case "
    "cash castle cat center centre chain chair chalk channel character chart charter chicken "
    "chip circle claim class clear clock closet cloud club coast coat code coil coin color "
    "colour comfort commission committee common complete compliance compound computer concrete "
    "condition cone content contour contract copper cord cork corn corner correct cost costume "
    "counsel course court credential credit crew crop cross crowd crown culture cup currency "
    "current curtain custom customer cycle daily damage data date deadline debit debt deck "
    "default defect detail diet disc dish disk distance ditch doctor dog dose double down drug "
    "dry dust ear early earth easy edge egg empty energy equal even evidence exact experience "
    "express external eye factor faculty fare farm fashion fast fate father fault feast feather "
    "feature fee fence ferry fever field file film finance finger fire fish flag flame flash "
    "fleet flesh flood floor flour flow flower foam food foot forest fork form frame franchise "
    "freight front fruit fuel full function fund game gang gap garage garden gas gate gear "
    "gender general ghost gift glass glove grain grass gravel gray ground group guest gun gut "
    "hall ham hammer hand harbor harbour hay hazard health heat heel high hole holiday home "
    "hook horn horse house hull human hunger ice idle image impact income index industry ink "
    "inn input interest interface inventory iron jacket jam jet job joint journal journey juice "
    "kennel key keyboard kid king knee knife labor labour lace ladder lake lamb land lane laser "
    "law leaf league leather lens less letter level licence license lid light lime limit line "
    "lip list litter load loan local lock lodge loft long loss low luck lumber lunch machine "
    "manual marble market mask mass master mat mate material matter meal media message metal "
    "meter metre milk mill mine minister mint minute mirror mixed mobile model mold monthly "
    "more mortar mortgage motor mould mouth muscle mushroom nail narrow near neck needle nest "
    "net network niche noise notice number nurse nut object office oil open orbit orphan output "
    "outside overall package packet page pain pair pan panel paper parallel parcel park part "
    "partition party paste patient pattern peak pen pencil pension people pepper permit phase "
    "phone phrase picture piece pilot pin pipe pit plant plaster plate platform plot pocket "
    "poison pole police policy pond pool port portion position pot pound powder power practice "
    "pressure price private prize probe process product profile profit program programme "
    "project proof proportion public pump purpose quality quarry quarter queen rabbit race rack "
    "radio rail rain range rapid rat rate ration ray razor real rebate receipt reef regular "
    "relay remote resource retail revenue rib rifle ring risk robot rock rod roof room root "
    "rope rough route ruin rule rust sack saddle safe safety salary sales salt sand sandwich "
    "saw scaffold scar scheme school scope season seat section sector secure security seed "
    "segment separate service shade shadow shaft sheet shell shelter shield shift shirt shock "
    "shoe shore short shoulder shower side signal silo silver single sink site skate skill skin "
    "skirt sky slope slot slow smoke smooth snack snow soap social sock software soil soldier "
    "solid sound soup source space spark spear special spell spice spirit spoon sport spray "
    "stable staff staffing stage stain stall stamp standard star state station steam steel stem "
    "stock stomach stone storage store storm stream stress string strip structure student study "
    "style sugar suit summer sun surface system table tablet tail talent tank tape task tax "
    "taxi team technology telephone temper tenant tender tent term theatre theft thin thread "
    "ticket tide tight tile timber time timetable tin tip tire title toast tone tongue tool top "
    "total tower toy trade traffic trail transit transparent travel treasure tree trend triumph "
    "trouble truck trust tube tunnel turf tutor type uniform unit user vacuum value vapor "
    "vapour vault vein vendor version vest veto video visa visit visitor voice volume wage wall "
    "ward warehouse waste water wave wax weak weather web weekend weekly weight welcome wheel "
    "wide wind window wine wing winter wire wolf wood word worm worth wound wrong yard yarn "
    "yearly yeast yield zero zinc zone"
)
OFTEN_NOUNS = _set(
    "design plan support test report review audit order charge research work control document "
    "question score rank rate move start drop forecast schedule balance cut grow contract access "
    "influence promote brief screen trade host return process claim market train guide answer move "
    "release update upgrade order head mentor coach"
)
"""Of the words that are mostly verbs, those that are nouns as often after "and"."""
COUNTED = _set(
    "way process path system view policy shortage interface method solution platform route model "
    "chain structure contract market rate cycle deadline window request strategy "
    "network service department culture practice licence license permit certificate"
)
"""Nouns of two uses that mostly count."""
PLURAL_MODIFIERS = _set(
    "sales operations customs goods sports communications systems logistics services savings "
    "claims "
    "benefits parts accounts drinks arms facilities contracts news resources products relations "
    "materials admissions works affairs earnings premises headquarters economics graphics analytics"
)
"""Plural nouns that often stand before another noun: "sales process"."""
NUMBERS = _set(
    "one two three four five six seven eight nine ten twelve fifteen twenty dozens hundreds"
)
CLEAR_THIRDS = _set(
    "takes keeps gets makes goes becomes lacks means comes gives loses brings wants lives rests "
    "sits hates depends relies"
)
CLEAR_BASES = _set("take keep get make go become lack mean come give lose bring want need don't")
"""Forms that are verbs after a noun, whatever else they can be."""
SET_PHRASES = ("in charge", "under pressure", "at risk", "in need", "on call", "out of", "short of")
PEOPLE_TOO = _set(
    "partners temps coaches nurses guards guides hosts pilots cooks interns mentors doctors judges "
    "clerks captains masters bosses"
)
"""People, though the word may be a verb: "temps walk off"."""
CLEAR_PASTS = _set("go take break fall begin rise write speak choose know grow give do")
CLEAR_PAST_FORMS = _set("went took broke fell began rose wrote spoke chose knew grew gave did")
INNER_SUBJECTS = _set(
    "they he she it you nobody everybody everyone somebody someone no-one anybody anyone"
)
FUNCTIONS = _set(
    "sales marketing finance legal procurement it hr management support engineering accounting "
    "purchasing compliance controlling"
)
KEPT_ON = _set("paper clipboard clipboards whiteboard whiteboards")
"""What records are kept on: "fridge logs on paper" has no verb."""
GOES_ON = {
    "lasts": frozenset("until till for from".split()),
    "runs": frozenset("above below until past itself out".split()),
    "turns": frozenset("into up".split()),
    "closes": frozenset("at on for".split()),
    "opens": frozenset("at on".split()),
    "stands": frozenset("still at idle".split()),
}
"""What may be a noun, with the words before which it is a verb: "the budget lasts until July"."""


def clearly_does(word: str, follows: str) -> bool:
    """Tell whether a word that may be a plural says what one thing does, by what follows."""
    return word in CLEAR_THIRDS or follows in GOES_ON.get(word, ())
