// What is written and drawn upon the residents: names, and a mark around whoever is selected.

import {KINDS} from './palette.js';

const NAMES_FROM = 2.4;
const MOST_NAMES = 120;
const FONT = 'system-ui, "DejaVu Sans", sans-serif';

/** The names of those in view, when one is near enough to read them. */
export function drawFaces(ink, camera, crowd, tick, names, isNight) {
  if (!crowd.frame?.standing || camera.zoom < NAMES_FROM) {
    return;
  }
  ink.font = `11px ${FONT}`;
  const taken = [];
  const write = (slot, x, y) => {
    const [px, py] = [camera.screenX(x), camera.screenY(y)];
    const isOut = px < 0 || py < 0 || px > camera.width || py > camera.height;
    if (isOut || taken.length >= MOST_NAMES || taken.some(it => Math.abs(it[0] - px) < 70 && Math.abs(it[1] - py) < 11)) {
      return;
    }
    const name = names.ofSlot(slot)?.name;
    if (name) {
      taken.push([px, py]);
      label(ink, name.split(' ')[0], px + crowd.radius(camera) + 3, py, isNight);
    }
  };
  const {standing, walking} = crowd.frame;
  for (let i = 0; i < walking.count; i++) {
    write(walking.slots[i], ...crowd.wayPoint(i, tick));
  }
  for (let i = 0; i < standing.count; i++) {
    write(standing.slots[i], standing.xs[i], standing.ys[i]);
  }
}

/** @param at where it is, in metres */
export function drawSelected(ink, camera, {place, name}, at, radius, scale, isNight) {
  const [x, y] = [camera.screenX(at[0]), camera.screenY(at[1])];
  ink.beginPath();
  if (place) {
    const kind = KINDS[place.kind] ?? KINDS.home;
    const [w, h] = [Math.max(16, kind.width * scale * camera.zoom + 8), Math.max(14, kind.height * scale * camera.zoom + 8)];
    ink.roundRect(x - w / 2, y - h / 2, w, h, 5);
  } else {
    ink.arc(x, y, radius + 5, 0, Math.PI * 2);
  }
  ink.lineWidth = 4.5;
  ink.strokeStyle = 'rgba(255,255,255,.9)';
  ink.stroke();
  ink.lineWidth = 2;
  ink.strokeStyle = '#b0202e';
  ink.stroke();
  if (name && !place) {
    ink.font = `600 13px ${FONT}`;
    label(ink, name, x + radius + 10, y, isNight);
  }
}

function label(ink, text, x, y, isNight) {
  ink.textAlign = 'left';
  ink.textBaseline = 'middle';
  ink.lineWidth = 3;
  ink.lineJoin = 'round';
  ink.strokeStyle = isNight ? 'rgba(14,18,36,.8)' : 'rgba(255,252,244,.9)';
  ink.strokeText(text, x, y);
  ink.fillStyle = isNight ? '#fff6df' : '#2b2a27';
  ink.fillText(text, x, y);
}
