import { rest } from "@/server/rest/rest";

const answer = (request: Request) => rest.fetch(request);

export { answer as DELETE, answer as GET, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
