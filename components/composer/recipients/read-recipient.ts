import { MailAddress } from "#lib/contracts/address";

/** What was dragged; undefined for anything else that calls itself so. */
export function readRecipient(dragged: string): MailAddress | undefined {
  if (dragged === "") return undefined;
  try {
    return MailAddress.safeParse(JSON.parse(dragged)).data;
  } catch {
    return undefined;
  }
}
