// Finds residents and places by name.

import {get} from './api.js';
import {$, el} from './dom.js';

const PAUSE_MS = 180;
const MOST = 7;

export class Search extends EventTarget {
  #plan = () => null;
  #timer = 0;
  #asked = 0;
  #chosen = -1;

  /** @param plan gives the surveyed places, or null before they are known */
  constructor(plan) {
    super();
    this.#plan = plan;
    const query = $('query');
    query.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#find(query.value.trim()), PAUSE_MS);
    });
    query.addEventListener('keydown', event => this.#key(event));
    $('search').addEventListener('submit', event => { event.preventDefault(); this.#open(Math.max(0, this.#chosen)); });
    $('search').addEventListener('focusout', event => {
      if (!$('search').contains(event.relatedTarget)) {
        this.#show([]);
      }
    });
    addEventListener('keydown', event => {
      if (event.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? '')) {
        event.preventDefault();
        query.focus();
      }
    });
  }

  async #find(text) {
    const asked = ++this.#asked;
    if (text.length < 2) {
      this.#show([]);
      return;
    }
    const places = (this.#plan()?.locations ?? [])
      .filter(it => it.name.toLowerCase().includes(text.toLowerCase()))
      .slice(0, 4)
      .map(place => ({word: place.name, more: `${place.kind}, ${place.district_name}`, place}));
    const page = await get(`/agents?limit=${MOST}&name=${encodeURIComponent(text)}`).catch(() => ({items: []}));
    if (asked === this.#asked) {
      const people = page.items.map(it => ({word: it.name, more: it.activity, resident: it.id, at: it.location_id}));
      this.#show([...people, ...places].slice(0, MOST + 2), text);
    }
  }

  #show(items, text) {
    this.items = items;
    this.#chosen = -1;
    const nothing = text && items.length === 0;
    $('found').hidden = items.length === 0 && !nothing;
    $('query').setAttribute('aria-expanded', String(items.length > 0));
    $('query').removeAttribute('aria-activedescendant');
    $('found').replaceChildren(...items.map((it, i) => el('li', {
      id: `found-${i}`, role: 'option', tabindex: '-1', 'aria-selected': 'false', onclick: () => this.#open(i),
    }, el('span', {}, it.word), el('span', {class: 'quiet'}, ` ${it.more}`))),
    ...(nothing ? [el('li', {class: 'quiet'}, 'Nobody and nothing has this name.')] : []));
  }

  #key(event) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const count = this.items?.length ?? 0;
    if (event.key === 'Escape') {
      this.#show([]);
    } else if (step && count > 0) {
      event.preventDefault();
      this.#chosen = (this.#chosen + step + count) % count;
      [...$('found').children].forEach((it, i) => it.setAttribute('aria-selected', String(i === this.#chosen)));
      $('query').setAttribute('aria-activedescendant', `found-${this.#chosen}`);
    }
  }

  #open(i) {
    const item = this.items?.[i];
    if (item) {
      this.#show([]);
      $('query').value = '';
      this.dispatchEvent(new CustomEvent('open', {detail: item}));
    }
  }
}
