import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, test } from "@jest/globals";
import { listeningSockets } from "../../../rehearsal/checks/loopback";

const servers: Server[] = [];

function listen(host: string): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    servers.push(server);
    server.listen(0, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

afterEach(() => {
  servers.splice(0).forEach((server) => server.close());
});

describe("the list of listening sockets", () => {
  test.each([
    ["127.0.0.1", true],
    ["127.8.9.10", true],
    ["::1", true],
    ["0.0.0.0", false],
    ["::", false],
  ])("a socket on %s is on loopback: %s", async (host, loopback) => {
    const port = await listen(host);
    expect((await listeningSockets(process.pid)).filter((socket) => socket.port === port)).toEqual([
      { port, loopback },
    ]);
  });
});
