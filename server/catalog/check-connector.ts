import { broken, type BrokenRule } from "./broken-rule";
import { categories } from "./category.schema";
import { checkAddresses } from "./check-addresses";
import type { Connector } from "./connector";
import { allFields, oauthOf, optionFacts, optionFields, placedNames, toldByChoice, verifications } from "./connector-parts";
import { fieldExample } from "./field-example";
import { checkField, cleanValue, matchesFully } from "./field.schema";
import { templateNames } from "./template-names";

/**
 * The rules that every definition keeps, the catalog's own and one that a person made, as what it breaks of them.
 * Cheap enough for a request; what needs files or a clock is in the conformance suite.
 */
export function checkConnector(connector: Connector): BrokenRule[] {
  return [...checkWords(connector), ...checkFields(connector), ...checkAddresses(connector), ...checkPlaces(connector), ...checkVerification(connector), ...checkScopes(connector), ...checkGuide(connector)];
}

function checkWords({ slug, category, description }: Connector): BrokenRule[] {
  return broken(
    ["slug", /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug), "The id has to be small letters and digits, with single dashes between them."],
    ["category", categories.some(({ id }) => id === category), "There is no such category."],
    ["description", description.length <= 110, "Use at most 110 characters."],
    ["description", /^\p{Lu}/u.test(description), "Begin with a capital letter."],
    ["description", !/[.!]$/.test(description), "Leave out the full stop at the end."],
  );
}

function checkFields(connector: Connector): BrokenRule[] {
  const groups: [string, string[]][] = [["inputs", connector.inputs.flatMap((input) => [input.key, ...toldByChoice(input)])], ["settings", connector.settings.map(({ key }) => key)], ...connector.auth.map((option, place): [string, string[]] => [`auth.${place}.fields`, [...connector.inputs, ...optionFields(option)].map(({ key }) => key)])];
  return [
    ...groups.flatMap(([field, keys]) => broken([field, new Set(keys).size === keys.length, "Two values have the same name."])),
    ...allFields(connector).flatMap((field) => checkExample(pathOf(connector, field.key), field)),
    ...[...connector.inputs, ...connector.settings].flatMap((field) => broken([pathOf(connector, field.key), !field.secret, "A secret belongs to the credential, not into an address or a setting."])),
    ...connector.inputs.flatMap((input, place) => (input.options ?? []).flatMap((option) => broken([`inputs.${place}.options`, String(Object.keys(option.facts ?? {})) === String(toldByChoice(input)), `${option.value} tells other things than the first choice.`]))),
  ];
}

function checkExample(path: string, field: Connector["inputs"][number]): BrokenRule[] {
  const { key, label, example } = field;
  const named = broken([`${path}.key`, /^[a-z]\w*$/i.test(key), "The name has to be letters, digits and underscores."], [`${path}.label`, label !== "", "Give it a label."]);
  if (field.jsonKeys) return named;
  return [
    ...named,
    ...broken(
      [`${path}.example`, checkField(field, example) === null, checkField(field, example) ?? ""],
      [`${path}.example`, cleanValue(field, example) === example, "The example has to be as it is used: without what is cut off."],
      [`${path}.default`, field.default === undefined || checkField(field, field.default) === null, "The default does not fit the field."],
      [`${path}.looksLike`, field.looksLike === undefined || matchesFully(field.looksLike, example), "The example does not look like what is expected."],
      [`${path}.patternHint`, field.pattern === undefined || field.secret || field.patternHint !== undefined, "Say what is wrong when the value does not match."],
    ),
  ];
}

function pathOf(connector: Connector, key: string): string {
  const input = connector.inputs.findIndex((field) => field.key === key);
  if (input >= 0) return `inputs.${input}`;
  const option = connector.auth.findIndex((candidate) => optionFields(candidate).some((field) => field.key === key));
  return option >= 0 ? `auth.${option}.fields.${key}` : `settings.${key}`;
}

