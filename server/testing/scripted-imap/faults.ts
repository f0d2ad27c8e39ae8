/** What goes wrong with one command. The hook is asked before each; without an answer the server behaves. */
export type Fault = {
  delayMs?: number;
  /** The tagged answer in place of doing it, e.g. `NO [OVERQUOTA] Full.` */
  refuse?: string;
  /** It is done, and the tagged answer is this. */
  answer?: string;
  /** Untagged lines (latin1, literals included) as they should be sent instead: left out, broken, made up. */
  rewrite?: (untagged: string[]) => string[];
  /** `before`: nothing is done. `after`: it is done and nobody is told. `middle`: half of the answer is written. */
  drop?: "before" | "after" | "middle";
  /** Sent before the answer, piece by piece as the client takes it (latin1); one without an end lasts as long as the connection. */
  flood?: Iterable<string>;
  /** From here on this connection works and is told of nothing that happens. */
  deaf?: true;
  /** From here on nothing is read and nothing written, and the connection stays open: a router forgot it. */
  hang?: true;
  /** `* BYE` with this text, then the connection is closed; nothing is done. */
  bye?: string;
};

export type FaultRequest = {
  user: string;
  /** Upper case, e.g. `UID FETCH`. */
  command: string;
  /** The line without its tag. */
  line: string;
  /** Counts the connections of this server from 1. */
  connection: number;
};

export type FaultHook = (request: FaultRequest) => Fault | undefined;
