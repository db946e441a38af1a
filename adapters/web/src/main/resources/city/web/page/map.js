// The living map: a layer that is drawn when something changed, and over it what moves in every frame.

import {Camera, handle} from './camera.js';
import {Crowd} from './crowd.js';
import {dark} from './dom.js';
import {drawGround, drawLamps, drawNames} from './ground.js';
import {readFrame} from './frame.js';
import {drawFaces, drawSelected} from './marks.js';
import {placeAt} from './plan.js';
import {darkness, drawFall, drawLight} from './sky.js';

/** Frames of the server a second. */
const RATE = 4;
const LOOK_EVERY_MS = 200;
/** More is asked for than is seen, so that there is something when the map is moved. */
const AROUND = 0.15;
const REACH = 11;

export class CityMap extends EventTarget {
  camera = new Camera();
  crowd = new Crowd();
  /** {slot} of a resident or {place}, or null. */
  selected = null;
  follows = false;
  /** Drawn frames a second, over the last second. */
  framesPerSecond = 0;
  #canvas;
  #ink;
  #base = new OffscreenCanvas(1, 1);
  #ground = new OffscreenCanvas(1, 1);
  #baseKey = '';
  #groundKey = '';
  #plan = null;
  #clock;
  #names;
  #socket;
  #looked = '';
  #lookedAt = 0;
  #count = 0;
  #countedAt = 0;
  #dark = 0;

