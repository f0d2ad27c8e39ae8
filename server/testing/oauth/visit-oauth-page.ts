/** A browser at the tests' provider: follows where it is sent, fills in the page, and answers with the address it is sent back to. */
type Choice = { emailAddress?: string; scopes?: string[]; isCancelled?: boolean };

export async function visitOauthPage(
  url: string,
  { emailAddress = "support@acme.test", scopes = ["imap", "smtp"], isCancelled = false }: Choice = {},
): Promise<URL> {
  const cookies = new Map<string, string>();
  const origin = new URL(url).origin;
  const ask = async (where: string, init: { method?: string; body?: URLSearchParams } = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(where, { ...init, redirect: "manual", headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      cookies.set(name, value);
    }
    return answer;
  };
  const body = new URLSearchParams([
    ["act", isCancelled ? "cancel" : "allow"],
    ["emailAddress", emailAddress],
    ...scopes.map((scope) => ["scope", scope]),
  ]);
  let next = url;
  for (let hop = 0; hop < 10; hop += 1) {
    const isForm = new URL(next).pathname.startsWith("/interaction/");
    const answer = await ask(next, isForm ? { method: "POST", body } : {});
    const location = answer.headers.get("location");
    if (location === null) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
    next = new URL(location, next).href;
    if (!next.startsWith(origin)) return new URL(next);
  }
  throw new Error("The provider sends us in circles.");
}
