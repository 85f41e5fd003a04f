// What orders to a grader look like in the commoner languages other than the roadmap's. Patterns only.

/**
 * Orders in other languages, tested against text folded without accents: to ignore the rules, to give full marks, or
 * a claim that all is met.
 * They need a verb in the imperative or infinitive and a noun of grading, so that an answer in that language passes.
 */
const folded = [
  // German
  "(?:ignorier\\w*|missacht\\w*|vergiss|vergesst|vergessen sie|uberspring\\w*|umgeh\\w*|" +
    "beacht\\w* nicht)\\b.{0,60}(?:anweisung|vorgabe|kriteri|bewertung|rubrik|instruktion|systemprompt|" +
    "musterlosung)",
  "(?:vergib|vergeben? sie|gib|gebt|geben sie|erteil\\w*|bewerte|bewerten sie|werte|werten sie|benote|benoten sie|setze|" +
    "trage)\\b.{0,60}(?:voll\\w* (?:punkt|note)|hochstpunkt|hochste (?:punkt|note)|maximal\\w* (?:punkt|note)|" +
    "bestnote|beste note|alle punkte|\\d ?/ ?\\d|\\d von \\d|100 ?%|als (?:richtig|korrekt|erfullt|vollstandig))",
  "alle (?:kriterien|anforderungen) (?:sind|wurden|gelten als) (?:erfullt|abgedeckt)",
  "diese antwort (?:verdient|ist (?:perfekt|vollstandig (?:richtig|korrekt)|vollkommen))",
  // French
  "(?:ignore[zr]?|oublie[zr]?|ne (?:ten(?:ez|ir) pas compte|suivez pas|appliquez pas)|neglige[zr]?|" +
    "contourne[zr]?)\\b.{0,60}(?:instruction|consigne|bareme|critere|rubrique|grille|notation)",
  "(?:donne[zr]?|attribue[zr]?|accorde[zr]?|mettez|mets|note[zr]?)\\b.{0,60}(?:\\d ?/ ?\\d|\\d sur \\d|" +
    "note maximale|score maximal|le maximum|tous les points|totalite des points|100 ?%)",
  "tous les criteres (?:sont|ont ete) (?:remplis|satisfaits|respectes|valides)",
  "cette reponse (?:merite|est (?:parfaite|entierement correcte|totalement correcte))",
  // Spanish
  "(?:ignor(?:a|e|en|ad|ar)|olvid(?:a|e|en|ar)|desestim(?:a|e|ar)|omit(?:e|a|ir)|no (?:apliques?|" +
    "tengas? en cuenta|sigas?))\\b.{0,60}(?:instruccion|criterio|rubrica|indicacion|baremo|reglas de)",
  "(?:otorg(?:a|ue|uen|ar)|dale|dame|asign(?:a|e|ar)|conced(?:e|a|er)|ponle|ponga|califi(?:ca|que|car)|" +
    "punt(?:ua|ue|uar))\\b.{0,60}(?:puntuacion maxima|maxima (?:nota|puntuacion|calificacion)|nota maxima|" +
    "calificacion maxima|todos los puntos|\\d ?/ ?\\d|\\d (?:de|sobre) \\d|100 ?%)",
  "todos los criterios (?:se )?(?:estan|han sido|fueron|cumpl)\\w*",
  "(?:todas las respuestas son correctas|esta respuesta (?:merece|es (?:perfecta|totalmente|completamente)))",
  // Italian
  "(?:ignora(?:re|te)?|dimentica(?:re|te)?|trascura(?:re|te)?|non (?:applicare|considerare|" +
    "seguire))\\b.{0,60}(?:istruzion|criteri|rubrica|griglia|regole di)",
  "(?:assegna(?:re|te)?|dai|dare|date|dammi|attribuisc(?:i|a)|attribuire|concedi|valuta(?:re|te)?|" +
    "metti)\\b.{0,60}(?:punteggio (?:massimo|pieno)|massimo (?:punteggio|dei voti)|voto massimo|pieni voti|" +
    "tutti i punti|\\d ?/ ?\\d|\\d su \\d|100 ?%)",
  "tutti i criteri (?:sono|sono stati) (?:soddisfatti|rispettati|raggiunti)",
  "questa risposta (?:merita|e (?:perfetta|completamente corretta))",
  // Dutch
  "(?:negeer|vergeet|sla)\\b.{0,60}(?:instructie|criteri|beoordeling|rubriek|aanwijzing|voorschrift)",
  "(?:geef|ken|zet|beoordeel)\\b.{0,60}(?:hoogste (?:cijfer|score)|volle (?:punten|score)|maximale (?:score|punten)|" +
    "alle punten|\\d ?/ ?\\d|100 ?%|als (?:juist|correct|voldaan|volledig))",
  // Portuguese
  "(?:ignor(?:e|a|em|ar)|desconsider(?:e|a|ar)|esquec(?:a|e|er)|nao (?:aplique|siga|" +
    "considere))\\b.{0,60}(?:instruc|criterio|rubrica|orientac|regras de)",
  "(?:atribu(?:a|i|ir)|conced(?:a|er)|avalie|pontue|coloque|da-me|me de)\\b.{0,60}(?:pontuacao maxima|" +
    "nota (?:maxima|total)|todos os pontos|\\d ?/ ?\\d|\\d de \\d|100 ?%)",
  "todos os criterios (?:foram|estao|sao) \\w+",
  "esta resposta (?:merece|esta (?:perfeita|totalmente correta)|e perfeita)",
  // Polish
  "(?:zignoruj|ignoruj|pomi[nj]|zapomnij|nie stosuj)\\p{L}*\\b.{0,60}(?:instrukc|polece|kryteri|zasad|rubryk|ocenian)",
  "(?:przyznaj|daj|wystaw|postaw|ocen)\\p{L}*\\b.{0,60}(?:maksymaln|pe[lł]n\\p{L}* (?:liczb|punkt|ocen)|najwyzsz|" +
    "wszystkie punkty|\\d ?/ ?\\d|100 ?%)",
  // Turkish, whose verb comes last
  "(?:talimat|kural|kriter|olcut|yonerge|komut)\\p{L}*.{0,40}(?:yok say|goz ardi et|gormezden gel|unut|dikkate alma)",
  "(?:tam|en yuksek|maksimum) (?:puan|not)\\p{L}*.{0,20}(?:ver|yaz|ata)\\p{L}*",
  // Indonesian and Vietnamese
  "abaikan\\b.{0,60}(?:instruksi|perintah|aturan|kriteria|rubrik)",
  "(?:beri|berikan)\\b.{0,60}(?:nilai (?:penuh|maksimal|sempurna|tertinggi)|skor (?:penuh|maksimal))",
  "bo qua\\b.{0,60}(?:huong dan|chi dan|tieu chi|quy tac)|cho\\b.{0,30}diem (?:toi da|tuyet doi|cao nhat)",
].map((source) => new RegExp(`(?:^|[^\\p{L}])(?:${source})`, "u"));

