import { anyOf, beginsWith, clauseWith, wordSet, type Lexicon } from './lexicon.ts';

const JE = '(?:je|jij|jullie|u)';

export const dutch: Lexicon = {
  functionWords: wordSet(
    'de het een en of van te wat welke welk wie wanneer waar waarom hoe heb hebt heeft hebben had je jij',
    'jullie jouw ze zij hun hen we wij ons onze dit dat deze die voor met niet is zijn was waren wordt',
    'worden zal zullen zou kan kun kunnen er op aan bij als over in om nog al naar uit geen ook dan tot',
    'door moet moeten hij wel doen volgende ga ben u hem haar daar maar',
  ),
  open: anyOf(
    'wie|wiens|wier|wat|waar|wanneer|waarom|hoe|hoeveel|hoelang|hoezo|hoever|welke?|waaraan|waarachter|waarbij|waarbinnen',
    'waardoor|waarheen|waarin|waarmee|waarna|waarnaar|waaronder|waarop|waarover|waartegen|waartoe|waaruit|waarvan|waarvandaan|waarvoor',
  ),
  inverted: beginsWith(
    'ben|bent|is|zijn|was|waren|heb|hebt|heeft|hebben|had|hadden|kan|kun|kunt|kunnen|kon|konden|zal|zul|zult|zullen',
    'zou|zouden|wil|wilt|willen|wilde|wilden|mag|mogen|mocht|moet|moeten|moest|moesten|ga|gaat|gaan|ging|gingen',
    'doe|doet|doen|deed|deden|word|wordt|worden|werd|werden|weet|weten|wist|ken|kent|kennen|denk|denkt|denken|vind|vindt|vinden',
    'staat|staan|stond|ligt|liggen|zit|zitten|komt|komen|kwam|loopt|lopen|klopt|past|sprak|spraken|spreek|spreekt|kreeg|krijg|krijgt',
    'zie|ziet|zien|zag|begrijp|begrijpt|begrijpen|snap|snapt|bestaat|bestaan|blijft|blijven|hoor|hoort|horen|hoorde|hoorden|geloof|gelooft',
  ),
  stated: beginsWith('je|jij|jullie|u|ze|zij|hij|er|we|wij|ik'),
  before: beginsWith(
    'als|wanneer|zodra|nadat|voordat|indien|mocht|gezien|zonder|met|zolang|terwijl|sinds',
  ),
  frame: beginsWith(
    'neem (?:me|mij|ons) mee|vertel|beschrijf|schets|help (?:me|mij|ons)|loop (?:\\p{L}+ ){0,3}door',
    'stel (?:je |dat |eens )|denk (?:eens )?(?:aan|terug)|neem (?:nu|bijvoorbeeld)',
  ),
  order: beginsWith(
    '(?:graag|gelieve|nu|eerst|dan|altijd) \\p{L}+|bel|mail|vraag|plan|stuur|zorg|maak|regel|vul|werk|check|controleer|bevestig',
    'schrijf|noteer|noem|geef|zet|probeer|voeg|zoek|spreek|leg|wees|laat|houd?|stop|begin|onthoud|vergeet|neem|boek|haal|breng',
    'kijk|meld|volg|sluit|verplaats|bereid|toon|bewijs|verklaar|rechtvaardig|ga (?!(?:je|u|we|ze)\\b)\\p{L}+|doe (?!(?:je|u|we|ze)\\b)\\p{L}+',
  ),
  command: clauseWith(
    '(?:je|jij|jullie|u) (?:moet|moeten|hoort|horen|dient|dienen|behoort)|je zou (?:\\p{L}+ ){0,4}moeten|u zou (?:\\p{L}+ ){0,4}moeten',
    '(?:het|dat) is (?:jouw|uw) (?:taak|plicht|verantwoordelijkheid)|je kunt beter',
  ),
  ordersAsk: false,
  blame: anyOf(
    `waarom (?:heb|hebt|hebben|heeft|ben|bent|zijn|doe|doet|doen|deed|deden|kon|kun|kan|belde|vroeg|ging) ${JE} (?:\\p{L}+ ){0,5}(?:niet|geen|nooit|nog steeds)`,
    `waarom (?:heb|hebt|hebben|ben|bent|zijn) ${JE} (?:\\p{L}+ ){0,5}(?:vergeten|verzuimd|nagelaten|genegeerd)`,
    'waarom is (?:dit|dat|het|er) (?:nog steeds|nog altijd|alweer) (?:\\p{L}+ )?(?:niet|geen)',
    `${JE} (?:had|hadden) (?:\\p{L}+ ){0,6}(?:moeten|kunnen)|(?:had|hadden) ${JE} (?:\\p{L}+ ){0,6}moeten|moest ${JE} niet`,
    `${JE} (?:bent|ben|zijn|hebt|heb|hebben) (?:\\p{L}+ ){0,5}(?:vergeten|verzuimd|nagelaten|gefaald|verprutst|verknoeid|laten liggen|laten schieten)`,
    'je (?:doet|belt|vraagt|vergeet) (?:\\p{L}+ ){0,3}(?:nooit|altijd|steeds)|hoe kon (?:je|jij|u)|hoe kun je (?:nou|nu|nog)|hoe heb je (?:\\p{L}+ ){0,4}kunnen',
    'wat ging er bij (?:jou|je|u) (?:mis|fout)|wat heb je (?:fout|verkeerd) gedaan|(?:je|jouw|uw|geen) excuus|wat is er mis met je|(?:jouw|je|uw|eigen|wiens) (?:eigen )?(?:schuld|fout|falen)',
    'wie is (?:er )?(?:de )?schuldige?|aan wie ligt (?:het|dit|dat)|smoes|smoesjes|lui|slordig|nalatig|nalatigheid|onbekwaam|onacceptabel|schandalig|alweer niet|weer niet',
  ),
  leading: anyOf(
    '(?<=, ?| )toch(?= ?\\?)|nietwaar|niet waar(?= ?\\?)|of niet(?: dan)?(?= ?\\?)|(?<=, ?)(?:hè|he|oké|ok|ja|klopt|klopt (?:dat|het)|akkoord|waar|of wel)(?= ?\\?)',
    'natuurlijk|uiteraard|vanzelfsprekend|vast wel|(?:vind|denk|geloof) (?:je|u|jij|jullie) (?:ook )?niet|zou (?:je|u|het) (?:\\p{L}+ ){0,2}niet',
    '(?<=^)(?:is|was) (?:het|dit|dat) niet|(?<=^)(?:heb|hebben|ben|moet|moeten|kun|kan|wil|zouden?) (?:je|jij|u|jullie|we|ze) (?:ook )?niet',
    'waarom niet gewoon|iedereen weet|je (?:moet|zult|zal) (?:\\p{L}+ )?toegeven|je bent het (?:er )?(?:\\p{L}+ ){0,3}mee eens|zoals we (?:allemaal )?weten',
  ),
  ranking: anyOf(
    "(?:beste|slechtste|zwakste|sterkste|traagste|luiste|laagste|top|ster) ?(?:verkopers?|verkoopsters?|accountmanagers?|collega(?:'s|s)?|medewerkers?|presteerders?|performers?)",
    'top(?:verkopers?|presteerders?|performers?|scorers?)|ranglijst(?:en)?|klassement|koplopers?|hekkensluiters?|achterblijvers?|verliezers?|rode lantaarn|onderpresteer(?:ders?|t|de)',
    "(?:dan|vergeleken met|achter(?: bij)?|voor) (?:al )?(?:je|jouw|uw|de andere|andere|de rest van (?:het|de)) (?:collega(?:'s|s)?|verkopers|team|ploeg|anderen)",
    '(?:onderaan|bovenaan) (?:de|het) (?:lijst|ranglijst|team|klassement)|nummer (?:één|een|1) van (?:het|de) (?:team|ploeg|verkopers)|low performers?|leaderboard',
  ),
};
