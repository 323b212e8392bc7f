import { isIP } from "node:net";
import { AppError } from "../errors";
import { describeNonPublic, parseAddress } from "./address-kind";
import type { AllowList } from "./allow-list";
import { hostOf, portOf } from "./host-name";

/** Decides what may be reached. Every check throws `INVALID_REQUEST` with a sentence that names the host and nothing else of a URL. */
export type AddressRules = {
  /** Scheme, userinfo, clear text, and everything `checkHost` says. */
  checkUrl(url: URL): void;
  /** All that can be said of a normalised host before DNS: special names, and addresses written out. */
  checkHost(host: string, port: number): void;
  /** One address that `host` resolved to. A caller that skips one of several leaves the door open. */
  checkAddress(host: string, address: string, port: number): void;
};

/** `onRefused` hears of each refusal before it is thrown; it is where an operator sees that someone is probing. */
export function createAddressRules(allowed: AllowList, onRefused: (host: string, reason: string) => void = () => {}): AddressRules {
  const refuse = (host: string, reason: string): never => {
    onRefused(host, reason);
    throw new AppError("INVALID_REQUEST", reason, { details: { host } });
  };

  function isNamed(host: string, port: number): boolean {
    const address = parseAddress(host);
    return allowed.namesHost(host, port) || (address !== null && allowed.coversAddress(address, port));
  }

  function checkUrl(url: URL): void {
    const host = hostOf(url);
    if (url.protocol !== "https:" && url.protocol !== "http:") refuse(host, "Only https and http addresses can be called.");
    if (url.username !== "" || url.password !== "") {
      refuse(host, `The address of ${host} has a user name or password in it. Put the credential into the connection instead.`);
    }
    checkHost(host, portOf(url));
    // A credential must not cross the internet readable. Who names a host vouches for the network up to it.
    if (url.protocol === "http:" && !isNamed(host, portOf(url))) {
      refuse(host, `${host} would be called over plain http, which anyone on the way can read. Use https, or name the host in EGRESS_ALLOW.`);
    }
  }

  function checkHost(host: string, port: number): void {
    if (host.endsWith(".")) refuse(host, `${host} ends with a dot. Write the host without it.`);
    if (/^(.+\.)?localhost$/.test(host) && !allowed.namesHost(host, port)) {
      refuse(host, `${host} is the machine Patchbay runs on. Patchbay does not connect to it unless EGRESS_ALLOW names it.`);
    }
    if (isIP(host) !== 0) checkAddress(host, host, port);
  }

  function checkAddress(host: string, address: string, port: number): void {
    const parsed = parseAddress(address);
    if (parsed === null) return refuse(host, `${host} does not resolve to an address that Patchbay can read.`);
    const nonPublic = describeNonPublic(parsed);
    if (nonPublic === null || allowed.coversAddress(parsed, port)) return;
    // A named host may stand on a private network, but its DNS record cannot open link-local or metadata addresses.
    if (nonPublic.isPrivateNetwork && allowed.namesHost(host, port)) return;
    const what = host === address ? `${host} is ${nonPublic.label}` : `${host} resolves to ${address}, ${nonPublic.label}`;
    const next = nonPublic.isPrivateNetwork
      ? "Patchbay does not connect to private networks unless EGRESS_ALLOW names them."
      : "Patchbay does not connect to it unless EGRESS_ALLOW names the address itself.";
    refuse(host, `${what}. ${next}`);
  }

  return { checkUrl, checkHost, checkAddress };
}
