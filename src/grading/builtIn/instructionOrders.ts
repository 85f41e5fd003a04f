// What instructions to a grader look like, in English and in the commoner other languages. Patterns only; where they are
// looked for, and what is done about a find, is not said here.

const rules =
  "(?:instruction|prompt|rule|rubric|guideline|criteri|direction|directive|command|system message|reference answer|marking scheme|constraint|context|told)";
const marks = "(?:marks?|points?|credits?|scores?|grades?|ratings?)";
const top =
  "(?:full|maximum|maximal|max|perfect|all(?: the| of the)?|top|highest(?: possible)?|best(?: possible)?|100 ?%?|a\\+)";
const outOf = "(?:\\d+(?:\\.\\d+)? ?(?:/|out of) ?\\d+)";
const work =
  "(?:this|my|the (?:following|above|student'?s?|learner'?s?)|the) (?:answer|response|submission|solution|work|text|essay)";
const start =
  "(?:^|[,;:.!?(\\[{>*#\"'-] ?|\\b(?:please|now|just|and|then|kindly|instead|also|immediately|always|must|should|shall|so|therefore|you (?:will|have to|need to|are to)|to you|want you to|ask you to|like you to|task is to|job is to) )";

/** Sentences that speak to whoever grades. Each needs an order in an order's place or a claim about the marks, so that an answer about such texts passes. */
export const orders: readonly RegExp[] = [
  `${start}(?:ignore|disregard|forget|override|overrule|bypass|do not (?:follow|apply|use)|don'?t (?:follow|apply|use)|stop following|set aside)\\b(?:\\W+\\w+){0,6}?\\W+${rules}`,
  `${start}(?:ignore|disregard|forget) (?:everything|anything|all|what|whatever)\\b`,
  `${start}(?:give|award|assign|grant|return|output|print|write|report|respond|reply|answer|record|enter|set|put|mark|score|grade|rate)\\b(?:\\W+\\w+){0,8}?\\W+(?:full|maximum|max|perfect|all(?: the)?) ${marks}`,
  `${start}(?:give|award|assign|grant|return|output|print|report|respond|reply|record|enter|set|mark|score|grade|rate)\\b(?:\\W+\\w+){0,8}?\\W+(?:${outOf}|100 ?%|a\\+|met\\b.{0,30}\\b(?:criteri|every|all|each))`,
  `${start}(?:give|award|assign|grant|mark|score|grade|rate)\\b(?: \\w+){0,2}? (?:me|${work}|it|this)\\b(?:\\W+\\w+){0,5}?\\W+(?:${top} ${marks}|${outOf}|as (?:fully |completely |entirely |totally )?(?:correct|right|complete|perfect|met|passed|excellent|true)|correct|generously|leniently|highly|favou?rably)`,
  `${start}(?:mark|treat|consider|count|accept|regard|label|flag|set|report|grade)\\b(?:\\W+\\w+){0,4}?\\W+(?:criteri\\w*|ideas?|items?|rubric|verdicts?|everything|points?)\\b(?:\\W+\\w+){0,4}?\\W+(?:met|satisfied|fulfilled|covered|correct|passed|true|full)\\b`,
  `${start}(?:mark|treat|consider|count|accept|regard|grade) (?:this|it|my answer|${work})\\b(?:\\W+\\w+){0,3}?\\W+(?:as )?(?:fully |completely |entirely )?(?:correct|right|complete|perfect|met|passed|covered)\\b`,
  `\\b${work} (?:is|was|has|has been|deserves|should|must|shall|ought|will|needs|receives|gets|earns|merits|scores?|meets|satisfies|fulfils?|covers)\\b(?:\\W+\\w+){0,8}?\\W+(?:(?:full|maximum|max|perfect|all|top|highest) (?:marks?|points?|credits?|scores?|grades?|criteri\\w*|requirements?)|${outOf}|(?:every|each|all(?: of)?(?: the)?) (?:criteri\\w*|points? (?:of|in) the rubric|requirements?)|verified|pre-?approved|already graded)`,
  `\\b(?:i|we|the (?:student|learner|candidate|author)) (?:deserves?|should (?:get|receive|be (?:given|awarded))|must (?:get|receive|be (?:given|awarded))|(?:is|am|are) entitled to|earned|has earned|have earned)\\b(?:\\W+\\w+){0,4}?\\W+(?:${top} ${marks}|${outOf}|${marks})`,
  `\\b(?:full|maximum|max|perfect|all(?: the)?) (?:marks?|points?|credits?|scores?) (?:(?:must|should|shall|are|is|will|have|has) (?:to )?(?:be|been)?|awarded|granted|given|please|for (?:this|my|all|every))`,
  `\\b${outOf} (?:must|should|shall|is|are|has|have|was|were)? ?(?:to )?(?:be )?(?:awarded|granted|given|final|confirmed)`,
  `\\b(?:the )?(?:rubric|grading|marking|mark scheme|criteria|verdicts?|score|grade|marks?) (?:should|must|shall|can|may|has to|have to|is|are) (?:to )?(?:be )?(?:disregarded|ignored|overridden|overruled|skipped|suspended|final|set to|not (?:be )?(?:applied|used))`,
  `\\b(?:all|every|each)(?: of the)?(?: (?:\\w+))? (?:criteri\\w*|requirements? of the rubric|rubric (?:items?|points?)) (?:is|are|has been|have been|was|were|should be|must be|be|:) ?(?:already |hereby |now |fully )?(?:considered |marked |counted |deemed )?(?:as )?(?:met|satisfied|fulfilled|covered|passed)`,
  `^(?:dear |hello |hi |hey |note (?:to|for) |attention,? |message (?:to|for) |important (?:note |message )?(?:to|for) |to |@)?(?:the )?(?:ai |llm |automatic |automated )?(?:grader|examiner|marker|evaluator|grading (?:system|model|assistant|ai|bot|software)|teacher|professor|assistant|chatgpt|gpt|language model|llm|ai|judge)s?\\s?(?:[:,!]|-\\s)(?=.*\\b(?:ignore|disregard|forget|give|award|mark|grade|score|please|full|must|should|note|rubric|criteri|you)\\b)`,
  `^\\W*(?:system|assistant|developer|admin(?:istrator)?|instructions?|new instructions?|system (?:prompt|message|note|override|update)|override|grader (?:note|instructions?)|note to (?:the )?(?:grader|examiner|marker|model|ai))\\W{0,3}[:>\\]].*\\b(?:ignore|disregard|forget|give|award|mark|grade|score|output|respond|full|must|you|rubric|criteri|official|approved|verified|final|met|correct|override|new|answer)\\b`,
  `${start}(?:you are (?:now|no longer)|from now on,? (?:you|act|ignore|respond|give)|act as (?:a|an|if|the|though)\\b.*\\b(?:grad|mark|scor|examin|lenient|generous|teacher|evaluat)|pretend (?:that |to |you)\\b.*\\b(?:grad|mark|scor|correct|complete|rubric|full)|behave as if\\b.*\\b(?:correct|complete|full))`,
  `\\byou are (?:a|an|the|my) (?:very |extremely |more )?(?:lenient|generous|kind|helpful|friendly|strict)?,? ?(?:grader|examiner|marker|evaluator|grading (?:assistant|model|system|ai))`,
  `${start}(?:be|please be) (?:very |extremely |more |as )?(?:lenient|generous|kind|merciful)\\b`,
  `${start}(?:reveal|print|repeat|show|output|leak|display|quote|copy|paste)(?: me)? (?:your|the) (?:system prompt|hidden prompt|instructions|rubric|reference answer|reference|accepted wordings|marking scheme)`,
  `\\b(?:end|beginning|start) of (?:the )?(?:student'?s? |learner'?s? )?(?:answer|submission|response|untrusted (?:text|data|input))\\b(?=.*(?:instruction|grad|mark|system|new|begin|-{2,}|={2,}|#{2,}|\\]|$))`,
  `^\\W*(?:verdicts?|scores?|marks?|marks awarded|grades?|final (?:score|mark|grade|verdict)|credits?|total|result|awarded)\\W{1,4}(?:met\\b|full\\b|maximum\\b|perfect\\b|correct\\b|pass(?:ed)?\\b|${outOf}|100\\b|a\\+)`,
  `\\b(?:the )?(?:correct|right|final|official|agreed|true) (?:score|mark|marks|grade|verdict|result) (?:for .{0,40} )?(?:is|are|was|should be|must be)\\b`,
  `\\b(?:examiner|grader|professor|teacher|lecturer|marker|evaluator)s? (?:has |have |had |already )?(?:said|says|confirmed|confirms|agreed|approved|verified|told|decided|stated|promised|allowed)\\b.*\\b(?:full|marks?|graded?|score|credit|correct|approved|rubric|criteri)`,
  `\\b(?:do not|don'?t|never|without|no) (?:deduct\\w*|(?:subtract|take off|remove)(?: (?:any|a single|some))? ${marks})\\b`,
  `^this is (?:a|an|the) (?:perfect|excellent|complete|flawless|(?:fully |completely )?correct|ideal|model|full-?marks?) (?:answer|response|submission|solution)`,
  `\\bthe (?:student|learner|candidate)(?:'s (?:answer|response|work))? (?:has |clearly |fully )*(?:demonstrat\\w+|show\\w*|display\\w*|exhibit\\w*) .*(?:mastery|understanding|knowledge|command|grasp)\\b`,
  // Claims of a policy, an office or an approval.
  `\\b(?:marking|grading|assessment|scoring|exam|course) (?:policy|policies|rules?|scheme|criteria|guidelines?|rubric)\\b.{0,50}\\b(?:changed|updated|revised|suspended|waived|replaced|relaxed|abolished|no longer)\\b.{0,40}(?:\\btoday\\b|\\bnow\\b|\\bas of\\b|\\bthis (?:question|exam|course|task|assignment|term)\\b|$)`,
  `\\b(?:all|every|each|any)(?: of the)? (?:submissions?|students?|candidates?|learners?|answers?|responses?)\\b(?: \\w+){0,3}? (?:receives?|gets?|earns?|scores?|is awarded|are awarded|is given|are given|given|awarded)\\b(?: \\w+){0,3}? (?:(?:the )?maximum|full (?:marks?|credits?|points?)|top (?:marks?|grades?)|100 ?%|${outOf})(?= *[.!;,]|$| (?:marks?|points?|credits?|scores?|grades?)\\b)`,
  `^\\W*(?:official |urgent |important )?(?:notice|announcement|memo|message|communication|update|statement) (?:from|by|of|on behalf of|to|for) (?:the )?(?:course|exam\\w*|teaching|grading|university|department|faculty|staff|instructors?|professor|admin\\w*|graders?|markers?|system|question author|developers?)\\b`,
  `${start}(?:do not|don'?t|never|no need to|there is no need to|skip|stop) (?:compar|check|match|evaluat|assess|judg|verify|apply|consult|grad|us)\\w*\\b(?:\\W+\\w+){0,6}?\\W+(?:rubric|criteri|marking scheme|mark scheme|reference answer)`,
  `\\bi am (?:the|your|an?|one of the) (?:course |chief |head |senior |lead )?(?:examiner|instructor|professor|lecturer|administrator|grader|marker|author of this (?:question|rubric|course)|teacher of this)\\b`,
  `\\b(?:answer|response|submission|work|text) (?:was|has been|is|were) (?:already )?(?:been )?(?:graded|marked|reviewed|approved|checked|verified|accepted) (?:already )?(?:by|as) (?:an?|the|my|our|your|two|correct|complete|perfect)\\b`,
  `(?:^.{0,80})?\\b(?:i|we) (?:will|would|might|could|may|am going to|shall) (?:lose|fail|be (?:fired|expelled|deported)|get (?:fired|expelled))\\b.{0,60}\\b(?:scholarship|course|exam|class|degree|visa|job|studies|this|it)\\b`,
  `\\b(?:repeat|confirm|restate|finali[sz]e|record|keep|copy) (?:that|the|this|your|my) (?:full |same |final |perfect )?(?:grades?|marks?|scores?|verdicts?)\\b(?: (?:now|again|please)|\\W*$)`,
  `^\\W*(?:admin(?:istrator)?|developer|debug|maintenance|god|test|lenient|grading) ?mode\\b\\W*(?:on|enabled|activated|active|true|engaged)`,
].map((source) => new RegExp(source, "u"));

