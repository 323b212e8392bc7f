import type { Connector } from "@/server/catalog/connector";
import type { ConnectionRow } from "@/server/connections/connection-cache";
import { type CallPolicyOverrides, callPolicyOverrides } from "./schema";

/** How calls through one connection are sent. Times in milliseconds. */
export type CallPolicy = {
  /** How often a call that may be repeated is sent again. */
  retries: number;
  /** From the request being sent to the head of the answer. */
  firstByteMs: number;
  /** From the first look to the last byte. */
  totalMs: number;
  queueMs: number;
  /** What the vendor allows, as far as it is known before it says so itself. */
  budget: readonly { calls: number; seconds: number }[];
  isCached: boolean;
  hasBreaker: boolean;
};

const defaultPolicy: CallPolicy = {
  retries: 2,
  firstByteMs: 60_000,
  totalMs: 15 * 60_000,
  queueMs: 30_000,
  budget: [],
  isCached: false,
  hasBreaker: true,
};

/** By row: the same object serves every call until the connection changes or is read again. */
const known = new WeakMap<ConnectionRow, CallPolicy>();

/** The connector's policy with what was changed for this connection. */
export function policyOf(row: ConnectionRow, connector: Connector): CallPolicy {
  const found = known.get(row);
  if (found) return found;
  const policy = merge(connector, overridesOf(row));
  known.set(row, policy);
  return policy;
}

/** What was changed for this connection. A stored policy that no longer parses counts as none. */
export function overridesOf(row: ConnectionRow): CallPolicyOverrides {
  const parsed = callPolicyOverrides.safeParse(row.policy);
  return parsed.success ? parsed.data : {};
}

function merge(connector: Connector, { firstByteSeconds, queueSeconds, ...same }: CallPolicyOverrides): CallPolicy {
  return {
    ...defaultPolicy,
    budget: connector.rateLimit?.windows ?? [],
    ...same,
    ...(firstByteSeconds === undefined ? {} : { firstByteMs: firstByteSeconds * 1_000 }),
    ...(queueSeconds === undefined ? {} : { queueMs: queueSeconds * 1_000 }),
  };
}
