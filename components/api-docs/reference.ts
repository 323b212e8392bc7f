/** The API document, read for a page: in the order and the words in which it is shown. */
export type Reference = { version: string; origin: string; groups: Group[]; objects: ApiObject[]; errors: ErrorCode[] };

export type Group = { id: string; name: string; description: string; endpoints: Endpoint[] };

export type Endpoint = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string | null;
  /** Whether a key or a session has to be sent. */
  access: "needed" | "optional" | "open";
  parameters: Parameter[];
  body: { contentType: string; rows: Row[]; example: string } | null;
  /** What it answers when all goes well. */
  answer: { description: string; rows: Row[]; example: string | null; isPage: boolean };
  refusals: { status: string; description: string }[];
  curl: string;
};

export type Parameter = { name: string; place: "path" | "query" | "header"; type: string; isRequired: boolean; description: string | null; example: string | null; options: string[]; /** Whose ids it takes. */ idsOf: "connections" | "connectors" | null };

/** A field of an object. `object` is the id of the object that it holds, to look up. */
export type Row = { name: string; type: string; isRequired: boolean; description: string | null; object: string | null };

export type ApiObject = { id: string; name: string; rows: Row[]; example: string };

export type ErrorCode = { code: string; status: number; meaning: string; next: string };
