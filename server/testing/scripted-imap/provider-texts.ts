/** What real servers say when they refuse, word for word; the tagged answer, and for a goodbye its text. */
const refusalTexts = {
  gmail: [
    "NO [ALERT] Too many simultaneous connections. (Failure)",
    "NO [OVERQUOTA] Account exceeded command or bandwidth limits.",
    "NO [ALERT] Please log in via your web browser: https://support.google.com/mail/accounts/answer/78754 (Failure)",
    "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)",
    "NO Lockdown in sector 4",
  ],
  outlook: [
    "BAD Request is throttled. Suggested Backoff Time: 20 milliseconds",
    "NO Request is throttled. Suggested Backoff Time: 20 milliseconds",
    "BAD User is authenticated but not connected.",
    "NO AUTHENTICATE failed.",
    "NO Server Unavailable. 15",
    "NO not connected",
  ],
  yahoo: [
    "NO [LIMIT] CAPABILITY Rate limit hit.",
    "NO [LIMIT] UID FETCH Rate limit hit.",
    "NO [UNAVAILABLE] UID FETCH Server error - Please try again later",
    "NO [AUTHENTICATIONFAILED] Incorrect username or password.",
  ],
  dovecot: [
    "NO [UNAVAILABLE] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)",
    "NO [INUSE] Mailbox is locked, will abort in 175 seconds",
    "NO [SERVERBUG] Internal error occurred. Refer to server log for more information.",
    "NO [UNAVAILABLE] Temporary authentication failure.",
    "NO Some of the requested messages no longer exist.",
  ],
} as const;

const goodbyeTexts = {
  gmail: ["Session expired, please login again.", "System error"],
  outlook: ["Connection closed. 14", "Connection is closed. 13"],
  yahoo: ["[LIMIT] Rate limit hit."],
  dovecot: ["Disconnected for inactivity.", "Server shutting down.", "Internal error occurred. Refer to server log."],
} as const;

const isLoginText = (text: string) => /AUTHENTICAT|credentials|web browser|Lockdown/i.test(text);

const all = Object.values(refusalTexts).flat();

/** Said to a login, and to whatever else. */
export const loginRefusals: readonly string[] = all.filter(isLoginText);
export const workRefusals: readonly string[] = all.filter((text) => !isLoginText(text));
export const goodbyes: readonly string[] = Object.values(goodbyeTexts).flat();
