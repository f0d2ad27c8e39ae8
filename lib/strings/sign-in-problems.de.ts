import type { SignInProblem } from "../contracts/oauth.ts";

const words: Record<SignInProblem, string> = {
  denied: "Der Zugang wurde beim Anbieter nicht erlaubt. Melden Sie sich erneut an, um ihn zu erlauben.",
  scope_missing:
    "Beim Anbieter wurde nicht alles erlaubt, was für E-\u2060Mail nötig ist. Melden Sie sich erneut an und lassen Sie alle Häkchen stehen.",
  no_refresh_token:
    "Der Anbieter gab nur für kurze Zeit Zugang. Wer Postroom betreibt, muss dort Offline-Zugriff (Refresh-Tokens) für den Client erlauben.",
  provider_unavailable:
    "Der Anbieter konnte nicht um Zugang gebeten werden. Versuchen Sie es in einigen Minuten erneut.",
  client_rejected:
    "Der Anbieter nimmt Client-ID, Client-Secret oder Weiterleitungsadresse dieses Servers nicht an. Wer Postroom betreibt, muss sie richtigstellen.",
  wrong_issuer: "Die Antwort kam nicht vom Anbieter und wurde nicht verwendet.",
  interrupted: "Die Anmeldung wurde unterbrochen. Melden Sie sich erneut an.",
  refused: "Der Anbieter hat die Anmeldung abgelehnt. Melden Sie sich erneut an.",
};

/** What the server says of a sign-in in English, by its code. */
export const signInProblemsDe = new Map<string, string>(Object.entries(words));
