// A model of VS Code's own (Copilot, a provider extension, a key given to VS Code) as a transport of the model grader.
// Translates between vscode.lm and chatCompletion.ts; decides nothing.
import * as vscode from "vscode";
import type { ModelClient } from "../../grading/llm/modelClient";
import type { Learned } from "../../grading/models/capabilities";
import { failed } from "../../grading/models/failureReasons";
import { completeChat, type ChatModel, type ChatPart, type ChatRequest } from "./chatCompletion";
import { readModelId } from "./vscodeModelId";
import type { VscodeModels } from "./vscodeModels";

export interface VscodeModelClientOptions {
  /** `<vendor>/<model>`, as `tutor.vscodeModel` holds it. */
  readonly id: string;
  /** Milliseconds; see `ChatCompletionOptions`. */
  readonly timeout: number;
  /** Which models were found to call no tools; kept by the caller. */
  readonly learned: Learned;
}

/** A client of one model of VS Code's. To be asked from an action of the learner's only: VS Code may want consent. */
export function vscodeModelClient(
  models: Pick<VscodeModels, "find" | "list">,
  options: VscodeModelClientOptions,
): ModelClient {
  const { vendor, model } = readModelId(options.id);
  const endpoint = `vscode.lm/${vendor}`;
  return {
    model,
    endpoint,
    async complete(request, signal, onText, onProgress) {
      // Looked for each time: a model that was held may have gone and come back as another.
      const found = await models.find(options.id);
      if (signal.aborted) return failed({ reason: "cancelled" }, "", {});
      if (found === undefined) return failed({ reason: "no-model" }, `VS Code offers no ${options.id} now.`, {});
      const { timeout, learned } = options;
      const listener = { onText, onProgress };
      return completeChat(chatModel(found), { endpoint, model, timeout, learned }, request, signal, listener);
    },
    async listModels() {
      const offered = await models.list();
      return { kind: "ok", models: offered.filter((m) => m.vendor === vendor).map((m) => m.model), baseUrl: endpoint };
    },
  };
}

function chatModel(model: vscode.LanguageModelChat): ChatModel {
  return {
    callsTools: callsTools(model),
    async send(request, signal) {
      const cancelling = new vscode.CancellationTokenSource();
      signal.addEventListener("abort", () => cancelling.cancel(), { once: true });
      // No system role here: the instructions lead the user's message.
      const messages = [vscode.LanguageModelChatMessage.User(request.message)];
      const response = await model.sendRequest(messages, requestOptions(request), cancelling.token);
      return partsOf(response);
    },
  };
}

function requestOptions({ tool }: ChatRequest): vscode.LanguageModelChatRequestOptions {
  const justification = vscode.l10n.t("To grade your answer. The question, its rubric and your answer are sent.");
  if (tool === undefined) return { justification };
  const description = "Hands in the grade of the answer. Call it exactly once.";
  return {
    justification,
    tools: [{ name: tool.name, description, inputSchema: tool.schema }],
    toolMode: vscode.LanguageModelChatToolMode.Required,
  };
}

async function* partsOf(response: vscode.LanguageModelChatResponse): AsyncGenerator<ChatPart> {
  for await (const part of response.stream) {
    if (part instanceof vscode.LanguageModelTextPart) yield { kind: "text", text: part.value };
    else if (part instanceof vscode.LanguageModelToolCallPart) yield { kind: "call", input: part.input };
    else yield { kind: "other", text: valueOf(part) };
  }
}

/** The text of a part that this version's types do not name, such as a model's thinking. */
function valueOf(part: unknown): string {
  const value: unknown = typeof part === "object" && part !== null && "value" in part ? part.value : undefined;
  return typeof value === "string" ? value : "";
}

/** What a model says of itself, from VS Code 1.104 on; a VS Code without tools has no model that calls them. */
function callsTools(model: vscode.LanguageModelChat): boolean | undefined {
  if (!("LanguageModelChatToolMode" in vscode)) return false;
  const told: unknown = "capabilities" in model ? model.capabilities : undefined;
  const calls: unknown =
    typeof told === "object" && told !== null && "supportsToolCalling" in told ? told.supportsToolCalling : undefined;
  return typeof calls === "boolean" ? calls : undefined;
}
