import { useEffect, useRef, useState } from "react";
import type { Field } from "@/server/catalog/connector";
import { adviseField, checkField, cleanValue, matchesFully } from "@/server/catalog/field.schema";

/** So long nobody types before what stands there is judged. */
const pauseMs = 700;
/** A press that leaves a field must reach its button before a sentence appears and moves it. */
const leaveMs = 250;

type Values = Readonly<Record<string, string>>;

export type FieldForm = {
  values: Values;
  set(key: string, value: string): void;
  /** Several at once, as a pasted connection string does. What was there before stays where nothing new came. */
  fill(values: Values): void;
  /** The field was left: it may be judged. */
  settle(key: string): void;
  /** Why the value cannot be taken; null while it is being typed. */
  errorOf(field: Field): string | null;
  /** A hint that it is probably the wrong value. */
  adviceOf(field: Field): string | null;
  /** It has the shape that this vendor's values have. */
  isFamiliar(field: Field): boolean;
  /** Judges everything. The first field that is wrong, or null. */
  findProblem(fields: readonly Field[]): Field | null;
  /** Shows what the server said about fields. */
  refuse(errors: Values): void;
};

/**
 * What was typed into fields that a connector defines, and what to say about it: after a pause, on leaving a field, or
 * on sending, never in the middle of a word. The checks are those of the server.
 */
export function useFieldForm(initial: Values = {}): FieldForm {
  const [values, setValues] = useState<Values>(initial);
  const [settled, setSettled] = useState<ReadonlySet<string>>(() => new Set(Object.keys(initial)));
  const [wasSent, setSent] = useState(false);
  const [refusals, setRefusals] = useState<Values>({});
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const running = timers.current;
    return () => running.forEach((timer) => clearTimeout(timer));
  }, []);

  const judgeIn = (ms: number, key: string) => {
    clearTimeout(timers.current.get(key));
    timers.current.set(
      key,
      setTimeout(() => setSettled((before) => new Set([...before, key])), ms),
    );
  };
  const problemOf = (field: Field) => checkField(field, values[field.key] ?? "");
  const isEmpty = (field: Field) => (values[field.key] ?? "").trim() === "";

  return {
    values,
    set(key, value) {
      setValues((before) => ({ ...before, [key]: value }));
      setRefusals((before) => without(before, key));
      setSettled((before) => new Set([...before].filter((each) => each !== key)));
      judgeIn(pauseMs, key);
    },
    fill(more) {
      setValues((before) => ({ ...before, ...more }));
      setRefusals({});
      setSettled((before) => new Set([...before, ...Object.keys(more)]));
    },
    settle: (key) => judgeIn(leaveMs, key),
    errorOf(field) {
      const refusal = refusals[field.key];
      if (refusal !== undefined) return refusal;
      // An empty field that was merely passed through is nothing to complain about yet.
      if (isEmpty(field)) return wasSent && settled.has(field.key) ? problemOf(field) : null;
      return settled.has(field.key) ? problemOf(field) : null;
    },
    adviceOf: (field) => (settled.has(field.key) && problemOf(field) === null ? adviseField(field, values[field.key] ?? "") : null),
    isFamiliar: (field) => !isEmpty(field) && field.looksLike !== undefined && matchesFully(field.looksLike, cleanValue(field, values[field.key] ?? "")),
    findProblem(fields) {
      setSent(true);
      setSettled(new Set(fields.map(({ key }) => key)));
      return fields.find((field) => problemOf(field) !== null) ?? null;
    },
    refuse: setRefusals,
  };
}

function without(values: Values, key: string): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
}
