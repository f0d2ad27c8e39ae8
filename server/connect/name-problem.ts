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

/** Of a failed TLS handshake, by OpenSSL's code or, where a library kept only that, its sentence. */
export function codeOfTlsFailure(text: string): ConnectionProblemCode {
  if (/CERT_HAS_EXPIRED|certificate has expired/i.test(text)) return "tls_expired";
  if (/ERR_TLS_CERT_ALTNAME_INVALID|altnames|does not match certificate/i.test(text)) return "tls_wrong_host";
  if (/SELF_SIGNED|self[- ]signed|UNABLE_TO_VERIFY|unable to (verify|get)|ISSUER_CERT/i.test(text))
    return "tls_self_signed";
  return "tls_failed";
}
