import type { SandboxProvider } from "../sandbox-provider";
import { company } from "./company";

/** Twilio is connected by pasting these two; the demo prints them. */
export const twilioAccount = { sid: "AC00000000000000000000000000000001", authToken: "00000000000000000000000000000001", phoneNumber: "+15005550006" };

export const twilio: SandboxProvider = {
  service: "twilio",
  slugs: ["twilio"],
  seed: () => ({
    account: { sid: twilioAccount.sid, auth_token: twilioAccount.authToken, friendly_name: company.name },
    phone_numbers: [{ phone_number: twilioAccount.phoneNumber, friendly_name: "Delivery texts" }],
    messaging_services: [{ friendly_name: "Delivery texts", phone_numbers: [twilioAccount.phoneNumber] }],
  }),
  missingRoutes: [
    {
      method: "GET",
      path: /^\/2010-04-01\/Accounts\/[^/]+\/Balance\.json$/,
      answer: () => ({ status: 200, body: { account_sid: twilioAccount.sid, balance: "41.20", currency: "EUR" } }),
    },
  ],
};
