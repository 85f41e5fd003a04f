// Speaks to any OpenAI-compatible service through the `openai` package, which makes the requests; the only file that
// imports it. Transport only: no prompt, no verdict. How often and in which words a reply is asked for, completion
// decides.
import OpenAI from "openai";
import type { ModelClient } from "../llm/modelClient";
import { readApiKey } from "./apiKey";
import { endpointOf, readBaseUrl } from "./baseUrl";
import { Completion, type CompletionOptions, type Post } from "./completion";
import { failed } from "./failureReasons";
import { listModels } from "./services";

export interface OpenAiCompatibleOptions extends CompletionOptions {
  /** As typed; ends before `/chat/completions`, e.g. `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  /** Sent in a header only; none for local services. */
  readonly key?: string;
}

/** Never sent anywhere that checks it; the SDK insists on some key. */
const noKey = "none";

/** A client of one model behind an OpenAI-compatible base URL. Its calls never reject. */
export function openAiCompatible(options: OpenAiCompatibleOptions): ModelClient {
  const { baseUrl, model, key } = options;
  return {
    model,
    endpoint: endpointOf(baseUrl),
    complete(request, signal, onText, onProgress) {
      const base = readBaseUrl(baseUrl);
      const apiKey = readApiKey(key);
      const secrets = { key, texts: [request.user] };
      if (base.kind === "bad")
        return Promise.resolve(failed({ reason: "wrong-address", cause: base.why }, "", secrets));
      if (apiKey.kind === "unusable")
        return Promise.resolve(failed({ reason: "refused", cause: "unusable-key" }, "", secrets));
      return new Completion(post, options, base, apiKey, request, signal, onText, onProgress).run();
    },
    listModels: (signal) => listModels(baseUrl, key, signal, options.fetch ? { fetch: options.fetch } : {}),
  };
}

const post: Post = ({ address, query, key, headers, body, fetch: ask, signal }) => {
  const client = new OpenAI({
    baseURL: address,
    defaultQuery: Object.fromEntries(new URLSearchParams(query)),
    apiKey: key ?? noKey,
    // Left out, these would be read from the environment and sent.
    organization: null,
    project: null,
    adminAPIKey: null,
    maxRetries: 0,
    // Our limits come first, and tell silence from length.
    timeout: 2 ** 31 - 1,
    logLevel: "off",
    fetch: ask,
    // A VS Code in a browser keeps the key in its own secret storage and sends it to the learner's service only.
    dangerouslyAllowBrowser: "window" in globalThis,
    defaultHeaders: { Authorization: null, ...headers },
  });
  return client.chat.completions.create(body, { signal }).asResponse();
};
