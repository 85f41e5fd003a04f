// Reads a question's sections: prompt, reference and goldens. What one mistake breaks is told once.
import { t } from "@vscode/l10n";
import type { Golden, Question } from "../roadmap/question";
import type { ShownText } from "./brokenPictures";
import type { Rubric } from "./expect";
import { goldenSkeleton, readGolden, reportNoExpect, requiredGoldens } from "./golden";
import { headingOf, isInGolden, sectionKey, sectionMeant, type SectionName } from "./sectionNames";
import { readSections, type Section } from "./sections";
import type { Mend, Report, SourceText, Span } from "./source";
import { isTodo } from "./todo";

/** Marks where the answer starts in an answer document, so a prompt must not hold it. */
const answerToken = "roadmap-tutor:answer";

/** What a body holds. */
export interface QuestionBody extends Pick<Question, "prompt" | "reference" | "goldens"> {
  /** What learners are shown with its pictures: the prompt and the reference, as far as they are there. */
  readonly shown: readonly ShownText[];
}

/** Reads the body; `after` is the line that it comes after, where what is missing is told. */
export function readBody(
  source: SourceText,
  body: Span,
  after: Span,
  rubric: Rubric | undefined,
  report: Report,
): QuestionBody {
  const { preamble, sections } = readSections(source, body, report);
  const groups = grouped(sections);
  const named = new Set(groups.flatMap(({ section: { name } }) => (name ? [sectionKey(name)] : [])));
  const reader = new BodyReader(source, rubric, report, named);
  const hasPrompt = groups.some(({ section }) => (section.name ?? sectionMeant(section.title))?.kind === "prompt");
  if (preamble) reader.outside(preamble, hasPrompt);
  for (const { section, inner } of groups) reader.take(section, inner);
  reader.missing(after, preamble !== undefined && !hasPrompt);
  if (groups.every(({ section }) => section.name !== undefined))
    for (const { section, inner } of groups) reportNoExpect(section, inner, rubric, source, report);
  return reader;
}

interface Group {
  readonly section: Section;
  /** The sections inside a golden. */
  readonly inner: Section[];
}

function grouped(sections: readonly Section[]): Group[] {
  const groups: Group[] = [];
  for (const section of sections) {
    const holder = groups.at(-1);
    if (holder && section.name && isInGolden(section.name)) holder.inner.push(section);
    else groups.push({ section, inner: [] });
  }
  return groups;
}

class BodyReader implements QuestionBody {
  prompt = "";
  reference = "";
  readonly goldens: Golden[] = [];
  readonly shown: ShownText[] = [];
  private readonly seen = new Set<string>();
  private readonly goldenNames = new Set<string>();
  private beforeLast: SectionName | undefined;
  private strangers = 0;
  private referenceEnd: number | undefined;

  constructor(
    private readonly source: SourceText,
    private readonly rubric: Rubric | undefined,
    private readonly report: Report,
    /** Sections that are named as they should be. */
    private readonly named: ReadonlySet<string>,
  ) {}

  /** Text before the first section; of a body without a prompt, it is the prompt. */
  outside(at: Span, hasPrompt: boolean): void {
    const mend = { start: at.start, end: at.start, newText: "## Prompt\n\n", title: t('Write "{0}"', "## Prompt") };
    const first = this.source.lineSpan(this.source.lineAt(at.start));
    const message = t("This text belongs to no section: put it under ## Prompt.");
    this.report(first, "text-in-no-section", message, hasPrompt ? undefined : mend);
  }

  take(section: Section, inner: readonly Section[]): void {
    const name = section.name ?? this.guess(section);
    this.beforeLast = name ?? this.beforeLast;
    if (!name) return;
    const key = sectionKey(name);
    if (name.kind === "golden") this.takeGolden({ ...section, name }, inner, name);
    else if (this.seen.has(key))
      this.report(
        this.headingSpan(section),
        "duplicate-section",
        t('There are two sections "{0}": join them.', section.title),
      );
    else if (name.kind === "prompt") this.takePrompt(section);
    else if (name.kind === "reference") this.takeReference(section);
    this.seen.add(key);
  }

  private headingSpan({ heading }: Section): Span {
    return this.source.lineSpan(this.source.lineAt(heading.start));
  }

