import type { ImapFlow } from "imapflow";
import { messageLimit } from "./message-limit.ts";
import type { ServerCapabilities } from "./session.ts";

/** After login: what counts is what was enabled, where something has to be. */
export function capabilitiesOf({ capabilities, enabled }: ImapFlow): ServerCapabilities {
  const names = [...capabilities].map(([name, value]) => (typeof value === "number" ? `${name}=${value}` : name));
  const announced = new Set([...capabilities.keys()].map((name) => name.toUpperCase()));
  const qresync = enabled.has("QRESYNC");
  return {
    qresync,
    condstore: qresync || enabled.has("CONDSTORE"),
    idle: announced.has("IDLE"),
    notify: announced.has("NOTIFY"),
    move: announced.has("MOVE"),
    uidplus: announced.has("UIDPLUS"),
    esearch: announced.has("ESEARCH"),
    listStatus: announced.has("LIST-STATUS"),
    specialUse: announced.has("SPECIAL-USE"),
    objectId: announced.has("OBJECTID"),
    gmail: announced.has("X-GM-EXT-1"),
    messageLimit: messageLimit(announced),
    names: names.map((name) => name.toUpperCase()),
  };
}
