import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "../errors.ts";
import { singleton } from "../singleton.ts";

const perMinuteMax = 30;

/**
 * Counts an attempt of this agent to reach some mail server: without a limit it would be a tool to guess passwords and scan ports.
 * @throws AppError `rate_limited`
 */
export async function limitAttempts(agentId: number): Promise<void> {
  try {
    await limiter().consume(agentId);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new AppError("rate_limited", "That was a lot of attempts. Wait a moment before the next one.", {
      retryAfterSeconds: error.msBeforeNext / 1000,
    });
  }
}

const limiter = () =>
  singleton("account-attempts", () => new RateLimiterMemory({ points: perMinuteMax, duration: 60 }));
