// The clock: what the server last said, the moment in between, and the controls.

import {post} from './api.js';
import {$, capital, clockTime, dayName} from './dom.js';

const SKIES = {clear: '☀', cloudy: '☁', fog: '🌫', rain: '☂', storm: '⛈', snow: '❄'};
const SKY_WORDS = {fog: 'foggy', rain: 'rainy', storm: 'stormy', snow: 'snowy'};
/** How much the newest interval counts for the measured rate. */
const SMOOTHING = 0.25;

export class Clock extends EventTarget {
  tick = 0;
  weather = 'clear';
  running = false;
  /** City time in milliseconds, as the server last said. */
  time = Date.UTC(2030, 0, 1, 12);
  #heardAt = 0;
  #rate = 0;
  #speed = 1;

  constructor(socket) {
    super();
    socket.addEventListener('world', it => this.#hear(it.detail.world));
    socket.addEventListener('lost', () => { this.running = false; });
    $('run').addEventListener('click', () => this.toggle());
    $('step').addEventListener('click', () => this.#order('/world/clock/step', {ticks: 1}));
    $('speed').addEventListener('change', event => this.#order('/world/clock/speed',
      {speed: event.target.value === 'max' ? 'max' : Number(event.target.value)}));
  }

  /** The tick with its fraction: between two ticks time flows on at the measured rate, and waits at the next. */
  tickAt(now) {
    if (!this.running) {
      return this.tick;
    }
    const rate = this.#rate || this.#speed;
    return this.tick + Math.min(1 + rate * 0.25, Math.max(0, now - this.#heardAt) / 1000 * rate);
  }

  toggle() {
    return this.#order(`/world/clock/${this.running ? 'pause' : 'resume'}`);
  }

  async #order(path, body) {
    try {
      await post(path, body);
    } catch (refusal) {
      $('rate').textContent = refusal.message;
    }
  }

  #hear(world) {
    const now = performance.now();
    const passed = world.tick - this.tick;
    if (passed > 0 && this.running && this.#heardAt > 0) {
      const rate = passed * 1000 / Math.max(1, now - this.#heardAt);
      this.#rate = this.#rate ? this.#rate * (1 - SMOOTHING) + rate * SMOOTHING : rate;
    }
    if (world.running !== this.running || passed < 0) {
      this.#rate = 0;
    }
    if (passed !== 0 || world.running !== this.running) {
      this.#heardAt = now;
    }
    this.tick = world.tick;
    this.running = world.running;
    this.weather = world.weather;
    this.time = Date.parse(world.time);
    this.#speed = world.speed === 'max' ? 1000 : world.speed;
    this.#show(world);
    this.dispatchEvent(new CustomEvent('tick', {detail: world}));
  }

  #show(world) {
    set('city-name', capital(world.name));
    set('hour', clockTime(world.time));
    set('day', dayName(world.time));
    const sign = world.weather === 'clear' && world.time_of_day === 'night' ? '☾' : SKIES[world.weather] ?? '';
    set('sky', `${sign} ${capital(SKY_WORDS[world.weather] ?? world.weather)} ${world.time_of_day} · `
      + `${world.population.toLocaleString('en')} residents, ${world.active_agents.toLocaleString('en')} up`);
    set('run', world.running ? 'Pause' : 'Resume');
    $('run').setAttribute('aria-pressed', String(!world.running));
    set('rate', `Tick ${world.tick.toLocaleString('en')} · `
      + (world.running ? `${(this.#rate || this.#speed).toFixed(this.#rate < 10 ? 1 : 0)} a second` : 'stopped'));
    const select = $('speed');
    if (document.activeElement !== select) {
      showSpeed(select, String(world.speed));
    }
    document.title = `${clockTime(world.time)} · ${capital(world.name)}`;
  }
}

function set(id, text) {
  const element = $(id);
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** A speed that somebody set elsewhere need not be among the choices. */
function showSpeed(select, speed) {
  if (![...select.options].some(it => it.value === speed)) {
    select.add(new Option(`${speed} /s`, speed));
  }
  select.value = speed;
}
