import type { ModelProvider } from "../schemas/model.ts";

/** A provider of models as the page offers it. */
export type ProviderCard = {
  id: ModelProvider;
  label: string;
  /** Where its key is made. */
  key_hint: string;
  key_page?: string;
};
