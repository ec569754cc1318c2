import type { ModelProvider } from "../schemas/model.ts";

/** A provider's OpenAI-compatible address, and its models in order of preference. */
type Known = {
  label: string;
  base_url: string;
  models: readonly string[];
  /** The model to embed with; omitted if none is known. */
  embeddings?: string;
  key_hint: string;
  /** The page for creating keys. */
  key_page?: string;
};

const KNOWN: Record<Exclude<ModelProvider, "other">, Known> = {
  openai: {
    label: "OpenAI",
    base_url: "https://api.openai.com/v1",
    models: ["gpt-4.1-mini", "gpt-4o-mini"],
    embeddings: "text-embedding-3-small",
    key_hint:
      "Create a key at platform.openai.com under API keys. It begins with sk-.",
    key_page: "https://platform.openai.com/api-keys",
  },
  anthropic: {
    label: "Anthropic",
    base_url: "https://api.anthropic.com/v1",
    models: ["claude-haiku-4-5", "claude-3-5-haiku-latest"],
    key_hint:
      "Create a key at platform.claude.com under API keys. It begins with sk-ant-.",
    key_page: "https://platform.claude.com/settings/keys",
  },
  mistral: {
    label: "Mistral",
    base_url: "https://api.mistral.ai/v1",
    models: ["mistral-small-latest", "open-mistral-nemo"],
    embeddings: "mistral-embed",
    key_hint: "Create a key at console.mistral.ai under API keys.",
    key_page: "https://console.mistral.ai/api-keys",
  },
  groq: {
    label: "Groq",
    base_url: "https://api.groq.com/openai/v1",
    models: [
      "llama-3.3-70b-versatile",
      "openai/gpt-oss-120b",
      "openai/gpt-oss-20b",
    ],
    key_hint:
      "Create a key at console.groq.com under API keys. It begins with gsk_.",
    key_page: "https://console.groq.com/keys",
  },
  openrouter: {
    label: "OpenRouter",
    base_url: "https://openrouter.ai/api/v1",
    models: ["openrouter/auto"],
    key_hint:
      "Create a key at openrouter.ai under Keys. It begins with sk-or-.",
    key_page: "https://openrouter.ai/settings/keys",
  },
  ollama: {
    label: "Ollama on this machine",
    base_url: "http://127.0.0.1:11434/v1",
    models: [],
    embeddings: "nomic-embed-text",
    key_hint:
      "It needs no key, and has to run beside this server. Whoever runs the server allows it with TWINCAST_LOCAL_HOSTS=127.0.0.1:11434.",
  },
};

const OTHER = {
  id: "other",
  label: "Another one",
  key_hint:
    "Any service or machine that speaks OpenAI’s API. Leave the key empty if it needs none.",
} as const;

/** Every provider as offered on a page, the generic one last. */
export const PROVIDER_CARDS: readonly {
  id: ModelProvider;
  label: string;
  key_hint: string;
  key_page?: string;
}[] = [
  ...Object.entries(KNOWN).map(([id, { label, key_hint, key_page }]) => ({
    id: id as ModelProvider,
    label,
    key_hint,
    key_page,
  })),
  OTHER,
];

/** What is known about a provider; null for the generic one. */
export function knownProvider(id: ModelProvider): Known | null {
  return id === "other" ? null : KNOWN[id];
}

/** The provider that a server's address belongs to. */
export function providerOf(base_url: string): ModelProvider {
  const found = Object.entries(KNOWN)
    .find(([, known]) => known.base_url === base_url);
  return (found?.[0] ?? "other") as ModelProvider;
}
