import { Blocks, Database, FileKey, KeyRound, LogIn, type LucideIcon, Zap } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { ConnectorSummary } from "@/server/catalog/schema";

type Mark = { label: string; icon: LucideIcon; tip: string };

type Marked = Pick<ConnectorSummary, "authKinds" | "hasMcp" | "name" | "oauthApp">;

/** How one connects, and what else to know before opening the page, in small. */
export function ConnectorMarks({ connector, className }: { connector: Marked; className?: string }) {
  return (
    <ul aria-label="Ways to connect" className={cn("flex min-w-0 items-center gap-3 overflow-hidden text-faint text-xs", className)}>
      {marksOf(connector).map(({ label, icon: Icon, tip }) => (
        <li className="flex shrink-0 items-center gap-1" data-tooltip={tip} key={label}>
          <Icon aria-hidden size={12} />
          {label}
        </li>
      ))}
    </ul>
  );
}

function marksOf({ authKinds, hasMcp, name, oauthApp }: Marked): Mark[] {
  const has = (...kinds: string[]) => authKinds.some((kind) => kinds.includes(kind));
  return [
    ...(oauthApp === "ready" ? [{ label: "One click", icon: Zap, tip: `Sign in at ${name}, nothing to copy` }] : []),
    ...(oauthApp === "missing" ? [{ label: "Sign-in", icon: LogIn, tip: `Sign in at ${name}, once an admin has registered an OAuth app` }] : []),
    ...(has("api_key", "bearer", "basic", "client_credentials") ? [{ label: "API key", icon: KeyRound, tip: "Paste a key or a token" }] : []),
    ...(has("service_account") ? [{ label: "Key file", icon: FileKey, tip: "Drop a service-account file" }] : []),
    ...(has("database") ? [{ label: "Database", icon: Database, tip: "Host, user and password" }] : []),
    ...(hasMcp ? [{ label: "MCP", icon: Blocks, tip: `${name} runs an official MCP server` }] : []),
  ];
}
