import type { MailFlags } from "./mail-flags.ts";

/** Flags as programs write them into heads: `Status` and its kin, Mozilla's, and the labels of Gmail's Takeout. */
export function flagsInHead(head: string): MailFlags {
  const status = fieldOf(head, "status") + fieldOf(head, "x-status");
  const mozilla = Number.parseInt(fieldOf(head, "x-mozilla-status") || "0", 16);
  const labels = fieldOf(head, "x-gmail-labels").split(",").map((label) => label.trim().toLowerCase()); // prettier-ignore
  const isGmails = labels.some((label) => label !== "");
  const has = (bit: number) => (mozilla & bit) !== 0;
  const words = `${fieldOf(head, "x-keywords")} ${fieldOf(head, "x-mozilla-keys")}`.split(/\s+/).filter(Boolean);
  return {
    seen: status.includes("R") || has(0x1) || (isGmails && !labels.includes("unread")),
    answered: status.includes("A") || has(0x2),
    flagged: status.includes("F") || has(0x4) || labels.includes("starred"),
    draft: status.includes("T") || labels.includes("drafts"),
    deleted: status.includes("D") || has(0x8),
    keywords: [...new Set([...words, ...(has(0x1000) ? ["$Forwarded"] : [])])].slice(0, 100),
  };
}

/** When the last server had it, by the field that it wrote. */
export function receivedInHead(head: string): Date | null {
  const field = fieldOf(head, "received");
  const at = new Date(field.slice(field.lastIndexOf(";") + 1).replaceAll(/\([^()]*\)/g, "").trim()); // prettier-ignore
  return field.includes(";") && !Number.isNaN(at.getTime()) && at.getTime() >= 0 ? at : null;
}

/** The first of a name, unfolded; empty when there is none. */
export function fieldOf(head: string, name: string): string {
  const field = new RegExp(`^${name}[ \\t]*:((?:[^\\r\\n]|\\r?\\n[ \\t])*)`, "im").exec(head);
  return (field?.[1] ?? "").replaceAll(/\s+/g, " ").trim();
}
