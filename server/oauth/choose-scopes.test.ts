import { describe, expect, it } from "vitest";
import { chooseScopes, missingScopes } from "./choose-scopes";

const scope = (value: string, flags: { isDefault?: boolean; isRequired?: boolean } = {}) => ({ value, meaning: `may ${value}`, isSensitive: false, isDefault: flags.isDefault ?? false, isRequired: flags.isRequired ?? false });
const option = { scopes: [scope("openid", { isRequired: true }), scope("read", { isDefault: true }), scope("write"), scope("user:email", { isRequired: true })] };

describe("chooseScopes", () => {
  it("asks for the defaults, for what was chosen, or for what the connection had", () => {
    expect(chooseScopes(option, undefined)).toEqual(["openid", "read", "user:email"]);
    expect(chooseScopes(option, ["write"])).toEqual(["openid", "write", "user:email"]);
    expect(chooseScopes(option, [])).toEqual(["openid", "user:email"]);
    expect(chooseScopes(option, undefined, ["write", "retired"])).toEqual(["openid", "write", "user:email"]);
    expect(chooseScopes(option, undefined, [])).toEqual(["openid", "read", "user:email"]);
  });

  it("refuses scopes that the definition does not know, by name", () => {
    expect(() => chooseScopes(option, ["read", "admin:everything"])).toThrow("admin:everything");
  });
});

describe("missingScopes", () => {
  it("names what was required and not granted, in plain words", () => {
    expect(missingScopes(option, ["read"])).toEqual(["may user:email"]);
  });

  it("knows that a parent covers its parts, and a scope may be written as an address", () => {
    expect(missingScopes(option, ["user"])).toEqual([]);
    expect(missingScopes({ scopes: [scope("https://v.test/auth/drive", { isRequired: true })] }, ["drive"])).toEqual([]);
    expect(missingScopes({ scopes: [scope("User.Read", { isRequired: true })] }, ["https://graph.v.test/User.Read"])).toEqual([]);
  });
});
