"""Words that stand for one country in the news: its name, its people, its capital, its palace. And words of titles.

Source: facts, collected for newsdiff, MIT like the rest.
"""

from __future__ import annotations

# One group a country or body; within a group nothing is the name of something else.
_GROUPS = (
    "afghanistan afghan afghans kabul taliban,albania albanian albanians tirana,algeria algerian algerians algiers,"
    "argentina argentine argentinian argentines argentinians,armenia armenian armenians yerevan,"
    "australia australian australians canberra aussie,austria austrian austrians vienna,azerbaijan azerbaijani azeri baku,"
    "bangladesh bangladeshi dhaka,belarus belarusian belarusians minsk,belgium belgian belgians,bolivia bolivian,"
    "bosnia bosnian bosnians sarajevo,brazil brazilian brazilians brasilia,"
    "britain british briton britons uk u.k. united kingdom london westminster whitehall downing great england english,"
    "bulgaria bulgarian bulgarians sofia,cambodia cambodian,canada canadian canadians ottawa,chile chilean santiago,"
    "china chinese beijing peking prc,colombia colombian bogota,congo congolese kinshasa,croatia croatian croat croats zagreb,"
    "cuba cuban cubans havana,cyprus cypriot cypriots nicosia,czech czechs czechia prague,denmark danish dane danes copenhagen,"
    "dutch netherlands holland hague amsterdam,ecuador ecuadorian quito,egypt egyptian egyptians cairo,estonia estonian estonians tallinn,"
    "ethiopia ethiopian ethiopians,finland finnish finn finns helsinki,france french frenchman elysee paris,"
    "georgia georgian georgians tbilisi,germany german germans berlin,ghana ghanaian accra,greece greek greeks athens,"
    "haiti haitian haitians,hungary hungarian hungarians budapest,iceland icelandic icelanders reykjavik,"
    "india indian indians delhi,indonesia indonesian indonesians jakarta,iran iranian iranians tehran persian,"
    "iraq iraqi iraqis baghdad,ireland irish irishman dublin,israel israeli israelis jerusalem,italy italian italians rome,"
    "japan japanese tokyo,jordan jordanian amman,kazakhstan kazakh kazakhs astana,kenya kenyan kenyans nairobi,"
    "kosovo kosovar kosovars pristina,latvia latvian latvians riga,lebanon lebanese beirut,libya libyan libyans,"
    "lithuania lithuanian lithuanians vilnius,mali malian bamako,mauritania mauritanian nouakchott,mexico mexican mexicans,"
    "moldova moldovan moldovans chisinau,mongolia mongolian,morocco moroccan moroccans rabat,myanmar burma burmese,"
    "nepal nepali nepalese kathmandu,niger nigerien niamey,nigeria nigerian nigerians abuja,norway norwegian norwegians oslo,"
    "pakistan pakistani pakistanis islamabad,palestine palestinian palestinians ramallah,peru peruvian lima,"
    "philippines philippine filipino filipinos manila,poland polish pole poles warsaw,portugal portuguese lisbon,"
    "romania romanian romanians bucharest,russia russian russians moscow kremlin,saudi saudis riyadh arabia,"
    "scotland scottish scots edinburgh holyrood,senegal senegalese dakar,serbia serbian serb serbs belgrade,"
    "slovakia slovak slovaks bratislava,slovenia slovenian slovene slovenes ljubljana,somalia somali somalis mogadishu,"
    "spain spanish spaniard spaniards madrid,sudan sudanese khartoum,sweden swedish swede swedes stockholm,"
    "switzerland swiss bern berne,syria syrian syrians damascus,taiwan taiwanese taipei,tanzania tanzanian,thailand thai thais bangkok,"
    "tunisia tunisian tunisians tunis,turkey turkish turk turks türkiye turkiye ankara,uganda ugandan kampala,"
    "ukraine ukrainian ukrainians kyiv kiev,uzbekistan uzbek uzbeks tashkent,venezuela venezuelan caracas,vietnam vietnamese hanoi,"
    "wales welsh cardiff,yemen yemeni sanaa,zambia zambian lusaka,zimbabwe zimbabwean harare,"
    "us u.s. usa u.s.a. america american americans united states washington white house pentagon capitol congress,"
    "eu e.u. european union brussels commission europe strasbourg europeans,un u.n. united nations,nato alliance,"
    "korea korean koreans,seoul korea korean,pyongyang korea korean,africa african africans,asia asian asians,"
    "arab arabs arabic,california californian,texas texan,sicily sicilian,catalonia catalan barcelona,bavaria bavarian munich,"
    "quebec quebecer,flanders flemish,galicia galician,crimea crimean,chechnya chechen grozny,tatarstan tatar kazan,"
    "venice venetian,naples neapolitan,moscow muscovite,vatican pope holy see rome,liverpool liverpudlian,manchester mancunian,"
    "glasgow glaswegian"
)
# A word may be of several groups (Georgia, Korea).
GROUPS: dict[str, frozenset[int]] = {}
for _n, _group in enumerate(_GROUPS.split(",")):
    for _word in _group.split():
        GROUPS[_word] = GROUPS.get(_word, frozenset()) | {_n}

