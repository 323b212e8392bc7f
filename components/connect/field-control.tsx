import { Check, Lightbulb } from "lucide-react";
import type { ClipboardEventHandler, ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SecretInput } from "@/components/ui/secret-input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { TextLink } from "@/components/ui/text-link";
import type { Field as FieldDefinition } from "@/server/catalog/connector";
import { JsonFileInput } from "./json-file-input";
import type { FieldForm } from "./use-field-form";

type FieldControlProps = {
  field: FieldDefinition;
  form: FieldForm;
  /** Gets the focus when the form appears. */
  isFirst?: boolean;
  /** At the end of the label's line, in place of the one-line "where". */
  aside?: ReactNode;
  onPaste?: ClipboardEventHandler<HTMLInputElement>;
};

/** One field of a connector's form, as its definition says. */
export function FieldControl({ field, form, isFirst = false, aside, onPaste }: FieldControlProps) {
  const error = form.errorOf(field);
  // What is wrong goes before what may be wrong.
  const advice = error === null ? form.adviceOf(field) : null;
  const value = form.values[field.key] ?? "";
  return (
    <Field aside={aside} error={error} help={<Help field={field} hasAside={aside !== undefined} />} isOptional={!field.required && field.default === undefined && !field.options && field.control !== "switch"} label={field.label}>
      {(wiring) => {
        const shared = {
          ...wiring,
          name: field.key,
          onBlur: () => form.settle(field.key),
          "data-first-field": isFirst ? "" : undefined,
        };
        const onChange = (event: { target: { value: string } }) => form.set(field.key, event.target.value);
        const text = { ...shared, onChange, value, autoComplete: "off" };
        return (
          <>
            {field.jsonKeys || field.control === "file" ? (
              <JsonFileInput {...shared} onValueChange={(next) => form.set(field.key, next)} value={value} />
            ) : field.options ? (
              <Select {...shared} onChange={onChange} value={value || (field.default ?? field.options[0]?.value)}>
                {field.options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </Select>
            ) : field.control === "switch" ? (
              <Switch {...shared} checked={(value || field.default) === "true"} onCheckedChange={(isOn) => form.set(field.key, String(isOn))} />
            ) : field.control === "textarea" ? (
              <Textarea {...text} isCode={field.secret} placeholder={field.example} />
            ) : field.secret ? (
              <SecretInput {...shared} onChange={onChange} onPaste={onPaste} placeholder={field.looksLike || field.pattern ? field.example : undefined} value={value} />
            ) : (
              <Input {...text} onPaste={onPaste} placeholder={field.default ?? field.example} spellCheck={false} />
            )}
            {advice ? (
              <p className="flex items-start gap-1.5 text-sm text-warning" role="status">
                <Lightbulb aria-hidden className="mt-[3px] shrink-0" size={14} />
                {advice}
              </p>
            ) : form.isFamiliar(field) ? (
              <p className="flex items-center gap-1.5 text-positive text-sm">
                <Check aria-hidden className="shrink-0" size={14} />
                Has the right shape.
              </p>
            ) : null}
          </>
        );
      }}
    </Field>
  );
}

function Help({ field, hasAside }: { field: FieldDefinition; hasAside: boolean }): ReactNode {
  const { help, where } = field;
  const place = hasAside || !where ? null : where.url ? <TextLink href={where.url}>{where.text}</TextLink> : where.text;
  if (!help && !place) return null;
  return (
    <>
      {help} {place ? <span>Where to find it: {place}</span> : null}
    </>
  );
}
