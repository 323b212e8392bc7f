import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";

export type Errors = Readonly<Record<string, string>>;

type Shared = { name: string; label: string; errors: Errors; help?: ReactNode; isOptional?: boolean; className?: string; defaultValue?: string | undefined };

/** What is wrong with a control, or with a part of what it holds: one of several lines. */
function errorOf(errors: Errors, name: string): string | undefined {
  return errors[name] ?? Object.entries(errors).find(([field]) => field.startsWith(`${name}.`))?.[1];
}

/** A line of the draft, under its own name. */
export function DraftLine({ name, errors, defaultValue, placeholder, isCode = false, type = "text", ...field }: Shared & { placeholder?: string; isCode?: boolean; type?: "text" | "url" | "color" }) {
  return (
    <Field {...field} error={errorOf(errors, name)}>
      {(control) => <Input {...control} autoComplete="off" className={isCode ? "font-mono" : ""} defaultValue={defaultValue} name={name} placeholder={placeholder} spellCheck={isCode ? false : undefined} type={type} />}
    </Field>
  );
}

/** Several lines of the draft: hosts, headers, paths. */
export function DraftLines({ name, errors, defaultValue, placeholder, rows = 2, ...field }: Shared & { placeholder?: string; rows?: number }) {
  return (
    <Field {...field} error={errorOf(errors, name)}>
      {(control) => <Textarea {...control} className="min-h-14" defaultValue={defaultValue} isCode name={name} placeholder={placeholder} rows={rows} />}
    </Field>
  );
}

type ChoiceProps = Shared & { options: readonly (readonly [value: string, label: string])[]; onChoose?: (value: string) => void };

/** One of a few. */
export function DraftChoice({ name, errors, defaultValue, options, onChoose, ...field }: ChoiceProps) {
  return (
    <Field {...field} error={errors[name]}>
      {(control) => (
        <Select {...control} defaultValue={defaultValue} name={name} onChange={(event) => onChoose?.(event.target.value)}>
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
