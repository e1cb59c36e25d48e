/** What a kind of server usually needs: where it listens, and what its fields look like. */
export interface Preset {
  name: string;
  baseUrl: string;
  baseUrlExample: string;
  modelExample: string;
  keyExample: string;
  hint: string;
}

export const PRESETS: readonly Preset[] = [
  {
    name: "vLLM",
    baseUrl: "http://127.0.0.1:8000/v1",
    baseUrlExample: "http://gpu-host:8000/v1",
    modelExample: "Qwen/Qwen3-32B, as vllm serve was told",
    keyExample: "what --api-key was given, if anything",
    hint: "vllm serve MODEL listens on port 8000.",
  },
  {
    name: "Ollama",
    baseUrl: "http://127.0.0.1:11434/v1",
    baseUrlExample: "http://127.0.0.1:11434/v1",
    modelExample: "qwen3:8b, as ollama list shows it",
    keyExample: "none is needed",
    hint: "Ollama answers as OpenAI does below /v1 on port 11434.",
  },
  {
    name: "llama.cpp",
    baseUrl: "http://127.0.0.1:8080/v1",
    baseUrlExample: "http://127.0.0.1:8080/v1",
    modelExample: "any name: the server has one model",
    keyExample: "what --api-key was given, if anything",
    hint: "llama-server listens on port 8080.",
  },
  {
    name: "Hosted",
    baseUrl: "",
    baseUrlExample: "https://…/v1, from the provider's documentation",
    modelExample: "as the provider names it",
    keyExample: "the provider's API key",
    hint: "Any provider with an OpenAI-compatible API: its base URL, a model's name and a key.",
  },
];
