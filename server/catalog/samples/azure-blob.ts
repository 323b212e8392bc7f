import { microsoftOwnApp, microsoftSignIn } from "./microsoft-samples";
import { bearerToken, type ConnectorSample, type SampleAnswer, type WaySample } from "./sample";

const host = "contoso.blob.core.windows.net";
const version = { "x-ms-version": "2025-05-05" };
const xml = (status: number, body: string): SampleAnswer => ({ status, headers: { "content-type": "application/xml" }, body: `\uFEFF<?xml version="1.0" encoding="utf-8"?>${body}` });
const account = { id: host, label: host };

/** `sas` stands at the end of the address. */
function way(headers: Record<string, string>, sas = ""): Omit<WaySample, "token"> {
  return {
    verify: {
      call: `GET https://${host}/?comp=list&maxresults=1${sas}`,
      headers,
      answer: xml(200, `<EnumerationResults ServiceEndpoint="https://${host}/"><MaxResults>1</MaxResults><Containers><Container><Name>reports</Name></Container></Containers><NextMarker /></EnumerationResults>`),
    },
    alternatives: [{ call: `GET https://${host}/?restype=account&comp=properties${sas}`, headers, answer: { body: "" }, account }],
    account,
    refused: xml(401, "<Error><Code>InvalidAuthenticationInfo</Code><Message>Server failed to authenticate the request. Please refer to the information in the www-authenticate header.</Message></Error>"),
  };
}

export const sample: ConnectorSample = {
  client_credentials: microsoftOwnApp("https://storage.azure.com/.default", way({ ...version, ...bearerToken })),
  oauth2: microsoftSignIn({ scope: "https://storage.azure.com/user_impersonation" }, way({ ...version, ...bearerToken })),
  api_key: {
    ...way(version, "&sv=2024-11-04&ss=b&srt=sco&sp=rl&se=2027-11-01T00:00:00Z&spr=https&sig=abcDEF0123456789abcDEF0123456789abcDEF01234%3D"),
    refused: xml(403, "<Error><Code>AuthenticationFailed</Code><Message>Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.</Message></Error>"),
  },
};
