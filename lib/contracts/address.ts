import { z } from "zod";

/** One mailbox of a header (RFC 5322 §3.4); `address` is lower-cased in its domain only. */
export const MailAddress = z.strictObject({ name: z.string(), address: z.string() });
export type MailAddress = z.infer<typeof MailAddress>;

/** An address that we are about to write to: one plain `local@domain`, nothing that a header could break on (security: T16). */
export const EmailAddress = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s"(),:;<>@[\\\]\p{Cc}]+@[^\s"(),:;<>@[\\\]\p{Cc}]+$/u, "Not an e-mail address.");

export const Recipient = z.union([
  EmailAddress.transform((address) => ({ name: "", address })),
  z.strictObject({ name: z.string().max(200).default(""), address: EmailAddress }),
]);
export type Recipient = z.infer<typeof Recipient>;
