import { describe, expect, it } from "vitest";
import { parseEnv } from "./env.ts";

describe("the environment", () => {
  it("has a default for everything", () => {
    expect(parseEnv({})).toMatchObject({
      PORT: 3000,
      HOST: "localhost",
      DATA_DIR: "./data",
      APP_URL: "http://localhost:3000",
      LOG_LEVEL: "info",
      ALLOW_PRIVATE_HOSTS: [],
    });
  });

  it("names the variable that is wrong and what is expected", () => {
    expect(() => parseEnv({ PORT: "eighty", SECRET_KEY: "short" })).toThrow(
      /PORT:.*\n.*SECRET_KEY: expected 32 or more bytes/,
    );
  });

  it("takes an empty variable for a missing one, as compose files write it", () => {
    expect(parseEnv({ SECRET_KEY: "", PORT: "" }).PORT).toBe(3000);
  });

  it("reduces the address to its origin and refuses what is no web address", () => {
    expect(parseEnv({ APP_URL: "https://mail.example.com/inbox" }).APP_URL).toBe("https://mail.example.com");
    expect(() => parseEnv({ APP_URL: "ftp://example.com" })).toThrow(/APP_URL/);
  });

  it("reads a list of hosts", () => {
    expect(parseEnv({ ALLOW_PRIVATE_HOSTS: "127.0.0.0/8, mail.internal" }).ALLOW_PRIVATE_HOSTS).toEqual([
      "127.0.0.0/8",
      "mail.internal",
    ]);
  });
});
