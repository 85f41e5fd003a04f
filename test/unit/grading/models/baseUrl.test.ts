// Base URLs as they are typed and pasted.
import { describe, expect, it } from "vitest";
import { addressesOf, endpointOf, isAzure, isThisMachine, readBaseUrl } from "../../../../src/grading/models/baseUrl";

function read(typed: string): string {
  const base = readBaseUrl(typed);
  return base.kind === "ok" ? `${base.address}${base.query}` : base.why;
}

describe("a base URL", () => {
  it.each([
    ["https://api.example.org/v1", "https://api.example.org/v1"],
    [" https://api.example.org/v1/ \n", "https://api.example.org/v1"],
    ["<https://api.example.org/v1>", "https://api.example.org/v1"],
    ['"https://api.example.org/v1",', "https://api.example.org/v1"],
    ["https://api.example.org/v1\u200b", "https://api.example.org/v1"],
    ["POST https://api.example.org/v1/chat/completions", "https://api.example.org/v1"],
    ["https://api.example.org//v1//chat/completions/", "https://api.example.org/v1"],
    ["https://api.example.org/v1/models", "https://api.example.org/v1"],
    ["https://api.example.org/v1/responses#top", "https://api.example.org/v1"],
    ["api.example.org/v1", "https://api.example.org/v1"],
    ["localhost:1234", "http://localhost:1234"],
    ["127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1"],
    ["192.168.1.7:11434", "http://192.168.1.7:11434"],
    ["studio.local:1234/v1", "http://studio.local:1234/v1"],
    ["http://0.0.0.0:8000/v1", "http://127.0.0.1:8000/v1"],
    ["HTTP:/localhost:1234/v1", "http://localhost:1234/v1"],
    [
      "https://me.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-10-21",
      "https://me.openai.azure.com/openai/deployments/d?api-version=2024-10-21",
    ],
    [
      "https://me.openai.azure.com/openai/deployments/d",
      "https://me.openai.azure.com/openai/deployments/d?api-version=2024-10-21",
    ],
    ["“https://api.example.org/v1”", "https://api.example.org/v1"],
    ["http//127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1"],
    [
      "https://me.services.ai.azure.com/models?api-version=2024-05-01-preview",
      "https://me.services.ai.azure.com/models?api-version=2024-05-01-preview",
    ],
    ["https://api.exam ple.org/v1", "not-a-url"],
    ["my server", "not-a-url"],
    ["https://user:word@example.org/v1", "credentials-in-url"],
    ["user:word@example.org/v1", "credentials-in-url"],
    ["ftp://example.org", "not-a-url"],
    ["", "not-a-url"],
    ["http://", "not-a-url"],
    ["not a url at all: [", "not-a-url"],
  ])("%j is read as %s", (typed, is) => {
    expect(read(typed)).toBe(is);
  });

  it("is tried with /v1 where it names no version", () => {
    const addresses = (typed: string): readonly string[] => {
      const base = readBaseUrl(typed);
      return base.kind === "ok" ? addressesOf(base) : [];
    };
    expect(addresses("localhost:1234")).toEqual(["http://localhost:1234", "http://localhost:1234/v1"]);
    expect(addresses("https://example.org/openai")).toEqual([
      "https://example.org/openai",
      "https://example.org/openai/v1",
    ]);
    for (const typed of ["https://me.openai.azure.com/", "https://me.services.ai.azure.com/openai/"])
      expect(addresses(typed)).toEqual([typed.replace(/\/(?:openai\/)?$/, "/openai/v1")]);
    for (const versioned of [
      "https://example.org/v1",
      "https://example.org/v1beta/openai",
      "https://example.org/api/v3",
    ])
      expect(addresses(versioned)).toEqual([versioned]);
  });

  it("is told without credentials, query and fragment", () => {
    expect(endpointOf("https://user:secret@example.org/v1/?key=abc#x")).toBe("https://example.org/v1");
    expect(endpointOf("nonsense [")).toBe("");
  });

  it("is known as Azure's and as this machine's", () => {
    const azure = (typed: string): boolean => {
      const base = readBaseUrl(typed);
      return base.kind === "ok" && isAzure(base);
    };
    expect(azure("https://me.openai.azure.com/openai/v1")).toBe(true);
    expect(azure("https://gateway.example.org/x?api-version=preview")).toBe(true);
    expect(azure("https://example.org/v1")).toBe(false);
    expect(["localhost:1/v1", "http://127.0.0.1.example.org", "https://example.org"].map(isThisMachine)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
