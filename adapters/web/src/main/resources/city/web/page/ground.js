// Draws what does not move: land, districts, streets, places and their names.

import {INK, KINDS, LAMP, PAPER, STREET, STREET_EDGE, TINTS, TREE} from './palette.js';

const DISTRICT_PAD = 46;
const GLYPH_FROM = 1.1;
const NAMES_FROM = 0.75;
const HOME_NAMES_FROM = 2.2;
const TREES_FROM = 0.3;
const SERIF = 'ui-serif, Georgia, "Iowan Old Style", "Palatino Linotype", "DejaVu Serif", serif';
const SANS = 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

export function drawGround(ink, plan, camera) {
  ink.fillStyle = PAPER;
  ink.fillRect(0, 0, camera.width, camera.height);
  ink.lineJoin = 'round';
  ink.lineCap = 'round';
  drawDistricts(ink, plan, camera);
  drawOpenGround(ink, plan, camera);
  drawStreets(ink, plan, camera);
  drawTrees(ink, plan, camera);
  drawHouses(ink, plan, camera);
}

function drawDistricts(ink, plan, camera) {
  for (const {hull, box, index} of plan.districts) {
    if (!isInView(camera, box)) {
      continue;
    }
    ink.fillStyle = ink.strokeStyle = TINTS[index % TINTS.length];
    ink.lineWidth = 2 * DISTRICT_PAD * camera.zoom;
    ink.beginPath();
    hull.forEach(({x, y}) => ink.lineTo(camera.screenX(x), camera.screenY(y)));
    ink.closePath();
    ink.fill();
    ink.stroke();
  }
}

/** Parks, water, squares and fields lie below the streets. */
function drawOpenGround(ink, plan, camera) {
  for (const place of plan.outer) {
    const kind = KINDS[place.kind];
    if (!kind || !(kind.round || kind.open || kind.field) || !isNear(camera, place, kind)) {
      continue;
    }
    const [x, y] = [camera.screenX(place.x), camera.screenY(place.y)];
    const [w, h] = [kind.width * plan.scale * camera.zoom, kind.height * plan.scale * camera.zoom];
    ink.fillStyle = kind.colour;
    ink.beginPath();
    if (kind.round) {
      ink.ellipse(x, y, w / 2, h / 2, 0, 0, Math.PI * 2);
    } else {
      ink.roundRect(x - w / 2, y - h / 2, w, h, Math.min(w, h) * 0.08);
    }
    ink.fill();
    if (kind.field) {
      furrows(ink, x, y, w, h);
    }
    if (kind.water) {
      ink.strokeStyle = 'rgba(255,255,255,.45)';
      ink.lineWidth = Math.max(0.6, camera.zoom);
      ink.beginPath();
      ink.ellipse(x, y, w * 0.4, h * 0.34, 0, 0, Math.PI * 2);
      ink.stroke();
    }
  }
}

function furrows(ink, x, y, w, h) {
  if (w < 18) {
    return;
  }
  ink.strokeStyle = 'rgba(120,95,30,.28)';
  ink.lineWidth = Math.max(0.6, w / 60);
  ink.beginPath();
  for (let i = 1; i < 8; i++) {
    ink.moveTo(x - w * 0.46, y - h / 2 + h * i / 8);
    ink.lineTo(x + w * 0.46, y - h / 2 + h * i / 8);
  }
  ink.stroke();
}

function drawStreets(ink, plan, camera) {
  const wide = Math.max(1.4, 9 * camera.zoom * Math.sqrt(plan.scale));
  const narrow = Math.max(0.7, 5 * camera.zoom * Math.sqrt(plan.scale));
  const edge = Math.max(0.5, Math.min(1.6, camera.zoom * 1.2));
  const lines = [];
  for (const [list, width] of [[plan.lanes, narrow], [plan.roads, wide]]) {
    const path = new Path2D();
    for (const [a, b] of list) {
      const box = {x0: Math.min(a.x, b.x), y0: Math.min(a.y, b.y), x1: Math.max(a.x, b.x), y1: Math.max(a.y, b.y)};
      if (isInView(camera, box)) {
        path.moveTo(camera.screenX(a.x), camera.screenY(a.y));
        path.lineTo(camera.screenX(b.x), camera.screenY(b.y));
      }
    }
    lines.push([path, width]);
  }
  ink.strokeStyle = STREET_EDGE;
  lines.forEach(([path, width]) => { ink.lineWidth = width + 2 * edge; ink.stroke(path); });
  ink.strokeStyle = STREET;
  lines.forEach(([path, width]) => { ink.lineWidth = width; ink.stroke(path); });
}

function drawTrees(ink, plan, camera) {
  if (camera.zoom < TREES_FROM) {
    return;
  }
  ink.fillStyle = TREE;
  ink.beginPath();
  for (const {x, y, r} of plan.trees) {
    const [px, py, pr] = [camera.screenX(x), camera.screenY(y), r * camera.zoom];
    if (px > -9 && py > -9 && px < camera.width + 9 && py < camera.height + 9) {
      ink.moveTo(px + pr, py);
      ink.arc(px, py, pr, 0, Math.PI * 2);
    }
  }
  ink.fill();
}

