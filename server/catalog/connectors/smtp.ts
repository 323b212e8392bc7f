import type { Connector } from "../connector";
import { hostField, portField, tlsField } from "../families/login";

const checkedOn = "2026-11-21";

export const smtp: Connector = {
  slug: "smtp",
  name: "SMTP",
  category: "communication",
  description: "Keep the login of any mail server that sends for you, and see whether it still works",
  synonyms: ["email", "send email", "mail server", "postfix", "exchange", "transactional email", "mailbox"],
  website: "https://www.rfc-editor.org/rfc/rfc6409",
  docsUrl: "https://www.rfc-editor.org/rfc/rfc5321",
  sources: [
    { url: "https://www.rfc-editor.org/rfc/rfc6409", checkedOn },
    { url: "https://www.rfc-editor.org/rfc/rfc8314", checkedOn },
    { url: "https://www.rfc-editor.org/rfc/rfc4954", checkedOn },
  ],
  popularity: 70,
  inputs: [],
  auth: [
    {
      kind: "basic",
      label: "Mail login",
      driver: "smtp",
      guide: [
        { text: "Find your provider's outgoing mail server: its help calls it SMTP or submission. The name often begins with smtp or mail." },
        { text: "Use port 465, where encryption comes first, or 587, where the server is asked for it. Port 25 is for servers among themselves." },
        { text: "The user is often the whole address. Where two steps are needed to sign in, make an app password in the account's security settings and use that." },
        { text: "If the server is in your own network, an administrator of Patchbay has to name its host in EGRESS_ALLOW." },
      ],
      fields: [
        hostField("smtp.example.com"),
        portField("587"),
        { key: "username", label: "User", secret: false, required: false, example: "ada@example.com", help: "Leave empty for a server that asks for no login." },
        { key: "password", label: "Password", secret: true, required: false, example: "correct-horse-battery-staple" },
        tlsField,
      ],
    },
  ],
  operations: [],
  settings: [{ key: "fromAddress", label: "From address", secret: false, required: false, example: "hello@example.com", help: "Used when a message does not name a sender.", pattern: "[^\\s@<>]{1,64}@[A-Za-z0-9.-]{1,253}", patternHint: "Write one email address." }],
  rateLimit: { summary: "As many messages as the provider of the mailbox allows" },
  defaultVisibility: "workspace",
};
