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
  ["mysql://app:s%40cret@db.example.com:3307/shop?ssl-mode=REQUIRED", { host: "db.example.com", port: "3307", username: "app", password: "s@cret", database: "shop", tls: "require" }],
  ["mariadb://db/shop?sslMode=VERIFY_IDENTITY", { host: "db", database: "shop", tls: "verify-full" }],
  ["mongodb://app:s%40cret@a.example:27017,b.example:27018/shop?authSource=people&tls=true&replicaSet=x", { scheme: "mongodb", host: "a.example:27017,b.example:27018", username: "app", password: "s@cret", database: "shop", auth_source: "people", tls: "verify-full" }],
  ["mongodb+srv://app:secret@cluster0.ab12c.mongodb.net/?appName=x", { scheme: "mongodb+srv", host: "cluster0.ab12c.mongodb.net", username: "app", password: "secret" }],
  ["mongodb://localhost/?ssl=false", { scheme: "mongodb", host: "localhost", tls: "disable" }],
  ["postgres://a:50%@db/x", { host: "db", username: "a", password: "50%", database: "x" }],
])("takes %s apart", (text, values) => {
  expect(readDatabaseUrl(text)).toEqual(values);
});

it.each(["", "https://example.com", "postgres://", "postgres:///shop", "mongodb:///shop", "sqlserver://db/shop", "postgres"])("leaves %j alone", (text) => {
  expect(readDatabaseUrl(text)).toBeNull();
});
