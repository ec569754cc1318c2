import { ArrowLeft } from "lucide-preact";

type Props = { href: string; children: string };

/** Leads back to the list that contains this. */
export function BackLink({ href, children }: Props) {
  return (
    <a
      class="no-print inline-flex min-h-8 items-center gap-1.5 text-sm font-medium text-muted transition hover:text-accent"
      href={href}
    >
      <ArrowLeft size={16} class="shrink-0 rtl:rotate-180" /> {children}
    </a>
  );
}
