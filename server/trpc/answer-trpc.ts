import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Runtime } from "@/server/runtime/runtime";
import { createTrpcContext } from "./context";
import { appRouter } from "./router";

/** More than any page asks at once. */
const maxBatchSize = 50;

/** Answers `/api/trpc/*`. */
export function answerTrpc(runtime: Runtime, request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    maxBatchSize,
    createContext: ({ resHeaders }) => {
      resHeaders.set("cache-control", "no-store");
      return createTrpcContext(runtime, { headers: request.headers, method: request.method, responseHeaders: resHeaders });
    },
  });
}
