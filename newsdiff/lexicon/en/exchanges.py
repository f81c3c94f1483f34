"""English grammar words that a copy editor exchanges freely, leaves out freely, and those that turn a claim.

Source: written for newsdiff (general English and the usage of copy desks), MIT like the rest.
"""

from __future__ import annotations

# Phrases of one line say the same; the first of them stands for all.
_FREE = """
toward/towards
among/amongst/amid/amidst
while/whilst
on/upon
onto/on to
which/that/who/whom
to/in order to/so as to/for the purpose of
for example/e.g./eg/for instance
that is/i.e./ie/namely
but/however/yet/though/although/even though/nevertheless/nonetheless/still/while
also/too/as well/in addition/additionally/moreover/furthermore/besides/likewise
because/since/as/due to/because of/owing to/on account of/given that/due to the fact that/thanks to/as a result of
so/therefore/thus/hence/as a result/consequently/accordingly
until/till/up until
before/prior to/ahead of
after/following/subsequent to/once
during/in the course of/throughout
despite/in spite of/notwithstanding
about/regarding/concerning/with regard to/in regard to/as to/with respect to/in relation to/relating to/over
like/such as/including
and/as well as/&/plus/along with/together with
if/in the event that/provided that/in case
can/is able to/are able to/am able to/be able to
must/has to/have to/is required to/are required to/needs to/need to
now/currently/at present/presently/today/at this time/at the moment/at this point in time
then/at that time/at the time
soon/shortly/before long
often/frequently/many times
nearly/almost
instead/rather
instead of/rather than/in place of/in lieu of
via/through/by way of/by means of
per/a/an
per/each/every
many/a lot of/lots of/numerous/a large number of/plenty of/a number of/various
several/a number of/a handful of
some/a few/certain
much/a great deal of/a lot of
enough/sufficient/an adequate amount of
near/close to/next to
across/throughout/all over
within/in/inside
beside/alongside/next to
its/their
has/have
is/are
was/were
does/do
each other/one another
everyone/everybody
someone/somebody
anyone/anybody
no one/nobody/no-one
more than/over/in excess of
less than/under/fewer than
whether/if/whether or not
when/once/as soon as/as/whenever
while/as/when
where/in which
whose/of which
all/all of
both/both of/the two
half/half of
who is/who's
what/that which
different from/different than/different to
outside/outside of
off/off of
between/among
out/out of
around/round/about
such/such a/so
later/afterwards/afterward/subsequently
earlier/previously
first/firstly/at first
second/secondly
in/at/on/during
with/along with/together with
including/among them
will/is going to/are going to/going to/is set to/are set to/is to/are to
is/'s
has/'s
us/'s
would/'d
had/'d
"""

# Words that may come or go without touching a claim.
DROPPED = frozenset(
    "a an the that which who whom of and also both then there so such do does did to for in own indeed quite rather"
    " really actually very just simply basically currently now already thus therefore however moreover etc"
    " 's ' in order as well too here please own itself themselves himself herself".split()
)
# Where one of these goes, the "is" behind it may go too: (that is) led by the bank.
RELATIVES = frozenset(("that", "which", "who"))
# One of a kind: where it goes and the noun is a plural, the count has changed.
INDEFINITE = frozenset((("a",), ("an",), ("one",), ("another",), ("each",), ("every",)))

# What such words begin bounds the claim before it: a clause that came or went is no aside.
_LIMITS = (
    "unless|except|excepting|excluding|as long as|so long as|provided|providing|on condition|if|even if|other than"
    "|apart from|only if|only when|only after|only where|only for|but not|but only|but never|but no|with the exception"
)
LIMITING = frozenset([tuple(phrase.split()) for phrase in _LIMITS.split("|")])

# Classes of words, each of which excludes the others of its line; words on one side of a bar say the same.
_TURNS = """
he him himself his | she her herself hers
i me my mine myself | you your yours yourself yourselves
i me my mine myself | he him his
i me my mine myself | she her hers
we us our ours ourselves | you your yours yourself yourselves | they them their theirs themselves
we us our ours ourselves | he him his
we us our ours ourselves | she her hers
before prior | after following since | during
with | without | against
for | against
and | or
if | unless | although though despite
above over | below under beneath
up upward upwards | down downward downwards
inside within into | outside beyond
from | to into toward towards
more most | less least fewer fewest
all every | some several | few | none no
all every | many
some several | most
most | few | none no
everyone everybody everything | someone somebody something | nobody nothing
many | few
much | little
always ever | never rarely seldom | sometimes often occasionally
often frequently | rarely seldom
first | second | third | last final
yesterday | today tonight | tomorrow
this | last previous | next
here | there elsewhere
now | then formerly
still | already | no longer
only just | also even
both | neither | either
because | despite although
enough | insufficient
can could | cannot can't couldn't
by | to
under | over
until till | since | from
ago | later | hence
yes | no
everyone everybody | anyone anybody someone somebody
"""


def _phrases() -> dict[tuple[str, ...], frozenset[int]]:
    """Phrase -> the lines on which it stands."""
    table: dict[tuple[str, ...], set[int]] = {}
    for n, line in enumerate(_FREE.strip().splitlines()):
        for phrase in line.split("/"):
            table.setdefault(tuple(phrase.split()), set()).add(n)
    return {phrase: frozenset(lines) for phrase, lines in table.items()}


def _sides() -> dict[str, frozenset[tuple[int, int]]]:
    """Word -> its lines, and on which side of the bars it stands there."""
    table: dict[str, set[tuple[int, int]]] = {}
    for n, line in enumerate(_TURNS.strip().splitlines()):
        for m, side in enumerate(line.split("|")):
            for word in side.split():
                table.setdefault(word, set()).add((n, m))
    return {word: frozenset(places) for word, places in table.items()}


FREE = _phrases()
TURNS = _sides()

# What is written together, and what it is in full; n't and 've and so on at the end of a word go by the ending.
CONTRACTIONS = {
    "can't": "can not", "won't": "will not", "shan't": "shall not", "cannot": "can not"
}  # fmt: skip
ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "'d"}
