// What people reach for when they want a proxy in Node: fastify with its own.
import proxy from "@fastify/http-proxy";
import fastify from "fastify";

const server = fastify();
server.register(proxy, { upstream: process.argv[2], undici: { connections: 128 } });
await server.listen({ port: 0, host: "127.0.0.1" });
process.stdout.write(`${server.server.address().port}\n`);
