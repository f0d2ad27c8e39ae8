import type { ConnectionProblemCode, ServerSettings } from "#lib/contracts/account";
import { mayUsePlaintext, NetworkError, resolveMailHost, type AllowedAddress } from "../network.ts";

export type CheckedServer =
  | { ok: true; addresses: AllowedAddress[] }
  | { ok: false; code: ConnectionProblemCode; field: "host" | "port" | "security" };

/** Whether this server may be talked to at all, and the addresses to use for it (security: T5, T7). Connects to nothing. */
export async function checkServer({ host, port, security }: ServerSettings): Promise<CheckedServer> {
  try {
    const addresses = await resolveMailHost(host, port);
    if (security === "none" && !mayUsePlaintext(addresses))
      return { ok: false, code: "plaintext_not_allowed", field: "security" };
    return { ok: true, addresses };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return { ok: false, code: error.code, field: error.code === "port_not_allowed" ? "port" : "host" };
  }
}
