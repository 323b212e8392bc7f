import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestHeaders, responseHeaders } from "./proxy-headers";

const never = ["cookie", "authorization", "origin", "referer", "x-forwarded-for", "x-forwarded-host", "x-patchbay-host", "sec-fetch-site", "host", "te", "transfer-encoding", "proxy-authorization"];

describe("requestHeaders", () => {
  it.each(never)("does not forward %s", (name) => {
    expect(requestHeaders({ [name]: "x", accept: "application/json" })).toEqual({ accept: "application/json" });
  });

  it("drops what Connection names, in any case and spacing", () => {
    expect(requestHeaders({ connection: "keep-alive, X-Drop ,accept", "x-drop": "1", accept: "a", "x-keep": "2" })).toEqual({ "x-keep": "2" });
  });

  it("joins repeated headers", () => {
    expect(requestHeaders({ "set-cookie": ["a", "b"] })).toEqual({ "set-cookie": "a, b" });
  });

  it("keeps every other header as it is", () => {
    const name = fc.stringMatching(/^x-[a-z]{1,12}$/).filter((text) => !text.startsWith("x-forwarded") && !text.startsWith("x-patchbay") && !["x-workspace"].includes(text));
    fc.assert(
      fc.property(name, fc.string(), (key, value) => {
        expect(requestHeaders({ [key]: value })).toEqual({ [key]: value });
      }),
    );
  });
});

describe("responseHeaders", () => {
  it.each(["set-cookie", "clear-site-data", "service-worker-allowed", "access-control-allow-origin", "access-control-allow-credentials", "strict-transport-security", "refresh", "www-authenticate", "connection", "x-accel-redirect", "x-sendfile", "x-lighttpd-send-file", "x-reproxy-url", "surrogate-control", "cdn-cache-control", "cloudflare-cdn-cache-control"])(
    "does not return %s",
    (name) => {
      expect(responseHeaders({ [name]: "x" })).not.toHaveProperty(name);
    },
  );

  it("sandboxes the answer, whatever the vendor says", () => {
    const kept = responseHeaders({ "content-security-policy": "default-src *", "x-content-type-options": "off", "content-type": "text/html" });
    expect(kept).toMatchObject({ "content-security-policy": "sandbox", "x-content-type-options": "nosniff", "content-type": "text/html" });
  });
});
