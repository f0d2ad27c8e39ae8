/** The variables of mail sign-in by OAuth 2.0, one client a provider. */
import { z } from "zod";

const text = z.string().trim().min(1).optional();

/** Tokens and codes go there: unencrypted to this machine only (RFC 6749 §3.1, §3.2). */
const endpoint = z
  .url({ protocol: /^https?$/ })
  .refine(isEncryptedOrLocal, "expected an https:// address; http:// is for localhost only")
  .optional();

export const oauthVariables = {
  GOOGLE_CLIENT_ID: text,
  GOOGLE_CLIENT_SECRET: text,
  MICROSOFT_CLIENT_ID: text,
  MICROSOFT_CLIENT_SECRET: text,
  /** `common`, `organizations`, `consumers`, a domain or a tenant's id: the same at every endpoint. */
  MICROSOFT_TENANT: z
    .string()
    .trim()
    .regex(/^[\w.-]{1,253}$/, "expected common, organizations, consumers, a domain, or a directory (tenant) ID")
    .default("common"),
  MAIL_OAUTH_NAME: z.string().trim().min(1).max(60).optional(),
  MAIL_OAUTH_AUTHORIZE_URL: endpoint,
  MAIL_OAUTH_TOKEN_URL: endpoint,
  MAIL_OAUTH_CLIENT_ID: text,
  MAIL_OAUTH_CLIENT_SECRET: text,
  MAIL_OAUTH_SCOPE: text,
  /** What it calls itself; the origin of its authorize URL unless named. */
  MAIL_OAUTH_ISSUER: endpoint,
  MAIL_OAUTH_USERINFO_URL: endpoint,
  MAIL_OAUTH_REVOKE_URL: endpoint,
};

type Variables = Partial<Record<keyof typeof oauthVariables, string | undefined>>;

/** Half a client is none: says which other half is missing. */
export function requireWholeClients(
  given: Variables,
  context: { addIssue(issue: { code: "custom"; path: string[]; message: string }): void },
): void {
  for (const group of together) {
    const there = group.names.filter((name) => given[name] !== undefined);
    if (there.length === 0 && !group.also.some((name) => given[name] !== undefined)) continue;
    for (const name of group.names)
      if (given[name] === undefined)
        context.addIssue({ code: "custom", path: [name], message: `expected together with ${group.label}` });
  }
}

const together: { label: string; names: (keyof Variables)[]; also: (keyof Variables)[] }[] = [
  { label: "the other GOOGLE_CLIENT_ variable", names: ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"], also: [] },
  {
    label: "the other MICROSOFT_CLIENT_ variable",
    names: ["MICROSOFT_CLIENT_ID", "MICROSOFT_CLIENT_SECRET"],
    also: [],
  },
  {
    label: "the other MAIL_OAUTH_ variables",
    names: ["MAIL_OAUTH_AUTHORIZE_URL", "MAIL_OAUTH_TOKEN_URL", "MAIL_OAUTH_CLIENT_ID", "MAIL_OAUTH_SCOPE"],
    also: ["MAIL_OAUTH_CLIENT_SECRET"],
  },
];

function isEncryptedOrLocal(value: string): boolean {
  const url = URL.parse(value);
  return url?.protocol === "https:" || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url?.hostname ?? "");
}
