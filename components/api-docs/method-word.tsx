import { cn } from "@/components/ui/cn";

const inks: Record<string, string> = { GET: "text-info", POST: "text-accent", PUT: "text-warning", PATCH: "text-warning", DELETE: "text-danger" };

/** An HTTP method, in the same width wherever several stand under each other. */
export function MethodWord({ method, className }: { method: string; className?: string }) {
  return <span className={cn("inline-block w-14 shrink-0 font-medium font-mono text-xs", inks[method] ?? "text-muted", className)}>{method}</span>;
}
