import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "../errors.ts";
import { log } from "../log.ts";
import { singleton } from "../singleton.ts";

/** `points` tries in `durationSeconds`; one more, and the key waits `blockSeconds`: a delay, never a lockout. */
export type Limit = { name: string; points: number; durationSeconds: number; blockSeconds: number };

/** @throws AppError `rate_limited` that says when to come back */
export async function spend(limit: Limit, key: string): Promise<void> {
  try {
    await limiter(limit).consume(key);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    log("auth").warn("Somebody tries too often.", { limit: limit.name, waitMs: error.msBeforeNext });
    throw new AppError("rate_limited", "Too many tries. Wait a little, then try again.", {
      retryAfterSeconds: error.msBeforeNext / 1000,
    });
  }
}

/** The tries so far are forgiven: the right password came. */
export async function forgive(limit: Limit, key: string): Promise<void> {
  await limiter(limit).delete(key);
}

/** One try is given back. */
export async function refund(limit: Limit, key: string): Promise<void> {
  await limiter(limit).reward(key);
}

/** The limiter may come from another module graph than ours, whose class is another: known by what it holds. */
function isRefusal(error: unknown): error is Pick<RateLimiterRes, "msBeforeNext"> {
  return (
    typeof error === "object" && error !== null && "msBeforeNext" in error && typeof error.msBeforeNext === "number"
  );
}

const limiter = ({ name, points, durationSeconds, blockSeconds }: Limit) =>
  singleton(
    `rate-limit:${name}`,
    () => new RateLimiterMemory({ keyPrefix: name, points, duration: durationSeconds, blockDuration: blockSeconds }),
  );
