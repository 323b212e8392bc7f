import { authKind } from "@/server/auth-kinds/registry";
import type { AuthKind, AuthOption, Connector, Field } from "@/server/catalog/connector";
import { parseFields } from "@/server/catalog/validate-fields";
import { AppError } from "@/server/lib/errors";
import { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import type { StoredCredential } from "./credential-columns";
import { verifyCredential } from "./verify-credential";

export type PostedCredential = {
  connector: Connector;
  option: AuthOption;
  /** Inputs and fields as they were posted, under the keys that the connector lists. */
  values: Readonly<Record<string, unknown>>;
};

/**
 * Parses what was posted, exchanges it where its kind does, and proves it with a real call. Stores nothing. Throws
 * `INVALID_REQUEST` with `details.fields` and whatever `verifyCredential` throws.
 */
export async function presentCredential(runtime: Runtime, { connector, option, values }: PostedCredential): Promise<StoredCredential> {
  const { acquire } = authKind(option.kind);
  if (!acquire || !("fields" in option)) throw browserOnly(connector);
  const parsed = parseFields(distinct([...connector.inputs, ...option.fields]), values);
  const pick = (fields: readonly Field[]) => fields.flatMap(({ key }) => (parsed[key] === undefined ? [] : [[key, parsed[key]] as const]));
  const posted = Object.fromEntries(pick(option.fields).map(([key, value]) => [key, new Secret(value)]));
  const acquired = await acquire({ runtime, connector, option, credential: posted, facts: Object.fromEntries(pick(connector.inputs)) });
  const facts = { ...Object.fromEntries(pick(connector.inputs)), ...acquired.facts };
  const { credential, scopes, tokenExpiresAt } = acquired;
  const account = await verifyCredential(runtime, { connector, option, credential, facts });
  return { option, credential, account, facts, scopes, tokenExpiresAt, refreshExpiresAt: null };
}

/** The connector's way of a kind. Throws `INVALID_REQUEST` with the ways that there are. */
export function findAuthOption(connector: Connector, kind: AuthKind): AuthOption {
  const option = connector.auth.find((candidate) => candidate.kind === kind);
  if (option) return option;
  const others = connector.auth.map((candidate) => candidate.kind).join(", ");
  throw new AppError("INVALID_REQUEST", `${connector.name} is not connected this way. It takes: ${others}.`, { details: { provider: connector.slug } });
}

function distinct(fields: readonly Field[]): Field[] {
  return [...new Map(fields.map((field) => [field.key, field])).values()];
}

function browserOnly(connector: Connector): AppError {
  return new AppError("INVALID_REQUEST", `${connector.name} asks for consent in the browser here. Start a sign-in instead of posting a credential.`, { details: { provider: connector.slug } });
}
