import { useId } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Parameter } from "./reference";
import { RichText } from "./rich-text";
import { SuggestionList } from "./suggestions";

type ParameterFieldProps = { parameter: Parameter; value: string; onValueChange: (value: string) => void };

/** The control for one value of a request. */
export function ParameterField({ parameter, value, onValueChange }: ParameterFieldProps) {
  const { name, isRequired, description, example, options, idsOf } = parameter;
  const listId = useId();
  const what = { help: description ? <RichText>{description}</RichText> : undefined, isOptional: !isRequired, label: <code className="font-mono">{name}</code> };
  if (options.length > 0) {
    return (
      <Field {...what}>
        {(control) => (
          <Select {...control} onChange={(event) => onValueChange(event.target.value)} required={isRequired} value={value}>
            <option value="">Any</option>
            {options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </Select>
        )}
      </Field>
    );
  }
  return (
    <Field {...what}>
      {(control) => (
        <>
          <Input {...control} autoComplete="off" className="font-mono" list={idsOf ? listId : undefined} onChange={(event) => onValueChange(event.target.value)} placeholder={example ?? undefined} required={isRequired} spellCheck={false} value={value} />
          {idsOf ? <SuggestionList id={listId} of={idsOf} /> : null}
        </>
      )}
    </Field>
  );
}
