import { describe, expect, it } from "vitest";
import { readPlaywrightReport } from "./read-playwright-report";
import { readVitestReport } from "./read-vitest-report";

const vitestFile = (name: string, statuses: string[], status = "passed", message = "") => ({
  name,
  status,
  message,
  assertionResults: statuses.map((each, index) => ({ fullName: `test ${index}`, status: each })),
});

describe("vitest's report", () => {
  it("counts what passed", () => {
    expect(readVitestReport({ testResults: [vitestFile("a", ["passed", "passed"]), vitestFile("b", ["passed"])] }, 0)).toEqual({ passed: 3, failed: 0, problems: [] });
  });

  it("names what failed", () => {
    expect(readVitestReport({ testResults: [vitestFile("a", ["passed", "failed"], "failed")] }, 1)).toEqual({ passed: 1, failed: 1, problems: ["a: test 1"] });
  });

  it.each(["skipped", "pending", "todo", "disabled"])("counts a %s test as failed, although vitest ends well", (status) => {
    expect(readVitestReport({ testResults: [vitestFile("a", ["passed", status])] }, 0)).toEqual({ passed: 1, failed: 1, problems: [`a: test 1 (${status})`] });
  });

  it("counts a file that could not be loaded, or whose hook failed", () => {
    expect(readVitestReport({ testResults: [vitestFile("a", ["passed"]), vitestFile("b", [], "failed", "Cannot find module\n at …")] }, 1)).toEqual({ passed: 1, failed: 1, problems: ["b: Cannot find module"] });
    expect(readVitestReport({ testResults: [vitestFile("a", ["passed"], "failed")] }, 1)).toMatchObject({ failed: 1, problems: ["a: could not be run"] });
  });

  it("counts an unhandled error, which fails no test", () => {
    expect(readVitestReport({ testResults: [vitestFile("a", ["passed"])] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it("counts a run without tests as failed", () => {
    expect(readVitestReport({ testResults: [] }, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it("refuses a report of another shape", () => {
    expect(() => readVitestReport({ results: [] }, 0)).toThrow();
  });
});

const spec = (title: string, status: string) => ({ title, file: "connect.spec.ts", tests: [{ status }] });

describe("playwright's report", () => {
  it("counts journeys, also those inside a describe", () => {
    const report = { errors: [], suites: [{ title: "connect.spec.ts", specs: [spec("one", "expected")], suites: [{ title: "inner", specs: [spec("two", "expected")] }] }] };
    expect(readPlaywrightReport(report, 0)).toEqual({ passed: 2, failed: 0, problems: [] });
  });

  it("counts failed, skipped and flaky journeys as failed", () => {
    const report = { errors: [], suites: [{ title: "", specs: [spec("one", "unexpected"), spec("two", "skipped"), spec("three", "flaky"), spec("four", "expected")] }] };
    expect(readPlaywrightReport(report, 1)).toEqual({ passed: 1, failed: 3, problems: ["connect.spec.ts: one", "connect.spec.ts: two (skipped)", "connect.spec.ts: three (flaky)"] });
  });

  it("counts errors outside journeys, a bad end and an empty run", () => {
    const one = [{ title: "", specs: [spec("one", "expected")] }];
    expect(readPlaywrightReport({ errors: [{ message: "SyntaxError\n at …" }], suites: one }, 1)).toEqual({ passed: 1, failed: 1, problems: ["SyntaxError"] });
    expect(readPlaywrightReport({ errors: [], suites: one }, 1)).toMatchObject({ passed: 1, failed: 1 });
    expect(readPlaywrightReport({ errors: [], suites: [] }, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});
