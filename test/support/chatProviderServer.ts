// What stands behind the provider extension of test/fixtures/chat-provider: says which models it offers and what they
// answer, and keeps every request that reached it. A real HTTP server on 127.0.0.1, as modelServer.ts is.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { honestReply } from "./honestModel";

/** A model that the provider offers. */
export interface OfferedModel {
  readonly id: string;
  readonly toolCalling?: boolean;
  /** VS Code asks the learner first, as it does for Copilot; needs a window that allows proposed API. */
  readonly requiresAuthorization?: boolean | { readonly label: string };
}

/** A request as the provider got it. */
export interface ProviderRequest {
  readonly model: string;
  /** Roles by VS Code's numbers: 1 user, 2 assistant. */
  readonly messages: readonly { readonly role: number; readonly text: string }[];
  /** By VS Code's numbers: 1 auto, 2 required. */
  readonly toolMode?: number;
  readonly tools: readonly { readonly name: string; readonly inputSchema?: unknown }[];
}

/** An error that the provider throws: VS Code's own where `kind` is given, else a plain one. */
export interface ThrownError {
  readonly kind?: "NoPermissions" | "Blocked" | "NotFound";
  readonly name?: string;
  readonly code?: string;
  readonly message: string;
  readonly cause?: ThrownError;
}

/** One thing the provider does while it answers. */
export type ProviderStep =
  | { readonly text: string }
  | { readonly tool: { readonly name?: string; readonly input: unknown } }
  /** Milliseconds of silence. */
  | { readonly wait: number }
  /** Silence until cancelled, or for ever. */
  | { readonly stall: true | "deaf" }
  | { readonly error: ThrownError };

export type ProviderScript = (request: ProviderRequest) => readonly ProviderStep[];

export interface ChatProviderServer {
  /** For the provider's setting `chatProvider.url`. */
  readonly url: string;
  /** Every request since the start or the last `clear`. */
  readonly requests: readonly ProviderRequest[];
  /** Requests that were cancelled while they were answered. */
  readonly cancelled: () => number;
  /** Replaces the script from the next request on. */
  script(next: ProviderScript): void;
  /** Offers other models from now on, and says so. */
  offer(models: readonly OfferedModel[]): void;
  /** Registers the provider, or takes it away. */
  register(registered: boolean): void;
  clear(): void;
  close(): Promise<void>;
}

/** The honest model as it answers a request that requires its tool. */
export const honestToolCall: ProviderScript = (request) => [{ tool: { input: honestReply(textOf(request)) } }];

/** The honest model as it answers in words. */
export const honestText: ProviderScript = (request) => [{ text: JSON.stringify(honestReply(textOf(request))) }];

/** All text of a request's messages. */
export function textOf(request: ProviderRequest): string {
  return request.messages.map(({ text }) => text).join("\n");
}

/** Starts it on a free port; an honest model that calls tools stands behind it at first. */
export async function startChatProviderServer(
  models: readonly OfferedModel[] = [{ id: "honest", toolCalling: true }],
): Promise<ChatProviderServer> {
  let state = { version: 0, registered: true, models: models.map(modelInformation) };
  let script: ProviderScript = honestToolCall;
  let requests: ProviderRequest[] = [];
  let cancelled = 0;
  const waiting = new Set<ServerResponse>();
  const change = (next: Partial<typeof state>): void => {
    state = { ...state, ...next, version: state.version + 1 };
    for (const response of waiting) sendJson(response, state);
    waiting.clear();
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://127.0.0.1");
      const body = Buffer.concat(parts).toString("utf8");
      if (url.pathname === "/requests") {
        const asked = JSON.parse(body) as ProviderRequest;
        requests.push(asked);
        sendJson(response, { steps: script(asked) });
        return;
      }
      if (url.pathname === "/cancelled") cancelled++;
      if (url.pathname === "/changes" && Number(url.searchParams.get("after")) === state.version)
        return void waiting.add(response);
      sendJson(response, state);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    get requests() {
      return requests;
    },
    cancelled: () => cancelled,
    script(next) {
      script = next;
    },
    offer: (next) => change({ models: next.map(modelInformation) }),
    register: (registered) => change({ registered }),
    clear() {
      requests = [];
      cancelled = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A model as VS Code wants it told. */
function modelInformation({ id, toolCalling = false, requiresAuthorization }: OfferedModel) {
  return {
    id,
    name: `Scripted ${id}`,
    family: "scripted",
    version: "1",
    maxInputTokens: 32_000,
    maxOutputTokens: 4_096,
    capabilities: { toolCalling },
    ...(requiresAuthorization === undefined ? {} : { requiresAuthorization }),
  };
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(value));
}
