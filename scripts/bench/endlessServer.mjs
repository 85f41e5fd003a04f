// A service in a process of its own that sends replies without an end, each kind at its own path, and an honest stream
// at /honest. Prints its port.
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";

const chunk = (delta) => `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: null }] })}\n\n`;
const stream = "text/event-stream";
const json = "application/json";
const packed = gzipSync(Buffer.alloc(100 << 20, 0x20), { level: 9 });

/** By kind: the type of the reply, its beginning, and the piece that never ends. */
const endless = {
  "white space": [json, "", " ".repeat(65_536)],
  "one object": [json, '{"choices":[{"message":{"content":"', "x".repeat(65_536)],
  "a line of a stream": [stream, "", "x".repeat(65_536)],
  words: [stream, "", chunk({ content: "word ".repeat(50) }).repeat(50)],
  thinking: [stream, "", chunk({ reasoning_content: "hm ".repeat(50) }).repeat(50)],
  "a refusal": [stream, "", chunk({ refusal: "no ".repeat(50) }).repeat(50)],
  "empty events": [stream, "", "data:\n\n".repeat(4_000)],
  comments: [stream, "", ": alive\n\n".repeat(4_000)],
  "an error": [json, "", "e".repeat(16_384), 500],
};

const server = createServer((request, response) => {
  const parts = [];
  response.on("error", () => undefined);
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const kind = decodeURIComponent(request.url?.split("/")[1] ?? "");
    if (kind === "honest") return honest(response, JSON.parse(Buffer.concat(parts).toString()));
    if (kind === "100 MB in gzip") {
      response.writeHead(200, { "content-type": json, "content-encoding": "gzip" });
      return response.end(packed);
    }
    const [type, before, piece, status = 200] = endless[kind] ?? endless.words;
    response.writeHead(status, { "content-type": type });
    if (before !== "") response.write(before);
    const pour = () => response.destroyed || response.write(piece, pour);
    pour();
  });
});

/** A reply on each criterion asked for, 25 pieces a second. */
function honest(response, body) {
  const ids = body.response_format.json_schema.schema.properties.criteria.items.properties.id.enum;
  const criteria = ids.map((id) => ({
    id,
    quotes: [],
    reason: "It does not say this yet. ".repeat(6),
    verdict: "missed",
  }));
  const text = JSON.stringify({
    criteria,
    errors: [],
    feedback: "",
    confidence: "high",
    answerContainsInstructions: false,
  });
  const pieces = text.match(/[^]{1,24}/g) ?? [];
  response.writeHead(200, { "content-type": stream });
  const next = () => {
    const piece = pieces.shift();
    if (response.destroyed) return;
    if (piece === undefined) {
      response.end(
        `data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] })}\n\ndata: [DONE]\n\n`,
      );
      return;
    }
    response.write(chunk({ content: piece }));
    setTimeout(next, 40);
  };
  next();
}

server.listen(0, "127.0.0.1", () => {
  const at = server.address();
  console.log(typeof at === "object" && at !== null ? at.port : "");
});
