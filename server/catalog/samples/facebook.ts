import { bearerToken, clientInBody, codeGrant, type ConnectorSample, type WaySample } from "./sample";

const graph = "https://graph.facebook.com/v26.0";

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "refused"> {
  return {
    verify: { call: `GET ${graph}/102938475610293?fields=id,name`, headers, answer: { body: { id: "102938475610293", name: "Acme Bikes" } } },
    account: { id: "102938475610293", label: "Acme Bikes" },
    refused: { status: 400, body: { error: { message: "Error validating access token: Session has expired on Friday, 20-Nov-26 10:00:00 PST.", type: "OAuthException", code: 190, error_subcode: 463, fbtrace_id: "AsampleTraceId" } } },
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way(bearerToken),
    authorize: { url: "https://www.facebook.com/v26.0/dialog/oauth", pkce: false },
    token: {
      call: `POST ${graph}/oauth/access_token`,
      form: { ...codeGrant, ...clientInBody },
      answer: { body: { access_token: "EAABshortSampleToken", token_type: "bearer", expires_in: 5089 } },
      reads: { accessToken: "EAABshortSampleToken", expiresInSeconds: 5089, scopes: null },
    },
    tokenRefused: { status: 400, body: { error: { message: "Error validating client secret.", type: "OAuthException", code: 1, fbtrace_id: "AsampleTraceId" } } },
    exchange: {
      call: `GET ${graph}/oauth/access_token?grant_type=fb_exchange_token&client_id={client_id}&client_secret={client_secret}&fb_exchange_token={access_token}`,
      answer: { body: { access_token: "EAABlongSampleToken", token_type: "bearer", expires_in: 5183944 } },
      reads: { accessToken: "EAABlongSampleToken", expiresInSeconds: 5_183_944, scopes: null },
    },
  },
  bearer: way({ authorization: "Bearer {token}" }),
};
