"""English phrases that replace each other as a whole: each line has longer and shorter ways to say the same thing.

>>> idiom_cells("he came as well as his wife".split(), "he came along with his wife".split())
{(2, 2): 5, (2, 3): 5, (3, 2): 5, (3, 3): 5, (4, 2): 5, (4, 3): 5}

Such phrases cannot be paired word by word: *well* does not correspond to *with*. A match is not yet a pair but a hint,
weighed with its surroundings. Phrases that share a word are left to the word pairing.

Source: written for newsdiff (general English), MIT like the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

LONGEST = 5
MAX_SPANS = 40  # in one sentence; a longer list is a degenerate text

_GROUPS = """
instead of|rather than|in place of|as opposed to
as well as|along with|together with|in addition to|and also|besides|on top of|alongside|coupled with|and
such as|like|including|for example|for instance|among them
in order to|so as to|in a bid to|in an effort to|in an attempt to|with a view to|to|aimed at|designed to
because of|due to|owing to|as a result of|on account of|thanks to|because|since|given|amid|over|in the wake of|following
in spite of|despite|even though|although|notwithstanding|though
a number of|several|many|a few|some|various|numerous|a series of|a handful of|a couple of|a variety of|a range of
a lot of|lots of|much|many|plenty of|a great deal of|a large number of|large numbers of|scores of
the majority of|most|most of|the bulk of
at least|no fewer than|no less than|not less than|a minimum of
more than|over|above|in excess of|upwards of|exceeding
less than|under|fewer than|below|short of
up to|as many as|as much as|a maximum of|no more than|at most
as soon as|once|when|the moment
so far|to date|until now|up to now|thus far|as yet
at present|currently|at the moment|right now|now|presently|at this time|today|nowadays|these days
is to|will|would|is going to|are going to|are to|is set to|are set to|is expected to|is due to|are due to
was to|would|was going to|were to|was due to|was set to|was scheduled to
is scheduled to|will|would
has to|must|needs to|have to|need to|should|had to|is required to|are required to|is obliged to|ought to|had better
was able to|could|managed to|were able to|is able to|can|are able to|succeeded in|be able to
was forced to|were forced to|had to|was obliged to|was compelled to
took place|occurred|happened|was held|were held|came about
takes place|occurs|happens|is held
take place|occur|happen|be held
carried out|conducted|performed|undertook|made|did|executed
carry out|conduct|perform|execute|implement|do|undertake
carrying out|conducting|performing|executing|implementing
set up|established|founded|created|formed|establish|create
prior to|before|ahead of|in advance of|in the run-up to|leading up to
subsequent to|after|following|in the aftermath of|in the wake of
next to|beside|alongside|adjacent to
close to|near|not far from|in the vicinity of|by
in front of|outside|before
on behalf of|for
apart from|except|except for|other than|aside from|with the exception of
in accordance with|under|according to|in line with|pursuant to|in keeping with
at the same time|meanwhile|in the meantime|simultaneously|while
of course|naturally|certainly
in fact|actually|indeed|as a matter of fact
all over|throughout|across|around|all around
in the past|previously|earlier|formerly|before
took part in|participated in|attended|joined
take part in|participate in|attend|join
no longer|not anymore|not any more
each other|one another
per cent|percent|pct|%
with regard to|regarding|concerning|with respect to|about|on|in relation to|as for|as regards|in terms of|as to
according to|said|says|as reported by
in favor of|in favour of|for|supporting
in support of|for|supporting|backing
in charge of|heading|leading|responsible for
by means of|through|via|by|using|with
as if|as though
on condition that|if|provided that|as long as|so long as|providing
in case of|in the event of|if
right away|immediately|at once|straight away|promptly
at first|initially|originally|in the beginning
at last|finally|eventually|in the end|ultimately
over and over|repeatedly|again and again|time and again
a year ago|last year|the previous year|a year earlier|the year before|the year-ago period|the prior year
a month ago|last month|the previous month|a month earlier|the month before
a week ago|last week|the previous week|a week earlier|the week before
the day before|yesterday|a day earlier|the previous day
the following day|the next day|a day later
the following year|the next year|a year later|next year
every year|annually|each year|a year|per year|yearly
every month|monthly|each month|a month|per month
every day|daily|each day|a day|per day
every week|weekly|each week|a week|per week
was killed|died|lost his life|lost her life
were killed|died|lost their lives|perished
have died|were killed|have been killed|have perished
passed away|died
try to|attempt to|seek to|attempt|seek
tried to|attempted to|sought to|attempted|sought
trying to|attempting to|seeking to|attempting|seeking
wants to|would like to|wishes to|hopes to|intends to|plans to|aims to|is planning to|is hoping to
want to|would like to|wish to|hope to|intend to|plan to|aim to|are planning to
wanted to|wished to|intended to|hoped to|planned to
began to|started|began|started to|set about
refused to|declined to|would not
failed to|did not|could not
continues to|still
made up of|composed of|comprising|consisting of
is made up of|comprises|consists of
went up|rose|increased|climbed
went down|fell|dropped|declined
came down|fell|dropped|declined
called for|urged|demanded|appealed for
calls for|urges|demands
call for|urge|demand
pointed out|noted|said|stressed|observed|remarked
went on|continued
put off|postponed|delayed
put out|extinguished
called off|cancelled|canceled
gave up|abandoned|quit|surrendered
give up|abandon|quit|surrender
turned down|rejected|refused
broke out|erupted|started|began
look into|investigate|examine|probe
looking into|investigating|examining|probing
look for|seek|search for
looking for|seeking|searching for
find out|discover|learn
found out|discovered|learned
take over|assume
took over|assumed
set off|triggered|detonated|sparked
blew up|exploded|detonated
shut down|closed|close
came after|followed|comes after|follows
led to|caused|resulted in|prompted|brought about
lead to|cause|result in|bring about
so that|in order that
in the near future|soon|shortly|before long
in recent years|recently|lately|of late
in recent months|recently|lately
as of|since|from
by contrast|in contrast|on the other hand|however|but|whereas|while
as a result|therefore|consequently|thus|hence|so
for this reason|therefore|thus
in addition|also|moreover|furthermore|besides|additionally|what is more
as well|also|too
above all|especially|particularly|in particular|mainly|primarily|most of all
in general|generally|overall|on the whole
for years|for a long time|long
has been|was|is
have been|were|are
will be|is to be|would be|is
the united states|america|u.s.|us|usa
the united nations|u.n.|un
the united kingdom|britain|u.k.|uk
the european union|eu|e.u.
shot dead|killed|murdered
put to death|executed|killed
taken into custody|arrested|detained
police officer|policeman|cop
chief executive|ceo|boss
chief financial officer|cfo
prime minister|premier|pm
net income|profit|earnings
held talks|met|conferred
opt for|choose|select|pick
talk about|discuss|debate
talked about|discussed|debated
talking about|discussing|debating
was up|were up|rose|gained|climbed|increased
was down|were down|fell|lost|dropped|declined
edged up|rose|gained|climbed
edged down|fell|slipped|declined
thrown out|dismissed|rejected
threw out|dismissed|rejected
took off|departed|left
ran away|fled|escaped
got away|fled|escaped
run away|flee|escape
spoke out against|criticized|criticised|condemned
brought in|introduced
bring in|introduce
handed over|delivered|gave|surrendered
hand over|deliver|give|surrender
let go|released|freed
set free|released|freed
went back|returned
go back|return
came back|returned
come back|return
went ahead|proceeded
go ahead|proceed
backed out of|withdrew from|quit
pulled out of|withdrew from|left|quit
pull out of|withdraw from|leave|quit
sent back|returned|deported
took away|removed|seized
taken away|removed|seized
made clear|stressed|emphasized|emphasised
in public|publicly
in private|privately
in secret|secretly
by chance|accidentally
on purpose|deliberately|intentionally
on average|typically
in part|partly|partially
for the most part|mostly|mainly|largely
to a large extent|largely|mostly
at night|overnight
by accident|accidentally
by force|forcibly
in detail|thoroughly
once again|again|once more|another time
a second time|again|twice
more or less|about|roughly|approximately|almost
in all|altogether|total|overall
in total|altogether|overall
on the contrary|instead
that is why|therefore|so
not only|besides
a little|slightly|somewhat
a bit|slightly|somewhat
by far|easily
from now on|henceforth|in future
as usual|usually
all of|all
both of|both
none of|no
neither of|no
not any|no
any of|any
at the age of|aged
in the course of|during|throughout|over
in the middle of|amid|during|among
in the face of|amid|despite
for the sake of|for
in exchange for|in return for|for
in connection with|over|about
in response to|after|following|answering
on the grounds that|because|as|since
in view of|given|considering|because
in light of|given|considering
in front|ahead
at risk|in danger
at stake|in danger
under way|ongoing|in progress
in doubt|uncertain
on strike|striking
out of work|unemployed|jobless
in prison|behind bars|in jail|imprisoned|jailed
in custody|detained|under arrest
on trial|before a court
"""


@cache
def _phrases() -> tuple[dict[str, int], frozenset[str]]:
    """Each phrase with its lines, one bit for each, and the words with which phrases begin."""
    groups: dict[str, int] = {}
    for n, line in enumerate(_GROUPS.strip().split("\n")):
        bit = 1 << n
        for phrase in line.split("|"):
            groups[phrase] = groups.get(phrase, 0) | bit
    return groups, frozenset([phrase.partition(" ")[0] for phrase in groups])


def _spans(words: Sequence[str]) -> list[tuple[int, int, int]]:
    groups, starts = _phrases()
    found = []
    for start, word in enumerate(words):
        if word in starts:
            for size in range(1, min(LONGEST, len(words) - start) + 1):
                known = groups.get(" ".join(words[start : start + size]) if size > 1 else word)
                if known:
                    found.append((start, start + size, known))
    return found[:MAX_SPANS]


def idiom_cells(a: Sequence[str], b: Sequence[str]) -> dict[tuple[int, int], int]:
    """The cells of phrases (words in lower case) that mean the same, and how many words these have."""
    cells: dict[tuple[int, int], int] = {}
    spans_a = _spans(a)
    spans_b = _spans(b) if spans_a else []
    for i1, i2, known in spans_a:
        for j1, j2, other in spans_b:
            size = i2 - i1 + j2 - j1
            if size > 2 and known & other and set(a[i1:i2]).isdisjoint(b[j1:j2]):
                for i in range(i1, i2):
                    for j in range(j1, j2):
                        cells[i, j] = max(size, cells.get((i, j), 0))
    return cells
