// The services that a learner can choose from: names, addresses, and whether they need a key. A table; nothing is asked
// here.

type ServiceId = "ollama" | "lm-studio" | "llama-cpp" | "vllm" | "openai" | "openrouter" | "custom";

/** A service that speaks as OpenAI's does. */
export interface Service {
  readonly id: ServiceId;
  /** A name of its own; not translated. Empty for `custom`. */
  readonly name: string;
  /** Ends before `/chat/completions`; empty for `custom`. */
  readonly baseUrl: string;
  /** On this machine, at its usual port. */
  readonly local: boolean;
  readonly needsKey: "yes" | "no" | "perhaps";
}

/** In the order of the set-up command: local first. Ports are the projects' own defaults. */
export const services: readonly Service[] = [
  { id: "ollama", name: "Ollama", baseUrl: "http://127.0.0.1:11434/v1", local: true, needsKey: "no" },
  { id: "lm-studio", name: "LM Studio", baseUrl: "http://127.0.0.1:1234/v1", local: true, needsKey: "no" },
  { id: "llama-cpp", name: "llama.cpp", baseUrl: "http://127.0.0.1:8080/v1", local: true, needsKey: "no" },
  { id: "vllm", name: "vLLM", baseUrl: "http://127.0.0.1:8000/v1", local: true, needsKey: "perhaps" },
  { id: "openai", name: "OpenAI", baseUrl: "https://api.openai.com/v1", local: false, needsKey: "yes" },
  { id: "openrouter", name: "OpenRouter", baseUrl: "https://openrouter.ai/api/v1", local: false, needsKey: "yes" },
  { id: "custom", name: "", baseUrl: "", local: false, needsKey: "perhaps" },
];
