import { addError } from "#db/queries/health/errors";
import { now } from "#server/clock";
import { log } from "#server/log";
import { store } from "#server/store";
import { problemOf } from "./problem-words.ts";

const logger = log("sync");
const detailMax = 500;

/** Keeps what went wrong in words, for the page that shows how an account is doing; that it cannot is no reason for sync to end. */
export async function noteProblem(accountId: number, folderId: number | null, error: unknown): Promise<void> {
  const { code, detail } = problemOf(error);
  try {
    await store().write((tx) => addError(tx, { accountId, folderId, code, detail: detail.slice(0, detailMax) }, now()));
  } catch (cause) {
    logger.warn("What went wrong could not be kept.", { accountId, error: cause });
  }
}