/**
 * Orders in other languages, tested against text folded without accents: to ignore the rules, to give full marks, or a claim that all is met.
 * They need a verb in the imperative or infinitive and a noun of grading, so that an answer in that language passes.
 */
const folded = [
  // German
  "(?:ignorier\\w*|missacht\\w*|vergiss|vergesst|vergessen sie|uberspring\\w*|umgeh\\w*|beacht\\w* nicht)\\b.{0,60}(?:anweisung|vorgabe|kriteri|bewertung|rubrik|instruktion|systemprompt|musterlosung)",
  "(?:vergib|vergeben? sie|gib|gebt|geben sie|erteil\\w*|bewerte|bewerten sie|benote|benoten sie|setze|trage)\\b.{0,60}(?:voll\\w* (?:punkt|note)|hochstpunkt|hochste (?:punkt|note)|maximal\\w* (?:punkt|note)|bestnote|beste note|alle punkte|\\d ?/ ?\\d|\\d von \\d|100 ?%|als (?:richtig|korrekt|erfullt|vollstandig))",
  "alle (?:kriterien|anforderungen) (?:sind|wurden|gelten als) (?:erfullt|abgedeckt)",
  "diese antwort (?:verdient|ist (?:perfekt|vollstandig (?:richtig|korrekt)|vollkommen))",
  // French
  "(?:ignore[zr]?|oublie[zr]?|ne (?:ten(?:ez|ir) pas compte|suivez pas|appliquez pas)|neglige[zr]?|contourne[zr]?)\\b.{0,60}(?:instruction|consigne|bareme|critere|rubrique|grille|notation)",
  "(?:donne[zr]?|attribue[zr]?|accorde[zr]?|mettez|mets|note[zr]?)\\b.{0,60}(?:\\d ?/ ?\\d|\\d sur \\d|note maximale|score maximal|le maximum|tous les points|totalite des points|100 ?%)",
  "tous les criteres (?:sont|ont ete) (?:remplis|satisfaits|respectes|valides)",
  "cette reponse (?:merite|est (?:parfaite|entierement correcte|totalement correcte))",
  // Spanish
  "(?:ignor(?:a|e|en|ad|ar)|olvid(?:a|e|en|ar)|desestim(?:a|e|ar)|omit(?:e|a|ir)|no (?:apliques?|tengas? en cuenta|sigas?))\\b.{0,60}(?:instruccion|criterio|rubrica|indicacion|baremo|reglas de)",
  "(?:otorg(?:a|ue|uen|ar)|dale|dame|asign(?:a|e|ar)|conced(?:e|a|er)|ponle|ponga|califi(?:ca|que|car)|punt(?:ua|ue|uar))\\b.{0,60}(?:puntuacion maxima|maxima (?:nota|puntuacion|calificacion)|nota maxima|calificacion maxima|todos los puntos|\\d ?/ ?\\d|\\d (?:de|sobre) \\d|100 ?%)",
  "todos los criterios (?:se )?(?:estan|han sido|fueron|cumpl)\\w*",
  "(?:todas las respuestas son correctas|esta respuesta (?:merece|es (?:perfecta|totalmente|completamente)))",
  // Italian
  "(?:ignora(?:re|te)?|dimentica(?:re|te)?|trascura(?:re|te)?|non (?:applicare|considerare|seguire))\\b.{0,60}(?:istruzion|criteri|rubrica|griglia|regole di)",
  "(?:assegna(?:re|te)?|dai|dare|date|dammi|attribuisc(?:i|a)|attribuire|concedi|valuta(?:re|te)?|metti)\\b.{0,60}(?:punteggio (?:massimo|pieno)|massimo (?:punteggio|dei voti)|voto massimo|pieni voti|tutti i punti|\\d ?/ ?\\d|\\d su \\d|100 ?%)",
  "tutti i criteri (?:sono|sono stati) (?:soddisfatti|rispettati|raggiunti)",
  "questa risposta (?:merita|e (?:perfetta|completamente corretta))",
  // Portuguese
  "(?:ignor(?:e|a|em|ar)|desconsider(?:e|a|ar)|esquec(?:a|e|er)|nao (?:aplique|siga|considere))\\b.{0,60}(?:instruc|criterio|rubrica|orientac|regras de)",
  "(?:atribu(?:a|i|ir)|conced(?:a|er)|avalie|pontue|coloque|da-me|me de)\\b.{0,60}(?:pontuacao maxima|nota (?:maxima|total)|todos os pontos|\\d ?/ ?\\d|\\d de \\d|100 ?%)",
  "todos os criterios (?:foram|estao|sao) \\w+",
  "esta resposta (?:merece|esta (?:perfeita|totalmente correta)|e perfeita)",
].map((source) => new RegExp(`(?:^|[^\\p{L}])(?:${source})`, "u"));

