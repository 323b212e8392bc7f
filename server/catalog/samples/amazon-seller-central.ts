import { clientInBody, type ConnectorSample } from "./sample";

const accessToken = "Atza|IQEBLjAsAhRmHjNgHpi0U-Dme37rR6CuUpSRsample";

export const sample: ConnectorSample = {
  client_credentials: {
    token: {
      call: "POST https://api.amazon.com/auth/o2/token",
      form: { grant_type: "refresh_token", refresh_token: "{refresh_token}", ...clientInBody },
      answer: { body: { access_token: accessToken, refresh_token: "Atzr|IQEBLzAtAhRPpMJxdwVz2Nn6f2y-tpJX2DeXsample", token_type: "bearer", expires_in: 3600 } },
      reads: { accessToken, refreshToken: "Atzr|IQEBLzAtAhRPpMJxdwVz2Nn6f2y-tpJX2DeXsample", expiresInSeconds: 3600, scopes: null },
    },
    tokenRefused: { status: 401, body: { error_description: "Client authentication failed", error: "invalid_client" } },
    verify: {
      call: "GET https://sellingpartnerapi-na.amazon.com/sellers/v1/marketplaceParticipations",
      headers: { "x-amz-access-token": "{access_token}" },
      answer: { body: { payload: [{ marketplace: { id: "ATVPDKIKX0DER", countryCode: "US", name: "Amazon.com", defaultCurrencyCode: "USD", defaultLanguageCode: "en_US", domainName: "www.amazon.com" }, storeName: "BestSellerStore", participation: { isParticipating: true, hasSuspendedListings: false } }] } },
    },
    account: { id: null, label: "BestSellerStore" },
    refused: { status: 403, body: { errors: [{ code: "Unauthorized", message: "Access to requested resource is denied.", details: "The access token you provided is revoked, malformed or invalid." }] } },
  },
};
