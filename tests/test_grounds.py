"""The ground of a rewording: what a copy editor may change, what a desk must see, what the words cannot decide.

A case is one line: the sentence with the change as {before~after}, either of them empty.
"""

import re

import pytest

from newsdiff.edits.grounds import weigh
from newsdiff.text.words import tokenize

ACCIDENTAL = """
{Kestrel~Oberau} drew with {Oberau~Kestrel} on Sunday.
He likes {tea~milk}, coffee and {milk~tea}.
A group of lenders {that is~} led by the bank paid for it.
The firm {carried out~executed} the plan of the board.
The town {set up~established} a fund for the families.
The bank {bought~purchased} the yard in 2019.
A man {who~that} saw the fire called the police.
The plan{, which~ that} the board had seen was dropped.
He ran {toward~towards} the river.
The board met {while~as} the miners waited outside.
They {don't~do not} know the cause.
{It's~It is} too early to say.
The mayor said {that~} the pier would be repaired.
She flew to Oslo {in order to~to} sign the treaty.
All {of the~the} men were freed.
The {Council~council} will vote on the plan.
The red{,~} white and blue flag was lowered.
The fleet has boats, nets{,~} and a crane.
The town has {nearly~almost} run out of salt.
The {cease-fire~ceasefire} held through the night.
The lorry was driven {by way of~via} Narvik.
The {lorry~truck} hit the wall of the church.
He {began~started} to read the names of the dead.
The village {has~have} asked the county for help.
The firm hired the {lawyer~attorney} who lost the first trial.
{However~But} the bridge stayed shut.
Several {fires~blazes} broke out {due to~because of} the heat.
He was {quickly~rapidly} taken to the hospital.
"""

SUBSTANTIVE = """
Ada {Kull~Tamm}, for {Tamm~Kull}, asked what the mill had cost.
The bridge stays shut {unless the county pays~}.
The pool is open to all{, but only in the morning~}.
The town will sell the mill{~ if the court agrees to it}.
{Passed~Failed}
{Guilty~Innocent}!
The mine {will be~was} shut in the spring.
The mine {was~will} {~be} the largest in the country.
The town {has~had} closed the old bridge.
The minister said that {we~they} have no choice.
She thanked {their~our} people for the help.
He {was sued by~sued} his son.
He {was~} sued {by~} his son.
The plant {will~} {close~closed} after the summer.
The board {will~} probably {sell~sold} the yard.
{Many~Few} voters stayed at home.
{A witness~Witnesses} saw the man run to the river.
The rent is paid {monthly~annually} by the town.
The {buyer~seller} shall pay the {seller~buyer} within a month.
Shares in the yard {rose~fell} on Friday.
He was charged with {murder~manslaughter} on Monday.
The crowd outside was mostly {Muslims~Christians} from the old town.
His {sister~brother} still lives in the house.
The road runs {north~south} of the river.
The {Senate~House} passed the bill on Tuesday.
The tank holds 300 {gallons~litres} of oil.
Two men were {killed~injured} when the crane fell.
The plant {will close~closed} after the summer.
The mine {is~was} the largest in the country.
The board asked for {his~her} papers before the vote.
The mayor spoke {before~after} the vote on the pier.
Talks go on {with~without} the miners' union.
Members {and~or} guests may use the pool.
The bill passes {if~unless} the king objects.
The {colonel~captain} gave the order to fire.
The court {convicted~acquitted} the banker on Monday.
The {plaintiff~defendant} left the room in tears.
The witness said the car was {red~blue} and new.
The {teacher~pupil} was taken to the hospital.
The council {approved~rejected} the plan for the pier.
The talks took a {week~month} or so.
The film opens in {spring~summer} in most countries.
The number of dead went {up~down} overnight.
"""

OPEN = """
The bridge is shut{, the town said on its page~}.
The mill was sold{, but the wheel was kept~} by the town.
At the station {nobody~everybody} will be {turned away~let in}.
He said that the town {has~had} closed the old bridge.
The men were {~seen} near the river {by~close to} noon.
The council saw the {plan~garden} on Monday.
The {hungry~} dogs of the village barked all night.
The board met in the {old~} hall beside the river.
The {attack~attacks} shook the town for days.
The firm {says~said} the mine is safe.
He did not say that prices {rose~had not fallen}.
The king {~quietly} left the {meeting~talks with the miners before noon}.
The minister said the mine {will~would} be closed.
He said the bridge {was~is} the oldest in town.
"""

