// The word of a verdict as models really write it: with case, punctuation and adverbs, in the language of the answer.
// The rule: a short phrase counts when each of its words is known; what is known of them decides together.
import type { VerdictKind } from "../../core/roadmap/question";

type Sense = "met" | "partly" | "missed" | "contradicted" | "unclear" | "not" | "named" | "wholly" | "filler";

/** Words by sense, in the languages in which answers are most often written. Accents are folded. */
const words: Readonly<Record<Sense, string>> = {
  met: `met meets pass passed satisfied satisfies fulfilled fulfils covered present correct yes addressed achieved
    complete erfullt vorhanden ja richtig korrekt abgedeckt genannt rempli remplie satisfait satisfaite atteint
    atteinte oui present presente couvert couverte correcte respecte respectee cumple cumplido cumplida satisfecho
    satisfecha si correcto correcta logrado lograda cumprido cumprida atendido atendida satisfeito satisfeita sim
    correto correta atingido soddisfatto soddisfatta raggiunto raggiunta corretto corretta presente voldaan behaald
    aanwezig juist spelnione spelniony spelniona tak uppfyllt oppfylt opfyldt kylla karsilandi tamam evet dipenuhi
    terpenuhi выполнено выполнен выполнена да верно соблюдено
    виконано так 满足 满意 已满足 符合 達成 滿足 已達成 是 満たす 満たしている
    満たされている はい 충족 충족됨 충족함 예`,
  partly: `partly partial partially part half incomplete some somewhat almost mostly
    largely nearly weitgehend grotendeels teilweise teils zum unvollstandig halb
    partiellement partiel partielle incomplet incomplete parziale parzialmente incompleto incompleta parcial
    parcialmente medio gedeeltelijk deels czesciowo delvis delvist osittain kismen sebagian частично
    частково 部分 基本 大致 部分满足 部分符合 部分達成 部分的 部分的に満たす
    部分的に満たしている 一部 부분 부분적 부분적으로 일부 부분충족`,
  missed: `missed missing fail failed absent unmet unaddressed omitted lacking none fehlt fehlend verfehlt nein manque
    manquant manquante absente omis omise falta ausente faltante omitido omitida ausente faltou mancante assente
    mancato mancata ontbreekt gemist brak puuttuu saknas mangler eksik hayir tidak отсутствует
    пропущено нет відсутнє 缺失 未满足 不满足 未提及 未達成 缺少 未滿足 否
    不符合 満たしていない 満たされていない 欠落 いいえ 미충족 누락 아니오 불충족`,
  contradicted: `contradicted contradicts contradictory contradiction incorrect wrong widersprochen widerspruch
    widerspricht falsch contredit contredite contradictoire faux fausse contradicho contradicha contradictorio
    contradice incorrecto incorrecta falso falsa contradito contradita incorreto incorreta errado errada contraddetto
    contraddetta contraddittorio sbagliato tegengesproken onjuist sprzeczne sprzeczny motsagt celiskili bertentangan
    противоречит противоречие неверно суперечить 矛盾 相矛盾 错误
    錯誤 矛盾している 誤り 모순 모순됨 틀림`,
  unclear: `unclear ambiguous uncertain unknown unklar mehrdeutig ambigu ambigue incertain ambiguo ambigua poco claro
    confuso incerto onduidelijk niejasne oklart uklart belirsiz неясно нечетко неоднозначно
    不清楚 不明确 不明確 不明 曖昧 불명확 불분명`,
  not: `not no never nie nicht kein keine non pas ne nao niet geen inte ikke ei degil не belum 未 不 没有 没 ない
    않음 안`,
  named: `mentioned stated said found erwahnt mentionne mencionado mencionada mencionado menzionato genoemd
    упомянуто 提及`,
  wholly: `fully completely entirely clearly well totally vollstandig vollig ganz voll eindeutig
    pleinement totalement entierement completement bien plenamente totalmente completamente claramente
    pienamente interamente volledig calkowicie w pelni tamamen sepenuhnya fullt helt полностью 完全
    十分 充分`,
  filler: `verdict is was has been criterion requirement the a an it answer est ist wurde es son sono ha ja ate
    this that only just nur solo solamente seulement 仅 只 zu teil in de la le el o e`,
};

const senses = new Map<string, Sense>(
  (Object.entries(words) as [Sense, string][])
    // Earlier senses win where a word stands in two lists.
    .reverse()
    .flatMap(([sense, list]) => list.split(/\s+/).map((word): [string, Sense] => [fold(word), sense])),
);

const mostWords = 6;

/** The verdict that a model's word or short phrase names; undefined where it names none, or two to choose from. */
export function verdictWord(value: unknown): VerdictKind | undefined {
  if (typeof value !== "string" || value.length > 80 || choice.test(value)) return undefined;
  const said = fold(spaced(value)).match(/[\p{L}\p{N}]+/gu);
  if (said === null || said.length > mostWords) return undefined;
  const found = new Set<Sense>();
  for (const word of said) {
    const known = sensesOf(word);
    if (known === undefined) return undefined;
    for (const sense of known) found.add(sense);
  }
  return decided(found);
}

/** Several of the words that were offered. */
const choice = /[|/]|\b(?:or|oder|ou)\b|或/iu;

/** Without what stands in brackets, and with the words apart that are written as one. */
function spaced(text: string): string {
  return text
    .replace(/[(（[][^)）\]]*[)）\]]/gu, " ")
    .replace(/n['’]t\b/giu, " not")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
}

/** The sense of a word; of a script without spaces those of the words in it, longest first. */
function sensesOf(word: string): readonly Sense[] | undefined {
  const whole = senses.get(word);
  if (whole !== undefined) return [whole];
  if (!/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(word)) return undefined;
  for (let end = word.length - 1; end > 0; end--) {
    const first = senses.get(word.slice(0, end));
    const rest = first === undefined ? undefined : sensesOf(word.slice(end));
    if (first !== undefined && rest !== undefined) return [first, ...rest];
  }
  return undefined;
}

/** Lower case, without accents and width. */
function fold(text: string): string {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFKC");
  return bare.toLowerCase().replace(/ł/g, "l").replace(/ı/g, "i");
}

function decided(found: ReadonlySet<Sense>): VerdictKind | undefined {
  const not = found.has("not");
  if (found.has("contradicted") || found.has("unclear")) {
    const one = found.has("contradicted") ? "contradicted" : "unclear";
    return not || found.has("met") ? undefined : one;
  }
  if (found.has("partly")) return not || found.has("missed") ? undefined : "partly";
  // "Not fully met" is partly; "fully missed" is missed.
  if (found.has("missed")) return not || found.has("met") ? undefined : "missed";
  if (found.has("met")) return not ? (found.has("wholly") ? "partly" : "missed") : "met";
  // "No", and "not mentioned"; that something is mentioned says nothing yet.
  return not ? "missed" : undefined;
}
