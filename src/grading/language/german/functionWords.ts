// German words that carry grammar rather than content. Lists, nothing more; all folded, so without umlauts.
import { withoutWrittenUmlauts } from "./stems";

const words = `
der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene jenes jenen
jenem derselbe dieselbe dasselbe denselben derjenige diejenige dasjenige solcher solche solches solchen welcher
welche welches welchen welchem ander andere anderer anderes anderen anderem jeder jede jedes jeden jedem alle alles
allen aller allem beide beiden einige einigen manche manchen mehrere mehreren viel viele vielen wenig wenige mehr
weniger meist meisten ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen mein meine meinen meinem
meiner dein deine deinen sein seine seinen seinem seiner seines ihre ihren ihrem ihrer ihres unser unsere unseren
euer eure man sich selbst selber wer wen wem wessen was wo wohin woher wann warum weshalb wieso wie wenn falls ob
als dann denn weil da damit daher deshalb deswegen darum somit also folglich wahrend wahrenddessen bis solange sobald
bevor nachdem obwohl obgleich trotzdem dennoch jedoch aber doch sondern und oder sowie sowohl entweder weder noch
nicht kein keine keinen keinem keiner keines nein ja nur bloss eben auch schon bereits immer nie niemals oft haufig
manchmal selten meistens gewohnlich sehr ganz ziemlich eher fast beinahe etwa ungefahr circa ca von vom in im ins an
am ans auf bei beim fur mit ohne aus zu zum zur nach vor uber unter zwischen durch gegen um herum hinter neben seit
wegen trotz statt anstatt innerhalb ausserhalb je pro gemass laut anhand mittels bzw beziehungsweise bin bist ist
sind seid war warst waren wart ware waren gewesen sei seien werde wirst wird werden werdet wurde wurden wurdest
worden geworden habe hast hat haben habt hatte hatten hattest gehabt kann kannst konnen konnt konnte konnten mag
mogen mochte mochten darf durfen durfte muss mussen musst musste mussten soll sollen sollte sollten will wollen
wollte wollten lasst lassen lass tut tun tat hier dort da dabei dadurch dafur dagegen daran darauf daraus darin
daruber davon davor dazu dazwischen hierbei hierfur hierzu wobei wodurch wofur woran worauf woraus worin wovon wozu
jetzt nun so sogar zwar wohl nochmal wieder nochmals einmal zunachst zuerst danach schliesslich insgesamt etc usw
zb dh ua bsp vgl dass daß es nichts etwas jemand niemand einer irgend irgendein irgendeine irgendwie moglichst
ebenfalls ebenso genauso gleich bitte gibt geht kommt macht machen gemacht
`;

const functionWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));

/** Whether a folded word is a German function word. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word) || functionWords.has(withoutWrittenUmlauts(word));
}

const negations: ReadonlySet<string> = new Set(
  (
    "nicht nie niemals kein keine keinen keinem keiner keines nichts niemand ohne weder noch kaum selten nirgends " +
    "keinesfalls keineswegs nein"
  ).split(" "),
);

/** Whether a folded word turns its sentence's meaning round. */
export function isNegation(word: string): boolean {
  return negations.has(word);
}

const directions: ReadonlySet<string> = new Set(
  (
    "mehr weniger hoch hohe hoher hoheren hochste niedrig niedriger niedrigste vor nach uber unter immer manchmal " +
    "nur alle einige gross grosser grosste gleich verschieden anders richtig falsch wahr mit ohne"
  ).split(" "),
);
const directed = /^(?:erhoh|steiger|wachs|wachst|sink|senk|verringer|klein|schnell|langsam|max|min|kodier|dekodier)/;

/** Whether a folded word says in which direction, how much or which of two. */
export function isDirection(word: string): boolean {
  return directions.has(word) || directed.test(word);
}

const spelt: ReadonlyMap<string, number> = new Map(
  "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf".split(" ").map((word, i) => [word, i]),
);

/** The value of a spelt number from zero to twelve, or undefined. */
export function speltNumber(word: string): number | undefined {
  return spelt.get(word) ?? spelt.get(withoutWrittenUmlauts(word));
}

const opposed = [
  /^mini/,
  /^maxi/,
  /^un/,
  /^in/,
  /^ex/,
  /^ein/,
  /^aus/,
  /^auf/,
  /^ab/,
  /^an/,
  /^uber/,
  /^unter/,
  /^inter/,
  /^intra/,
  /^en/,
  /^de/,
];

/** Whether two words differ by a beginning that makes opposites of near-identical words. */
export function isOpposedBeginning(one: string, other: string): boolean {
  return opposed.some((beginning) => beginning.test(one) !== beginning.test(other));
}

const abbreviations = new RegExp(
  "(?:(?<![\\p{L}])(?:bzw|usw|vgl|ca|ggf|evtl|etc|bspw|sog|inkl|exkl|abb|tab|nr|abs|max|min|engl|dt|vs|dr|prof|" +
    "u|z|d|o|s|i|a|h|b|v)|(?<![\\p{L}])\\p{L})\\.$",
  "iu",
);

/** Whether a text ends in an abbreviation with its full stop ("z. B.", "usw."). */
export function endsInAbbreviation(text: string): boolean {
  return abbreviations.test(text);
}
