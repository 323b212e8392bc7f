import { describe, expect, test } from "vitest";
import { AppError, type ErrorCode, hasErrorCode, isAppError, notFound } from "./errors";

/** Of the HTTP contract: code, status, the code that answers show. */
const contract: [ErrorCode, number, string][] = [
  ["INVALID_REQUEST", 400, "INVALID_REQUEST"],
  ["INVALID_API_KEY", 401, "INVALID_API_KEY"],
  ["UNAUTHENTICATED", 401, "INVALID_API_KEY"],
  ["FORBIDDEN", 403, "FORBIDDEN"],
  ["NOT_FOUND", 404, "NOT_FOUND"],
  ["CONFLICT", 409, "CONFLICT"],
  ["RATE_LIMIT_EXCEEDED", 429, "RATE_LIMIT_EXCEEDED"],
  ["REAUTHORIZATION_REQUIRED", 424, "REAUTHORIZATION_REQUIRED"],
  ["CREDENTIAL_REFUSED", 422, "INVALID_API_KEY"],
  ["VENDOR_ERROR", 502, "VENDOR_API_ERROR"],
  ["SERVICE_UNAVAILABLE", 503, "SERVICE_UNAVAILABLE"],
  ["TIMEOUT", 504, "TIMEOUT"],
  ["PAYLOAD_TOO_LARGE", 413, "INVALID_REQUEST"],
  ["INTERNAL", 500, "INTERNAL"],
];

describe("AppError", () => {
  test.each(contract)("%s answers %i as %s", (code, status, publicCode) => {
    const error = new AppError(code, "What happened. What to do.");
    expect(error).toMatchObject({ code, status, publicCode, name: "AppError", message: "What happened. What to do.", details: {}, detail: undefined });
  });

  test.each([
    ["github", "GITHUB_API_ERROR"],
    ["google-calendar", "GOOGLE_CALENDAR_API_ERROR"],
    ["amazon-seller-central", "AMAZON_SELLER_CENTRAL_API_ERROR"],
  ])("a vendor's error is named after %s", (provider, publicCode) => {
    expect(new AppError("VENDOR_ERROR", "x", { details: { provider } }).publicCode).toBe(publicCode);
  });

  test("carries facts, what the vendor said, and the cause", () => {
    const cause = new Error("driver");
    const error = new AppError("CONFLICT", "x", { details: { field: "name" }, detail: "said", cause });
    expect(error.details).toEqual({ field: "name" });
    expect(error.detail).toBe("said");
    expect(error.cause).toBe(cause);
    expect(error).toBeInstanceOf(Error);
    expect(new AppError("CONFLICT", "x").cause).toBeUndefined();
  });
});

describe("isAppError", () => {
  test("knows one that another copy of the module made", async () => {
    // A query makes the loader run the file again, as Next's bundles do.
    const copy: { AppError: typeof AppError } = await import(/* @vite-ignore */ `${import.meta.dirname}/errors.ts?copy`);
    const error = new copy.AppError("NOT_FOUND", "x");
    expect(error instanceof AppError).toBe(false);
    expect(isAppError(error)).toBe(true);
  });

  test.each([[new Error("x")], [null], [undefined], ["AppError"], [{ code: "NOT_FOUND", name: "AppError" }], [() => undefined]])("is false for %o", (other) => {
    expect(isAppError(other)).toBe(false);
  });
});

test("notFound says the same of a foreign and of an unknown one", () => {
  expect(notFound("connection")).toMatchObject({ code: "NOT_FOUND", status: 404, message: "There is no such connection in this workspace.", details: {} });
});

test("hasErrorCode reads the code of a failed system call and of nothing else", () => {
  const missing = Object.assign(new Error("no such file"), { code: "ENOENT" });
  expect(hasErrorCode(missing, "ENOENT")).toBe(true);
  expect(hasErrorCode(missing, "EEXIST")).toBe(false);
  expect(hasErrorCode(new Error("ENOENT"), "ENOENT")).toBe(false);
  expect(hasErrorCode({ code: "ENOENT" }, "ENOENT")).toBe(false);
  expect(hasErrorCode(undefined, "ENOENT")).toBe(false);
});