function drawHouses(ink, plan, camera) {
  const zoom = camera.zoom * plan.scale;
  const shade = zoom > 0.6;
  for (const place of plan.outer) {
    const kind = KINDS[place.kind] ?? KINDS.home;
    if (kind.round || kind.open || kind.field || kind.width === 0 || !isNear(camera, place, kind)) {
      continue;
    }
    const w = Math.max(1.6, kind.width * zoom);
    const h = Math.max(1.4, kind.height * zoom);
    const x = camera.screenX(place.x) - w / 2;
    const y = camera.screenY(place.y) - h / 2;
    if (shade) {
      const s = Math.min(3, 1.6 * zoom);
      ink.fillStyle = 'rgba(70,60,40,.22)';
      ink.fillRect(x + s, y + s, w, h);
    }
    ink.fillStyle = kind.colour;
    ink.fillRect(x, y, w, h);
    if (shade) {
      ink.fillStyle = 'rgba(255,255,255,.2)';
      ink.fillRect(x, y, w, h / 2);
    }
    if (kind.glyph && zoom >= GLYPH_FROM) {
      ink.fillStyle = 'rgba(255,255,255,.92)';
      ink.font = `${Math.min(22, h * 0.62)}px ${SANS}`;
      ink.textAlign = 'center';
      ink.textBaseline = 'middle';
      ink.fillText(kind.glyph, x + w / 2, y + h / 2 + 1);
    }
  }
}

/** Windows of places with people who are awake, where it is dark. */
export function drawLamps(ink, plan, camera, awake, darkness) {
  ink.globalAlpha = Math.min(1, darkness * 1.5);
  ink.fillStyle = LAMP;
  for (const [row, count] of awake) {
    const place = plan.locations[row];
    const kind = place && KINDS[place.kind];
    if (!kind || kind.width === 0 || !isNear(camera, place, kind)) {
      continue;
    }
    const zoom = camera.zoom * plan.scale;
    const w = Math.max(1.6, kind.width * zoom * 0.34);
    const h = Math.max(1.4, kind.height * zoom * 0.34);
    const x = camera.screenX(place.x);
    const y = camera.screenY(place.y);
    const isIndoors = !kind.round && !kind.open && !kind.field;
    if (zoom > 0.4 && isIndoors) {
      const glow = kind.width * zoom * Math.min(1.3, 0.7 + count / 30);
      const light = ink.createRadialGradient(x, y, 0, x, y, glow);
      light.addColorStop(0, 'rgba(255,214,130,.55)');
      light.addColorStop(1, 'rgba(255,214,130,0)');
      ink.fillStyle = light;
      ink.fillRect(x - glow, y - glow, glow * 2, glow * 2);
      ink.fillStyle = LAMP;
    }
    if (isIndoors) {
      ink.fillRect(x - w / 2, y - h / 2, w, h);
    }
  }
  ink.globalAlpha = 1;
}

/** Names that do not cover each other: districts first, then what is larger. */
export function drawNames(ink, plan, camera, darkness) {
  const taken = [];
  const colours = darkness > 0.3 ? ['#f3ecd8', 'rgba(18,22,40,.75)'] : [INK, 'rgba(250,246,236,.85)'];
  for (const district of plan.districts) {
    const width = (district.box.x1 - district.box.x0) * camera.zoom;
    const size = Math.min(21, Math.max(11, width / 16));
    if (width > 90 && camera.zoom < 3) {
      const y = camera.screenY(district.box.y1) + (width > 160 ? size * 0.4 : 0);
      write(ink, taken, spaced(district.name), camera.screenX(district.x), y, `${size}px ${SERIF}`, colours, 0.8, camera);
    }
  }
  const zoom = camera.zoom * plan.scale;
  if (zoom < NAMES_FROM) {
    return;
  }
  const size = Math.min(14, 10 + camera.zoom);
  for (const pass of [false, true]) {
    for (const place of plan.outer) {
      const kind = KINDS[place.kind] ?? KINDS.home;
      const isSmall = place.kind === 'home' || place.kind === 'street';
      if (isSmall !== pass || (isSmall && zoom < HOME_NAMES_FROM) || !isNear(camera, place, kind)) {
        continue;
      }
      const y = camera.screenY(place.y) + kind.height / 2 * zoom + size * 0.9;
      const style = place.kind === 'street' ? `italic ${size}px ${SERIF}` : `${size}px ${SANS}`;
      write(ink, taken, shortName(place), camera.screenX(place.x), y, style, colours, isSmall ? 0.75 : 0.95, camera);
    }
  }
}

/** Within Ashford, Ashford School is the school. */
function shortName({name, district_name: district}) {
  return name.startsWith(`${district} `) ? name.slice(district.length + 1) : name;
}

const spaced = name => name.toUpperCase().split('').join('\u200a');

function write(ink, taken, text, x, y, font, [colour, halo], alpha, camera) {
  ink.font = font;
  const width = ink.measureText(text).width;
  const size = Number.parseFloat(font.replace('italic ', ''));
  const box = [x - width / 2 - 3, y - size * 0.6, x + width / 2 + 3, y + size * 0.6];
  const isOut = box[2] < 0 || box[0] > camera.width || box[3] < 0 || box[1] > camera.height;
  if (isOut || taken.some(it => box[0] < it[2] && box[2] > it[0] && box[1] < it[3] && box[3] > it[1])) {
    return;
  }
  taken.push(box);
  ink.textAlign = 'center';
  ink.textBaseline = 'middle';
  ink.globalAlpha = alpha;
  ink.lineWidth = 3;
  ink.strokeStyle = halo;
  ink.strokeText(text, x, y);
  ink.fillStyle = colour;
  ink.fillText(text, x, y);
  ink.globalAlpha = 1;
}

function isNear(camera, {x, y}, {width, height}) {
  const px = camera.screenX(x);
  const py = camera.screenY(y);
  const pad = Math.max(width, height) * 2.4 * camera.zoom;
  return px > -pad && py > -pad && px < camera.width + pad && py < camera.height + pad;
}

function isInView(camera, {x0, y0, x1, y1}) {
  return camera.screenX(x1) > -60 && camera.screenX(x0) < camera.width + 60
    && camera.screenY(y0) > -60 && camera.screenY(y1) < camera.height + 60;
}
