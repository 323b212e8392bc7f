import { GraphQLObjectType, GraphQLSchema, parse, type ParseOptions } from "graphql";
import { createYoga, type Plugin, useExecutionCancellation as cancelExecution } from "graphql-yoga";
import { AppError, isAppError } from "@/server/lib/errors";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { runOperation } from "@/server/operations/run-operation";
import { authenticate } from "@/server/workspaces/authenticate";
import { addressFromHeaders } from "@/server/workspaces/request-facts";
import { createGraphqlContext, type GraphqlContext } from "./context";
import { limitDocument, maxTokens } from "./limit-document";
import { queryType } from "./query";
import { readBody } from "./read-body";
import { runOperationField } from "./run-operation-field";
import { errorExtensions, translateError } from "./translate-error";

const answersWithinMs = 15_000;

const limits: Plugin<object, GraphqlContext> = {
  onParse: ({ setParseFn }) =>
    setParseFn((source: string, options?: ParseOptions) => {
      const document = parse(source, { ...options, maxTokens });
      limitDocument(document);
      return document;
    }),
  onExecutionResult: ({ result, setResult, context }) => {
    if (!result || !("errors" in result) || !result.errors) return;
    const { log } = context.ctx.runtime;
    setResult({ ...result, errors: result.errors.map((error) => translateError(error, context.requestId, log)) });
  },
};

const yoga = createYoga<GraphqlContext>({
  schema: new GraphQLSchema({ query: queryType, mutation: new GraphQLObjectType<undefined, GraphqlContext>({ name: "Mutation", fields: { runOperation: runOperationField(runOperation) } }) }),
  graphqlEndpoint: "/api/graphql",
  plugins: [limits, cancelExecution()],
  // The translator above takes the place of yoga's mask, and the door that of its cross-origin headers and pages.
  maskedErrors: false,
  cors: false,
  graphiql: false,
  landingPage: false,
  multipart: false,
  batching: false,
  logging: false,
  // Next takes the platform's own Response alone.
  fetchAPI: { Response },
});

/** Answers `/api/graphql`: POST with JSON, for a workspace key or a session. What is refused before a document runs has a status of its own. */
export async function answerGraphql(runtime: Runtime, request: Request, withinMs = answersWithinMs): Promise<Response> {
  const requestId = newId("request");
  const { headers, method } = request;
  try {
    if (method !== "POST") throw new AppError("INVALID_REQUEST", 'GraphQL is asked with POST. The body is JSON: {"query": "…", "variables": {…}}.');
    const ctx = await authenticate(runtime, { headers, method, ipAddress: addressFromHeaders(headers), requestId });
    const asked = await readBody(request);
    const answer = await inTime(request.signal, withinMs, (signal) => {
      const within = new Request(request.url, { method, headers: { accept: headers.get("accept") ?? "application/json", "content-type": "application/json" }, body: asked, signal });
      return yoga.fetch(within, createGraphqlContext(ctx, requestId, signal));
    });
    const own = new Headers(answer.headers);
    for (const [name, value] of Object.entries(ownHeaders(requestId))) own.set(name, value);
    return new Response(answer.body, { status: answer.status, headers: own });
  } catch (error) {
    if (!isAppError(error)) runtime.log.error({ err: error, requestId }, "A GraphQL request failed.");
    return refuse(isAppError(error) ? error : new AppError("INTERNAL", "Something went wrong inside Patchbay. The log of the server has the details under this request id."), requestId, method);
  }
}

async function inTime(asked: AbortSignal, withinMs: number, answer: (signal: AbortSignal) => Response | Promise<Response>): Promise<Response> {
  const late = AbortSignal.timeout(withinMs);
  const lateness = new Promise<never>((_resolve, reject) => {
    late.addEventListener("abort", () => reject(new AppError("TIMEOUT", `The answer took longer than ${withinMs / 1_000} seconds. Ask for less at once.`)), { once: true });
  });
  return Promise.race([answer(AbortSignal.any([asked, late])), lateness]);
}

function refuse(error: AppError, requestId: string, method: string): Response {
  const isMethod = method !== "POST";
  const body = JSON.stringify({ errors: [{ message: error.message, extensions: errorExtensions(error, requestId) }] });
  return new Response(method === "HEAD" ? null : body, {
    status: isMethod ? 405 : error.status,
    headers: { "content-type": "application/json; charset=utf-8", ...ownHeaders(requestId), ...(isMethod ? { allow: "POST" } : {}) },
  });
}

function ownHeaders(requestId: string): Record<string, string> {
  return { "cache-control": "no-store", "x-request-id": requestId };
}
