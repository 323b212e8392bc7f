import { describe, expect, it } from "vitest";
import { readAccount } from "@/server/catalog/read-account";
import { readVendorError } from "@/server/catalog/read-vendor-error";
import { getConnector } from "@/server/catalog/registry";
import { buildRequest } from "./build-request.schema";
import { encodeBody } from "./encode-body";
import { nextCursor, paginationOf } from "./turn-page";
import { validateInput } from "./validate-input";

const operationOf = (slug: string, name: string) => {
  const found = getConnector(slug).operations.find((operation) => operation.name === name);
  if (!found) throw new Error(`${slug} has no ${name}`);
  return found;
};

/** The samples follow the shapes of the vendors' documentation; every value is made up. */
const account = (slug: string, sample: unknown, facts: Record<string, string> = {}, kind?: "oauth2") => {
  const { verify } = getConnector(slug);
  const attempt = kind === undefined ? verify : verify?.perKind?.[kind];
  return attempt ? readAccount(attempt.account, sample, facts) : null;
};
const error = (slug: string, status: number, sample: unknown) => readVendorError(getConnector(slug).api?.errors, status, sample);

describe("the account", () => {
  it.each([
    ["digitalocean", { account: { uuid: "u1", email: "ada@example.com", team: { uuid: "t1", name: "Acme" } } }, { id: "t1", label: "Acme" }],
    ["digitalocean", { account: { uuid: "u1", email: "ada@example.com" } }, { id: "u1", label: "ada@example.com" }],
    ["cloudflare", { success: true, errors: [], result: [{ id: "023e", name: "Acme" }], result_info: { page: 1 } }, { id: "023e", label: "Acme" }],
    ["cloudflare", { success: true, errors: [], result: [] }, { id: null, label: null }],
    ["azure", { value: [{ subscriptionId: "s1", tenantId: "t1", displayName: "Production" }] }, { id: "t1", label: "Production" }],
    ["power-bi", { "@odata.count": 1, value: [{ id: "w1", name: "Sales" }] }, { id: "w1", label: "Sales" }],
    ["gcp", { id: "1046", email: "patchbay@acme-prod-123456.iam.gserviceaccount.com", verified_email: true }, { id: "1046", label: "patchbay@acme-prod-123456.iam.gserviceaccount.com" }],
    ["dropbox", { account_id: "dbid:AAH4", name: { display_name: "Ada" }, email: "ada@example.com" }, { id: "dbid:AAH4", label: "ada@example.com" }],
    ["databricks", { id: "7119", userName: "ada@example.com", displayName: "Ada" }, { id: "7119", label: "ada@example.com" }],
    ["tableau", { session: { site: { id: "9a8b", name: "Acme", contentUrl: "acme" }, user: { id: "1a96", name: "ada@example.com" } } }, { id: "9a8b", label: "Acme" }],
  ])("of %s is in the answer", (slug, sample, expected) => expect(account(slug, sample)).toEqual(expected));

  it("of a Cloudflare sign-in is the person's, and of a storage account its address", () => {
    expect(account("cloudflare", { success: true, result: { id: "7c5d", email: "ada@example.com" } }, {}, "oauth2")).toEqual({ id: "7c5d", label: "ada@example.com" });
    expect(account("azure-blob", null, { host: "contoso.blob.core.windows.net" })).toEqual({ id: "contoso.blob.core.windows.net", label: "contoso.blob.core.windows.net" });
  });
});

it.each([
  ["digitalocean", 403, { id: "forbidden", message: "You do not have access." }, { code: "forbidden", message: "You do not have access." }],
  ["cloudflare", 200, { success: false, errors: [{ code: 10000, message: "Authentication error" }], result: null }, { code: "10000", message: "Authentication error" }],
  ["cloudflare", 200, { success: true, errors: [], result: {} }, null],
  ["dropbox", 409, { error_summary: "path/not_found/..", error: { ".tag": "path", path: { ".tag": "not_found" } } }, { code: "path", message: "path/not_found/.." }],
  ["azure", 403, { error: { code: "AuthorizationFailed", message: "The client does not have authorization." } }, { code: "AuthorizationFailed", message: "The client does not have authorization." }],
  ["databricks", 400, { error_code: "INVALID_PARAMETER_VALUE", message: "Job 1 does not exist." }, { code: "INVALID_PARAMETER_VALUE", message: "Job 1 does not exist." }],
  ["tableau", 401, { error: { summary: "Unauthorized Access", detail: "Invalid authentication credentials were provided.", code: "401002" } }, { code: "401002", message: "Invalid authentication credentials were provided." }],
])("%s says at %i what went wrong", (slug, status, sample, expected) => expect(error(slug, status, sample)).toEqual(expected));

describe("a request", () => {
  const build = (slug: string, name: string, given: Record<string, unknown>, facts: Record<string, string> = {}) => {
    const operation = operationOf(slug, name);
    const request = buildRequest(operation, validateInput(operation, given), facts);
    return { ...request, sent: request.body ? encodeBody(request.body) : null };
  };

  it("keeps a file's folders within its name", () => {
    expect(build("google-cloud-storage", "read_file", { bucket: "acme-uploads", file: "reports/2026 11.csv" }).path).toBe("/storage/v1/b/acme-uploads/o/reports%2F2026%2011.csv?alt=media");
    expect(build("azure-blob", "read_file", { container: "$web", file: "a/b.html" }).path).toBe("/$web/a%2Fb.html");
  });

  it("uploads text and files as they are", () => {
    expect(build("google-cloud-storage", "upload_file", { bucket: "acme-uploads", name: "a/b.txt", content: "é" })).toMatchObject({ path: "/upload/storage/v1/b/acme-uploads/o?uploadType=media&name=a/b.txt", sent: { contentType: "text/plain; charset=utf-8", bytes: "é" } });
    expect(build("azure-blob", "upload_file", { container: "uploads", file: "a.png", content: { contentType: "image/png", base64: "AP8=" } })).toMatchObject({ headers: { "x-ms-blob-type": "BlockBlob" }, sent: { contentType: "image/png", bytes: Buffer.from([0, 255]) } });
    expect(build("dropbox", "upload_file", { path: "/a b.txt", content: "x" })).toMatchObject({ headers: { "dropbox-api-arg": '{"path":"/a b.txt","mode":"add","autorename":false}' }, sent: { contentType: "application/octet-stream", bytes: "x" } });
  });

  it("cannot be given a Dropbox path that breaks out of its header", () => {
    for (const path of ['/a","mode":"overwrite', "/a\\", "/a\n", "/ä", "a"]) expect(() => build("dropbox", "upload_file", { path, content: "x" }), path).toThrow();
  });

  it("asks for nothing with no body, where Dropbox takes no empty JSON", () => expect(build("dropbox", "get_me", {}).sent).toBeNull());

  it("names Tableau's site, and its pages by number", () => {
    const operation = operationOf("tableau", "list_workbooks");
    const request = build("tableau", "list_workbooks", { limit: 2 }, { version: "3.22", site_id: "9a8b" });
    expect(request.path).toBe("/api/3.22/sites/9a8b/workbooks?pageSize=2");
    const pagination = paginationOf(getConnector("tableau"), operation);
    const page = (totalAvailable: string) => pagination && nextCursor(pagination, request, {}, { headers: {}, body: { pagination: { pageNumber: "1", pageSize: "2", totalAvailable }, workbooks: { workbook: [{}, {}] } }, data: [{}, {}] });
    expect([page("3"), page("2")]).toEqual(["2", null]);
  });
});
