import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { callCurl } from "./call-curl";

type Call = Parameters<typeof callCurl>[0];
type Detail = NonNullable<Call["detail"]>;

const none: Detail = { query: null, requestHead: {}, requestBody: null, isRequestCut: false, responseHead: {}, responseBody: null, isResponseCut: false, decisions: [] };
const curlOf = (call: Partial<Call>, detail: Partial<Detail> = {}) => callCurl({ connection: { id: "con_1", name: "Acme" }, method: "GET", path: "/v1/customers", detail: { ...none, ...detail }, ...call }, "https://patchbay.example");

/** What a shell makes of it: the arguments that curl would get. */
function argumentsOf(command: string | null): string[] {
  const listed = execFileSync("sh", ["-c", `curl() { printf '%s\\0' "$@"; }\nPATCHBAY_API_KEY=pb_key\n${command}`]).toString();
  return listed.split("\0").slice(0, -1);
}

describe("a call as curl", () => {
  it("goes through the proxy with the reader's own key, and repeats what the caller chose", () => {
    const command = curlOf({ method: "POST" }, { query: "a=1&b=2", requestHead: { "content-type": "application/json", authorization: "[secret]", "idempotency-key": "k", cookie: "c", "x-custom": "1" }, requestBody: "@it's \"quoted\"" });
    expect(command).toContain("$PATCHBAY_API_KEY");
    expect(argumentsOf(command)).toEqual(["-X", "POST", "https://patchbay.example/api/proxy/con_1/v1/customers?a=1&b=2", "-H", "Authorization: Bearer pb_key", "-H", "content-type: application/json", "-H", "x-custom: 1", "--data-raw", "@it's \"quoted\""]);
  });

  it.each(["$(touch /tmp/owned)", "`id`", "'; id; '", "a\nb", "\\", "!!"])("runs nothing that a caller wrote: %j", (hostile) => {
    const given = argumentsOf(curlOf({ method: "POST", path: `/v1/${hostile}` }, { requestHead: { "x-custom": hostile }, requestBody: hostile }));
    expect(given).toEqual(["-X", "POST", `https://patchbay.example/api/proxy/con_1/v1/${hostile}`, "-H", "Authorization: Bearer pb_key", "-H", `x-custom: ${hostile}`, "--data-raw", hostile]);
  });

  it("is not offered when it would be another call", () => {
    expect(curlOf({ detail: null })).toBeNull();
    expect(curlOf({}, { isRequestCut: true })).toBeNull();
    expect(curlOf({ connection: { id: "con_1", name: null } })).toBeNull();
  });
});
