import { resolveHost } from "#server/network";

/** Ports of the same servers. */
const imapPorts = new Set([143, 993]);

/**
 * Which hosts are the same server: a hoster's customers each have a name of their own for it, and what it counts is connections
 * to its address.
 */
export class HostGroups {
  readonly #groups = new Map<string, string>();

  /** @returns the same word for every host of one server */
  async groupOf(host: string, port: number): Promise<string> {
    const service = imapPorts.has(port) ? "imap" : String(port);
    // A name that is not known now is a group of its own; connecting says what is wrong with it.
    const addresses = await resolveHost(host).catch(() => []);
    const keys = [host, ...addresses.map(({ address }) => address)].map((name) => `${name}:${service}`);
    const known = keys.map((key) => this.#groups.get(key)).find((group) => group !== undefined);
    const group = known ?? `${host}:${service}`;
    for (const key of keys) if (!this.#groups.has(key)) this.#groups.set(key, group);
    return group;
  }
}
