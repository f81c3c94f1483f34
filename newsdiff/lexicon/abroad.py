"""Weekdays, months and numerals of other languages, so that changed figures are found there too.

Written for newsdiff from general knowledge (MIT, like the rest). Words for one are left out, since most are articles.
"""

from __future__ import annotations

# Language -> its weekdays from Monday on.
WEEKDAYS: dict[str, str] = {
    "de": "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "pl": "poniedziałek wtorek środa|środę czwartek piątek sobota|sobotę niedziela|niedzielę",
    "ru": "понедельник вторник среда|среду четверг пятница|пятницу суббота|субботу воскресенье",
    "uk": "понеділок вівторок середа|середу четвер п'ятниця|п'ятницю субота|суботу неділя|неділю",
}

# Language -> its months from January on.
MONTHS: dict[str, str] = {
    "de": "januar|jänner februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}

# Language -> its words for these numbers, in order.
NUMBERS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 20, 30, 40, 50, 60, 100, 1000)
NUMERALS: dict[str, str] = {
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn zwanzig "
    "dreißig|"
    "dreissig vierzig fünfzig sechzig hundert tausend",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante "
    "cinquante soixante cent mille",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis veinte treinta "
    "cuarenta cincuenta sesenta cien mil",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici venti "
    "trenta "
    "quaranta cinquanta sessanta cento mille",
    "pt": "dois|duas três quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze "
    "dezesseis|dezasseis "
    "vinte trinta quarenta cinquenta sessenta cem mil",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien twintig "
    "dertig veertig "
    "vijftig zestig honderd duizend",
    "sv": "två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton tjugo trettio fyrtio "
    "femtio sextio "
    "hundra tusen",
    "da": "to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten tyve tredive fyrre halvtreds "
    "tres hundrede tusind",
    "pl": "dwa|dwie|dwóch trzy|trzech cztery|czterech pięć|pięciu sześć siedem osiem dziewięć dziesięć jedenaście "
    "dwanaście "
    "trzynaście czternaście piętnaście szesnaście dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt sto "
    "tysiąc",
    "ru": "два|две|двое три|трое четыре|четверо пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
    "четырнадцать пятнадцать шестнадцать двадцать тридцать сорок пятьдесят шестьдесят сто тысяча",
    "uk": "два|дві|двоє три|троє чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять "
    "чотирнадцять п'ятнадцять шістнадцять двадцять тридцять сорок п'ятдесят шістдесят сто тисяча",
}
# The words for % after a figure in these languages; the beginning is enough.
PERCENT: tuple[str, ...] = (
    "prozent", "pour cent", "por ciento", "por cento", "per cento", "procent", "процент", "відсот",
)  # fmt: skip
# Between a day and its month, or a month and its year: 3 de mayo de 2021.
OF = frozenset(("de", "del", "di", "."))
