import { expect, it } from "vitest";
import { encodeForm } from "./encode-form";

it("makes a form's body of lines, with everything after the first = as the value", () => {
  expect(encodeForm("email=ada@example.com\n\n note = a=b & c \nempty")).toBe("email=ada%40example.com&note=+a%3Db+%26+c+&empty=");
});
