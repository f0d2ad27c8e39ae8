import { hash, verify } from "@node-rs/argon2";
import { AppError } from "../errors.ts";
import { singleton } from "../singleton.ts";

/** argon2id (RFC 9106) with 64 MB and three passes: some 60 ms a guess. */
const cost = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
/** More at once would cost 64 MB each; a queue longer than this is an attack, not a team. */
const slotCount = 4;
const waitingMax = 64;

export async function hashPassword(password: string): Promise<string> {
  return inSlot(() => hash(normal(password), cost));
}

/** Takes as long when there is no hash to compare with, so that the time does not tell who works here. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const isRight = await inSlot(() => verify(passwordHash ?? dummyHash, normal(password)));
  return isRight && passwordHash !== null;
}

/** The same letters typed on another keyboard are the same password (NIST SP 800-63B §5.1.1.2). */
const normal = (password: string) => password.normalize("NFKC");

/** Of a random text that nobody kept, at the cost above. */
export const dummyHash =
  "$argon2id$v=19$m=65536,t=3,p=1$xG8ZSDjrRwVPOkvCmdTOeg$CfRouNclMGOOqdbSSQFXCfpY/igLnQXFY2d99OgzEzs";

const slots = () => singleton("password-slots", () => ({ busyCount: 0, waiting: [] as (() => void)[] }));

async function inSlot<T>(work: () => Promise<T>): Promise<T> {
  const { waiting } = slots();
  if (slots().busyCount >= slotCount) {
    if (waiting.length >= waitingMax)
      throw new AppError("unavailable", "Too many people sign in at once.", { retryAfterSeconds: 5 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else slots().busyCount += 1;
  try {
    return await work();
  } finally {
    // The slot goes to the next in line, or is free.
    const next = waiting.shift();
    if (next) next();
    else slots().busyCount -= 1;
  }
}
