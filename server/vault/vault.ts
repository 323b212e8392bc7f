import type { Secret } from "@/server/lib/secret";

/** What a sealed value is bound to (AES-GCM's additional data): moved anywhere else, it does not open. */
export type SealedFor = {
  workspaceId: string;
  /** The connection, or another row that owns the secret (an OAuth app, a flow). */
  ownerId: string;
  field: string;
};

export type Sealed = { sealed: string; keyVersion: number };

/** Seals and opens secrets with AES-256-GCM under versioned random data keys. */
export type Vault = {
  seal(secret: Secret, boundTo: SealedFor): Sealed;
  /** Throws when a byte, the tag, the key version or what it is bound to differs from what was sealed. */
  open(sealed: string, boundTo: SealedFor): Secret;
  /** The version that seals now. */
  readonly keyVersion: number;
  /** A key for a purpose of its own (link tokens, cookie signing), derived from the vault's; stable across processes. */
  deriveToken(purpose: string): string;
};
