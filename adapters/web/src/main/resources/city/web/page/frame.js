// Reads the binary frames of the map. The layout stands in docs/websocket.md; everything is little endian.

const RESIDENTS = 1;
const STANDING_BYTES = 12;
const WALKING_BYTES = 32;
const CELL_BYTES = 8;
const SHARES = 65_535;

/** @returns the moment, the viewport, and either columns of residents or cells with how many are in them */
export function readFrame(buffer) {
  const view = new DataView(buffer);
  const start = view.getUint16(2, true);
  const frame = {
    people: view.getUint32(4, true),
    tick: Number(view.getBigInt64(8, true)),
    x0: view.getInt32(24, true),
    y0: view.getInt32(28, true),
    x1: view.getInt32(32, true),
    y1: view.getInt32(36, true),
  };
  const first = view.getUint32(40, true);
  const second = view.getUint32(44, true);
  return view.getUint8(0) === RESIDENTS
    ? {...frame, ...standing(view, frame, start, first), ...walking(view, frame, start + first * STANDING_BYTES, second)}
    : {...frame, ...grid(view, start, first), cell: view.getUint32(48, true) / 10};
}

function standing(view, frame, start, count) {
  const slots = new Uint32Array(count);
  const xs = new Float32Array(count);
  const ys = new Float32Array(count);
  const places = new Uint16Array(count);
  const activities = new Uint8Array(count);
  const width = (frame.x1 - frame.x0) / SHARES;
  const height = (frame.y1 - frame.y0) / SHARES;
  for (let i = 0, at = start; i < count; i++, at += STANDING_BYTES) {
    slots[i] = view.getUint32(at, true);
    xs[i] = frame.x0 + view.getUint16(at + 4, true) * width;
    ys[i] = frame.y0 + view.getUint16(at + 6, true) * height;
    places[i] = view.getUint16(at + 8, true);
    activities[i] = view.getUint8(at + 10);
  }
  return {standing: {count, slots, xs, ys, places, activities}};
}

function walking(view, frame, start, count) {
  const slots = new Uint32Array(count);
  const ways = new Float32Array(count * 4);
  const departures = new Float64Array(count);
  const arrivals = new Float64Array(count);
  const places = new Uint16Array(count);
  const activities = new Uint8Array(count);
  for (let i = 0, at = start; i < count; i++, at += WALKING_BYTES) {
    slots[i] = view.getUint32(at, true);
    for (let k = 0; k < 4; k++) {
      ways[i * 4 + k] = view.getInt32(at + 4 + k * 4, true) / 10;
    }
    departures[i] = frame.tick + view.getInt32(at + 20, true);
    arrivals[i] = frame.tick + view.getInt32(at + 24, true);
    places[i] = view.getUint16(at + 28, true);
    activities[i] = view.getUint8(at + 30);
  }
  return {walking: {count, slots, ways, departures, arrivals, places, activities}};
}

function grid(view, start, count) {
  const columns = new Uint16Array(count);
  const rows = new Uint16Array(count);
  const counts = new Uint32Array(count);
  for (let i = 0, at = start; i < count; i++, at += CELL_BYTES) {
    columns[i] = view.getUint16(at, true);
    rows[i] = view.getUint16(at + 2, true);
    counts[i] = view.getUint32(at + 4, true);
  }
  return {cells: {count, columns, rows, counts}};
}
