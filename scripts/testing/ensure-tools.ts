import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

type Tool = { name: string; packages: string[]; isThere: () => boolean };

const tools: Tool[] = [
  {
    name: "Dovecot",
    packages: ["dovecot-imapd"],
    isThere: () => existsSync("/usr/sbin/dovecot") || isOnPath("dovecot"),
  },
  { name: "Chromium", packages: ["chromium"], isThere: () => findChromium() !== undefined },
  { name: "OpenSSL", packages: ["openssl"], isThere: () => isOnPath("openssl") },
];

/** Makes sure that the real servers and the real browser of the tests are here, or says exactly what to install and ends. */
export function ensureTools(): void {
  const missing = tools.filter((tool) => !tool.isThere());
  if (missing.length === 0) return;
  const packages = missing.flatMap((tool) => tool.packages);
  if (canInstall()) installWithApt(packages);
  const still = missing.filter((tool) => !tool.isThere());
  if (still.length === 0) return;
  process.stderr.write(
    `The tests need ${still.map((tool) => tool.name).join(" and ")}.\n` +
      `  Debian, Ubuntu: sudo apt-get install ${packages.join(" ")}\n` +
      `  elsewhere: install them with your package manager; for the browser, npx playwright install chromium does as well.\n`,
  );
  process.exit(1);
}

/** Playwright's own browser when it was downloaded, else the system's. */
export function findChromium(): string | undefined {
  return ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
}

function canInstall(): boolean {
  const isRoot = process.getuid?.() === 0;
  const isDebian =
    existsSync("/etc/os-release") && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"));
  return isRoot && isDebian;
}

function installWithApt(packages: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  process.stdout.write(`Installing ${packages.join(" ")} …\n`);
  spawnSync("apt-get", ["update", "-q"], { stdio: "ignore", env });
  spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], {
    stdio: ["ignore", "ignore", "inherit"],
    env,
  });
}

function isOnPath(command: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
}
