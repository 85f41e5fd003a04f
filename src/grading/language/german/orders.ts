// Orders to a grader in an answer to a German roadmap: English ones and those of other languages are known already;
// what is added is how German reports such a text rather than says it.
import { english } from "../english";
import type { OrderWords } from "../language";

const reported = new RegExp(
  `${english.orders.reported.source}|(?<!\\p{L})(?:${[
    "angreifer\\w*|angriff\\w*|eingeschleust\\w*|einschleus\\w*|schadlich\\w*|bosartig\\w*|manipulier\\w*",
    "zum beispiel|beispielsweise|etwa|z ?\\. ?b|wie z ?\\. ?b|nutzer|benutzer|jemand|wer",
    "bewertungsmodell\\w*|belohnungsmodell\\w*|menschliche (?:bewerter|gutachter)",
  ].join("|")})(?!\\p{L})`,
  "u",
);

const accountOf = new RegExp(
  `${english.orders.accountOf.source}|(?<!\\p{L})(?:${[
    "bringt|bringen|gebracht|uberredet|verleitet|verleiten|befiehlt|fordert|auffordert|aufgefordert|weist|anweist",
    "sagt|lasst|tauscht|zwingt",
  ].join("|")}) (?:das|den|die|ein|einen|eine|dem) (?:\\p{L}+ ){0,3}?(?:dazu|an|auf|zu|sein|seine|seinen)(?!\\p{L})`,
  "u",
);

const addressed = new RegExp(
  `${english.orders.addressed.source}|(?<!\\p{L})(?:diese|meine) (?:antwort|losung|abgabe)(?!\\p{L})|` +
    "(?<!\\p{L})(?:volle punktzahl|alle punkte|bestnote|korrektor\\w*|prufer\\w*|bitte)(?!\\p{L})|" +
    "^[^\\p{L}]*(?:ignoriere|vergiss|missachte|bewerte|vergib)(?!\\p{L})",
  "u",
);

const aboutGrading = new RegExp(
  `${english.orders.aboutGrading.source}|(?<!\\p{L})(?:korrektor\\w*|prufer\\w*|bewertung|benotung|kriterien|` +
    "punktzahl|bestnote|diese antwort|meine (?:antwort|note|punkte))(?!\\p{L})",
  "u",
);

/** German orders. */
export const germanOrders: OrderWords = { ...english.orders, reported, accountOf, addressed, aboutGrading };
