import { foldersOf } from "#db/queries/sync/folders";
import { placesInFolder } from "#db/queries/sync/sample-mail";
import { store } from "#server/store";

export const sampleUidValidity = 1n;

/** Gives out UIDs of the sample mailbox's folders: each above all that were ever there (RFC 3501 §2.3.1.1), as far as the store knows. */
export class SampleUids {
  readonly #accountId: number;
  readonly #given = new Map<string, number>();

  constructor(accountId: number) {
    this.#accountId = accountId;
  }

  async next(path: string): Promise<number> {
    const folders = await foldersOf(store().read, this.#accountId);
    const top = placesInFolder(store().read, this.#accountId, path).at(-1)?.uid ?? 0;
    const uidNext = folders.find((folder) => folder.path === path)?.uidNext ?? 1;
    return Math.max(uidNext, top + 1, (this.#given.get(path) ?? 0) + 1);
  }

  async take(path: string): Promise<number> {
    const uid = await this.next(path);
    this.#given.set(path, uid);
    return uid;
  }
}
