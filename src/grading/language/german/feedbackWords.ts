// German that feedback is held to: praise that says nothing, nits, and marks that a model names.
import type { FeedbackWords } from "../language";

// Words are folded as tokens are: lower case, without accents.
const praise = new Set(
  (
    "gut gute guter gutes sehr super toll tolle prima hervorragend hervorragende ausgezeichnet ausgezeichnete klasse " +
    "spitze perfekt perfekte wunderbar fantastisch großartig grossartig großartige bravo gluckwunsch gratuliere " +
    "gratulation stark starke solide richtig korrekt korrekte genau exakt treffend vollstandig vollstandige grundlich " +
    "schon schone gelungen gelungene lob respekt weiter wow sauber ordentlich beeindruckend einwandfrei tadellos"
  ).split(" "),
);
const generic = new Set(
  (
    "antwort antworten arbeit leistung gemacht gelost getan geschafft aufgabe versuch anfang erklarung erklart " +
    "erklarst verstandnis verstanden verstehst thema frage stoff inhalt punkt punkte alles ganz insgesamt zeigt zeigst " +
    "gezeigt wissen lernen gelernt lernende kriterium kriterien rubrik note bewertung hier heute du hast dein deine " +
    "deinen deiner sie ihr ihre der die das den dem des ein eine einen einer ist sind war und so mach nur wirklich " +
    "echt ja es in im zu zum zur auf von mit fur bei an am dir dich ich wir auch noch dafur daran damit hat haben bist " +
    "bleib dran herzlichen uberaus wohl wie als aus"
  ).split(" "),
);

const nit = new RegExp(
  `(?<!\\p{L})(?:${[
    "könnte(?:st|n|t)?|würde(?:st|n|t)?|sollte(?:st|n|t)?|vielleicht|nächstes mal|noch besser|ergänz\\p{L}*",
    "der vollständigkeit halber|ausführlicher|genauer|präziser|konkreter|detaillierter|etwas mehr|zusätzlich",
    "außerdem|tippfehler|rechtschreib\\p{L}*|grammatik|zeichensetzung|formulierung|allerdings|jedoch|aber|obwohl",
  ].join("|")})(?!\\p{L})`,
  "iu",
);

const number =
  "(?:\\d+(?:[.,]\\d+)?|[½¼¾]|\\d+½|null|halbe[nr]?|eine?[nm]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)";
const unit = "(?:punkt(?:e[ns]?)?|pkt\\.?|notenpunkte?n?|sterne?n?)";
const told = new RegExp(
  [
    "(?:voll(?:e[nr]?)?|halbe|maximale?|höchste|keine|alle|null) (?:punktzahl|punkte|bewertung)(?!\\p{L})",
    "(?:höchst|gesamt|teil)punktzahl|bestnote|punktabzug",
    `(?:note|bewertung|punktzahl|ergebnis)(?: ist| war|:| =){1,2}\\s*${number}`,
    `(?:bekomm|erh[aä]lt|erhalt|verlier|verdien|vergeb|vergib|gibt|geb|abgezogen|abzug)\\p{L}*[^.]{0,25}?` +
      `(?<!\\p{L})${number}\\s*(?:von\\s+${number}\\s*)?${unit}(?!\\p{L})`,
    `(?<!\\p{L})${number}\\s*(?:von\\s+${number}\\s*)?${unit} (?:abzug|abgezogen|gegeben|vergeben)`,
  ].join("|"),
  "iu",
);
const marks = [
  new RegExp(`\\(?(?<![\\p{L}\\d.,])${number}\\s*/\\s*\\d+(?:[.,]\\d+)?\\s*${unit}(?!\\p{L})\\)?`, "giu"),
  new RegExp(`\\(?(?<![\\p{L}\\d.,])${number}\\s+von\\s+${number}\\s*${unit}(?!\\p{L})\\)?`, "giu"),
  new RegExp(`\\(?[+-−]?(?<![\\p{L}\\d.,])${number}\\s*${unit}(?!\\p{L})\\)?`, "giu"),
];

/** German feedback. */
export const germanFeedback: FeedbackWords = {
  isPraise: (word) => praise.has(word),
  isGeneric: (word) => generic.has(word),
  isNit: (sentence) => nit.test(sentence),
  tellsMarks: (sentence) => told.test(sentence),
  marks,
  isMarkWord: (word) => /^(?:punkt\w*|note|bewertung|gesamt|also|antwort|dafur|es|gibt|du)$/.test(word),
};
