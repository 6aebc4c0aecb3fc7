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
    "rank rate score tackle trace understand upgrade update expand supervise address bid influence "
    "fight leverage foster act promote direct bridge host recruit screen brief present negotiate "
    "question advocate interview investigate maintain want"
)
MOSTLY_NOUNS = _set(
    "staff range load program programme project process product market budget cost price data "
    "risk quality service "
    "revenue customer value team business access time people part low high better slow clear dry "
    "full safe secure even real smooth correct complete early transparent stable near single total "
    "average fast more less long short overall easy contract vendor network content brand field "
    "model plant store stock machine finance resource function sales trade patient claim case "
    "fleet "
    "freight route site inventory warehouse staffing cash credit debt paper manual mobile remote "
    "custom daily weekly monthly yearly power water energy light heat steel food house home office "
    "school class file form page list board bank fund loan policy bill tax law court crew ground "
    "land "
    "back base body book bottom capital character chart code colour color commission committee "
    "common compliance computer concrete condition cross culture currency current damage date "
    "deadline "
    "double down equal empty exact experience express external faculty feature fee fire flow front "
    "gap general group health human idle image impact income industry input interest interface key "
    "labor labour level limit line local loss material matter media message minute mixed narrow "
    "noise notice number object open output outside pain parallel peak permit phone platform "
    "position pressure private profile profit proof public purpose rapid regular retail room rough "
    "rule safety season security separate side silo skill social software solid sound source space "
    "special standard state storage store stress structure student study surface system talent "
    "task technology term theft thin tight tool top traffic travel trend trouble trust type unit "
    "user version video visit visitor voice volume waste weather web welcome weak weight wide word "
    "worth wrong zero"
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
CLEAR_THIRDS = _set("takes keeps gets makes goes becomes lacks means comes gives loses brings")
CLEAR_BASES = _set("take keep get make go become lack mean come give lose bring want need don't")
"""Forms that are verbs after a noun, whatever else they can be."""
SET_PHRASES = ("in charge", "under pressure", "at risk", "in need", "on call", "out of", "short of")
