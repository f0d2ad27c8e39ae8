import { formatBytes } from "#lib/bytes";
import type { Transfer } from "#lib/contracts/transfer";
import type { Strings } from "#lib/strings/strings";
import { dayAndTime } from "#lib/time";
import { formatCount } from "../settings/format-count.ts";

/** `Export of Support` */
export function transferName(strings: Strings, { kind, spec, title }: Transfer): string {
  const words = strings.transfers;
  const isSearch = spec.kind === "export" && spec.scope.kind === "search";
  return words.kinds[kind](title === "" ? words.everything : isSearch ? words.search(title) : title);
}

export const isOpenTransfer = ({ state }: Transfer) => state === "queued" || state === "running" || state === "waiting";

export const isExpired = ({ state, expiresAt }: Transfer, now: Date) =>
  state === "done" && expiresAt !== null && new Date(expiresAt) <= now;

/** How far it is, or what became of it, in words: one fact or several. */
export function transferState(strings: Strings, transfer: Transfer, now: Date): string[] {
  const words = strings.transfers;
  switch (transfer.state) {
    case "queued":
      return [words.states.queued];
    case "running":
      return [transfer.total === null ? words.states.listing : amount(strings, transfer)];
    case "waiting":
      return [
        [waitingWords(strings, transfer, now), transfer.total === null ? "" : amount(strings, transfer)]
          .filter(Boolean)
          .join(". "),
      ];
    case "done":
      return isExpired(transfer, now) ? [words.states.expired] : doneWords(strings, transfer, now);
    case "failed":
      return [failedWords(strings, transfer)];
    case "cancelled":
      return [words.states.cancelled];
    default:
      return transfer.state satisfies never;
  }
}

function amount(strings: Strings, { done, skipped, failed, total, bytesDone }: Transfer): string {
  const size = formatBytes(bytesDone, strings.locale);
  return strings.transfers.doneOf(
    formatCount(strings, done + skipped + failed),
    formatCount(strings, total ?? 0),
    size,
  );
}

function doneWords(strings: Strings, { done, skipped, failed, bytesDone, expiresAt }: Transfer, now: Date): string[] {
  const words = strings.transfers;
  return [
    words.done(done, formatCount(strings, done), formatBytes(bytesDone, strings.locale)),
    skipped > 0 ? words.thereAlready(skipped, formatCount(strings, skipped)) : "",
    failed > 0 ? words.failedCount(failed, formatCount(strings, failed)) : "",
    expiresAt === null
      ? ""
      : words.keptUntil(dayAndTime(new Date(expiresAt), now, strings.locale, strings.common.timeWithin)),
  ];
}

function waitingWords(strings: Strings, { stateDetail }: Transfer, now: Date): string {
  const words = strings.transfers.waiting;
  const { code, until, accountName = "", bytes = 0, reason = "" } = stateDetail;
  const when = until === undefined ? "" : dayAndTime(new Date(until), now, strings.locale, strings.common.timeWithin);
  switch (code) {
    case "held":
      return words.held(when);
    case "not_connected":
    case "paused":
    case "needs_attention":
      return words[code];
    case "uploading":
    case "to_confirm":
      return words[code];
    case "over_quota":
      return words.over_quota(when);
    case "coming_in":
      return words.coming_in(accountName);
    case "disk_full":
      return words.disk_full(formatBytes(bytes, strings.locale));
    case "stopped":
      return strings.transfers.states.stopping;
    default:
      return words.other(when, reason);
  }
}

export function failedWords(strings: Strings, { stateDetail }: Transfer): string {
  const words = strings.transfers.failed;
  if (stateDetail.code === "not_allowed") return words.not_allowed(stateDetail.accountName ?? "");
  switch (stateDetail.code) {
    case "gone":
    case "read_only":
    case "folder_gone":
    case "account_gone":
    case "no_permission":
    case "no_mail":
    case "encrypted":
    case "unpacks_too_large":
    case "abandoned":
      return words[stateDetail.code];
    case "unreadable":
      return words.file_unreadable;
    default:
      return words.other(stateDetail.reason ?? "");
  }
}

/** Why a mail was not taken along. */
export function failureWords(strings: Strings, code: string): string {
  const words = strings.transfers.codes;
  switch (code) {
    case "gone":
    case "refused":
    case "unreadable":
    case "too_large":
    case "cut_off":
      return words[code];
    default:
      return words.other;
  }
}
