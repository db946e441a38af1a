// The residents: the newest frame, where each is drawn now, and who is under a point.

import {colourOf} from './palette.js';

/** Below this radius a dot is a square: nobody sees the difference, and it costs a tenth. */
const SQUARE_BELOW = 1.9;

export class Crowd {
  frame = null;
  /** Words for the codes of activities. */
  words = [];
  /** Raised with every frame. */
  version = 0;
  #sprites = new Map();

  take(frame) {
    this.frame = frame;
    this.version++;
  }

  get asleep() {
    return this.words.indexOf('sleeping');
  }

  /** How many are awake at each place in view, by row. */
  awake() {
    const counts = new Map();
    const standing = this.frame?.standing;
    for (let i = 0; i < (standing?.count ?? 0); i++) {
      if (standing.activities[i] !== this.asleep) {
        counts.set(standing.places[i], (counts.get(standing.places[i]) ?? 0) + 1);
      }
    }
    return counts;
  }

  radius(camera) {
    const few = this.frame?.people < 60 ? 1.6 : 1;
    return few * Math.min(8, Math.max(0.75, 3.1 * Math.sqrt(camera.zoom)));
  }

  drawStanding(ink, camera) {
    if (!this.frame) {
      return;
    }
    if (this.frame.cells) {
      this.#drawCells(ink, camera);
      return;
    }
    const {count, xs, ys, activities} = this.frame.standing;
    const r = this.radius(camera);
    // One activity after the other: changing the colour is what costs.
    const byCode = new Map();
    for (let i = 0; i < count; i++) {
      const code = activities[i];
      byCode.has(code) ? byCode.get(code).push(i) : byCode.set(code, [i]);
    }
    // Sleepers first, so that those who are up lie on top.
    const codes = [...byCode.keys()].sort((a, b) => (b === this.asleep) - (a === this.asleep));
    for (const code of codes) {
      const dot = this.#dot(ink, code, r, code === this.asleep ? 0.55 : 1);
      for (const i of byCode.get(code)) {
        dot(camera.screenX(xs[i]), camera.screenY(ys[i]));
      }
    }
    ink.globalAlpha = 1;
  }

  /** @param now the tick, with its fraction */
  drawWalking(ink, camera, now) {
    const walking = this.frame?.walking;
    if (!walking) {
      return;
    }
    const r = this.radius(camera);
    const dot = this.#dot(ink, this.words.indexOf('on the way'), r, 1);
    for (let i = 0; i < walking.count; i++) {
      const [x, y] = this.wayPoint(i, now);
      const [px, py] = [camera.screenX(x), camera.screenY(y)];
      if (px > -r && py > -r && px < camera.width + r && py < camera.height + r) {
        dot(px, py);
      }
    }
    ink.globalAlpha = 1;
  }

  wayPoint(i, now) {
    const {ways, departures, arrivals} = this.frame.walking;
    const share = Math.min(1, Math.max(0, (now - departures[i]) / Math.max(1, arrivals[i] - departures[i])));
    const at = i * 4;
    return [ways[at] + (ways[at + 2] - ways[at]) * share, ways[at + 1] + (ways[at + 3] - ways[at + 1]) * share];
  }

  /** Where a slot is now, in metres, or undefined when it is not in the frame. */
  find(slot, now) {
    if (!this.frame?.standing) {
      return undefined;
    }
    const {standing, walking} = this.frame;
    const stands = standing.slots.indexOf(slot);
    if (stands >= 0) {
      return [standing.xs[stands], standing.ys[stands]];
    }
    const walks = walking.slots.indexOf(slot);
    return walks >= 0 ? this.wayPoint(walks, now) : undefined;
  }

  /** Who is nearest to a point of the screen, within some pixels; or undefined. */
  at(camera, px, py, reach, now) {
    if (!this.frame?.standing) {
      return undefined;
    }
    let best;
    let least = reach * reach;
    const look = (slot, activity, x, y) => {
      const far = (camera.screenX(x) - px) ** 2 + (camera.screenY(y) - py) ** 2;
      if (far < least) {
        least = far;
        best = {slot, activity: this.words[activity], x, y};
      }
    };
    const {standing, walking} = this.frame;
    for (let i = 0; i < standing.count; i++) {
      look(standing.slots[i], standing.activities[i], standing.xs[i], standing.ys[i]);
    }
    for (let i = 0; i < walking.count; i++) {
      look(walking.slots[i], walking.activities[i], ...this.wayPoint(i, now));
    }
    return best;
  }

  /** A function that puts a dot of an activity's colour. */
  #dot(ink, code, r, alpha) {
    const colour = colourOf(this.words[code]);
    ink.globalAlpha = alpha;
    if (r < SQUARE_BELOW) {
      ink.fillStyle = colour;
      const side = Math.max(1, Math.round(r * 2));
      return (x, y) => ink.fillRect(Math.round(x - side / 2), Math.round(y - side / 2), side, side);
    }
    const sprite = this.#sprite(colour, r, code !== this.asleep);
    const half = sprite.width / 2 / devicePixelRatio;
    const side = sprite.width / devicePixelRatio;
    return (x, y) => ink.drawImage(sprite, x - half, y - half, side, side);
  }

  #sprite(colour, r, isOutlined) {
    const key = `${colour} ${r.toFixed(1)} ${devicePixelRatio} ${isOutlined}`;
    if (!this.#sprites.has(key)) {
      if (this.#sprites.size > 200) {
        this.#sprites.clear();
      }
      const side = Math.ceil((r + 1.5) * 2 * devicePixelRatio);
      const canvas = new OffscreenCanvas(side, side);
      const ink = canvas.getContext('2d');
      ink.scale(devicePixelRatio, devicePixelRatio);
      ink.beginPath();
      ink.arc(side / 2 / devicePixelRatio, side / 2 / devicePixelRatio, r, 0, Math.PI * 2);
      ink.fillStyle = colour;
      ink.fill();
      ink.lineWidth = Math.min(1.4, r / 3);
      ink.strokeStyle = isOutlined ? 'rgba(255,255,255,.9)' : 'rgba(190,198,235,.5)';
      ink.stroke();
      this.#sprites.set(key, canvas);
    }
    return this.#sprites.get(key);
  }

  /** More people than dots make sense for: the fuller a cell, the deeper its colour. */
  #drawCells(ink, camera) {
    const {cells, cell, x0, y0} = this.frame;
    let most = 1;
    for (let i = 0; i < cells.count; i++) {
      most = Math.max(most, cells.counts[i]);
    }
    ink.fillStyle = colourOf('working');
    const side = cell * camera.zoom;
    for (let i = 0; i < cells.count; i++) {
      ink.globalAlpha = 0.18 + 0.72 * Math.sqrt(cells.counts[i] / most);
      ink.fillRect(camera.screenX(x0 + cells.columns[i] * cell), camera.screenY(y0 + (cells.rows[i] + 1) * cell), side, side);
    }
    ink.globalAlpha = 1;
  }
}
