import { googleKeyFile, googleRefusal } from "./google-samples";
import { bearerToken, type ConnectorSample } from "./sample";

export const sample: ConnectorSample = {
  service_account: googleKeyFile(
    { scope: "https://www.googleapis.com/auth/cloud-platform https://www.googleapis.com/auth/firebase.messaging" },
    {
      verify: {
        call: "GET https://firebase.googleapis.com/v1beta1/projects/acme-project",
        headers: bearerToken,
        answer: { body: { name: "projects/acme-project", projectId: "acme-project", projectNumber: "123456789012", displayName: "Acme", resources: { hostingSite: "acme-project" }, state: "ACTIVE" } },
      },
      account: { id: "acme-project", label: "Acme" },
      alternatives: [
        {
          call: "POST https://fcm.googleapis.com/v1/projects/acme-project/messages:send",
          headers: bearerToken,
          json: { validate_only: true, message: { topic: "patchbay", data: { check: "1" } } },
          answer: { body: { name: "projects/acme-project/messages/fake_message_id" } },
          account: { id: "acme-project", label: "acme-project" },
        },
      ],
      facts: { project_id: "acme-project" },
      refused: googleRefusal,
    },
  ),
};
