import { anyOf, beginsWith, clauseWith, wordSet, type Lexicon } from './lexicon.ts';

/** The polite form is told from "they" by its capital alone. */
const SIE = '(?-i:Sie)';
const DU = `(?:du|ihr|${SIE})`;

export const german: Lexicon = {
  functionWords: wordSet(
    'der die das den dem des ein eine einen einem einer und oder von zu was welche welcher welches wer wen',
    'wem wann wo warum wieso weshalb wie hast hat haben hatte habt du dein deine ihr ihre ihren ihnen sie wir uns unser',
    'unsere es dies dieser diese dieses für mit nicht ist sind war waren wird werden würde kann können',
    'gibt auf an bei als über im um noch schon nach aus kein keine keinen auch dann dass ob vom zum zur am',
    'bis ich er muss müssen soll sollen woher wissen habe weißt',
  ),
  open: anyOf(
    'wer|wen|wem|wessen|was|wann|wo|warum|weshalb|wieso|wie|wieviele?|wohin|woher|womit|wodurch|wofür|wovon|wonach|wobei',
    'worauf|woran|woraus|worin|worüber|worum|wozu|wogegen|wovor|welche[mnrs]?|inwiefern|inwieweit',
  ),
  inverted: beginsWith(
    'ist|sind|bin|bist|war|waren|warst|hast|hat|habe|haben|habt|hatte|hatten|hattest|kann|kannst|können|konnte|konnten',
    'könnte|könnten|könntest|wird|werden|wirst|wurde|wurden|würde|würden|würdest|will|willst|wollen|wollt|wollte|soll|sollen|sollst',
    'sollte|sollten|solltest|darf|dürfen|muss|musst|müssen|musste|mussten|gibt|gab|weiß|weißt|wissen|wisst|wusste|kennst|kennt|kennen',
    'steht|stehen|stand|liegt|liegen|geht|gehen|ging|kommt|kommen|kam|denkst|denken|glaubst|glauben|glaubt|meinst|meinen|siehst|sehen',
    'hörst|hören|spricht|sprichst|sprechen|passt|stimmt|läuft|bleibt|besteht|bestehen|braucht|brauchen|brauchst|verstehst|verstehen',
  ),
  stated: beginsWith('du|ihr|sie|er|es|wir|ich|man'),
  before: beginsWith(
    'wenn|falls|sobald|nachdem|bevor|als|ohne|mit|solange|während|seit|angesichts',
  ),
  frame: beginsWith(
    'erzähle?|erzählen sie|beschreibe?|beschreiben sie|schildere?|schildern sie|führe? (?:mich|uns)|führen sie (?:mich|uns)',
    'hilf (?:mir|uns)|helfen sie (?:mir|uns)|nimm (?:mich|uns)|nehmen sie (?:mich|uns)|stell dir|stellen sie sich|denke? (?:an|zurück)|angenommen',
  ),
  order: beginsWith(
    '(?:bitte|jetzt|zuerst|dann|immer) \\p{L}+|\\p{L}+(?:en|rn|ln) sie|rufe?|frage?|schicke?|stelle?|mache?|plane|buche?|trage?|prüfe?|bestätige',
    'schreibe?|nenne?|gib|sorge?|kümmere?|sprich|melde?|vergiss|lass|gehe?|hole?|setze?|fülle?|aktualisiere|bring|halte?|kläre?|notiere?',
    'erkläre?|beweise?|zeige?|nimm|versuche?|vereinbare|besorge?|sei|hör|höre|finde?|sende?|verschiebe?|schließe?',
  ),
  command: clauseWith(
    'du (?:musst|solltest|sollst|hast (?:\\p{L}+ ){0,4}zu)|sie (?:müssen|sollten|sollen)|ihr (?:müsst|solltet|sollt)|das ist deine (?:aufgabe|pflicht)|das ist ihre (?:aufgabe|pflicht)',
  ),
  ordersAsk: false,
  blame: anyOf(
    `(?:warum|wieso|weshalb) (?:hast|habt|haben|bist|seid|sind|kannst|konntest|konnten|rufst|fragst) ${DU} (?:\\p{L}+ ){0,6}(?:nicht|kein|keine|keinen|nie|immer noch)`,
    `(?:warum|wieso|weshalb) (?:hast|habt|haben) ${DU} (?:\\p{L}+ ){0,6}(?:vergessen|versäumt|ignoriert|verpasst|vernachlässigt)`,
    '(?:warum|wieso|weshalb) (?:ist|gibt) (?:das|dies|es) (?:immer noch|schon wieder) (?:\\p{L}+ )?(?:nicht|kein|keine|keinen)',
    `(?:du hättest|ihr hättet|${SIE} hätten|hättest du|hätten ${SIE}|hättet ihr) (?:\\p{L}+ ){0,6}(?:sollen|müssen|können)`,
    `${DU} (?:hast|habt|haben) (?:\\p{L}+ ){0,5}(?:versagt|vergessen|versäumt|verpasst|vermasselt|vernachlässigt)|du (?:rufst|fragst|machst|vergisst) (?:\\p{L}+ ){0,3}(?:nie|immer)`,
    `wie konntest du|wie konnten ${SIE} (?:\\p{L}+ ){0,3}(?:nur|bloß)|solltest du nicht|was hast du (?:falsch|verkehrt) gemacht|was stimmt nicht mit dir`,
    '(?:deine|eure|eigene|wessen) (?:eigene )?(?:schuld|fehler|nachlässigkeit)|ihre (?:eigene )?schuld|(?:deine|eure|keine) ausreden?|dein (?:fehler|versagen)|wer (?:ist|hat|trägt) (?:daran |die )?schuld|schuldige[nr]?',
    'faul|nachlässig|schlampig|unfähig|inakzeptabel|unentschuldbar|schon wieder (?:nicht|kein|keine|keinen)',
  ),
  leading: anyOf(
    "(?<=, ?)(?:oder|oder nicht|richtig|stimmt's|stimmt das|nicht|ja|gell|korrekt|okay|ok)(?= ?\\?)|nicht wahr|oder etwa nicht",
    'natürlich|selbstverständlich|sicherlich|doch wohl|offensichtlich|(?:findest|meinst|glaubst|denkst) du (?:auch )?nicht|(?:finden|meinen|glauben|denken) sie (?:auch )?nicht',
    '(?:wäre|ist|war) (?:es|das) nicht|(?<=^)(?:hast|habt|haben|kannst|können|willst|wollen|musst|müssen) (?:du|ihr|sie|wir) (?:auch )?nicht',
    'warum nicht einfach|wie wir alle wissen|jeder weiß|du musst zugeben|sie müssen zugeben|sie stimmen mir zu|du stimmst mir zu',
  ),
  ranking: anyOf(
    '(?:beste[nrms]?|schlechteste[nrms]?|schwächste[nrms]?|stärkste[nrms]?|langsamste[nrms]?|faulste[nrms]?) (?:verkäufer(?:in|innen|n)?|kolleg(?:e|en|in|innen)|mitarbeiter(?:in|innen|n)?|vertriebler(?:in|innen)?)',
    'top[- ]?(?:verkäufer(?:in)?|performer|leister)|low[- ]?performer|minderleister|spitzenreiter|schlusslicht|nachzügler|verlierer|ranglisten?|rangliste|bestenliste|leaderboard',
    '(?:als|verglichen mit|im vergleich zu|hinter) (?:all )?(?:deine[nr]?|ihre[nr]?|die anderen|den anderen|anderen?|der rest) (?:kolleg(?:en|innen)|verkäufern?|team|des teams)',
    '(?:am ende|an der spitze|ganz unten|ganz oben) (?:der|in der) (?:liste|rangliste|tabelle)',
  ),
};
