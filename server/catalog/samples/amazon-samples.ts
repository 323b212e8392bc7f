import type { WaySample } from "./sample";

const host = "https://sts.eu-west-1.amazonaws.com";

/** Asks as a user of the account, for who it is; the service itself is not asked. JSON, because that is what is accepted. */
export const amazonUser: WaySample = way("AKIAIOSFODNN7EXAMPLE", "", "arn:aws:iam::123456789012:user/Alice", "AIDACKCEVSQ6C2EXAMPLE");

/** The same with keys that end after hours. */
export const amazonSession: WaySample = way("ASIAIOSFODNN7EXAMPLE", "IQoJb3JpZ2luX2VjEXAMPLETOKEN", "arn:aws:sts::123456789012:assumed-role/my-role-name/my-role-session-name", "ARO123EXAMPLE123:my-role-session-name");

function way(keyId: string, sessionToken: string, arn: string, userId: string): WaySample {
  const signed = `host;x-amz-date${sessionToken === "" ? "" : ";x-amz-security-token"}`;
  return {
    values: { access_key_id: keyId, session_token: sessionToken },
    verify: {
      call: `GET ${host}/?Action=GetCallerIdentity&Version=2011-06-15`,
      headers: {
        accept: "application/json",
        authorization: `^AWS4-HMAC-SHA256 Credential=${keyId}/\\d{8}/eu-west-1/sts/aws4_request, SignedHeaders=${signed}, Signature=`,
        "x-amz-date": "^\\d{8}T\\d{6}Z$",
        ...(sessionToken === "" ? {} : { "x-amz-security-token": "{session_token}" }),
      },
      signature: "aws",
      answer: { body: { GetCallerIdentityResponse: { GetCallerIdentityResult: { Account: "123456789012", Arn: arn, UserId: userId }, ResponseMetadata: { RequestId: "01234567-89ab-cdef-0123-456789abcdef" } } } },
    },
    account: { id: arn, label: arn },
    refused: { status: 403, body: { Error: { Code: "InvalidClientTokenId", Message: "The security token included in the request is invalid.", Type: "Sender" }, RequestId: "01234567-89ab-cdef-0123-456789abcdef" } },
  };
}
