import { expect, it } from "vitest";
import { returnToPath, saveOAuthAppInput } from "./schema";

it.each(["/", "/connections", "/connectors/github?tab=setup#scopes", "/connections/con_1"])("goes back to %s", (path) => {
  expect(returnToPath.safeParse(path).success).toBe(true);
  expect(new URL(path, "https://patchbay.test").origin).toBe("https://patchbay.test");
});

it.each(["", "connections", "https://evil.test/", "//evil.test", "/\\evil.test", "\\\\evil.test", "/a\\b", "/\t/evil.test", "/\n/evil.test", "/\u0000", "javascript:alert(1)", ` /connections`, `/${"a".repeat(500)}`])(
  "does not go back to %j",
  (path) => {
    expect(returnToPath.safeParse(path).success).toBe(false);
  },
);

it("takes a copied client id with the spaces around it, and none inside", () => {
  const parse = (clientId: string) => saveOAuthAppInput.safeParse({ connector: "github", clientId, clientSecret: "s" });
  expect(parse("  Iv1.abc \n").data?.clientId).toBe("Iv1.abc");
  expect(["", "  ", "two words", "a\nb"].map((text) => parse(text).success)).toEqual([false, false, false, false]);
});
