// Draws icon.png: a sheet with three lines, the second one underlined in red and ticked off below.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";

const SIZE = 128;
const FINE = 4; // samples per pixel and direction, for smooth edges

/** Distance from a point to the segment a-b. */
function toSegment(x, y, [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

function inRounded(x, y, left, top, right, bottom, radius) {
  const dx = Math.max(left + radius - x, 0, x - right + radius);
  const dy = Math.max(top + radius - y, 0, y - bottom + radius);
  return x >= left && x <= right && y >= top && y <= bottom && Math.hypot(dx, dy) <= radius;
}

function colour(x, y) {
  if (toSegment(x, y, [66, 92], [80, 106]) < 5 || toSegment(x, y, [80, 106], [110, 72]) < 5) return [46, 160, 67, 255];
  const wave = 64 + 3 * Math.sin((x / 10) * Math.PI);
  if (x > 40 && x < 88 && Math.abs(y - wave) < 2) return [209, 52, 56, 255];
  for (const [line, end] of [[36, 72], [54, 88], [80, 58]]) {
    if (toSegment(x, y, [40, line], [end, line]) < 3.5) return [71, 85, 105, 255];
  }
  if (inRounded(x, y, 26, 14, 102, 114, 8)) return [248, 250, 252, 255];
  if (inRounded(x, y, 2, 2, 126, 126, 24)) return [37, 99, 145, 255];
  return [0, 0, 0, 0];
}

const rows = Buffer.alloc(SIZE * (1 + 4 * SIZE));
for (let py = 0; py < SIZE; py++) {
  for (let px = 0; px < SIZE; px++) {
    const sum = [0, 0, 0, 0];
    for (let i = 0; i < FINE * FINE; i++) {
      const [r, g, b, a] = colour(px + ((i % FINE) + 0.5) / FINE, py + (Math.floor(i / FINE) + 0.5) / FINE);
      sum[0] += r * a;
      sum[1] += g * a;
      sum[2] += b * a;
      sum[3] += a;
    }
    const at = py * (1 + 4 * SIZE) + 1 + 4 * px;
    for (let part = 0; part < 3; part++) rows[at + part] = sum[3] === 0 ? 0 : Math.round(sum[part] / sum[3]);
    rows[at + 3] = Math.round(sum[3] / (FINE * FINE));
  }
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body) >>> 0, body.length + 4);
  return out;
}

const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
header.set([8, 6, 0, 0, 0], 8);
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk("IHDR", header),
  chunk("IDAT", deflateSync(rows, { level: 9 })),
  chunk("IEND", Buffer.alloc(0)),
]);
writeFileSync(fileURLToPath(new URL("../icon.png", import.meta.url)), png);