  constructor(canvas, clock, names, socket) {
    super();
    this.#canvas = canvas;
    this.#ink = canvas.getContext('2d'); // Opaque, it would be black until the first frame.
    this.#clock = clock;
    this.#names = names;
    this.#socket = socket;
    socket.addEventListener('frame', it => this.crowd.take(readFrame(it.detail)));
    socket.addEventListener('hello', it => { this.crowd.words = it.detail.activities; });
    new ResizeObserver(() => this.#resize()).observe(canvas);
    handle(canvas, this.camera, {
      click: (x, y) => this.#pick(x, y),
      hover: (x, y) => this.#hover(x, y),
      moved: () => { this.follows = false; this.#tell('moved'); },
    });
    canvas.addEventListener('keydown', event => this.#key(event));
    requestAnimationFrame(now => this.#frame(now));
  }

  show(plan) {
    this.#plan = plan;
    this.#resize();
    this.camera.bounds(plan.bounds);
    this.#groundKey = '';
  }

  get plan() {
    return this.#plan;
  }

  select(selected, follows = false) {
    this.selected = selected;
    this.follows = follows;
  }

  /** Goes where a place is. */
  goTo(x, y, zoom) {
    this.camera.goTo(x, y, Math.max(this.camera.zoom, zoom));
  }

  #frame(now) {
    requestAnimationFrame(it => this.#frame(it));
    this.#measure(now);
    if (!this.#plan) {
      return;
    }
    const tick = this.#clock.tickAt(now);
    this.#follow(tick);
    this.camera.move();
    this.#look(now);
    this.#drawBase();
    const ink = this.#ink;
    ink.setTransform(1, 0, 0, 1, 0, 0);
    ink.drawImage(this.#base, 0, 0);
    ink.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    this.crowd.drawWalking(ink, this.camera, tick);
    const isNight = this.#dark > 0.45 || dark.matches;
    drawFaces(ink, this.camera, this.crowd, tick, this.#names, isNight);
    const at = this.#selectedAt(tick);
    if (at) {
      drawSelected(ink, this.camera, this.selected, at, this.crowd.radius(this.camera), this.#plan.scale, isNight);
    }
    drawFall(ink, this.camera, this.#clock.weather, now);
  }

  #measure(now) {
    this.#count++;
    if (now - this.#countedAt >= 1000) {
      this.framesPerSecond = this.#count * 1000 / (now - this.#countedAt);
      this.#canvas.dataset.fps = this.framesPerSecond.toFixed(1);
      this.#count = 0;
      this.#countedAt = now;
    }
  }

  /** Land, light, lamps, those who stand, and names. It changes with the camera, the frame and the hour. */
  #drawBase() {
    const camera = this.camera;
    this.#dark = Math.max(darkness(this.#clock.time), 0);
    const light = `${Math.round(this.#dark * 40)} ${this.#clock.weather} ${dark.matches}`;
    const key = `${camera.version} ${this.crowd.version} ${light}`;
    if (key === this.#baseKey) {
      return;
    }
    this.#baseKey = key;
    if (this.#groundKey !== String(camera.version)) {
      this.#groundKey = String(camera.version);
      const ground = this.#ground.getContext('2d', {alpha: false});
      ground.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
      drawGround(ground, this.#plan, camera);
    }
    const ink = this.#base.getContext('2d', {alpha: false});
    ink.setTransform(1, 0, 0, 1, 0, 0);
    ink.drawImage(this.#ground, 0, 0);
    ink.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    drawLight(ink, camera, this.#dark, this.#clock.weather, dark.matches);
    if (this.#dark > 0.15) {
      drawLamps(ink, this.#plan, camera, this.crowd.awake(), this.#dark);
    }
    this.crowd.drawStanding(ink, camera);
    drawNames(ink, this.#plan, camera, Math.max(this.#dark * 0.62, dark.matches ? 0.5 : 0));
  }

  #selectedAt(tick) {
    if (!this.selected) {
      return undefined;
    }
    const {place, slot} = this.selected;
    return place ? [place.x, place.y] : this.crowd.find(slot, tick);
  }

  #follow(tick) {
    const at = this.follows && this.#selectedAt(tick);
    if (at) {
      this.camera.goTo(...at);
    }
  }

  /** Tells the server what is seen, when it changed and not too often. */
  #look(now) {
    const {camera} = this;
    if (now - this.#lookedAt < LOOK_EVERY_MS) {
      return;
    }
    const [w, h] = [camera.width / camera.zoom, camera.height / camera.zoom];
    const step = Math.max(10, 10 ** Math.floor(Math.log10(Math.max(w, h) * 0.2)));
    const down = it => Math.floor(it / step) * step;
    const view = {
      x0: down(camera.x - w * (0.5 + AROUND)),
      y0: down(camera.y - h * (0.5 + AROUND)),
      x1: down(camera.x + w * (0.5 + AROUND)) + step,
      y1: down(camera.y + h * (0.5 + AROUND)) + step,
      zoom: Number(camera.zoom.toPrecision(2)),
      rate: RATE,
    };
    const key = JSON.stringify(view);
    if (key !== this.#looked) {
      this.#looked = key;
      this.#lookedAt = now;
      this.#socket.look(view);
    }
  }

  #pick(x, y) {
    const found = this.#at(x, y);
    this.#tell('pick', found);
  }

  #at(x, y) {
    const resident = this.crowd.at(this.camera, x, y, Math.max(REACH, this.crowd.radius(this.camera) + 3),
      this.#clock.tickAt(performance.now()));
    if (resident) {
      return {resident};
    }
    const place = this.#plan && placeAt(this.#plan, this.camera.mapX(x), this.camera.mapY(y), 6 / this.camera.zoom);
    return place ? {place} : {};
  }

  #hover(x, y) {
    const found = x < 0 ? {} : this.#at(x, y);
    this.#canvas.classList.toggle('over', Boolean(found.resident || found.place));
    this.#tell('hover', {...found, x, y});
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === 'Enter') {
      const {left, right, top, bottom} = this.camera.inset;
      const [x, y] = [(this.camera.width + left - right) / 2, (this.camera.height + top - bottom) / 2];
      const resident = this.crowd.at(this.camera, x, y, 400, this.#clock.tickAt(performance.now()));
      this.#tell('pick', resident ? {resident} : this.#at(x, y));
    } else if (event.key === ' ') {
      this.#tell('pause');
    } else if (!this.camera.key(event.key)) {
      return;
    } else {
      this.follows = false;
      this.#tell('moved');
    }
    event.preventDefault();
  }

  #resize() {
    const box = this.#canvas.getBoundingClientRect();
    const [width, height] = [Math.max(1, Math.round(box.width)), Math.max(1, Math.round(box.height))];
    for (const canvas of [this.#canvas, this.#base, this.#ground]) {
      canvas.width = width * devicePixelRatio;
      canvas.height = height * devicePixelRatio;
    }
    this.#baseKey = this.#groundKey = '';
    this.#tell('resized', {width, height});
    this.camera.resize(width, height);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}
