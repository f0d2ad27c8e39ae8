import { connectionProblemCodes, type ConnectionProblemCode } from "#lib/contracts/account";
import type { ProviderPreset } from "./provider-presets.ts";

export function isConnectionProblemCode(code: string): code is ConnectionProblemCode {
  return connectionProblemCodes.some((known) => known === code);
}

/**
 * A refused login, named as precisely as the provider allows: where only app passwords are taken, whatever does not look like one
 * is the usual password; where no password is taken, none was wrong.
 */
export function refineRefusal(
  code: ConnectionProblemCode,
  preset: ProviderPreset | undefined,
  password: string,
): ConnectionProblemCode {
  if (code !== "wrong_password" || !preset) return code;
  if (preset.wantsOauth) return "oauth_required";
  return preset.appPassword && !preset.appPassword.test(password) ? "app_password_required" : code;
}
