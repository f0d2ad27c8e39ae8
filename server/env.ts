import { z } from "zod";
import { oauthVariables, requireWholeClients } from "./oauth-env.ts";
import { singleton } from "./singleton.ts";

const list = z
  .string()
  .default("")
  .transform((value) =>
    value
      .split(",")
      .map((entry) => entry.trim())
      .filter(Boolean),
  );

const url = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value).origin);

const Env = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().min(1).default("localhost"),
    DATA_DIR: z.string().min(1).default("./data"),
    APP_URL: url.optional(),
    SECRET_KEY: z
      .string()
      .refine(
        (value) => Buffer.from(value, "base64").length >= 32,
        "expected 32 or more bytes in base64, e.g. from `openssl rand -base64 32`",
      )
      .optional(),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    ALLOW_PRIVATE_HOSTS: list,
    /** Connections that may be open at once to one mail server; for one that counts them. */
    CONNECTIONS_PER_HOST: z.coerce.number().int().min(1).nullable().default(null),
    /** Reverse proxies whose X-Forwarded-For is believed: addresses or CIDRs. */
    TRUSTED_PROXIES: list,
    /** How large a file with mail may be that somebody imports. */
    IMPORT_BYTES_MAX: z.coerce.number().int().min(0).default(50_000_000_000),
    ...oauthVariables,
  })
  .superRefine(requireWholeClients)
  .transform((value) => ({ ...value, APP_URL: value.APP_URL ?? `http://localhost:${value.PORT}` }));

export type Env = z.infer<typeof Env>;

/** The environment, parsed once. Nothing else reads `process.env`. */
export const env = (): Env => singleton("env", () => parseEnv(process.env));

/** @throws with one line a variable, each with its name and what is expected */
export function parseEnv(source: Record<string, string | undefined>): Env {
  // An empty variable is how compose files say "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Env.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not right:\n${lines.join("\n")}`);
}
