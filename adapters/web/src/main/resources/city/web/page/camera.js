// Where one looks, and how large: metres to pixels and back, and the hands that move it.

import {calm} from './dom.js';

const CLOSEST = 12;
const KEY_PAN = 80;
const FRICTION = 0.86;

export class Camera {
  x = 0;
  y = 0;
  /** Pixels a metre. */
  zoom = 1;
  width = 1;
  height = 1;
  /** Raised with every change, so that others know what they drew is old. */
  version = 0;
  /** Pixels of each side that other things lie over. */
  inset = {left: 0, right: 0, top: 0, bottom: 0};
  #all = null;
  #farthest = 0.01;
  #speed = {x: 0, y: 0};
  #goal = null;

  resize(width, height) {
    const wasAll = this.#all && this.isAll;
    this.width = width;
    this.height = height;
    this.version++;
    if (wasAll) {
      this.showAll();
    }
  }

  /** @param box all of the map, in metres */
  bounds(box) {
    this.#all = box;
    this.showAll();
  }

  showAll() {
    const {left, right, top, bottom} = this.inset;
    const width = Math.max(40, this.width - left - right);
    const height = Math.max(40, this.height - top - bottom);
    const box = this.#all;
    this.zoom = Math.min(width / (box.x1 - box.x0), height / (box.y1 - box.y0), 3);
    this.#farthest = this.zoom / 2;
    this.x = (box.x0 + box.x1) / 2 + (right - left) / 2 / this.zoom;
    this.y = (box.y0 + box.y1) / 2 + (top - bottom) / 2 / this.zoom;
    this.isAll = true;
    this.#goal = null;
    this.version++;
  }

  screenX(x) {
    return (x - this.x) * this.zoom + this.width / 2;
  }

  /** North is up. */
  screenY(y) {
    return (this.y - y) * this.zoom + this.height / 2;
  }

  mapX(px) {
    return (px - this.width / 2) / this.zoom + this.x;
  }

  mapY(py) {
    return this.y - (py - this.height / 2) / this.zoom;
  }

  pan(dx, dy) {
    this.x -= dx / this.zoom;
    this.y += dy / this.zoom;
    this.isAll = false;
    this.#goal = null;
    this.version++;
  }

  /** Zooms about a point of the screen, which stays where it is. */
  scale(factor, px = this.width / 2, py = this.height / 2) {
    const x = this.mapX(px);
    const y = this.mapY(py);
    this.zoom = Math.min(CLOSEST, Math.max(this.#farthest, this.zoom * factor));
    this.x += x - this.mapX(px);
    this.y += y - this.mapY(py);
    this.isAll = false;
    this.#goal = null;
    this.version++;
  }

  /** Goes to a point, smoothly unless told otherwise. */
  goTo(x, y, zoom = this.#goal?.zoom ?? this.zoom, atOnce = calm.matches) {
    const {left, right, top, bottom} = this.inset;
    this.#goal = {
      x: x + (right - left) / 2 / zoom,
      y: y + (top - bottom) / 2 / zoom,
      zoom: Math.min(CLOSEST, Math.max(this.#farthest, zoom)),
      atOnce,
    };
    this.isAll = false;
  }

  fling(dx, dy) {
    this.#speed = {x: dx, y: dy};
  }

  /** One frame further. */
  move() {
    if (this.#goal) {
      const {x, y, zoom, atOnce} = this.#goal;
      const share = atOnce ? 1 : 0.16;
      const far = Math.abs(x - this.x) * this.zoom + Math.abs(y - this.y) * this.zoom + Math.abs(zoom / this.zoom - 1) * 100;
      this.x += (x - this.x) * share;
      this.y += (y - this.y) * share;
      this.zoom *= (zoom / this.zoom) ** share;
      this.version++;
      if (far < 0.5) {
        this.#goal = null;
      }
    } else if (Math.hypot(this.#speed.x, this.#speed.y) > 0.4) {
      this.pan(this.#speed.x, this.#speed.y);
      this.#speed = {x: this.#speed.x * FRICTION, y: this.#speed.y * FRICTION};
    }
  }

  key(key) {
    const pans = {ArrowLeft: [KEY_PAN, 0], ArrowRight: [-KEY_PAN, 0], ArrowUp: [0, KEY_PAN], ArrowDown: [0, -KEY_PAN]};
    if (pans[key]) {
      this.pan(...pans[key]);
    } else if (key === '+' || key === '=') {
      this.scale(1.4);
    } else if (key === '-') {
      this.scale(1 / 1.4);
    } else if (key === '0') {
      this.showAll();
    } else {
      return false;
    }
    return true;
  }
}

/** Lets mouse, wheel and fingers move a camera. Calls back with a click, and with where the pointer is. */
export function handle(canvas, camera, {click, hover, moved}) {
  const fingers = new Map();
  let travelled = 0;
  let last = {dx: 0, dy: 0, at: 0};
  const at = event => [event.offsetX, event.offsetY];

  canvas.addEventListener('pointerdown', event => {
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, at(event));
    camera.fling(0, 0);
    travelled = fingers.size > 1 ? Infinity : 0;
  });
  canvas.addEventListener('pointermove', event => {
    const before = fingers.get(event.pointerId);
    const now = at(event);
    if (!before) {
      hover(...now);
      return;
    }
    const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, it]) => it);
    fingers.set(event.pointerId, now);
    if (others.length > 0) {
      pinch(camera, before, now, others[0]);
      moved();
      return;
    }
    const [dx, dy] = [now[0] - before[0], now[1] - before[1]];
    travelled += Math.abs(dx) + Math.abs(dy);
    if (travelled > 4) {
      camera.pan(dx, dy);
      last = {dx, dy, at: event.timeStamp};
      moved();
    }
  });
  const up = event => {
    const tapped = fingers.delete(event.pointerId) && travelled <= 4;
    if (tapped && event.type === 'pointerup') {
      click(...at(event));
    } else if (event.timeStamp - last.at < 40) {
      camera.fling(last.dx, last.dy);
    }
  };
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  canvas.addEventListener('pointerleave', () => hover(-1, -1));
  canvas.addEventListener('wheel', event => {
    event.preventDefault();
    camera.scale(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), ...at(event));
  }, {passive: false});
}

function pinch(camera, before, now, other) {
  const middle = ([ax, ay], [bx, by]) => [(ax + bx) / 2, (ay + by) / 2];
  const [m0, m1] = [middle(before, other), middle(now, other)];
  camera.pan(m1[0] - m0[0], m1[1] - m0[1]);
  const far = it => Math.max(10, Math.hypot(it[0] - other[0], it[1] - other[1]));
  camera.scale(far(now) / far(before), ...m1);
}
