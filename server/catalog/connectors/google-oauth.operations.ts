import type { ErrorShape, Operation, OperationInput } from "../operation";

const people = { method: "GET", host: "people.googleapis.com", group: "Profile" } as const;
const plain: ErrorShape = { code: "error", message: "error_description" };
const token = (name: string, example: string): OperationInput => ({ in: "query", type: "string", isRequired: true, minLength: 20, maxLength: 4_096, description: `${name}, as your app received it.`, examples: [example] });

export const googleOauthOperations: Operation[] = [
  { name: "get_profile", title: "See who is connected", description: "The account's lasting id, its email address, and name and picture.", group: "Profile", method: "GET", path: "/v1/userinfo", inputs: {}, errors: plain, isReadOnly: true },
  {
    ...people,
    name: "get_person",
    title: "Read parts of the profile",
    description: "Google leaves out what the granted scopes do not cover.",
    path: "/v1/people/me",
    inputs: {
      fields: {
        in: "query",
        as: "personFields",
        list: "comma",
        type: "array",
        isRequired: true,
        minItems: 1,
        items: { type: "string", enum: ["addresses", "birthdays", "emailAddresses", "genders", "locales", "metadata", "names", "nicknames", "organizations", "phoneNumbers", "photos", "urls"] },
        description: "Which parts.",
        examples: [["names", "photos"]],
      },
    },
    isReadOnly: true,
  },
  { ...people, name: "list_email_addresses", title: "List your email addresses", description: "Needs the scope to see all of them.", path: "/v1/people/me", inputs: {}, query: { personFields: "emailAddresses" }, answer: { pick: "emailAddresses" }, isReadOnly: true },
  { ...people, name: "get_workplace", title: "See where you work", description: "Needs the scope to see where you work.", path: "/v1/people/me", inputs: {}, query: { personFields: "organizations" }, answer: { pick: "organizations" }, isReadOnly: true },
  {
    name: "check_id_token",
    title: "Check an ID token",
    description: "Google checks signature and age. That aud is your own client ID is for you to check. For trying things out: an app should check tokens itself, with list_signing_keys.",
    group: "Tokens",
    method: "GET",
    host: "oauth2.googleapis.com",
    path: "/tokeninfo",
    inputs: { id_token: token("An ID token", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl") },
    errors: plain,
    isReadOnly: true,
  },
  {
    name: "list_signing_keys",
    title: "List the keys that sign ID tokens",
    description: "As a JSON Web Key Set. They change every few days.",
    group: "Tokens",
    method: "GET",
    host: "www.googleapis.com",
    path: "/oauth2/v3/certs",
    inputs: {},
    answer: { pick: "keys" },
    isReadOnly: true,
  },
  {
    name: "get_openid_configuration",
    title: "Read Google's OpenID configuration",
    description: "Its addresses, scopes and claims.",
    group: "Tokens",
    method: "GET",
    host: "accounts.google.com",
    path: "/.well-known/openid-configuration",
    inputs: {},
    isReadOnly: true,
  },
];
