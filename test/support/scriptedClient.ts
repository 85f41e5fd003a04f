// A ModelClient without a socket, for tests of what is made of replies: each call gets the next text.
import type { ModelClient, ModelOutcome, ModelRequest } from "../../src/grading/llm/modelClient";

/** What one call comes to: a text (streamed in pieces) or an outcome. */
export type Scripted = string | ModelOutcome;

export interface ScriptedClient extends ModelClient {
  readonly requests: readonly ModelRequest[];
}

/** Answers each request with `reply`, streamed in pieces of `piece` units. */
export function scriptedClient(reply: (request: ModelRequest, index: number) => Scripted, piece = 17): ScriptedClient {
  const requests: ModelRequest[] = [];
  return {
    model: "scripted",
    endpoint: "http://127.0.0.1/v1",
    requests,
    complete(request, signal, onText) {
      const index = requests.push(request) - 1;
      const scripted = reply(request, index);
      if (typeof scripted !== "string") return Promise.resolve(scripted);
      for (let at = 0; at < scripted.length && !signal.aborted; at += piece) onText?.(scripted.slice(at, at + piece));
      if (signal.aborted) return Promise.resolve({ kind: "failed", reason: "cancelled", detail: "" });
      return Promise.resolve({ kind: "ok", text: scripted, finish: "stop", mode: "json_schema", firstTokenMs: 1 });
    },
    listModels: () => Promise.resolve({ kind: "ok", models: ["scripted"] }),
  };
}
