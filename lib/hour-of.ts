const hourMs = 60 * 60 * 1000;

/** The beginning of the hour, by which traffic is kept; in epoch milliseconds. */
export const hourOf = (at: Date): number => Math.floor(at.getTime() / hourMs) * hourMs;
