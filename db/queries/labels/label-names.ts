import { prepared, type Db } from "../../dialect/sqlite.ts";

/** The labels that these folders show, as Gmail names them now; a folder that is gone, or is none of a label's, names none. */
export function labelNames(db: Db, folderIds: readonly number[]): string[] {
  return prepared<string>(db, selectNames).pluck().all(JSON.stringify(folderIds));
}

/** Whether some of these are folders of their own for now, because Gmail does not show All Mail. */
export function areOutOfUse(db: Db, folderIds: readonly number[]): boolean {
  return prepared(db, selectUnlabelled).get(JSON.stringify(folderIds)) !== undefined;
}

const selectUnlabelled = `
  select 1 from folders where id in (select value from json_each(?)) and label is null and selectable = 1 limit 1`;

const selectNames = `
  select label from folders where id in (select value from json_each(?)) and label is not null and missing_since is null order by id`;
