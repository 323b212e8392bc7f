import { AppError } from "@/server/lib/errors";

/** As `fillTemplate`, where `{name:upper}` writes a value in capitals and `{name:constant}` with underscores for dashes too. */
export function fillCased(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)(?::(upper|constant))?\}/g, (_whole, name: string, style: string | undefined) => {
    const value = fillTemplate(`{${name}}`, values);
    return style === "upper" ? value.toUpperCase() : style === "constant" ? value.toUpperCase().replaceAll("-", "_") : value;
  });
}

/**
 * Puts values into `{name}` of a template; `encode` is applied to each. Throws `INVALID_REQUEST` when one is missing,
 * so that no request ever leaves with a brace in it.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>, encode: (value: string) => string = (value) => value): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined && value !== "") return encode(value);
    throw new AppError("INVALID_REQUEST", `The value "${name}" is missing. Give it when you connect, or reconnect.`, { details: { fields: { [name]: "This value is missing." } } });
  });
}
