import { randomFrom, type Random } from "./random.ts";
import { drawers, scriptShares, type Script } from "./scripts.ts";

export type LargeMail = {
  script: Script;
  subject: string;
  fromName: string;
  fromAddress: string;
  text: string;
  filename: string | null;
};

/** Mails in four scripts, a few lines long as most are, some of them long. */
export function mailWriter(seed: number): {
  random: Random;
  write: () => LargeMail;
  words: Record<Script, () => string>;
} {
  const random = randomFrom(seed);
  const words = drawers(random);
  const row = (script: Script, count: number) =>
    Array.from({ length: count }, words[script]).join(script === "cjk" ? "" : " ");
  const people = Array.from({ length: 5000 }, (_, index) => ({
    fromName: `${words.latin()} ${words.latin()}`,
    fromAddress: `${words
      .latin()
      .normalize("NFKD")
      .replaceAll(/[^a-z]/g, "")}${index}@customer${index % 700}.test`,
  }));
  const write = (): LargeMail => {
    const script = scriptFor(random.share());
    const length = Math.min(600, Math.round(8 + 45 * -Math.log(1 - random.share())));
    return {
      script,
      subject: row(script, 3 + random.below(5)),
      ...random.of(people),
      text: row(script, length),
      filename: random.isTrue(0.12) ? `${words.latin()}_${words.latin()}.pdf` : null,
    };
  };
  return { random, write, words };
}

function scriptFor(share: number): Script {
  let rest = share;
  for (const [script, part] of scriptShares) {
    if (rest < part) return script;
    rest -= part;
  }
  return "latin";
}
