// Who or what an id or a slot is. Asked in batches, remembered up to a bound.

const MOST = 20_000;
const BATCH = 200;
const GATHER_MS = 60;
/** An answer that has not come by then is asked for again. */
const PATIENCE_MS = 4000;

export class Names extends EventTarget {
  #socket;
  #byId = new Map();
  #bySlot = new Map();
  #asked = new Map();
  #ids = new Set();
  #slots = new Set();
  #timer = 0;

  constructor(socket) {
    super();
    this.#socket = socket;
    socket.addEventListener('names', it => this.#hear(it.detail.items));
  }

  /** What is known of an id, or undefined; then it is asked for, and `names` is dispatched when it comes. */
  ofId(id) {
    const known = this.#byId.get(id);
    if (!known) {
      this.#want(this.#ids, id);
    }
    return known;
  }

  ofSlot(slot) {
    const known = this.#bySlot.get(slot);
    if (!known) {
      this.#want(this.#slots, slot);
    }
    return known;
  }

  #want(set, key) {
    const asked = this.#asked.get(key);
    if (asked && performance.now() - asked < PATIENCE_MS) {
      return;
    }
    set.add(key);
    this.#timer ||= setTimeout(() => this.#ask(), GATHER_MS);
  }

  #ask() {
    this.#timer = 0;
    const ids = [...this.#ids].slice(0, BATCH);
    const slots = [...this.#slots].slice(0, BATCH - ids.length);
    if (this.#socket.names({ids, slots})) {
      const now = performance.now();
      if (this.#asked.size > MOST) {
        this.#asked.clear();
      }
      ids.forEach(it => { this.#ids.delete(it); this.#asked.set(it, now); });
      slots.forEach(it => { this.#slots.delete(it); this.#asked.set(it, now); });
    }
    if (this.#ids.size + this.#slots.size > 0) {
      this.#timer = setTimeout(() => this.#ask(), GATHER_MS * 5);
    }
  }

  #hear(items) {
    if (this.#byId.size > MOST) {
      this.#byId.clear();
      this.#bySlot.clear();
    }
    for (const item of items) {
      this.#byId.set(item.id, item);
      if (item.slot !== null) {
        this.#bySlot.set(item.slot, item);
      }
    }
    this.dispatchEvent(new Event('names'));
  }
}
