import { objectId } from "./read-reference";
import type { Parameter, Row } from "./reference";
import { RichText } from "./rich-text";

const inLink = "rounded-sm text-accent underline decoration-accent/40 underline-offset-[3px] hover:decoration-current";

/** The fields of a body, an answer or an object. */
export function FieldList({ rows }: { rows: readonly Row[] }) {
  return (
    <dl className="divide-y border-y text-sm">
      {rows.map(({ name, type, isRequired, description, object }) => (
        <div className="py-2" key={name}>
          <dt className="flex flex-wrap items-baseline gap-x-2">
            <code className="break-all font-medium font-mono">{name}</code>
            {object === null ? (
              <span className="text-faint text-xs">{type}</span>
            ) : (
              <a className={`${inLink} text-xs`} href={`#${objectId(object)}`}>
                {type}
              </a>
            )}
            {isRequired ? null : <span className="text-faint text-xs">may be left out</span>}
          </dt>
          {description ? (
            <dd className="mt-0.5 text-muted">
              <RichText>{description}</RichText>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

const places = { path: "in the address", query: "in the query", header: "as a header" };

/** What an address, its query or its headers take. */
export function ParameterList({ parameters }: { parameters: readonly Parameter[] }) {
  return (
    <dl className="divide-y border-y text-sm">
      {parameters.map(({ name, place, type, isRequired, description, options }) => (
        <div className="py-2" key={`${place}-${name}`}>
          <dt className="flex flex-wrap items-baseline gap-x-2">
            <code className="break-all font-medium font-mono">{name}</code>
            <span className="text-faint text-xs">
              {type} {places[place]}
              {isRequired ? ", needed" : ""}
            </span>
          </dt>
          <dd className="mt-0.5 text-muted">
            {description ? <RichText>{description}</RichText> : null}
            {options.length > 0 ? (
              <>
                {" "}
                One of <RichText>{`${options.map((option) => `\`${option}\``).join(", ")}.`}</RichText>
              </>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