  /** A heading that names no section: told, and taken for the section that was most likely meant. */
  private guess(section: Section): SectionName | undefined {
    const at = this.headingSpan(section);
    const meant = sectionMeant(section.title);
    if (/^gold(?:ens?)?\b/i.test(section.title)) {
      const wanted = meant?.kind === "golden" ? headingOf(meant) : undefined;
      const mend = wanted === undefined ? undefined : { ...at, newText: wanted, title: t('Write "{0}"', wanted) };
      const message = t(
        '"{0}" is not a golden: write "## Golden: " and one of {1}, with a name in brackets where there are several.',
        section.title,
        requiredGoldens.join(", "),
      );
      this.report(at, "golden-kind", message, mend);
      if (meant?.kind === "golden") return meant;
      this.strangers++;
      return undefined;
    }
    const isFree = meant !== undefined && !this.seen.has(sectionKey(meant)) && !this.named.has(sectionKey(meant));
    if (meant && !isInGolden(meant) && isFree) {
      const wanted = headingOf(meant);
      const message = t('Unknown section "{0}": did you mean "{1}"?', section.title, wanted);
      this.report(at, "unknown-section", message, { ...at, newText: wanted, title: t('Write "{0}"', wanted) });
      return meant;
    }
    const inner = this.beforeLast?.kind === "prompt" || this.beforeLast?.kind === "reference";
    const mend = { start: at.start, end: at.start, newText: "#", title: t("Make it a part of the section above") };
    const message = t(
      'Unknown section "{0}": write Prompt, Reference or Golden: …; inside a section, headings have ### or more.',
      section.title,
    );
    this.report(at, "unknown-section", message, inner ? mend : this.intoReference(section, at));
    this.strangers++;
    return undefined;
  }

  /** A section of the author's own behind the goldens, such as further reading, belongs to the reference. */
  private intoReference({ title, at }: Section, heading: Span): Mend | undefined {
    if (this.referenceEnd === undefined) return undefined;
    const { text } = this.source;
    const moved = `\n\n### ${title}\n\n${text.slice(at.start, at.end)}`.trimEnd();
    const newText = moved + text.slice(this.referenceEnd, heading.start).trimEnd();
    return {
      start: this.referenceEnd,
      end: Math.max(at.end, heading.end),
      newText,
      title: t("Move it into the reference"),
    };
  }

  private takePrompt(section: Section): void {
    this.prompt = section.text;
    this.shown.push(section);
    if (section.text === "")
      this.report(this.headingSpan(section), "no-prompt", t("The prompt is empty: write what the learner is asked."));
    this.todo(section);
    const token = section.text.indexOf(answerToken);
    if (token === -1) return;
    const start = section.at.start + token;
    const message = t(
      'A prompt must not hold "{0}", which marks where the answer starts: write it otherwise.',
      answerToken,
    );
    this.report({ start, end: start + answerToken.length }, "reserved-text", message);
  }

  private takeReference(section: Section): void {
    this.reference = section.text;
    this.referenceEnd = section.at.end;
    this.shown.push(section);
    if (section.text === "")
      this.report(this.headingSpan(section), "no-reference", t("The reference is empty: write one good answer."));
    this.todo(section);
  }

  private todo(section: Section): void {
    if (isTodo(section.text)) this.report(section.at, "todo", t("TODO: write what belongs here."));
  }

  private takeGolden(
    section: Section,
    inner: readonly Section[],
    name: SectionName & { readonly kind: "golden" },
  ): void {
    const golden = readGolden(section, inner, this.rubric, this.source, this.report);
    if (!golden) return;
    const key = JSON.stringify([golden.kind, golden.name]);
    if (this.goldenNames.has(key))
      this.report(
        this.headingSpan(section),
        "duplicate-section",
        t(
          'There are two goldens "{0}": give each a name of its own, such as "## Golden: {1} (second)".',
          section.title,
          name.golden,
        ),
      );
    this.goldenNames.add(key);
    this.goldens.push(golden);
  }

  /**
   * Tells which sections there are not; a prompt that only lacks its heading was told before, and a heading that nobody
   * knows may be what is missing.
   */
  missing(after: Span, promptTold: boolean): void {
    if (this.strangers > 0) return;
    if (!this.seen.has("prompt") && !promptTold)
      this.report(
        after,
        "no-prompt",
        t("The question has no prompt: write ## Prompt and under it what the learner is asked."),
        this.skeleton(t("Add a prompt"), ["## Prompt\n\nTODO"], after.end),
      );
    if (!this.seen.has("reference"))
      this.report(
        after,
        "no-reference",
        t("The question has no reference: write ## Reference and under it one good answer."),
        this.skeleton(t("Add a reference"), ["## Reference\n\nTODO"]),
      );
    const absent = requiredGoldens.filter((kind) => !this.seen.has(`golden: ${kind}`));
    if (absent.length === 0) return;
    const headings = absent.map((kind) => `## Golden: ${kind}`).join(", ");
    const message = t("The question lacks {0}: sample answers that show what a grader is to find.", headings);
    // Whose verdicts they expect is known once the front matter can be read.
    const criteria = [...(this.rubric?.criteria ?? [])];
    const texts = absent.map((kind) => goldenSkeleton(kind, criteria));
    const mend = criteria.length === 0 ? undefined : this.skeleton(t("Add sample answers"), texts);
    this.report(after, "no-goldens", message, mend);
  }

  private skeleton(title: string, texts: readonly string[], at = this.source.text.trimEnd().length): Mend {
    return { start: at, end: at, newText: texts.map((text) => `\n\n${text}`).join(""), title };
  }
}
