export const liveEn = {
  states: { live: "live", connecting: "connecting", offline: "offline" },
  offline: "No connection. What you see is as it was; it catches up by itself.",
  titleWithUnseen: (count: number, title: string) => `(${count}) ${title}`,
};