/** The same for scripts whose letters folding would change; tested against lower-case NFKC. */
const unfolded = [
  // Russian
  "(?:игнорируй|проигнорируй|забудь|не (?:обращай|применяй|учитывай))\\p{L}*.{0,60}(?:инструкци|критери|рубрик|указани|правила оцен|шкал)",
  "(?:постав|дай|выстав|присво|начисл|оцени)\\p{L}*.{0,60}(?:максимальн|полный балл|полные балл|высш\\p{L}+ (?:балл|оценк)|все баллы|\\d ?/ ?\\d|\\d из \\d|100 ?%)",
  "все критерии (?:выполнены|соблюдены|удовлетворены|учтены)",
  // Chinese
  "(?:忽略|无视|無視|不要理会|不要理會|忘记|忘記|跳过|跳過).{0,20}(?:指令|指示|规则|規則|评分|評分|标准|標準|准则|準則)",
  "(?:给|給|打|判|评|評|授予).{0,20}(?:满分|滿分|最高分|全分|\\d ?/ ?\\d)",
  "(?:所有|全部|每个|每個).{0,6}(?:标准|標準|要求|评分点|評分點).{0,8}(?:满足|滿足|达到|達到|符合)",
  // Japanese
  "(?:指示|命令|ルール|規則|採点基準|評価基準|ルーブリック).{0,14}(?:無視|忘れ|従わない)",
  "(?:満点|最高点|最高評価|\\d ?/ ?\\d).{0,10}(?:与え|付け|つけ|ください|にし|を出)",
  "(?:すべて|全て|全部)の?(?:基準|条件|要件|項目).{0,8}(?:満たし|達成|合格)",
].map((source) => new RegExp(source, "u"));

/** Whether a sentence gives its grader an order in one of the other languages. `text` is folded, `original` is as it was written. */
export function isForeignOrder(text: string, original: string): boolean {
  const lower = original.normalize("NFKC").toLowerCase();
  return (
    folded.some((p) => p.test(text)) ||
    (/[\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}]/u.test(lower) && unfolded.some((p) => p.test(lower)))
  );
}
