// What happens, newest first. However much that is, the page shows a bounded list and a bounded number of lines a second:
// of what does not fit the weightiest is shown, and how much was left out is said.

import {sentencesOf} from './sentences.js';
import {$, capital, clockTime, el, link} from './dom.js';

const TOPICS = [['all', 'All'], ['talk', 'Talk'], ['money', 'Money'], ['doings', 'Doings'], ['city', 'City']];
const SHOWN = 120;
/** Kept for when another topic is chosen, of each topic. */
const KEPT = 150;
const FLUSH_MS = 350;
const LINES_A_FLUSH = 8;
/** Waiting lines that are kept at most; the lighter half goes when there are more. */
const WAITING = 400;

export class Feed extends EventTarget {
  #names;
  #topic = 'all';
  #kept = new Map(TOPICS.map(([key]) => [key, []]));
  #waiting = [];
  #leftOut = 0;
  #held = 0;
  #events = 0;
  #rated = performance.now();
  #unnamed = new Set();

  constructor(socket, names) {
    super();
    this.#names = names;
    socket.addEventListener('events', it => this.#take(it.detail.items));
    socket.addEventListener('skipped', it => this.#skip(it.detail));
    names.addEventListener('names', () => this.#fill());
    setInterval(() => this.#flush(), FLUSH_MS);
    setInterval(() => this.#rate(), 2000);
    $('topics').append(...TOPICS.map(([key, word]) => el('button', {
      type: 'button', 'data-topic': key, 'aria-pressed': String(key === this.#topic), onclick: () => this.#choose(key),
    }, word)));
    $('fresh').addEventListener('click', () => { $('lines').scrollTop = 0; this.#held = 0; this.#rebuild(); });
  }

  #take(events) {
    this.#events += events.length;
    for (const event of events) {
      for (const line of sentencesOf(event)) {
        this.#waiting.push({...line, time: event.time, seq: event.seq});
      }
    }
    if (this.#waiting.length > WAITING) {
      this.#thin(WAITING / 2);
    }
  }

  /**
   * Keeps the weightiest, and of equals the newest, in the order in which they came. The more of a sort there are already,
   * the less another weighs: a hundred purchases tell no more than three.
   */
  #thin(count) {
    const before = this.#waiting.length;
    const sorts = new Map();
    const ranked = this.#waiting.map((line, i) => ({line, i})).reverse().map(it => {
      const sort = `${it.line.topic} ${it.line.weight}`;
      const same = sorts.get(sort) ?? 0;
      sorts.set(sort, same + 1);
      return {...it, worth: it.line.weight - same};
    }).sort((a, b) => b.worth - a.worth || b.i - a.i);
    this.#waiting = ranked.slice(0, count).sort((a, b) => a.i - b.i).map(it => it.line);
    this.#leftOut += before - this.#waiting.length;
  }

  #flush() {
    if (this.#waiting.length === 0 || document.hidden) {
      return;
    }
    if (this.#waiting.length > LINES_A_FLUSH) {
      const first = this.#kept.get('all').length === 0;
      this.#thin(first ? SHOWN / 2 : LINES_A_FLUSH);
      this.#leftOut = first ? 0 : this.#leftOut;
    }
    const lines = this.#waiting;
    this.#waiting = [];
    for (const line of lines) {
      for (const key of ['all', line.topic]) {
        const kept = this.#kept.get(key);
        kept.push(line);
        if (kept.length > KEPT) {
          kept.shift();
        }
      }
    }
    const wanted = lines.filter(it => this.#topic === 'all' || it.topic === this.#topic);
    if ($('lines').scrollTop > 30) {
      this.#hold(wanted.length);
    } else {
      this.#show(wanted);
    }
  }

  /** Whoever reads further down is not to lose the line. */
  #hold(count) {
    this.#held += count;
    $('fresh').hidden = this.#held === 0;
    $('fresh').textContent = `${Math.min(this.#held, KEPT)} new, show them`;
  }

  #show(lines) {
    const list = $('lines');
    for (const line of lines) {
      list.prepend(this.#item(line));
    }
    while (list.childElementCount > SHOWN) {
      this.#unnamed.delete(list.lastElementChild);
      list.lastElementChild.remove();
    }
  }

  #rebuild() {
    $('fresh').hidden = true;
    $('lines').replaceChildren();
    this.#unnamed.clear();
    this.#show(this.#kept.get(this.#topic).slice(-SHOWN));
  }

  #choose(topic) {
    this.#topic = topic;
    this.#held = 0;
    for (const button of $('topics').children) {
      button.setAttribute('aria-pressed', String(button.dataset.topic === topic));
    }
    $('lines').scrollTop = 0;
    this.#rebuild();
  }

  #item(line) {
    const text = el('p');
    const item = el('li', {'data-topic': line.topic}, el('time', {datetime: line.time}, clockTime(line.time)), text);
    item.line = line;
    this.#write(item);
    return item;
  }

  #write(item) {
    const text = item.lastElementChild;
    let unnamed = false;
    text.replaceChildren(...item.line.parts.map((part, i) => {
      if (typeof part === 'string') {
        return i === 0 ? capital(part) : part;
      }
      if (part.quote !== undefined) {
        return el('q', {}, part.quote);
      }
      if (part.place !== undefined) {
        return this.#link(part.place, {placeName: part.place});
      }
      const known = this.#names.ofId(part.id);
      unnamed ||= !known;
      const name = known?.name ?? '…';
      return this.#link(i === 0 ? capital(name) : name, known ? {known} : null);
    }));
    unnamed ? this.#unnamed.add(item) : this.#unnamed.delete(item);
  }

  #link(text, target) {
    return target && target.known?.kind !== 'treasury' && target.known?.kind !== 'mint'
      ? link(text, () => this.dispatchEvent(new CustomEvent('open', {detail: target})))
      : document.createTextNode(text);
  }

  #fill() {
    for (const item of this.#unnamed) {
      this.#write(item);
    }
  }

  #skip({last_seq: last}) {
    $('pace').textContent = `This page was too slow for the city and skipped what came after event ${last}.`;
    this.#rated = performance.now() + 4000;
  }

  #rate() {
    const now = performance.now();
    if (now < this.#rated) {
      return;
    }
    const perSecond = this.#events * 1000 / Math.max(1, now - this.#rated);
    $('pace').textContent = this.#leftOut > 0
      ? `${Math.round(perSecond).toLocaleString('en')} events a second; a selection is shown`
      : `${perSecond.toFixed(perSecond < 10 ? 1 : 0)} events a second`;
    this.#events = 0;
    this.#leftOut = 0;
    this.#rated = now;
  }
}
