import { connectionProblemCodes, type ConnectionProblemCode } from "#lib/contracts/account";
import type { ProviderProfile } from "#lib/providers/profile";

export function isConnectionProblemCode(code: string): code is ConnectionProblemCode {
  return connectionProblemCodes.some((known) => known === code);
}

/**
 * A refused login, named as precisely as the provider allows: where only app passwords are taken, whatever does not look like one
 * is the usual password; where no password is taken, none was wrong.
 */
export function refineRefusal(
  code: ConnectionProblemCode,
  profile: ProviderProfile | undefined,
  password: string,
): ConnectionProblemCode {
  if (code !== "wrong_password" || !profile) return code;
  if (profile.signIn.length > 0 && profile.signIn.every((way) => way === "oauth")) return "oauth_required";
  return profile.appPassword && !profile.appPassword.test(password) ? "app_password_required" : code;
}
