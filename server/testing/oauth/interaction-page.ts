/** The page of the tests' provider: who one is, what one allows, and a way to say no. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import { z } from "zod";
import { escapeHtml } from "../../mime/escape-html.ts";

const Params = z.looseObject({ scope: z.string(), login_hint: z.string().default(""), client_id: z.string() });

export async function interactionPage(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  remember: (emailAddress: string, grantId: string) => void,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const { scope, login_hint: hint, client_id: clientId } = Params.parse(params);
  const asked = scope.split(" ");
  if (request.method !== "POST") {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(formOf(asked, hint));
    return;
  }
  const answer = new URLSearchParams(await textOf(request));
  if (answer.get("act") === "cancel") {
    const denied = { error: "access_denied", error_description: "The person said no." };
    await provider.interactionFinished(request, response, denied, { mergeWithLastSubmission: false });
    return;
  }
  const accountId = answer.get("emailAddress") ?? "";
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope(["openid", "email", "offline_access", ...answer.getAll("scope")].join(" "));
  grant.rejectOIDCScope(asked.filter((scope) => isChoice(scope) && !answer.getAll("scope").includes(scope)).join(" "));
  const grantId = await grant.save();
  remember(accountId, grantId);
  await provider.interactionFinished(request, response, {
    login: { accountId, remember: false },
    consent: { grantId },
  });
}

const isChoice = (scope: string) => scope === "imap" || scope === "smtp";

function formOf(asked: string[], hint: string): string {
  const boxes = asked
    .filter(isChoice)
    .map((scope) => `<label><input type="checkbox" name="scope" value="${scope}" checked> Allow ${scope}</label>`);
  return `<!doctype html><title>Acme ID</title><h1>Sign in with Acme ID</h1><form method="post">
<label>Who are you? <input name="emailAddress" value="${escapeHtml(hint)}"></label>${boxes.join("")}
<button name="act" value="allow">Allow</button><button name="act" value="cancel">Cancel</button></form>`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