# Open rewordings that a desk would hardly ask about, and some that it would.
MILD = """
The union {spoke to~talked with} the board on Monday.
He {looked at~saw} the plan before the vote.
The council {again~} met in the hall beside the river.
The firm {says~said} the mine is safe.
The {attack~attacks} shook the town for days.
The board will {look into~examine} the accounts of the yard.
The men {stood~were standing} near the gate when it fell.
The {towering~tall} waves broke over the wall of the harbour.
The town has asked {for help~for assistance} from the county.
The yard is {in~at} the old port of the town.
The crew {managed to free~freed} the whale before noon.
"""

HARSH = """
The council saw the {plan~garden} on Monday.
The firm bought the {yard~vineyard} in the spring.
The {poisonous~} gas spread through the tunnel in minutes.
Police found the {stolen~} car beside the river on Monday.
The judge read the {letter~name} to the court.
The witness said the driver was {drunk~tired} that night.
The ministry {paid~built} the school that the town had asked for.
The board will {sell~paint} the old mill in the spring.
The dam {leaked~opened} for three days in May.
"""


def cases(block):
    return [pytest.param(line, id=line[:60]) for line in block.splitlines() if line]


def grounds(line):
    """The grounds of all changes of a case, one after the other."""
    pieces = re.split(r"\{([^{}~]*)~([^{}~]*)\}", line)
    a = "".join([p for n, p in enumerate(pieces) if n % 3 != 2])
    b = "".join([p for n, p in enumerate(pieces) if n % 3 != 1])
    tokens = tokenize(a), tokenize(b)
    at, out = [0, 0], []
    for n in range(0, len(pieces) - 1, 3):
        spans = []
        for side in (0, 1):
            start = at[side] + len(pieces[n])
            at[side] = start + len(pieces[n + 1 + side])
            inside = [k for k, t in enumerate(tokens[side]) if start <= t.start < at[side]]
            before = sum(t.start < start for t in tokens[side])
            spans.append((inside[0], inside[-1] + 1) if inside else (before, before))
        out.append(weigh(*tokens, *spans[0], *spans[1]))
    return out


def verdict(line):
    found = {g.verdict for g in grounds(line)}
    return next(v for v in ("substantive", "open", "accidental") if v in found)


@pytest.mark.parametrize("line", cases(ACCIDENTAL))
def test_what_a_copy_editor_may_do(line):
    assert verdict(line) == "accidental", grounds(line)


@pytest.mark.parametrize("line", cases(SUBSTANTIVE))
def test_what_a_desk_must_see(line):
    assert verdict(line) == "substantive", grounds(line)


@pytest.mark.parametrize("line", cases(OPEN))
def test_what_the_words_do_not_tell(line):
    assert verdict(line) == "open", grounds(line)


@pytest.mark.parametrize("line", cases(ACCIDENTAL + SUBSTANTIVE + OPEN))
def test_swapping_the_sides_changes_no_verdict(line):
    assert verdict(re.sub(r"\{([^{}~]*)~([^{}~]*)\}", r"{\2~\1}", line)) == verdict(line)


def test_a_new_wording_is_open_whatever_its_words():
    a = tokenize("Shares in the yard rose on Friday.")
    b = tokenize("Investors sold and the price of Kull's stock fell.")
    assert weigh(a, b, 4, 5, 8, 9).verdict == "open"


def test_risk_tells_a_likely_slip_from_a_likely_rewording():
    mild, harsh = ([g.risk for line in block.split("\n") for g in grounds(line)] for block in (MILD, HARSH))
    assert sum(risk < 0.5 for risk in mild) >= len(mild) - 1
    assert sum(risk > 0.5 for risk in harsh) >= len(harsh) - 2
    assert max(harsh) < 1


def test_risk_is_a_probability():
    for line in (ACCIDENTAL + SUBSTANTIVE + OPEN).split("\n"):
        assert all(0 <= g.risk <= 1 for g in grounds(line))
