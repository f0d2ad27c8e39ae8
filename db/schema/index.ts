export * from "./accounts.ts";
export * from "./agents.ts";
export * from "./changes.ts";
export * from "./conversations.ts";
export * from "./health.ts";
export * from "./library.ts";
export * from "./messages.ts";
export * from "./outbox.ts";