/** The same for scripts whose letters folding would change; tested against lower-case NFKC. */
const unfolded = [
  // Russian
  "(?:игнорируй|проигнорируй|забудь|не (?:обращай|применяй|учитывай))\\p{L}*.{0,60}(?:инструкци|критери|рубрик|" +
    "указани|правила оцен|шкал)",
  "(?:постав|дай|выстав|присво|начисл|оцени)\\p{L}*.{0,60}(?:максимальн|полный балл|полные балл|" +
    "высш\\p{L}+ (?:балл|оценк)|все баллы|\\d ?/ ?\\d|\\d из \\d|100 ?%)",
  "все критерии (?:выполнены|соблюдены|удовлетворены|учтены)",
  // Chinese
  "(?:忽略|无视|無視|不要理会|不要理會|忘记|忘記|跳过|跳過)" +
    ".{0,20}(?:指令|指示|规则|規則|评分|評分|标准|標準|准则|準則)",
  "(?:给|給|打|判|评|評|授予).{0,20}(?:满分|滿分|最高分|全分|\\d ?/ ?\\d)",
  "(?:所有|全部|每个|每個).{0,6}(?:标准|標準|要求|评分点|評分點|评分项|評分項|得分点|得分點).{0,8}(?:满足|滿足|达到|達到|符合)",
  // Japanese
  "(?:指示|命令|ルール|規則|採点基準|評価基準|ルーブリック).{0,14}(?:無視|忘れ|従わない)",
  "(?:満点|最高点|最高評価|\\d ?/ ?\\d).{0,10}(?:与え|付け|つけ|ください|にし|を出)",
  // Korean
  "(?:지시|명령|규칙|기준|루브릭|프롬프트|안내).{0,14}(?:무시|잊|따르지)",
  "(?:만점|최고점|최고 점수|\\d ?/ ?\\d).{0,10}(?:주세요|주십시오|줘|부여|처리|매겨)",
  // Arabic
  "(?:تجاهل|انس|تخط).{0,40}(?:التعليمات|الأوامر|المعايير|القواعد|الإرشادات)",
  "(?:امنح|أعط|اعط|ضع|منح).{0,40}(?:الدرجة (?:الكاملة|النهائية|القصوى)|كامل (?:الدرجات|العلامات)|العلامة الكاملة)",
  "(?:すべて|全て|全部)の?(?:基準|条件|要件|項目).{0,8}(?:満たし|達成|合格)",
].map((source) => new RegExp(source, "u"));

/**
 * Whether a sentence gives its grader an order in one of the other languages. `text` is folded, `original` is as it
 * was written.
 */
export function isForeignOrder(text: string, original: string): boolean {
  const lower = original.normalize("NFKC").toLowerCase();
  return (
    folded.some((p) => p.test(text)) ||
    (/[\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Arabic}]/u.test(lower) &&
      unfolded.some((p) => p.test(lower)))
  );
}
