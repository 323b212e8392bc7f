import { describe, expect, it } from "vitest";
import type { Scope } from "@/server/catalog/connector";
import { initialScopes } from "./initial-scopes";

const scope = (value: string, facts: Partial<Scope> = {}): Scope => ({ value, meaning: value, isSensitive: false, isDefault: false, isRequired: false, ...facts });
const scopes = [scope("me", { isRequired: true }), scope("read", { isDefault: true }), scope("write")];

describe("what is ticked at first", () => {
  it("is what is asked for by default", () => {
    expect([...initialScopes(scopes, undefined)]).toEqual(["me", "read"]);
  });

  it("is what the connection had, and what cannot be left out", () => {
    expect([...initialScopes(scopes, ["write"])]).toEqual(["me", "write"]);
  });

  it("is the default when the vendor named what it granted in its own way", () => {
    expect([...initialScopes(scopes, ["https://vendor.example/auth/all"])]).toEqual(["me", "read"]);
  });
});
