// The lie of the land, worked out once from the list of places: bounds, districts' outlines, streets, trees, and an index
// of places by where they are.

import {KINDS} from './palette.js';

const BUCKET = 64;
/** Around the outermost places there is some countryside. */
const MARGIN = 60;
const WILD_TREES = 900;
const PATH_CELL = 24;
const SAME_SPOT = 8;

/** @param locations as the API lists them, in the order of their rows */
export function survey(locations) {
  const byId = new Map(locations.map((it, row) => [it.id, {...it, row}]));
  // A flat has no roof of its own: what lies within another at the same spot is drawn and found as that.
  const outer = locations.filter(it => !isInside(it, byId.get(it.parent_id)));
  const neighborhoods = group(outer, it => it.neighborhood_id);
  const streets = [...neighborhoods.values()].map(it => it.find(each => each.kind === 'street') ?? it[0]);
  const buckets = bucket(outer);
  const scale = roominess(outer, buckets);
  const box = bounds(outer);
  const lanes = [...neighborhoods.values()].flatMap(it => tree(it));
  const ways = roads(streets);
  return {
    locations,
    outer,
    scale,
    byId,
    bounds: box,
    districts: [...group(outer, it => it.district_id).values()]
      .map((it, i) => ({name: it[0].district_name, id: it[0].district_id, index: i, ...outline(it)})),
    lanes,
    roads: ways,
    trees: [...outer.flatMap((it, i) => trees(it, i, scale)), ...countryside(box, buckets, outer, [...lanes, ...ways])],
    buckets,
  };
}

function isInside(place, parent) {
  return parent !== undefined && square(place, parent) < SAME_SPOT ** 2;
}

/** The place under a point, or undefined. `reach` in metres is how near is near enough. */
export function placeAt(plan, x, y, reach) {
  let best;
  let least = Infinity;
  const span = Math.ceil((reach + 60 * plan.scale) / BUCKET);
  const [bx, by] = [Math.floor(x / BUCKET), Math.floor(y / BUCKET)];
  for (let i = bx - span; i <= bx + span; i++) {
    for (let j = by - span; j <= by + span; j++) {
      for (const row of plan.buckets.get(`${i},${j}`) ?? []) {
        const place = plan.outer[row];
        const kind = KINDS[place.kind] ?? KINDS.home;
        const dx = Math.max(0, Math.abs(place.x - x) - kind.width * plan.scale / 2);
        const dy = Math.max(0, Math.abs(place.y - y) - kind.height * plan.scale / 2);
        const far = Math.hypot(dx, dy) + Math.hypot(place.x - x, place.y - y) / 1000;
        if (far < least && far <= reach) {
          least = far;
          best = place;
        }
      }
    }
  }
  return best;
}

/** A number of 0 to 1 that is always the same for the same two. */
export function hash(a, b = 0) {
  let h = Math.imul(a | 0, 0x9E3779B1) ^ Math.imul(b | 0, 0x85EBCA77);
  h = Math.imul(h ^ h >>> 15, 0x2C1B3C6D);
  h = Math.imul(h ^ h >>> 13, 0x297A2D39);
  return ((h ^ h >>> 16) >>> 0) / 4294967296;
}

function group(items, key) {
  const groups = new Map();
  for (const item of items) {
    const k = key(item);
    groups.has(k) ? groups.get(k).push(item) : groups.set(k, [item]);
  }
  return groups;
}

function bounds(points) {
  const box = {x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity};
  for (const {x, y} of points) {
    box.x0 = Math.min(box.x0, x - MARGIN);
    box.y0 = Math.min(box.y0, y - MARGIN);
    box.x1 = Math.max(box.x1, x + MARGIN);
    box.y1 = Math.max(box.y1, y + MARGIN);
  }
  return box;
}

