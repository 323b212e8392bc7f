import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample } from "./sample";

export const sample: ConnectorSample = {
  oauth2: {
    authorize: { url: "https://www.dropbox.com/oauth2/authorize", params: { token_access_type: "offline" }, pkce: true },
    token: {
      call: "POST https://api.dropboxapi.com/oauth2/token",
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: { body: { access_token: "sl.AbX9y6Fe3AuH5o66-gmJpR032jwAwQPIVVzWXZNkdzcYT02akC2de219dZi6sample", expires_in: 14400, token_type: "bearer", scope: "account_info.read files.content.read files.metadata.read", refresh_token: "nBiM85CZALsAAAAAAAAAAQXHBoNpNutK4ngsXHsqW4iGz9tisb3JyjGqikMJIYbd", account_id: "dbid:AAH4f99T0taONIb-OurWxbNQ6ywGRopQngc", uid: "12345" } },
      reads: {
        accessToken: "sl.AbX9y6Fe3AuH5o66-gmJpR032jwAwQPIVVzWXZNkdzcYT02akC2de219dZi6sample",
        refreshToken: "nBiM85CZALsAAAAAAAAAAQXHBoNpNutK4ngsXHsqW4iGz9tisb3JyjGqikMJIYbd",
        expiresInSeconds: 14_400,
        scopes: ["account_info.read", "files.content.read", "files.metadata.read"],
      },
    },
    tokenRefused: { status: 400, body: { error: "invalid_grant", error_description: "code doesn't exist or has expired" } },
    verify: {
      call: "POST https://api.dropboxapi.com/2/users/get_current_account",
      headers: bearerToken,
      answer: { body: { account_id: "dbid:AAH4f99T0taONIb-OurWxbNQ6ywGRopQngc", name: { given_name: "Ada", surname: "Lovelace", display_name: "Ada Lovelace" }, email: "ada@example.com", email_verified: true, disabled: false, country: "GB", locale: "en", account_type: { ".tag": "business" } } },
    },
    account: { id: "dbid:AAH4f99T0taONIb-OurWxbNQ6ywGRopQngc", label: "ada@example.com" },
    refused: { status: 401, body: { error_summary: "invalid_access_token/...", error: { ".tag": "invalid_access_token" } } },
  },
};