/** A way to connect places only what its form asks for. */
function checkPlaces(connector: Connector): BrokenRule[] {
  return connector.auth.flatMap((option, place) => {
    const fields = optionFields(option);
    const isExchanged = option.kind === "oauth2" || option.kind === "client_credentials" || option.kind === "service_account";
    const keys = new Set([...fields.map((field) => field.key), ...(isExchanged ? ["access_token"] : [])]);
    return [
      ...placedNames(option).flatMap((name) => broken([`auth.${place}.placement`, keys.has(name), `{${name}} is not known here. Known: ${[...keys].map((key) => `{${key}}`).join(", ")}.`])),
      ...optionFacts(option).flatMap((fact) => {
        const field = fields.find((candidate) => candidate.key === fact.field);
        const told = new RegExp(`^(?:${fact.pattern})$`, "u").exec(field ? fieldExample(field) : "")?.[1];
        return broken([`auth.${place}.facts`, Boolean(told), `The example of ${fact.field} does not tell ${fact.name}.`]);
      }),
    ];
  });
}

function checkVerification(connector: Connector): BrokenRule[] {
  return [
    ...verifications(connector).flatMap(([field, call]) => [
      ...broken(
        [`${field}.path`, call.path.startsWith("/"), "The path has to begin with a slash."],
        [`${field}.host`, call.host === undefined || (connector.api?.hosts ?? []).includes(call.host), "The host has to be among the connector's further hosts."],
        [`${field}.body`, call.method !== "GET" || call.body === undefined, "A GET has no body."],
      ),
      ...(call.hints ?? []).flatMap((hint) => broken([`${field}.hints`, /^[A-Z].*\.$/.test(hint.message), "A hint is a sentence."], [`${field}.hints`, (hint.status ?? hint.code) !== undefined, "A hint is for a status or a code."])),
    ]),
    ...broken(["verify.account.label", connector.verify === undefined || connector.verify.account.label.length > 0, "Say where the answer names the account."]),
  ];
}

function checkScopes(connector: Connector): BrokenRule[] {
  return oauthOf(connector).flatMap(({ scopes }) => {
    const field = `auth.${connector.auth.findIndex(({ kind }) => kind === "oauth2")}.scopes`;
    return [
      ...broken(
        [field, new Set(scopes.map((scope) => scope.value)).size === scopes.length, "A scope is listed twice."],
        // Some vendors have none: what an app may do is chosen where it is registered.
        [field, scopes.length === 0 || scopes.some((scope) => scope.isDefault), "At least one scope has to be asked for by default."],
      ),
      ...scopes.flatMap(({ value, meaning, isRequired, isDefault }) =>
        broken(
          [field, /^[A-Z]/.test(meaning) && !meaning.endsWith(".") && meaning.length <= 100, `Say what ${value} allows: a capital letter first, no full stop, at most 100 characters.`],
          [field, !isRequired || isDefault, `${value} is required, so it has to be asked for by default.`],
        ),
      ),
    ];
  });
}

function checkGuide(connector: Connector): BrokenRule[] {
  const kinds = connector.auth.map((option) => option.kind);
  return [
    ...broken(["auth", new Set(kinds).size === kinds.length, "There is one way to connect per kind."]),
    ...connector.auth.flatMap(({ kind, guide }, place) => {
      const field = `auth.${place}.guide`;
      return [
        ...broken([field, guide.length >= 3, "The guide has at least three steps."], [field, kind !== "oauth2" || guide.filter((step) => step.copy === "{callbackUrl}").length === 1, "The guide has the callback address to copy, once."]),
        ...guide.flatMap((step) =>
          broken(
            [field, /^\p{Lu}.*[.:]$/su.test(step.text), `A step is a sentence: “${step.text}”`],
            [field, step.url === undefined || (URL.canParse(step.url) && new URL(step.url).protocol === "https:"), "A link has to begin with https://."],
            [field, templateNames(`${step.text} ${step.copy ?? ""}`).every((name) => name === "callbackUrl" || name === "publicUrl"), "A step knows {callbackUrl} and {publicUrl} alone."],
          ),
        ),
      ];
    }),
  ];
}
