import { expect, it } from "vitest";
import { fieldFacts } from "../field-facts";
import { getConnector } from "../registry";

function projectOf(text: string) {
  const [option] = getConnector("firebase").auth;
  if (!option) throw new Error("Firebase has no way to connect");
  return fieldFacts(option, { service_account_json: text });
}

const file = { type: "service_account", project_id: "patchbay-1234", private_key_id: "k1", private_key: "-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----\n", client_email: "fcm@patchbay-1234.iam.gserviceaccount.com" };

it("knows the project from the key file, however it was laid out", () => {
  expect(projectOf(JSON.stringify(file))).toEqual({ project_id: "patchbay-1234" });
  expect(projectOf(JSON.stringify(file, null, 2))).toEqual({ project_id: "patchbay-1234" });
  expect(projectOf(JSON.stringify({ ...file, project_id: "example.com:patchbay" }))).toEqual({ project_id: "example.com:patchbay" });
});

it.each(["../other", "a/b", "Patchbay", "", "x"])("takes no project named %j", (project_id) => {
  expect(projectOf(JSON.stringify({ ...file, project_id }))).toEqual({});
});
