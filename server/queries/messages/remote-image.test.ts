import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { resolveHost, type AllowedAddress } from "#server/network";
import { signImageUrl } from "#server/mime/sanitize/image-signature";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { fetchRemoteImage, type ImageNetwork } from "./fetch-remote-image.ts";
import { getRemoteImage } from "./get-remote-image.ts";
import { imageKey } from "./safe-body.ts";

const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"); // prettier-ignore

/** A web server on loopback that the rules of the test take for a public one. */
async function web(answer: RequestListener): Promise<{ port: number; network: ImageNetwork }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const known: AllowedAddress[] = [{ address: "127.0.0.1", family: 4, isPrivate: false }];
  const resolve = async (host: string) => (host === "images.test" ? known : resolveHost(host));
  return { port, network: { resolve, ports: new Set([port]) } };
}

describe("fetching a remote image", () => {
  it("brings it as nobody, from the address that was checked", async () => {
    const headers: unknown[] = [];
    const { port, network } = await web((request, response) => {
      headers.push(request.headers);
      response.writeHead(200, { "content-type": "text/html", "set-cookie": "id=1" }).end(png);
    });
    const image = await fetchRemoteImage(`http://images.test:${port}/a.png`, network);
    expect(image.contentType).toBe("image/png");
    expect(Buffer.from(image.content)).toEqual(png);
    expect(headers[0]).not.toHaveProperty("cookie");
    expect(headers[0]).not.toHaveProperty("referer");
  });

  it.each([
    ["a redirect into our network", "http://127.0.0.1:PORT/secret"],
    ["a redirect to a name of our network", "http://localhost:PORT/secret"],
    ["a redirect to link-local metadata", "http://169.254.169.254:PORT/"],
    ["a redirect to another scheme", "file:///etc/passwd"],
    ["a redirect to another port", "http://images.test:25/"],
  ])("refuses %s", async (_, location) => {
    const asked: string[] = [];
    const { port, network } = await web((request, response) => {
      asked.push(request.url ?? "");
      if (request.url === "/start") response.writeHead(302, { location: location.replace("PORT", String(port)) }).end();
      else response.end(png);
    });
    const fetching = fetchRemoteImage(`http://images.test:${port}/start`, network);
    await expect(fetching).rejects.toMatchObject({ code: "unavailable" });
    expect(asked).toEqual(["/start"]);
  });

  it("follows three redirects and no fourth", async () => {
    const { port, network } = await web((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end();
      else response.end(png);
    });
    expect((await fetchRemoteImage(`http://images.test:${port}/3`, network)).contentType).toBe("image/png");
    await expect(fetchRemoteImage(`http://images.test:${port}/4`, network)).rejects.toMatchObject({
      code: "unavailable",
    });
  });

  it.each([
    ["SVG", Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`)],
    ["HTML", Buffer.from("<html>hello</html>")],
    ["more than five megabytes", Buffer.concat([png, Buffer.alloc(5_000_000)])],
  ])("refuses %s, whatever the server calls it", async (_, content) => {
    const { port, network } = await web((_, response) => {
      response.writeHead(200, { "content-type": "image/png" }).end(content);
    });
    await expect(fetchRemoteImage(`http://images.test:${port}/`, network)).rejects.toMatchObject({
      code: "unavailable",
    });
  });

  it.each([
    "http://127.0.0.1/", "http://[::1]/", "http://[::7f00:1]/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://10.0.0.1/",
    "http://100.64.0.1/", "http://0.0.0.0/", "http://2130706433/", "http://localhost/", "http://user:pass@example.com/", "http://1.1.1.1:25/",
  ])("does not connect to %s", async (url) => {
    await expect(fetchRemoteImage(url)).rejects.toMatchObject({ code: "unavailable", cause: { message: /^Not a/ } });
  }); // prettier-ignore
});

describe("asking for a remote image", () => {
  useFreshStore();

  it("needs a message that one may read, and an address signed for it", async () => {
    const { agent, stranger, id } = await mail();
    const url = "http://127.0.0.1/x.png";
    const sig = signImageUrl(imageKey(id), url);
    await expect(getRemoteImage(agent, { message: id, url, sig })).rejects.toMatchObject({ code: "unavailable" });
    const refused = [
      getRemoteImage(stranger, { message: id, url, sig }),
      getRemoteImage(agent, { message: id, url: `${url}?x`, sig }),
      getRemoteImage(agent, { message: id, url, sig: signImageUrl(imageKey(id + 1), url) }),
    ];
    for (const outcome of await Promise.allSettled(refused))
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
  });
});

async function mail() {
  const account = await build.account();
  const folder = await build.folder({ accountId: account.id });
  const { messageId: id } = await build.placement({ folderId: folder.id });
  const agent = await build.agent({ inboxIds: [account.inboxId] });
  return { agent, id, stranger: await build.agent({ inboxIds: [(await build.inbox()).id] }) };
}
