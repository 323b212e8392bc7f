import { bearerToken, clientInBody, codeGrant, type ConnectorSample, type WaySample } from "./sample";

const graph = "https://graph.facebook.com/v26.0";
const short = "EAAGshortLivedSample0123456789abcdefghijklmnop";
const long = "EAAGlongLivedSample0123456789abcdefghijklmnopq";

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "refused"> {
  return {
    verify: { call: `GET ${graph}/106540352242922?fields=id,display_phone_number,verified_name`, headers, answer: { body: { id: "106540352242922", display_phone_number: "+1 631-555-5555", verified_name: "Jasper's Market" } } },
    account: { id: "106540352242922", label: "+1 631-555-5555" },
    refused: { status: 401, body: { error: { message: "Error validating access token: Session has expired.", type: "OAuthException", code: 190, error_subcode: 463, fbtrace_id: "AXsample" } } },
  };
}

export const sample: ConnectorSample = {
  bearer: way({ authorization: "Bearer {token}" }),
  oauth2: {
    ...way(bearerToken),
    authorize: { url: "https://www.facebook.com/v26.0/dialog/oauth", pkce: false },
    token: {
      call: `POST ${graph}/oauth/access_token`,
      form: { ...codeGrant, ...clientInBody },
      answer: { body: { access_token: short, token_type: "bearer", expires_in: 5_400 } },
      reads: { accessToken: short, expiresInSeconds: 5_400, scopes: null },
    },
    exchange: {
      call: `GET ${graph}/oauth/access_token?grant_type=fb_exchange_token&client_id={client_id}&client_secret={client_secret}&fb_exchange_token={access_token}`,
      answer: { body: { access_token: long, token_type: "bearer", expires_in: 5_183_944 } },
      reads: { accessToken: long, expiresInSeconds: 5_183_944, scopes: null },
    },
    tokenRefused: { status: 400, body: { error: { message: "Error validating client secret.", type: "OAuthException", code: 1, fbtrace_id: "AXsample" } } },
  },
};
