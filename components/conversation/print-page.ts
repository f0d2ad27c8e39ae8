const patienceMs = 10_000;
const lookMs = 100;

/** Prints once every mail that was just opened is here, or when that takes too long. */
export async function printPage(): Promise<void> {
  const until = performance.now() + patienceMs;
  do await new Promise((resolve) => setTimeout(resolve, lookMs));
  while (!isAllHere() && performance.now() < until);
  window.print();
}

function isAllHere(): boolean {
  const region = document.querySelector("[data-print=conversation]");
  if (!region || region.querySelector("[data-loading]")) return false;
  return [...region.querySelectorAll("iframe")].every((frame) => frame.contentDocument?.readyState === "complete");
}
