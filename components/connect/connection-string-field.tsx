import { type ReactNode, useState } from "react";
import { Field } from "@/components/ui/field";
import { SecretInput } from "@/components/ui/secret-input";

type ConnectionStringFieldProps = {
  /** What one looks like, e.g. "redis://user:password@host:6379/0". */
  example: string;
  /** Gets the focus when the form appears. */
  isFirst: boolean;
  /** At the end of the label's line. */
  aside: ReactNode;
  /** Takes the text apart into the form below; false when it is no connection string. */
  onTake: (text: string) => boolean;
};

/** One paste that fills a whole database form. The text itself is not kept: it holds the password. */
export function ConnectionStringField({ example, isFirst, aside, onTake }: ConnectionStringFieldProps) {
  const [text, setText] = useState("");
  const [state, setState] = useState<"empty" | "taken" | "unknown">("empty");
  const take = (value: string, isWhole: boolean) => {
    const isTaken = value.trim() !== "" && isWhole && onTake(value);
    setText(isTaken ? "" : value);
    setState(isTaken ? "taken" : isWhole && value.trim() !== "" ? "unknown" : "empty");
  };
  return (
    <Field
      aside={aside}
      error={state === "unknown" ? `This is not a connection string, such as ${example}. Fill in the fields below instead.` : null}
      help={state === "taken" ? <span className="text-positive">The fields below are filled in. Look them over, then connect.</span> : "Paste it whole and the fields below fill themselves."}
      isOptional
      label="Connection string"
    >
      {(control) => (
        <SecretInput
          {...control}
          data-first-field={isFirst ? "" : undefined}
          onBlur={() => take(text, true)}
          onChange={(event) => take(event.target.value, false)}
          onPaste={(event) => {
            event.preventDefault();
            take(event.clipboardData.getData("text"), true);
          }}
          placeholder={example}
          value={text}
        />
      )}
    </Field>
  );
}
