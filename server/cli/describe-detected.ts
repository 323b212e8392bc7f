import type { Reason } from "@/server/catalog/detect/detect.schema";
import { getConnector } from "@/server/catalog/registry";
import { printable } from "@/server/lib/printable";
import type { DetectedInFolder } from "./detect-in-folder";

const shownReasons = 3;

const kinds: Record<Reason["kind"], string> = { package: "package", variable: "variable", address: "address in", image: "image", mcp_server: "MCP server" };

/** The answer of `patchbay detect`, for people: what can be connected, and which names say so. */
export function describeDetected({ found, files, isCut }: DetectedInFolder): string {
  const cut = isCut ? "The project is larger than what is read at once: name a folder of it for the rest.\n" : "";
  if (files.length === 0) return `No package file, .env, compose file or MCP configuration found.\n${cut}`;
  const read = files.length === 1 ? "1 file" : `${files.length} files`;
  if (found.length === 0) return `Nothing in ${read} names a service that can be connected.\n${cut}`;
  const things = found.length === 1 ? "This thing your project uses" : `These ${found.length} things your project uses`;
  return `${things} can be connected (${read} read):\n\n${found.map(({ id, because }) => `  ${getConnector(id).name.padEnd(24)} ${reasonsOf(because)}`).join("\n")}\n${cut === "" ? "" : `\n${cut}`}`;
}

function reasonsOf(because: readonly Reason[]): string {
  const shown = because.slice(0, shownReasons).map(({ kind, name, file }) => printable(`${kinds[kind]} ${name}${file === "" ? "" : ` in ${file}`}`));
  const rest = because.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join("; ");
}
