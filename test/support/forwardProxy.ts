// A forward proxy on 127.0.0.1, as companies have them: takes CONNECT and whole URLs, and leads every host to one
// server of the test's, whatever its name, so that hosts that exist nowhere can be asked.
import { createServer, request as ask } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";

export interface ForwardProxy {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** `host:port` of every request and tunnel, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Starts a proxy that leads everything to `port` on this machine. */
export async function startForwardProxy(port: number): Promise<ForwardProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const { host, pathname, search } = new URL(request.url ?? "");
    asked.push(host);
    const { method, headers } = request;
    const onward = ask({ host: "127.0.0.1", port, method, path: pathname + search, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  server.on("connect", (request, near: Socket, head) => {
    asked.push(request.url ?? "");
    const far = connect(port, "127.0.0.1", () => {
      near.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      far.write(head);
      far.pipe(near);
      near.pipe(far);
    });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of sockets) socket.destroy();
      }),
  };
}
