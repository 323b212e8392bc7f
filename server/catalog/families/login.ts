import type { Field } from "../connector";

const portPattern = "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]";

/** Where a server that speaks no HTTP is found, and how the way to it is protected: the same for all of them. */
export const hostField = (example: string): Field => ({ key: "host", label: "Host", secret: false, required: true, example, pattern: "[A-Za-z0-9\\[\\]:._-]{1,253}", patternHint: "Write a host name or an IP address, without a port." });

export const portField = (port: string, more: Partial<Field> = {}): Field => ({ key: "port", label: "Port", secret: false, required: false, example: port, default: port, pattern: portPattern, patternHint: "A port is a number from 1 to 65535.", ...more });

export const tlsField: Field = {
  key: "tls",
  label: "Encryption",
  secret: false,
  required: false,
  example: "auto",
  help: "Automatic checks the certificate of public hosts, and encrypts inside your own network when the server can.",
  options: [
    { value: "auto", label: "Automatic" },
    { value: "verify-full", label: "Encrypt and check the certificate" },
    { value: "require", label: "Encrypt, do not check the certificate" },
    { value: "disable", label: "None" },
  ],
};
