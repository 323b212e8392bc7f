import { inspect } from "node:util";

const redacted = "[secret]";
const brand = Symbol.for("patchbay.Secret");

/**
 * A value that can be used but not shown: every way of turning it into text (template strings, JSON, console,
 * structured clone) yields `[secret]` or throws. The one way out is `reveal()`, which is easy to grep for.
 */
export class Secret {
  readonly [brand] = true;
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The plain value. Call it at the last moment, on the line that sends or seals it. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return redacted;
  }

  toJSON(): string {
    return redacted;
  }

  [Symbol.toPrimitive](): string {
    return redacted;
  }

  [inspect.custom](): string {
    return redacted;
  }
}
