// A network line that can be cut: a proxy for one browser context.
//
// Cutting it ends every connection at once and takes no new one until it is mended, as a tunnel or
// a lift does. The browser's own "offline" would leave open websockets alone.

import { createServer, request } from "node:http";
import { connect } from "node:net";

export class Line {
  #server = createServer((question, answer) => this.#pass(question, answer));
  #sockets = new Set();
  #isCut = false;
  /** Some networks let requests through and no websocket. */
  refusesSockets = false;
  /** Connections that were cut while they lived, all in all. */
  severed = 0;

  /** A line that works. */
  static async open() {
    const line = new Line();
    line.#server.on("connect", (question, socket, head) => line.#tunnel(question, socket, head));
    line.#server.on("connection", (socket) => line.#take(socket));
    await new Promise((resolve) => line.#server.listen(0, "127.0.0.1", resolve));
    return line;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  cut() {
    this.#isCut = true;
    this.severed += this.#sockets.size;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend() {
    this.#isCut = false;
  }

  close() {
    this.cut();
    this.#server.close();
  }

  #take(socket) {
    if (this.#isCut) return socket.destroy();
    if (this.#sockets.has(socket)) return;
    this.#sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => this.#sockets.delete(socket));
  }

  #pass(question, answer) {
    const { hostname, port, pathname, search } = new URL(question.url);
    const { method, headers } = question;
    const onward = request({ hostname, port, path: pathname + search, method, headers }, (got) => {
      answer.writeHead(got.statusCode, got.rawHeaders);
      got.pipe(answer);
    });
    onward.on("socket", (socket) => this.#take(socket));
    onward.on("error", () => answer.destroy());
    question.pipe(onward);
  }

  #tunnel(question, socket, head) {
    if (this.refusesSockets) return socket.destroy();
    const [host, port] = question.url.split(":");
    const onward = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    this.#take(onward);
    onward.on("error", () => socket.destroy());
    onward.on("close", () => socket.destroy());
    socket.on("close", () => onward.destroy());
  }
}
