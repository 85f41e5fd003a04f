// A wire of the test's own before a real model server: passes every byte both ways as it comes, can be cut in the
// middle of a reply, closed and opened again on its port. Knows nothing of what passes.
import { createServer, connect, type AddressInfo, type Server, type Socket } from "node:net";

export interface Relay {
  /** The far server's address, with this wire's host and port in it. */
  readonly url: string;
  /** Bytes that the far side has sent so far. */
  readonly received: () => number;
  /** Connections that the near side has ended, or lost, before the far side did. */
  readonly endedByClient: () => number;
  /** Cuts every connection and refuses new ones. */
  close(): Promise<void>;
  /** Listens again on the same port. */
  open(): Promise<void>;
}

/** Opens a wire to a server at `far`, an `http:` URL. */
export async function openRelay(far: string): Promise<Relay> {
  const { hostname, port: farPort } = new URL(far);
  const sockets = new Set<Socket>();
  let received = 0;
  let endedByClient = 0;
  const newServer = (): Server =>
    createServer((near) => {
      const away = connect(Number(farPort), hostname);
      let farEnded = false;
      for (const socket of [near, away]) {
        sockets.add(socket);
        socket.on("error", () => socket.destroy());
        socket.on("close", () => sockets.delete(socket));
      }
      away.on("data", (bytes: Buffer) => (received += bytes.length));
      away.on("end", () => (farEnded = true));
      near.on("close", () => {
        if (!farEnded) endedByClient++;
        away.destroy();
      });
      away.on("close", () => near.destroySoon());
      near.pipe(away);
      away.pipe(near);
    });
  let server = newServer();
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const near = new URL(far);
  near.hostname = "127.0.0.1";
  near.port = String(port);
  return {
    url: near.href,
    received: () => received,
    endedByClient: () => endedByClient,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    open: () => {
      server = newServer();
      return listen(port);
    },
  };
}
