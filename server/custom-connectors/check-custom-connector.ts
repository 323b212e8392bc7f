import type { z } from "zod";
import type { Connector } from "@/server/catalog/connector";
import { templateNames } from "@/server/catalog/template-names";
import { isAppError } from "@/server/lib/errors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { type Address, addressesOf, exampleAddress, requireSoundDefinition } from "./check-definition";
import { slugOf } from "./custom-slug";
import type { checkCustomConnectorInput } from "./schema";

/** What was found at one address. `message` is for the person. */
export type CheckedAddress = { field: string; address: string; outcome: "answers" | "silent" | "depends"; message: string };

const timeoutMs = 8_000;
const maxResponseBytes = 256 * 1024;

/**
 * Tries a definition before it is saved: its rules, then whether each address answers, asked once and without a
 * credential. Throws as `createCustomConnector` for a rule that it breaks.
 */
export async function checkCustomConnector(ctx: WorkspaceContext, input: z.output<typeof checkCustomConnectorInput>): Promise<CheckedAddress[]> {
  requirePermission(ctx, "admin");
  const connector = requireSoundDefinition(ctx.runtime, slugOf(input.draft.name), 1, input.draft);
  const wildcards = new Set((connector.api?.hosts ?? []).filter((host) => host.startsWith("*.")).map((host) => `https://${host.replace(/^\*\./, "any.")}`));
  return Promise.all(addressesOf(connector).filter(({ template }) => !wildcards.has(template)).map((address) => ask(ctx, connector, address)));
}

async function ask(ctx: WorkspaceContext, connector: Connector, { field, template }: Address): Promise<CheckedAddress> {
  const found = { field: field.replace("auth.0.", "auth."), address: template };
  if (templateNames(template).length > 0) return { ...found, outcome: "depends", message: "Depends on what is entered when connecting." };
  const url = exampleAddress(connector, template);
  try {
    const answer = await ctx.runtime.egress.request({ url, method: "GET", headers: { accept: "application/json", "user-agent": "Patchbay" }, timeoutMs, maxResponseBytes });
    await answer.text();
    return { ...found, outcome: "answers", message: `Answers with status ${answer.status}.` };
  } catch (error) {
    if (!isAppError(error)) throw error;
    // Too long an answer is an answer.
    if (error.code === "PAYLOAD_TOO_LARGE") return { ...found, outcome: "answers", message: "Answers." };
    return { ...found, outcome: "silent", message: error.message };
  }
}
