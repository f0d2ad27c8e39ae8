import { pino } from "pino";
import { env } from "./env.ts";
import { singleton } from "./singleton.ts";

type Fields = Record<string, unknown>;

export type Logger = {
  debug(sentence: string, fields?: Fields): void;
  info(sentence: string, fields?: Fields): void;
  warn(sentence: string, fields?: Fields): void;
  error(sentence: string, fields?: Fields): void;
  /** The same logger with these fields on every line. */
  with(fields: Fields): Logger;
};

/** Lines of one area: a sentence, then fields with units. No addresses, subjects or bodies above `debug`; no secret ever. */
export function log(area: string): Logger {
  return wrap(() => root().child({ area }));
}

const secretNames = [
  "password",
  "pass",
  "secret",
  "token",
  "authorization",
  "cookie",
  "accessToken",
  "refreshToken",
  "auth",
  "response",
];

const root = () =>
  singleton("log", () =>
    pino({
      level: env().LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[redacted]" },
      serializers: { error: describeError },
    }),
  );

function wrap(target: () => pino.Logger): Logger {
  return {
    debug: (sentence, fields) => target().debug(fields ?? {}, sentence),
    info: (sentence, fields) => target().info(fields ?? {}, sentence),
    warn: (sentence, fields) => target().warn(fields ?? {}, sentence),
    error: (sentence, fields) => target().error(fields ?? {}, sentence),
    with: (fields) => wrap(() => target().child(fields)),
  };
}

/** Only what is known to be free of secrets: mail libraries hang whole commands and responses on their errors. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const code: unknown = "code" in error ? error.code : undefined;
  const cause = error.cause instanceof Error ? describeError(error.cause) : undefined;
  return { name: error.name, message: error.message, code, stack: error.stack, cause };
}
