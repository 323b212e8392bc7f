import type { ConnectorSample } from "./sample";

export const sample: ConnectorSample = {
  bearer: {
    verify: {
      call: "GET https://api.lexware.io/v1/profile",
      headers: { authorization: "Bearer {token}", accept: "application/json" },
      answer: {
        body: {
          organizationId: "aa93e8a8-2aa3-470b-b914-caad8a255dd8",
          companyName: "Testfirma GmbH",
          created: { userId: "1aea5501-3f3e-403d-8470-0dfdfb3ea7d6", userName: "Frau Erika Musterfrau", userEmail: "erika.musterfrau@testfirma.de", date: "2017-01-03T13:15:45.000+01:00" },
          connectionId: "3dea098b-fae5-4458-a85c-f97965966c25",
          taxType: "net",
          smallBusiness: false,
        },
      },
    },
    account: { id: "aa93e8a8-2aa3-470b-b914-caad8a255dd8", label: "Testfirma GmbH" },
    refused: { status: 401, body: { message: "Unauthorized" } },
  },
};
