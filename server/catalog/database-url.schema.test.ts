import { expect, it } from "vitest";
import { readDatabaseUrl } from "./database-url.schema";

it.each([
  ["postgres://app:s%40cret@db.example.com:6543/shop?sslmode=require", { host: "db.example.com", port: "6543", username: "app", password: "s@cret", database: "shop", tls: "require" }],
  [" postgresql://db.internal/shop ", { host: "db.internal", database: "shop" }],
  ["postgres://db/shop?sslmode=verify-ca", { host: "db", database: "shop", tls: "verify-full" }],
  ["postgres://db/shop?sslmode=prefer", { host: "db", database: "shop" }],
  ["postgres://app@[fd12::1]:5432/shop", { host: "fd12::1", port: "5432", username: "app", database: "shop" }],
  ["rediss://:secret@cache.example.com:6380/2", { host: "cache.example.com", port: "6380", password: "secret", database: "2", tls: "verify-full" }],
  ["redis://cache", { host: "cache" }],
  ["postgres://a:50%@db/x", { host: "db", username: "a", password: "50%", database: "x" }],
])("takes %s apart", (text, values) => {
  expect(readDatabaseUrl(text)).toEqual(values);
});

it.each(["", "https://example.com", "postgres://", "postgres:///shop", "mysql://db/shop", "postgres"])("leaves %j alone", (text) => {
  expect(readDatabaseUrl(text)).toBeNull();
});
