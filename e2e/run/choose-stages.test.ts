import { expect, it } from "vitest";
import { chooseStages } from "./choose-stages";

it("runs everything without arguments", () => {
  expect(chooseStages([])).toEqual(["checks", "unit", "pg", "build", "contract", "e2e"]);
});

it.each([
  [["--only", "pg,unit"], ["unit", "pg"]],
  [["--only=checks"], ["checks"]],
  [["--only", "e2e"], ["build", "e2e"]],
  [["--only", "contract"], ["build", "contract"]],
])("reads %j", (args, stages) => {
  expect(chooseStages(args)).toEqual(stages);
});

it.each([[["--only"]], [["--only", "units"]], [["--only="]], [["unit"]], [["--only", "unit", "pg"]]])("refuses %j and says how it is used", (args) => {
  expect(() => chooseStages(args)).toThrow("Usage: npm test [-- --only checks,unit,pg,build,contract,e2e]");
});
