import net from "node:net";

// Preloaded into the emulators' process: what it starts listens on loopback, although it asks for every interface.
const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function listenOnLoopback(...args) {
  const [first, ...rest] = args;
  if (typeof first === "object" && first !== null && "port" in first) return listen.call(this, { ...first, host: "127.0.0.1" }, ...rest);
  if (typeof first === "number" || typeof first === "string") {
    return listen.call(this, { port: Number(first), host: "127.0.0.1" }, ...rest.filter((each) => typeof each === "function"));
  }
  return listen.apply(this, args);
};
