import { eq } from "drizzle-orm";
import { apiKey } from "@/db/schema/workspaces";
import { hashToken } from "@/server/identity/hash-token";
import { AppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import type { RequestFacts, WorkspaceContext } from "./context";
import { type KeyState, readKeyState } from "./key-state";

const maxKeyLength = 512;
const lastUsedEveryMs = 60_000;
const makeAnother = "Make a new one under Settings, API keys.";

/**
 * Who holds a workspace API key. It answers without a promise while the key is in memory, which is what the gateway
 * meets on almost every call. Throws, or rejects with, `INVALID_API_KEY`.
 */
export function authenticateKeyCached(runtime: Runtime, key: string, request: RequestFacts): WorkspaceContext | Promise<WorkspaceContext> {
  if (key.length > maxKeyLength) return refuseUnknown();
  const state = readKeyState(runtime, hashToken(key));
  return state instanceof Promise ? state.then((read) => enter(runtime, read, request)) : enter(runtime, state, request);
}

function enter(runtime: Runtime, state: KeyState, request: RequestFacts): WorkspaceContext {
  if (state.kind === "unknown") return refuseUnknown();
  if (state.kind === "revoked") throw new AppError("INVALID_API_KEY", `This API key was revoked. ${makeAnother}`);
  const now = Date.now();
  if (state.expiresAt !== null && state.expiresAt.getTime() <= now) {
    throw new AppError("INVALID_API_KEY", `This API key expired on ${state.expiresAt.toISOString().slice(0, 10)}. ${makeAnother}`);
  }
  if (now - (state.lastUsedAt?.getTime() ?? 0) > lastUsedEveryMs) {
    const at = new Date(now);
    state.lastUsedAt = at;
    void writeLastUsed(runtime, state.id, at);
  }
  return {
    runtime,
    db: runtime.database.db,
    workspace: state.workspace,
    actor: { kind: "api_key", id: state.id },
    permissions: state.permissions,
    callsPerMinute: state.callsPerMinute,
    request,
  };
}

async function writeLastUsed(runtime: Runtime, id: string, at: Date): Promise<void> {
  try {
    await runtime.database.db.update(apiKey).set({ lastUsedAt: at }).where(eq(apiKey.id, id));
  } catch (error) {
    runtime.log.warn({ err: error, apiKeyId: id }, "When an API key was last used could not be written.");
  }
}

function refuseUnknown(): never {
  throw new AppError("INVALID_API_KEY", "This API key is not known here. Check that it was copied whole, or make a new one under Settings, API keys.");
}
