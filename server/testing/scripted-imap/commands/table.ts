import type { Request } from "../wire/command-parser.ts";
import type { SessionState } from "../session-state.ts";
import { capability, enable, id, login, logout, namespace, noop } from "./access.ts";
import { append, copy, expunge, move, store } from "./changing.ts";
import { fetch } from "./fetching.ts";
import { createFolder, deleteFolder, listFolders, renameFolder, status, subscribe } from "./folders.ts";
import { notify } from "./notifying.ts";
import { search } from "./searching.ts";
import { close, select, unselect } from "./selecting.ts";

/** @returns the tagged answer without its tag */
export type Handler = (state: SessionState, request: Request) => string;

export const handlers = new Map<string, Handler>([
  ["CAPABILITY", capability],
  ["NOOP", noop],
  ["CHECK", noop],
  ["LOGOUT", logout],
  ["ID", id],
  ["NAMESPACE", namespace],
  ["LOGIN", login],
  ["ENABLE", enable],
  ["LIST", listFolders],
  ["LSUB", listFolders],
  ["STATUS", status],
  ["CREATE", createFolder],
  ["DELETE", deleteFolder],
  ["RENAME", renameFolder],
  ["SUBSCRIBE", subscribe],
  ["UNSUBSCRIBE", subscribe],
  ["SELECT", select],
  ["EXAMINE", select],
  ["CLOSE", close],
  ["UNSELECT", unselect],
  ["SEARCH", search],
  ["UID SEARCH", search],
  ["FETCH", fetch],
  ["UID FETCH", fetch],
  ["STORE", store],
  ["UID STORE", store],
  ["COPY", copy],
  ["UID COPY", copy],
  ["MOVE", move],
  ["UID MOVE", move],
  ["EXPUNGE", expunge],
  ["UID EXPUNGE", expunge],
  ["APPEND", append],
  ["NOTIFY", notify],
]);

/** While sequence numbers are spoken of, they must not shift (RFC 3501 §7.4.1). */
export const keepsNumbers = new Set(["FETCH", "STORE", "SEARCH"]);
