/**
 * Looks over the store's shoulder: a placement must not be removed before its grace is over, nor be taken for gone while the server still
 * has it; nor may a label that an agent has put on or taken off be overruled before the server was told. All would have healed by the end,
 * and somebody would have missed a mail, or an act, in between.
 */
import { now } from "../../clock.ts";
import { store } from "../../store.ts";
import type { ScriptedMailbox } from "../scripted-imap/scripted-mailbox.ts";

type Noted = { path: string; uid: number; uidValidity: string; what: "removed" | "missed" | "overruled" };

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
      const overruled = noted.filter(({ what }) => what === "overruled");
      const missed = noted.filter(({ what, path, uid, uidValidity }) => {
        const folder = mailbox.folders.get(path);
        return what === "missed" && isBelieved && String(folder?.uidValidity) === uidValidity && folder?.find(uid);
      });
      return [
        ...early.map(({ path, uid }) => `${path} ${uid} was removed before its grace was over`),
        ...overruled.map(
          ({ path, uid }) => `${path} of UID ${uid} was taken from the server while an agent's wish for it was pending`,
        ),
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
  end;
  create temp trigger model_overruled after update of labels on placements
  begin
    insert into model_notes
    select f.label, new.uid, '', 'overruled'
    from operations o
    join json_each(json_array(json_array(1, o.payload -> '$.addFolderIds'), json_array(0, o.payload -> '$.removeFolderIds'))) side
    join json_each(side.value -> 1) i
    join folders f on f.id = i.value and f.label is not null
    where o.placement_id = new.id and o.kind = 'store-labels' and o.state in ('pending', 'inflight', 'uncertain')
      and (side.value ->> 0) <> exists (select 1 from json_each(new.labels) l where l.value = f.label)
      and not exists (
        select 1 from operations later
        join json_each(json_array(later.payload -> '$.addFolderIds', later.payload -> '$.removeFolderIds')) both
        join json_each(both.value) j on j.value = i.value
        where later.placement_id = new.id and later.kind = 'store-labels' and later.id > o.id);
  end;`;
