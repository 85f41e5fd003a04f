// What the Feedback view remembers of its own, a place an answer, across hiding and reloading. All else comes from the
// host each time.

/** Where the learner is in the feedback on one answer. */
export interface Place {
  /** Ids of the open cards. */
  readonly open: readonly string[];
  /** Id of the card that the keyboard is on; empty before the first. */
  readonly current: string;
  /** Names of the open folds: "beyond", "bonus", "spare", "receipt". */
  readonly folds: readonly string[];
  /** CSS pixels. */
  readonly scrollTop: number;
  /** Ids of the cards marked in the walk under way, in order; absent outside one. */
  readonly walk?: readonly string[];
}

export interface UiState {
  /** The latest first. */
  readonly places: readonly (Place & { readonly document: string })[];
}

/** How many answers' places are kept. */
const placesKept = 20;

/** What a learner sees of an answer the first time. */
export const freshPlace: Place = { open: [], current: "", folds: [], scrollTop: 0 };

/** Where the learner was in an answer's feedback. */
export function placeOf(ui: UiState, document: string): Place {
  return ui.places.find((p) => p.document === document) ?? freshPlace;
}

/** The state with an answer's place changed, that answer first. */
export function withPlace(ui: UiState, document: string, place: Place): UiState {
  const others = ui.places.filter((p) => p.document !== document);
  return { places: [{ ...place, document }, ...others].slice(0, placesKept) };
}

/** Reads what an earlier page (maybe of an older version) left; what is unreadable is left out, field by field. */
export function readUiState(saved: unknown): UiState {
  const places = field(saved, "places");
  return { places: (Array.isArray(places) ? places : []).slice(0, placesKept).flatMap(readPlace) };
}

function readPlace(saved: unknown): UiState["places"] {
  const document = field(saved, "document");
  if (typeof document !== "string") return [];
  const current = field(saved, "current");
  const scrollTop = field(saved, "scrollTop");
  const walk = field(saved, "walk");
  return [
    {
      document,
      open: texts(field(saved, "open")),
      current: typeof current === "string" ? current : "",
      folds: texts(field(saved, "folds")),
      scrollTop: typeof scrollTop === "number" && Number.isFinite(scrollTop) ? Math.max(scrollTop, 0) : 0,
      ...(Array.isArray(walk) ? { walk: texts(walk) } : {}),
    },
  ];
}

function field(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? (of as Readonly<Record<string, unknown>>)[name] : undefined;
}

function texts(x: unknown): string[] {
  return Array.isArray(x) ? x.filter((one): one is string => typeof one === "string") : [];
}
