import type { ModelProvider } from "../schemas/model.ts";

/** A model provider as offered on the page. */
export type ProviderCard = {
  id: ModelProvider;
  label: string;
  /** Where to create its key. */
  key_hint: string;
  key_page?: string;
};
