import { listFolderRows, type FolderRow } from "#db/queries/accounts/folders";
import type { FolderRole } from "#lib/contracts/vocabulary";
import type { RemoteFolder } from "../../imap/session.ts";
import { store } from "../../store.ts";
import type { TransferJob } from "../job.ts";

const partMax = 200;

/** Where folders from elsewhere go in an account: by their role at its top, else by their name; existing ones are used. */
export class TargetFolders {
  readonly #rows: readonly FolderRow[];
  readonly #remote: readonly RemoteFolder[];
  readonly #base: FolderRow | null;

  private constructor(rows: readonly FolderRow[], remote: readonly RemoteFolder[], base: FolderRow | null) {
    this.#rows = rows;
    this.#remote = remote;
    this.#base = base;
  }

  /** @returns null when the folder that they are to go into is gone */
  static async of(job: TransferJob, accountId: number, baseFolderId: number | null): Promise<TargetFolders | null> {
    const rows = await listFolderRows(store().read, accountId);
    const base = rows.find((row) => row.id === baseFolderId) ?? null;
    if (baseFolderId !== null && (!base || base.missingSince !== null)) return null;
    const remote = await job.sessions.run(accountId, 3, (session) => session.listFolders());
    return new TargetFolders(rows, remote, base);
  }

  get basePath(): string | null {
    return this.#base?.path ?? null;
  }

  /** @param parts of the path elsewhere */
  pathFor(parts: readonly string[], role: FolderRole): string {
    const isInbox = role === "inbox" || (parts.length === 1 && parts[0]?.toUpperCase() === "INBOX");
    const wanted = isInbox ? "inbox" : role;
    const ofRole = this.#base === null && wanted !== "none" ? this.#ofRole(wanted) : undefined;
    if (ofRole !== undefined) return ofRole;
    const delimiter =
      this.#base?.delimiter || (this.#remote.find((folder) => folder.delimiter !== "")?.delimiter ?? "");
    const names = parts.map((part) => cleanPart(part, delimiter)).filter((part) => part !== "");
    const joined = (names.length > 0 ? names : ["Imported"]).join(delimiter || " - ");
    const prefix = this.#remote[0]?.namespacePrefix ?? "";
    const path = this.#base ? this.#base.path + (delimiter || " - ") + joined : prefix + joined;
    // Two that look alike are two to some servers and one to everybody else.
    return this.#remote.find((folder) => folder.path === path)?.path ?? this.#remote.find((folder) => same(folder.path, path))?.path ?? path; // prettier-ignore
  }

  #ofRole(role: FolderRole): string | undefined {
    const rows = this.#rows.filter((row) => row.role === role && row.selectable && row.missingSince === null);
    const primary = rows.find((row) => row.isPrimary) ?? rows[0];
    if (primary) return primary.path;
    // Archived mail of Gmail lies in All Mail, and in no folder besides.
    if (role === "archive") return this.#ofRole("all");
    return role === "inbox" ? "INBOX" : undefined;
  }
}

const same = (a: string, b: string) => a.normalize("NFC").toLowerCase() === b.normalize("NFC").toLowerCase();

/** A name that stands between two delimiters on any server. */
function cleanPart(part: string, delimiter: string): string {
  const clean = part
    .normalize("NFC")
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- that is what no server takes
    .replaceAll(/[\u0000-\u001f\u007f*%]/g, "_")
    .trim();
  return (delimiter === "" ? clean : clean.replaceAll(delimiter, "_")).slice(0, partMax);
}
