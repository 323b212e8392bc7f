import { googleKeyFile, googlePerson, googleRobot, googleSignIn, personScopes } from "./google-samples";
import type { ConnectorSample } from "./sample";

const scope = "https://www.googleapis.com/auth/bigquery";

export const sample: ConnectorSample = {
  service_account: googleKeyFile({ scope: `${scope} https://www.googleapis.com/auth/userinfo.email` }, googleRobot),
  oauth2: googleSignIn(`${scope} ${personScopes}`, googlePerson),
};
