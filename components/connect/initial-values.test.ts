import { describe, expect, it } from "vitest";
import type { Field } from "@/server/catalog/connector";
import type { AuthOptionView } from "@/server/catalog/schema";
import { initialValues } from "./initial-values";

const field = (key: string, secret: boolean): Field => ({ key, label: key, secret, required: true, example: "" });
const way = (kind: AuthOptionView["kind"], fields: Field[] = []): AuthOptionView => ({ kind, label: kind, guide: [], fields, isReady: true });
const request = (pasted?: string) => ({ connectorId: "acme", connectorName: "Acme", pasted });

describe("what a form starts with", () => {
  it("is empty for a new account", () => expect(initialValues(way("api_key"), request(), {})).toEqual({}));

  it("has a pasted key in the field for the secret", () => {
    expect(initialValues(way("basic", [field("user", false), field("key", true)]), request("sk_1"), {})).toEqual({ key: "sk_1" });
  });

  it("has a pasted connection string taken apart", () => {
    expect(initialValues(way("database"), request("postgres://ada:pw@db.example.com:6543/shop"), {})).toEqual({ host: "db.example.com", port: "6543", username: "ada", password: "pw", database: "shop" });
  });

  it("has what is known of a connection, and what was pasted over it", () => {
    const known = { host: "old.example.com", database: "shop" };
    expect(initialValues(way("database"), request("postgres://new.example.com"), known)).toEqual({ host: "new.example.com", database: "shop" });
  });

  it("takes no key into a sign-in", () => expect(initialValues(way("oauth2"), request("sk_1"), { shop: "acme" })).toEqual({ shop: "acme" }));
});
