/** One client's connection: commands one after another, each perhaps with a fault, and news pushed while it idles. */
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Capability } from "./capabilities.ts";
import { parseCommand, type Request } from "./wire/command-parser.ts";
import { CommandReader, type Segment } from "./wire/command-reader.ts";
import { handlers, keepsNumbers } from "./commands/table.ts";
import type { Fault, FaultRequest } from "./faults.ts";
import type { ScriptedMailbox } from "./scripted-mailbox.ts";
import { Refusal } from "./refusal.ts";
import { SessionState } from "./session-state.ts";

export type ConnectionContext = {
  socket: Socket;
  number: number;
  capabilities: readonly Capability[];
  greeting: string;
  logIn: (name: string, password: string) => ScriptedMailbox | null;
  faultFor: (request: FaultRequest) => Fault | undefined;
};

const leavesFolder = new Set(["SELECT", "EXAMINE", "UNSELECT", "CLOSE", "LOGOUT"]);
const renumbered = "IMAP session state is inconsistent, please relogin.";

export class ScriptedConnection {
  readonly #context: ConnectionContext;
  readonly #state: SessionState;
  #work: Promise<void> = Promise.resolve();
  #idleTag: string | null = null;
  #isPushing = false;
  #isHanging = false;
  #isDeaf = false;

  constructor(context: ConnectionContext) {
    this.#context = context;
    this.#state = new SessionState(context.capabilities, context.logIn, () => this.#push());
    const { socket } = context;
    const reader = new CommandReader(
      (segments) => {
        this.#work = this.#work.then(() => this.#take(segments)).catch(() => this.drop());
      },
      () => this.#write("+ Go on.\r\n"),
    );
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => reader.push(chunk));
    socket.on("error", () => socket.destroy());
    socket.on("close", () => this.#state.leave());
    this.#write(`${context.greeting}\r\n`);
  }

  get user(): string {
    return this.#state.user;
  }

  drop(): void {
    this.#context.socket.destroy();
  }

  bye(text: string): void {
    this.#context.socket.end(`* BYE ${text}\r\n`, "latin1");
  }

  /** Whether it is open and says nothing any more. */
  get isHanging(): boolean {
    return this.#isHanging;
  }

  async #take(segments: Segment[]): Promise<void> {
    if (this.#isHanging) return;
    if (this.#idleTag !== null) {
      const tag = this.#idleTag;
      this.#idleTag = null;
      if (!this.#isDeaf) this.#state.tellNews(true);
      const isDone = segments.length === 1 && String(segments[0]).toUpperCase() === "DONE";
      this.#answer(tag, isDone ? "OK Idle completed." : "BAD DONE was expected.");
      return;
    }
    const request = this.#parse(segments);
    if (!request) return;
    const fault = this.#context.faultFor({
      user: this.#state.user,
      command: request.command,
      line: request.line,
      connection: this.#context.number,
    });
    if (fault?.delayMs) await sleep(fault.delayMs);
    if (fault?.flood) await this.#flood(fault.flood);
    if (fault?.deaf) this.#isDeaf = true;
    if (fault?.hang) this.#isHanging = true;
    else if (fault?.bye !== undefined) this.bye(fault.bye);
    else if (this.#state.isRenumbered && !leavesFolder.has(request.command)) this.bye(renumbered);
    else if (fault?.drop === "before") this.drop();
    else if (fault?.refuse !== undefined) this.#refuse(request, fault.refuse);
    else this.#carryOut(request, fault);
  }

  /** Whoever could not select a folder has none selected (RFC 3501 §6.3.1). */
  #refuse({ command, tag }: Request, answer: string): void {
    if (command === "SELECT" || command === "EXAMINE") this.#state.close();
    this.#answer(tag, answer);
  }

  #parse(segments: Segment[]): Request | null {
    try {
      return parseCommand(segments);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#answer(/^\S+/.exec(String(segments[0]))?.[0] ?? "*", `BAD ${error.message}`);
      return null;
    }
  }

  #carryOut(request: Request, fault: Fault | undefined): void {
    if (request.command === "IDLE") {
      this.#idle(request.tag);
      return;
    }
    const answer = this.#result(request);
    if (fault?.drop === "after") {
      this.drop();
      return;
    }
    if (this.#state.mailbox && !this.#isDeaf) this.#state.tellNews(!keepsNumbers.has(request.command));
    this.#answer(request.tag, fault?.answer ?? answer, fault);
    if (this.#state.isLoggedOut) this.#context.socket.end();
  }

  #result(request: Request): string {
    try {
      const handler = handlers.get(request.command);
      return handler ? handler(this.#state, request) : "BAD Unknown command.";
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      if (error instanceof SyntaxError) return `BAD ${error.message}`;
      throw error;
    }
  }

  #idle(tag: string): void {
    if (!this.#state.has("IDLE") || !this.#state.selected) {
      this.#answer(tag, "BAD IDLE is not possible now.");
      return;
    }
    this.#idleTag = tag;
    this.#write("+ idling\r\n");
    this.#push();
  }

  /** Several changes at once are told together. */
  #push(): void {
    if (this.#isPushing) return;
    this.#isPushing = true;
    setImmediate(() => {
      this.#isPushing = false;
      if (this.#isHanging || this.#isDeaf) return;
      if (this.#idleTag === null && !this.#state.notifications) return;
      if (this.#state.isRenumbered) return this.bye(renumbered);
      this.#state.tellNotifications();
      if (this.#idleTag !== null) this.#state.tellNews(true);
      this.#write(
        this.#state
          .takeLines()
          .map((line) => `${line}\r\n`)
          .join(""),
      );
    });
  }

  /** Each piece waits until the one before it was taken, so that an endless one fills nobody's memory but the client's. */
  async #flood(pieces: Iterable<string>): Promise<void> {
    const { socket } = this.#context;
    for (const piece of pieces) {
      if (socket.destroyed) return;
      await new Promise<void>((resolve) => {
        socket.once("close", resolve);
        socket.write(piece, "latin1", () => {
          socket.off("close", resolve);
          resolve();
        });
      });
    }
  }

  #answer(tag: string, text: string, fault?: Fault): void {
    const lines = this.#state.takeLines();
    const told = fault?.rewrite ? fault.rewrite(lines) : lines;
    const bytes = Buffer.from([...told, `${tag} ${text}`, ""].join("\r\n"), "latin1");
    if (fault?.drop !== "middle") this.#write(bytes);
    else this.#context.socket.write(bytes.subarray(0, bytes.length >> 1), () => this.drop());
  }

  #write(content: string | Buffer): void {
    if (content.length === 0 || this.#context.socket.destroyed) return;
    this.#context.socket.write(typeof content === "string" ? Buffer.from(content, "latin1") : content);
  }
}
