import type { SignInRow } from "#db/queries/oauth/sign-ins";
import { z } from "zod";
import { seal, unseal } from "#server/vault";

const Tokens = z.object({ accessToken: z.string(), refreshToken: z.string() });
type Tokens = z.infer<typeof Tokens>;

/** What a sign-in brought, until an account takes it over. */
export const sealTokens = (id: string, { accessToken, refreshToken }: Tokens): string =>
  seal(`oauth_sign_ins:tokens:${id}`, JSON.stringify({ accessToken, refreshToken }));

export const openTokens = ({ id, tokens }: Pick<SignInRow, "id" | "tokens">): Tokens =>
  Tokens.parse(JSON.parse(unseal(`oauth_sign_ins:tokens:${id}`, tokens)));
