"use client";

import { type FormEvent, useState } from "react";
import type { ZodType } from "zod";
import { readFailure, readFieldErrors } from "./read-failure";

type Errors = Readonly<Record<string, string>>;

type SchemaForm<Output> = {
  /** The input schema of the procedure that the form calls. */
  schema: ZodType<Output>;
  /** Calls it. What it throws lands beside the fields that it is about. */
  send: (values: Output, form: HTMLFormElement) => Promise<unknown>;
  /** Left out: every control by its name. */
  read?: (data: FormData) => unknown;
};

/**
 * A form that is checked by the schema of its procedure: here on sending, then by the server. Controls keep their own
 * values; spread `props` on the form, and give each `Field` its `errors[name]`.
 */
export function useSchemaForm<Output>({ schema, send, read = Object.fromEntries }: SchemaForm<Output>) {
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);

  /** Shows the sentences and goes to the first field that has one. False when none of them has a field here. */
  const refuse = (form: HTMLFormElement, found: Errors): boolean => {
    setErrors(found);
    const first = [...form.elements].find((control) => (control.getAttribute("name") ?? "") in found);
    if (first instanceof HTMLElement) first.focus();
    return first !== undefined;
  };
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    const form = event.currentTarget;
    setFailure(null);
    const parsed = schema.safeParse(read(new FormData(form)));
    if (!parsed.success) {
      refuse(form, Object.fromEntries(parsed.error.issues.toReversed().map(({ path, message }) => [path.join("."), message])));
      return;
    }
    setErrors({});
    setSending(true);
    try {
      await send(parsed.data, form);
    } catch (error) {
      if (!refuse(form, readFieldErrors(error))) setFailure(readFailure(error).message);
    } finally {
      setSending(false);
    }
  };
  return {
    errors,
    /** A failure that belongs to no field. */
    failure,
    isSending,
    props: {
      noValidate: true,
      onSubmit,
      onInput: ({ target }: FormEvent<HTMLFormElement>) => {
        const name = target instanceof HTMLElement ? target.getAttribute("name") : null;
        if (name !== null && name in errors) setErrors(Object.fromEntries(Object.entries(errors).filter(([each]) => each !== name)));
      },
    },
  };
}
