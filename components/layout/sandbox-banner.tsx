import { FlaskConical } from "lucide-react";
import { Badge } from "@/components/ui/badge";

/** Says what Sandbox mode means and how to leave it. */
export function SandboxBanner() {
  return (
    <section
      aria-label="Sandbox"
      className="gutter border-b bg-surface-sunken py-1.5 text-muted text-xs"
    >
      <p className="mx-auto flex max-w-content items-start gap-2.5 sm:items-center">
        <Badge icon={<FlaskConical aria-hidden />} tone="warning">
          Sandbox
        </Badge>
        <span className="text-pretty">
          Providers are emulated and no real account is touched. To leave, stop the demo and run{" "}
          <code className="whitespace-nowrap font-mono text-ink">npm start</code>.
        </span>
      </p>
    </section>
  );
}
