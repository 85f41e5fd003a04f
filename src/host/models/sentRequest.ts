// What a grading would send, to the letter: the request is made as for a grading and caught before it leaves.
import type { Question } from "../../core/roadmap/question";
import type { Roadmap } from "../../core/roadmap/roadmap";
import type { Checker } from "../../grading/check/checker";
import type { ModelClient, ModelRequest } from "../../grading/llm/modelClient";
import type { ModelSource } from "../../grading/modelGrader";
import type { LoadModule } from "../lazyModules";

/** One request as it would leave. */
export interface SentRequest {
  /** The address, or what names the model within VS Code. */
  readonly to: string;
  /** The body, as JSON; the key travels in a header and is never part of it. */
  readonly body: string;
}

export interface RequestOf {
  readonly roadmap: Roadmap;
  readonly question: Question;
  readonly answer: string;
  readonly strict: boolean;
  readonly checker: Checker;
}

/** The requests of a grading's first round: one, or one a criterion; none where nothing would be sent. */
export async function sentRequests(load: LoadModule, source: ModelSource, of: RequestOf): Promise<SentRequest[]> {
  const { modelGrader } = await load("modelGrader");
  const caught: SentRequest[] = [];
  const stop = new AbortController();
  const grader = modelGrader("complete" in source ? catchingClient(source, caught) : catching(source, caught), {
    strict: of.strict,
    checker: of.checker,
    roadmap: of.roadmap,
  });
  await grader.grade({ question: of.question, answer: of.answer }, stop.signal);
  const first = caught[0]?.body;
  // Asked again in other shapes, or at another address, it would be the same text: the first of each is shown.
  return of.strict ? uniqueBodies(caught) : caught.filter(({ body }) => body === first).slice(0, 1);
}

function uniqueBodies(all: readonly SentRequest[]): SentRequest[] {
  return all.filter(({ body }, i) => all.findIndex((other) => other.body === body) === i);
}

/** The same service, over a network that only writes down. */
function catching(source: Exclude<ModelSource, ModelClient>, caught: SentRequest[]): ModelSource {
  const fetch = (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const to = input instanceof Request ? input.url : String(input);
    if (typeof init?.body === "string") caught.push({ to, body: pretty(init.body) });
    return Promise.reject(new TypeError("Nothing is sent."));
  };
  return { ...source, fetch };
}

function catchingClient(client: ModelClient, caught: SentRequest[]): ModelClient {
  return {
    ...client,
    complete(request: ModelRequest) {
      caught.push({ to: client.endpoint, body: JSON.stringify(request, undefined, 2) });
      return Promise.resolve({ kind: "failed", reason: "offline", detail: "Nothing is sent." });
    },
  };
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}
