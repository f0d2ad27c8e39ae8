import { afterAll, afterEach, beforeAll } from "vitest";
import { openSession } from "../imap/open-session.ts";
import type { ImapSession, ImapSettings } from "../imap/session.ts";
import type { ImapBackend, ImapUser } from "./imap-backends.ts";

/** One server for the tests of a `describe`, and a new user on it for each session that is asked for. */
export function useImapBackend(start: () => Promise<ImapBackend>) {
  const at: { backend: ImapBackend | null; user: ImapUser | null } = { backend: null, user: null };
  const open: ImapSession[] = [];
  const must = <T>(value: T | null): T => {
    if (value === null) throw new Error("The server has not been started.");
    return value;
  };

  beforeAll(async () => {
    at.backend = await start();
  });
  afterEach(() => {
    for (const session of open.splice(0)) session.destroy();
  });
  afterAll(() => at.backend?.stop());

  const connect = async (changes: Partial<ImapSettings> = {}) => {
    const session = await openSession({ ...must(at.user).settings, ...changes });
    open.push(session);
    return session;
  };
  return {
    get capability() {
      return must(at.backend).capability;
    },
    get prefix() {
      return must(at.backend).prefix;
    },
    /** Whose session was opened last. */
    get user() {
      return must(at.user);
    },
    /** Another session of the same user. */
    connect,
    /** A session of a new user in whose INBOX lie so many sample mails. */
    session: async (mailCount = 0, changes: Partial<ImapSettings> = {}) => {
      at.user = must(at.backend).newUser();
      for (let id = 1; id <= mailCount; id += 1) await at.user.deliver(sampleMail(id));
      return connect(changes);
    },
  };
}

/** A mail of two parts, a text in Latin-1 and a picture; its Message-ID is `<id@example.com>`. */
export function sampleMail(id: number): string {
  return [
    `Message-ID: <${id}@example.com>`,
    "In-Reply-To: <0@example.com>",
    "References: <a@example.com>",
    "\t<0@example.com>",
    `Subject: Number ${id}`,
    "From: Ada <ada@example.com>",
    "To: help@example.com",
    "Date: Mon, 1 Jan 2024 10:00:00 +0000",
    "List-Id: <list.example.com>",
    "X-Unwanted: yes",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="edge"',
    "",
    "--edge",
    "Content-Type: text/plain; charset=ISO-8859-1",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "Caf=E9",
    "--edge",
    "Content-Type: image/png; name=dot.png",
    'Content-Disposition: attachment; filename="the dot.png"',
    "Content-ID: <dot@example.com>",
    "Content-Transfer-Encoding: base64",
    "",
    "iVBORw0KGgo=",
    "--edge--",
    "",
  ].join("\r\n");
}
