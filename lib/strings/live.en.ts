export const liveEn = {
  states: { live: "live", connecting: "connecting", offline: "offline" },
  offline: "No connection. What you see is as it was; it catches up by itself.",
  offlinePage: {
    title: "No connection",
    text: "Postroom cannot be reached just now. This page looks again by itself; what you wrote is kept.",
  },
  titleWithUnseen: (count: number, title: string) => `(${count}) ${title}`,
};
