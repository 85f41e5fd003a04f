// Errors as they arrived from a provider extension in a real VS Code 1.139, and as Copilot's code makes them.
import { describe, expect, it } from "vitest";
import { isAboutTools, vscodeFailure } from "../../../../src/host/models/vscodeModelFailure";

/** An error as it comes out of VS Code's transport: a name, a message, perhaps a code and a cause. */
function thrown(message: string, more: { name?: string; code?: string; cause?: unknown } = {}): Error {
  return Object.assign(new Error(message), more);
}

const languageModelError = (code: string, message: string) => thrown(message, { name: "LanguageModelError", code });
const why = (error: unknown, began = false) => {
  const { reason, cause } = vscodeFailure(error, began, "gpt", {});
  return cause === undefined ? reason : `${reason}, ${cause}`;
};

describe("what VS Code itself throws", () => {
  it.each([
    ["NoPermissions", "Language model 'v/gpt' cannot be used by 'roadmap-tutor.roadmap-tutor'.", "refused"],
    ["NotFound", "v/gpt", "no-model"],
    ["Blocked", "This model is not for this extension.", "refused"],
    ["Blocked", "The extension has been blocked due to too many requests. Please try again later.", "rate-limited"],
  ])("%s: %s", (code, message, reason) => {
    expect(why(languageModelError(code, message))).toBe(reason);
  });

  it.each([
    "Chat provider for model v/gpt is not registered.",
    "Model not found",
    "Chat model v/gpt could not be found.",
  ])("a model that went away: %s", (message) => expect(why(thrown(message))).toBe("no-model"));
});

describe("what providers throw", () => {
  it.each([
    [
      thrown("You have used all premium requests. Try again later.", { name: "ChatQuotaExceeded" }),
      "refused, no-credit",
    ],
    [thrown("slow down", { name: "ChatRateLimited" }), "rate-limited"],
    [thrown("You exceeded your current quota, please check your plan."), "refused, no-credit"],
    [thrown("You've reached your monthly limit."), "refused, no-credit"],
    [thrown('Request Failed: 429 {"error":{"message":"Quota exceeded. Please retry in 7s"}}'), "rate-limited"],
    [thrown('Request Failed: 401 {"error":{"message":"bad key"}}'), "refused"],
    [thrown("HTTP 404: model gpt does not exist"), "no-model"],
    [thrown("Sorry, the response was filtered by the Responsible AI Service."), "refused, declined"],
    [thrown("This model's maximum context length is 4096 tokens"), "too-long"],
    [thrown("Request timed out"), "timed-out"],
    [thrown("Canceled", { name: "Canceled" }), "broke-off"],
    [thrown("kaput"), "server-error"],
    ["not even an error", "server-error"],
    [undefined, "server-error"],
  ])("%s", (error, reason) => {
    expect(why(error)).toBe(reason);
  });

  it("is looked through to its cause, and says nothing of addresses that the learner never typed", () => {
    const cause = thrown("getaddrinfo ENOTFOUND api.example.org", { code: "ENOTFOUND" });
    expect(why(thrown("fetch failed", { cause }))).toBe("offline");
    const signed = thrown("x", { code: "SELF_SIGNED_CERT_IN_CHAIN" });
    expect(why(thrown("fetch failed", { cause: signed }))).toBe("certificate");
    expect(why(thrown("fetch failed", { cause: thrown("self-signed certificate") }))).toBe("certificate");
    expect(why(thrown("HTTP 404: page not found"))).toBe("server-error");
  });

  it("breaks off where some of the reply had come", () => {
    expect(why(thrown("net::ERR_CONNECTION_RESET"), true)).toBe("broke-off");
    expect(why(thrown("net::ERR_CONNECTION_RESET"))).toBe("offline");
  });

  it("asks for a wait that a person can use", () => {
    expect(vscodeFailure(thrown("Rate limit. Try again in 20s"), false, "gpt", {}).retryAfter).toBe(20_000);
    expect(vscodeFailure(thrown("You've reached your monthly limit."), false, "gpt", {}).retryAfter).toBeUndefined();
  });

  it("reaches the log without the learner's words", () => {
    const answer = "Mode collapse means few kinds of samples";
    const { detail } = vscodeFailure(thrown(`cannot take "${answer}"`), false, "gpt", { texts: [answer] });
    expect(detail).toContain("cannot take");
    expect(detail).not.toContain("few kinds");
  });
});

describe("an error because of tools", () => {
  it.each([
    "Tools are not supported by this model",
    "404 No endpoints found that support tool use",
    "Invalid schema for function 'grade': additionalProperties",
    "tool_choice is not allowed",
    "Request Failed: 400 Bad Request",
  ])("%s", (message) => expect(isAboutTools(thrown(message), "gpt")).toBe(true));

  it.each([
    thrown("You exceeded your quota of tool calls"),
    thrown("Rate limit for tools"),
    thrown("Request Failed: 400 maximum context length is 4096"),
    thrown("Request Failed: 500"),
    thrown("kaput"),
    languageModelError("NoPermissions", "no tools for you"),
  ])("is not: %s", (error) => expect(isAboutTools(error, "gpt")).toBe(false));
});
