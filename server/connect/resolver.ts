import { Resolver as DnsResolver } from "node:dns/promises";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { resolveMailHost } from "../network.ts";

export type ServiceRecord = { host: string; port: number; priority: number; weight: number };

/** What discovery asks the network. Nothing is an error here: what cannot be learnt is not there. */
export type Resolver = {
  /** Mail exchangers of a domain, the preferred one first. */
  exchangers(domain: string): Promise<string[]>;
  /** SRV records (RFC 2782) of a name. */
  services(name: string): Promise<ServiceRecord[]>;
  /** Whether something takes a connection there. */
  answers(host: string, port: number): Promise<boolean>;
};

const dnsTimeoutMs = 2000;
const connectTimeoutMs = 2000;
const answerTimeoutMs = 3000;

export const systemResolver: Resolver = {
  async exchangers(domain) {
    const records = await dns()
      .resolveMx(domain)
      .catch(() => []);
    return records.sort((a, b) => a.priority - b.priority).map((record) => record.exchange.toLowerCase());
  },
  async services(name) {
    const records = await dns()
      .resolveSrv(name)
      .catch(() => []);
    return records.map(({ name: host, port, priority, weight }) => ({
      host: host.toLowerCase(),
      port,
      priority,
      weight,
    }));
  },
  async answers(host, port) {
    const asking = new AbortController();
    const knock = async () => {
      const [address] = await resolveMailHost(host, port).catch(() => []);
      return address ? takesConnection(address.address, port) : false;
    };
    // The system's own look-up knows no limit.
    const limit = sleep(answerTimeoutMs, false, { signal: asking.signal }).catch(() => false);
    return Promise.race([knock(), limit]).finally(() => asking.abort());
  },
};

const dns = () => new DnsResolver({ timeout: dnsTimeoutMs, tries: 1 });

function takesConnection(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, timeout: connectTimeoutMs });
    const end = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once("connect", () => end(true));
    socket.once("timeout", () => end(false));
    socket.once("error", () => end(false));
  });
}
