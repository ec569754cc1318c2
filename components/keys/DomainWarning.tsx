import { Notice } from "../ui/Notice.tsx";

/** Warns when a publishable key works everywhere, or nowhere. */
export function DomainWarning({ domains }: { domains: string[] }) {
  const words = domainWarning(domains);
  return words && <Notice look="warn">{words}</Notice>;
}

/** A warning about domains that are too wide or missing; null if there is none. */
export function domainWarning(domains: string[]): string | null {
  if (domains.includes("*")) {
    return "Any site may use this key, and spend its limit. Name your own domains instead of * when you know them.";
  }
  if (domains.length > 0) return null;
  return "No site may use this key yet. Add the domain of your site to it.";
}
