// The one WebSocket. It comes again by itself, with a longer pause each time, and goes on after the last event that it saw.

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
/** So far back the feed begins, so that it is not empty at first. */
const LOOK_BACK = 250;

export class LiveSocket extends EventTarget {
  #socket = null;
  #pause = FIRST_PAUSE;
  #after = null;
  #generation = null;
  #city = null;
  #view = null;
  #wish;

  /** @param wish what of the log is wanted, as in a `subscribe` message */
  constructor(wish) {
    super();
    this.#wish = wish;
  }

  open() {
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = message => this.#hear(message.data);
    socket.onclose = () => this.#comeAgain();
    this.#socket = socket;
  }

  /** Says what the map shows; only the newest word counts. */
  look(view) {
    this.#view = view;
    this.#send({type: 'view', ...view});
  }

  names(wanted) {
    return this.#send({type: 'names', ...wanted});
  }

  #send(message) {
    if (this.#socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  #hear(data) {
    if (typeof data !== 'string') {
      this.#tell('frame', data);
      return;
    }
    const message = JSON.parse(data);
    switch (message.type) {
      case 'hello':
        this.#begin(message);
        break;
      case 'events':
        this.#after = message.scanned_to;
        break;
      case 'ended':
        this.#skip(message);
        break;
    }
    this.#tell(message.type, message);
  }

  #begin(hello) {
    this.#pause = FIRST_PAUSE;
    if (this.#city !== null && this.#city !== hello.city_id) {
      // Streets, names and cards on this page are those of the city that was here before.
      location.reload();
      return;
    }
    this.#city = hello.city_id;
    // A city restored from a backup, or founded once more, counts anew.
    if (this.#generation !== hello.generation || this.#after > hello.last_seq) {
      this.#after = Math.max(hello.horizon, hello.last_seq - LOOK_BACK);
      this.#generation = hello.generation;
    }
    this.#subscribe(this.#after);
    if (this.#view) {
      this.look(this.#view);
    }
  }

  /** The city is faster than this page: go on with what is newest, and say that something was left out. */
  #skip(ended) {
    this.#after = null;
    this.#subscribe();
    this.#tell('skipped', ended);
  }

  #subscribe(after) {
    this.#send({type: 'subscribe', id: 'feed', ...this.#wish, ...(after >= 0 ? {after} : {})});
  }

  #comeAgain() {
    this.#tell('lost', {retryIn: this.#pause});
    setTimeout(() => this.open(), this.#pause * (0.75 + Math.random() / 2));
    this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}
