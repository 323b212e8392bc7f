import type { ConnectorSample } from "./sample";

const sid = "AC0123456789abcdef0123456789abcdef";
const api = `https://api.twilio.com/2010-04-01/Accounts/${sid}`;
const page = { first_page_uri: `/2010-04-01/Accounts/${sid}/IncomingPhoneNumbers.json?PageSize=1&Page=0`, next_page_uri: null, page: 0, page_size: 1 };
const account = { id: sid, label: sid };
const withKey = { authorization: "Basic {api_key}:{api_secret}" };
const refused = { status: 401, body: { code: 20_003, message: "Authenticate", more_info: "https://www.twilio.com/docs/errors/20003", status: 401 } };

export const sample: ConnectorSample = {
  basic: {
    verify: {
      call: `GET ${api}.json`,
      headers: { authorization: "Basic {username}:{password}" },
      answer: { body: { sid, friendly_name: "Acme", status: "active", type: "Full", owner_account_sid: sid, date_created: "Thu, 30 Jul 2015 20:00:00 +0000" } },
    },
    account: { id: sid, label: "Acme" },
    facts: { account_sid: sid },
    refused,
  },
  api_key: {
    verify: { call: `GET ${api}/IncomingPhoneNumbers.json?PageSize=1`, headers: withKey, answer: { body: { ...page, incoming_phone_numbers: [] } } },
    account,
    alternatives: [
      { call: `GET ${api}/Messages.json?PageSize=1`, headers: withKey, answer: { body: { ...page, messages: [] } }, account },
      { call: `GET ${api}/Calls.json?PageSize=1`, headers: withKey, answer: { body: { ...page, calls: [] } }, account },
    ],
    facts: { account_sid: sid },
    refused,
  },
};