/** The convex hull and its middle, by Andrew's monotone chain. */
function outline(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = list => {
    const chain = [];
    for (const p of list) {
      while (chain.length > 1 && cross(chain.at(-2), chain.at(-1), p) <= 0) {
        chain.pop();
      }
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  const hull = sorted.length < 3 ? sorted : [...half(sorted), ...half(sorted.reverse())];
  const box = bounds(points);
  return {hull, box, x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2};
}

const cross = (o, a, b) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
const square = (a, b) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2;

/** The shortest lanes that join all places of a neighborhood: Prim's tree. */
function tree(points) {
  const lanes = [];
  const left = points.slice(1).map(it => ({point: it, to: points[0], far: square(it, points[0])}));
  while (left.length > 0) {
    let next = 0;
    for (let i = 1; i < left.length; i++) {
      if (left[i].far < left[next].far) {
        next = i;
      }
    }
    const [{point, to}] = left.splice(next, 1);
    lanes.push([point, to]);
    for (const each of left) {
      const far = square(each.point, point);
      if (far < each.far) {
        each.far = far;
        each.to = point;
      }
    }
  }
  return lanes;
}

/** Roads between streets: two are joined unless a third is nearer to both, so that there are loops and no tangles. */
function roads(streets) {
  const nearest = streets.map(a => streets
    .filter(b => b !== a)
    .map(b => ({b, far: square(a, b)}))
    .sort((p, q) => p.far - q.far)
    .slice(0, 6));
  const found = [];
  streets.forEach((a, i) => {
    for (const {b, far} of nearest[i]) {
      const isBetween = nearest[i].some(it => it.far < far && square(it.b, b) < far);
      if (!isBetween && (a.x < b.x || a.x === b.x && a.y < b.y || !knowsBack(nearest, streets, a, b))) {
        found.push([a, b]);
      }
    }
  });
  return found;
}

const knowsBack = (nearest, streets, a, b) => nearest[streets.indexOf(b)].some(it => it.b === a);

/** By how much places may be drawn larger than they are: where there is room, a house that can be seen is worth more. */
function roominess(points, buckets) {
  const sample = points.filter((_, i) => i % Math.ceil(points.length / 200) === 0);
  const nearest = sample.map(a => {
    let least = 160 ** 2;
    for (let i = -3; i <= 3; i++) {
      for (let j = -3; j <= 3; j++) {
        for (const row of buckets.get(`${Math.floor(a.x / BUCKET) + i},${Math.floor(a.y / BUCKET) + j}`) ?? []) {
          if (points[row] !== a) {
            least = Math.min(least, square(a, points[row]));
          }
        }
      }
    }
    return Math.sqrt(least);
  }).sort((a, b) => a - b);
  return Math.min(2.4, Math.max(1, (nearest[nearest.length >> 1] ?? 30) / 30));
}

/** Trees where nobody lives or walks. */
function countryside(box, buckets, points, lines) {
  const paths = new Set(lines.flatMap(([a, b]) => {
    const steps = Math.ceil(Math.sqrt(square(a, b)) / PATH_CELL) * 2 + 1;
    return Array.from({length: steps + 1}, (_, i) => cell(a.x + (b.x - a.x) * i / steps, a.y + (b.y - a.y) * i / steps));
  }));
  const area = (box.x1 - box.x0) * (box.y1 - box.y0);
  const count = Math.min(WILD_TREES, area / 5500);
  const found = [];
  for (let i = 0; i < count; i++) {
    // In clumps, as trees are.
    const clump = i >> 2;
    const x = box.x0 + hash(clump, 11) * (box.x1 - box.x0) + (hash(i, 12) - 0.5) * 40;
    const y = box.y0 + hash(clump, 13) * (box.y1 - box.y0) + (hash(i, 14) - 0.5) * 40;
    const near = buckets.get(`${Math.floor(x / BUCKET)},${Math.floor(y / BUCKET)}`) ?? [];
    if (!paths.has(cell(x, y)) && !near.some(row => square(points[row], {x, y}) < 45 ** 2)) {
      found.push({x, y, r: 3 + hash(i, 15) * 4});
    }
  }
  return found;
}

const cell = (x, y) => `${Math.round(x / PATH_CELL)},${Math.round(y / PATH_CELL)}`;

function trees(place, row, scale) {
  const kind = KINDS[place.kind] ?? KINDS.home;
  const count = kind.trees ?? (place.kind === 'home' && hash(row, 7) > 0.45 ? 1 : 0);
  return Array.from({length: count}, (_, i) => {
    const turn = hash(row, i) * Math.PI * 2;
    const far = kind.trees ? 0.25 + hash(i, row) * 0.7 : 1.25;
    return {
      x: place.x + Math.cos(turn) * kind.width * scale / 2 * far,
      y: place.y + Math.sin(turn) * kind.height * scale / 2 * far,
      r: (2.2 + hash(row + i, 3) * 2.2) * Math.sqrt(scale),
    };
  });
}

function bucket(points) {
  const buckets = new Map();
  points.forEach(({x, y}, row) => {
    const key = `${Math.floor(x / BUCKET)},${Math.floor(y / BUCKET)}`;
    buckets.has(key) ? buckets.get(key).push(row) : buckets.set(key, [row]);
  });
  return buckets;
}
