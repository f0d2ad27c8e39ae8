/** The seq that a reconnecting browser heard last; null when it says none, or nothing of ours. */
export function readLastEventId(headers: Headers): number | null {
  const value = headers.get("last-event-id") ?? "";
  return /^\d{1,15}$/.test(value) ? Number(value) : null;
}
