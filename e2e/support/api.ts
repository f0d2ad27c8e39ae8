/** The HTTP API as a script with a token uses it. */
export class Api {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  async request(method: string, path: string, body?: unknown): Promise<Response> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.#token}` };
    if (body !== undefined) headers["content-type"] = "application/json";
    return fetch(`${this.#url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** @throws unless the answer is 2xx, with what the server said */
  async json<T>(method: string, path: string, parse: (value: unknown) => T, body?: unknown): Promise<T> {
    const answer = await this.request(method, path, body);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return parse(text ? JSON.parse(text) : undefined);
  }

  get<T>(path: string, schema: { parse(value: unknown): T }): Promise<T> {
    return this.json("GET", path, (value) => schema.parse(value));
  }
}
