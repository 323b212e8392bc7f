import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Parameter } from "./reference";
import { RichText } from "./rich-text";

type ParameterFieldProps = { parameter: Parameter; value: string; onValueChange: (value: string) => void };

/** The control for one value of a request. */
export function ParameterField({ parameter, value, onValueChange }: ParameterFieldProps) {
  const { name, isRequired, description, example, options } = parameter;
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
      {(control) => <Input {...control} autoComplete="off" className="font-mono" onChange={(event) => onValueChange(event.target.value)} placeholder={example ?? undefined} required={isRequired} spellCheck={false} value={value} />}
    </Field>
  );
}
