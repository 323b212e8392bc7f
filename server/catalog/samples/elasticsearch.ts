import type { ConnectorSample, SampleAccount, WaySample } from "./sample";

const host = "https://acme.es.eu-west-1.aws.elastic.cloud";
const reason = "unable to authenticate with provided credentials and anonymous access is not allowed for this request";
const error = { type: "security_exception", reason, header: { "WWW-Authenticate": ['Basic realm="security", charset="UTF-8"', 'Bearer realm="security"', "ApiKey"] } };

function way(authorization: string, caller: Record<string, string | Record<string, string>>, account: SampleAccount): WaySample {
  const headers = { accept: "application/json", authorization };
  return {
    verify: {
      call: `GET ${host}/_security/_authenticate`,
      headers,
      answer: { body: { roles: [], full_name: null, email: null, metadata: {}, enabled: true, ...caller } },
    },
    account,
    alternatives: [
      {
        call: `GET ${host}/`,
        headers,
        answer: { body: { name: "instance-0000000000", cluster_name: "acme", cluster_uuid: "QGgBGOwXTBuBmDwQKqFFAw", version: { number: "9.2.1", build_flavor: "default" }, tagline: "You Know, for Search" } },
        account: { id: "QGgBGOwXTBuBmDwQKqFFAw", label: "acme" },
      },
    ],
    refused: { status: 401, body: { error: { root_cause: [error], ...error }, status: 401 } },
  };
}

const keys = { name: "_es_api_key", type: "_es_api_key" };
const people = { name: "native", type: "native" };

export const sample: ConnectorSample = {
  api_key: way("ApiKey {api_key}", { username: "ada", authentication_realm: keys, lookup_realm: keys, authentication_type: "api_key", api_key: { id: "VuaCfGcBCdbkQm-e5aOx", name: "patchbay", managed_by: "elasticsearch" } }, { id: "VuaCfGcBCdbkQm-e5aOx", label: "patchbay" }),
  basic: way("Basic {username}:{password}", { username: "patchbay", authentication_realm: people, lookup_realm: people, authentication_type: "realm" }, { id: "patchbay", label: "patchbay" }),
};
