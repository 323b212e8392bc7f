import { requireConnector } from "@/server/custom-connectors/connector-for";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import type { VerifiedAccount } from "./credential-check";
import { findAuthOption, presentCredential } from "./present-credential";
import type { TestCredentialInput } from "./schema";

/** The same check as connecting, without storing anything: whose account it is, or why it is refused. */
export async function testCredential(ctx: WorkspaceContext, input: TestCredentialInput): Promise<VerifiedAccount> {
  requirePermission(ctx, "connections:write");
  const connector = await requireConnector(ctx.runtime, ctx.workspace.id, input.mcpId);
  const option = findAuthOption(connector, input.authKind);
  const { account } = await presentCredential(ctx.runtime, { connector, option, values: input.values });
  return account;
}