# Capitalised words that are no name by themselves: titles, offices, bodies, and the calendar.
TITLES = frozenset(
    "mr mrs ms miss mx dr dr. mr. mrs. ms. prof prof. professor sir dame lord lady baron baroness count countess duke duchess earl"
    " prince princess king queen emperor empress sheikh sultan emir crown majesty highness rev rev. reverend father sister brother"
    " mother saint st st. rabbi imam bishop archbishop cardinal pope president presidents vice deputy premier prime minister ministers"
    " chancellor governor gov gov. mayor senator sen sen. congressman congresswoman representative rep rep. ambassador envoy"
    " secretary general attorney judge justice chief chairman chairwoman chair chairperson director manager head leader speaker"
    " captain capt capt. colonel col col. major maj lieutenant lt lt. sergeant sgt sgt. corporal cpl private admiral adm marshal"
    " commander commissioner superintendent inspector constable detective officer doctor nurse coach trainer sheriff councillor"
    " councilman councilwoman alderman mp mep tory labour democrat republican former ex acting interim co executive ceo cfo coo"
    " spokesman spokeswoman spokesperson analyst economist editor founder owner boss aide adviser advisor"
    " defence defense foreign interior finance health education justice transport energy environment development agriculture culture"
    " labor economy economic trade industry fisheries housing defense home treasury state"
    " ministry department agency authority office bureau board council committee commission court supreme high constitutional appeal"
    " parliament assembly senate house congress government cabinet administration party union federation association league society"
    " institute institution foundation trust fund bank group company corporation corp corp. inc inc. ltd ltd. plc gmbh ag co."
    " university college school academy hospital clinic church cathedral mosque temple museum theatre theater stadium airport port"
    " harbour harbor station bridge road street avenue square park lake river mount mountain island islands sea ocean bay valley"
    " city town village county district province region republic kingdom federal national international royal public central local"
    " police army navy guard force forces service services fire brigade coast border security"
    " north south east west northern southern eastern western northeast northwest southeast southwest middle upper lower new old"
    " great grand first second third world war day night week month year century festival cup championship olympics olympic games"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october"
    " november december jan jan. feb feb. mar mar. apr apr. jun jul aug aug. sep sept sept. oct oct. nov nov. dec dec. christmas easter"
    " ramadan gmt am pm tv god internet covid covid-19 no no. nr article chapter section act bill law treaty accord agreement"
    " street-level report photo image file advertisement ad subscribe read more also updated by from source copyright"
    " according yes well however meanwhile speaking asked still but and".split()
)
COMPASS = frozenset("north south east west northern southern eastern western".split())
