/**
 * Looks over the store's shoulder: a placement must not be removed before its grace is over, nor be taken for gone while the server still
 * has it. Both would have healed by the end, and somebody would have missed a mail in between.
 */
import { now } from "../../clock.ts";
import { store } from "../../store.ts";
import type { ScriptedMailbox } from "../scripted-imap/scripted-mailbox.ts";

type Noted = { path: string; uid: number; uidValidity: string; what: "removed" | "missed" };

export async function watchPlacements(graceMs: number) {
  await store().write(async (tx) => {
    tx.$client.function("model_now", () => now().getTime());
    tx.$client.exec(watching(graceMs));
  });
  return {
    /** @param isBelieved whether the server never said that something was gone which was not */
    differences: async (mailbox: ScriptedMailbox, isBelieved: boolean): Promise<string[]> => {
      const noted = await store().write(async (tx) => tx.$client.prepare<[], Noted>(selectNoted).all());
      const early = noted.filter(({ what }) => what === "removed");
      const missed = noted.filter(({ what, path, uid, uidValidity }) => {
        const folder = mailbox.folders.get(path);
        return what === "missed" && isBelieved && String(folder?.uidValidity) === uidValidity && folder?.find(uid);
      });
      return [
        ...early.map(({ path, uid }) => `${path} ${uid} was removed before its grace was over`),
        ...missed.map(({ path, uid }) => `${path} ${uid} was taken for gone and was there all the time`),
      ];
    },
  };
}

const selectNoted = `select path, uid, uid_validity as uidValidity, what from temp.model_notes`;

/** Two rows of one mail become one where it was moved; a folder takes along what lies in it. Neither is a removal. */
const watching = (graceMs: number) => `
  create temp table model_notes (path text, uid integer, uid_validity text, what text);
  create temp trigger model_removed after delete on placements
  when old.missing_since > model_now() - ${graceMs}
    and not exists (select 1 from placements kept where kept.message_id = old.message_id)
  begin
    insert into model_notes select path, old.uid, uid_validity, 'removed' from folders where id = old.folder_id;
  end;
  create temp trigger model_missed after update of missing_since on placements
  when old.missing_since is null and new.missing_since is not null
  begin
    insert into model_notes
    select path, new.uid, uid_validity, 'missed' from folders where id = new.folder_id and generation = new.generation;
  end;`;
