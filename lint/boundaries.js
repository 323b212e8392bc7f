/**
 * Who may import whom, from low to high. A folder may import every folder of a lower layer and nothing of its own
 * layer or a higher one. `only` narrows that to a list, `never` takes folders out. `instead` is what to do when it
 * seems too little. The longest matching folder counts; with `topOnly` it means the files right in it.
 *
 * @typedef {{ folder: string, layer: number, topOnly?: boolean, only?: string[], never?: string[], instead: string }} Area
 * @type {Area[]}
 */
export const areas = [
  { folder: "server/lib", layer: 0, instead: "lib knows nothing of ours: take what it needs as an argument." },
  { folder: "db", layer: 1, instead: "A table names its columns in plain types: put the rule into the area that owns the table." },
  { folder: "server/vault", layer: 2, instead: "The vault seals and opens bytes: let the area that owns the secret call it." },
  { folder: "server/audit", layer: 2, instead: "Audit records what it is told: pass the facts in from the verb." },
  { folder: "server/catalog", layer: 2, instead: "A connector is data: move the behaviour to the area that reads the definition." },
  { folder: "server/runtime", layer: 3, instead: "The runtime holds parts that were made elsewhere: use runtime.singleton from the area that needs one." },
  { folder: "server/identity", layer: 4, instead: "Identity knows people, not workspaces: let the workspaces verb call it." },
  { folder: "server/workspaces", layer: 5, instead: "A workspace does not know what is connected in it: let the higher area call this verb." },
  { folder: "server/custom-connectors", layer: 5.5, instead: "A definition is stored and found here: let the area that connects or calls use it." },
  { folder: "server/oauth", layer: 6, instead: "The flow ends with a token: let server/connections store it and pass a function in where it must act." },
  { folder: "server/auth-kinds", layer: 7, instead: "An auth kind is a function on a request: pass in what it needs." },
  { folder: "server/connections", layer: 8, instead: "Move what both need down into connections, or call it from the higher area." },
  { folder: "server/gateway", layer: 9, instead: "The gateway forwards calls: let a face (tRPC, REST) ask it, not the other way round." },
  { folder: "server/webhooks", layer: 9, instead: "Webhooks take in what vendors send: let a face (REST) hand it the call, and pass in what it needs." },
  { folder: "server/health", layer: 10, instead: "Health judges what a call showed: let a face (tRPC, REST) or a job ask it." },
  { folder: "server/operations", layer: 11, instead: "An operation describes a call and the gateway makes it: let a face (tRPC, REST, MCP) run it." },
  { folder: "server/activity", layer: 11, instead: "Activity reads what the gateway wrote: let a face (tRPC, REST) ask it." },
  { folder: "server/trpc", layer: 12, instead: "Faces are thin and do not know each other: put shared work into a verb of an area." },
  { folder: "server/rest", layer: 12, instead: "Faces are thin and do not know each other: put shared work into a verb of an area." },
  { folder: "server/graphql", layer: 12, instead: "Faces are thin and do not know each other: put shared work into a verb of an area." },
  { folder: "server/demo", layer: 12, instead: "The demo calls verbs: put shared work into an area." },
  { folder: "server/cli", layer: 12, instead: "The command line calls verbs: put shared work into an area." },
  { folder: "server", layer: 13, topOnly: true, instead: "Files beside server/main.ts only start things: move the work into an area." },
  { folder: "components/ui", layer: 14, only: ["components/ui"], instead: "A primitive knows no product words: pass text and handlers in as props." },
  { folder: "components", layer: 15, only: ["components"], instead: "Components take only types and schema files from the server: read and write through tRPC." },
  { folder: "app", layer: 16, never: ["db", "server/vault", "server/lib/http"], instead: "A page or route parses, calls one verb and renders: put the work into a verb." },
  { folder: "e2e", layer: 17, instead: "Journeys import from anywhere." },
];

/**
 * What may stand only in a few places. `allowedIn` lists folders and files; tests, testing files and e2e are free
 * unless `testsToo` is set. `globals` and `members` are globals and what hangs on them, `methods` are calls on a
 * thing of that name (any thing without `on`), `imports` are packages (`names` narrows them, `types` counts type
 * imports too).
 *
 * @typedef {{ from: string, names?: string[], types?: boolean }} BannedImport
 * @typedef {{ rule: string, within?: string[], allowedIn: string[], testsToo?: boolean, globals?: string[], members?: string[], methods?: { on?: string, name: string }[], imports?: BannedImport[], instead: string }} Ban
 * @type {Ban[]}
 */
export const bans = [
  {
    rule: "no-process-env",
    within: ["app", "components", "db", "server"],
    allowedIn: ["server/lib/env.ts", "server/demo/demo.ts"],
    members: ["process.env"],
    imports: [{ from: "node:process", names: ["env"] }],
    instead: "The environment is parsed once, in server/lib/env.ts: add the variable there and read runtime.env.",
  },
  {
    rule: "no-bare-fetch",
    within: ["app", "components", "db", "server"],
    // The demo's emulators run in a process of their own that speaks to itself on loopback. "Try it" sends the very
    // request that code would send through the proxy, so it cannot go through tRPC; the API page sends REST requests; the callback doctor looks at
    // the headers of pages, which a proxy in front may have changed.
    allowedIn: ["server/lib/http", "server/demo/emulator-front.ts", "components/connections/send-call.ts", "components/api-docs/send-request.ts", "components/callback-doctor/read-browser-facts.ts"],
    globals: ["fetch", "XMLHttpRequest", "EventSource"],
    imports: [{ from: "undici" }, { from: "node:http", names: ["request", "get"] }, { from: "node:https" }, { from: "node:http2" }],
    instead: "The server sends through runtime.egress, which refuses private addresses; the browser asks through tRPC.",
  },
  {
    rule: "no-arctic",
    allowedIn: ["server/oauth/protocol.ts"],
    imports: [{ from: "arctic", types: true }],
    testsToo: true,
    instead: "The OAuth library stays behind server/oauth/protocol.ts: call that file's functions.",
  },
  {
    rule: "no-vault-open",
    within: ["app", "components", "db", "server"],
    allowedIn: ["server/vault", "server/connections", "server/gateway", "server/webhooks", "server/oauth"],
    methods: [{ on: "vault", name: "open" }],
    instead: "A sealed credential is opened only by connections, gateway, webhooks and oauth: call a verb of those.",
  },
  {
    rule: "no-reveal",
    within: ["app", "components", "db", "server"],
    allowedIn: ["server/lib/secret.ts", "server/vault", "server/auth-kinds", "server/oauth", "server/connections", "server/gateway", "server/webhooks", "server/identity"],
    methods: [{ name: "reveal" }],
    instead: "A secret stays a Secret until the line that sends or seals it: hand the Secret itself on.",
  },
  {
    rule: "no-trpc-error",
    allowedIn: ["server/trpc"],
    imports: [{ from: "@trpc/server", names: ["TRPCError"] }],
    testsToo: true,
    instead: "Throw an AppError: server/trpc translates it once.",
  },
  {
    rule: "no-next-in-server",
    within: ["server", "db"],
    allowedIn: ["server/main.ts"],
    imports: [{ from: "next", types: true }],
    testsToo: true,
    instead: "Server areas do not know Next: take the Request, headers or cookies as an argument from app.",
  },
];
