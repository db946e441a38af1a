// The card of whoever or whatever was clicked. It is read again while it is open.

import {residentCard} from './resident.js';
import {placeCard} from './place.js';
import {$, el} from './dom.js';

const AGAIN_MS = 1500;

export class Card extends EventTarget {
  #map;
  #names;
  #open = null;
  #reading = false;
  #readAt = 0;
  #follows = false;

  constructor(map, clock, names) {
    super();
    this.#map = map;
    this.#names = names;
    clock.addEventListener('tick', () => this.#again());
    names.addEventListener('names', () => this.#rename());
    map.addEventListener('moved', () => { this.#follows = false; this.#showFollow(); });
    addEventListener('keydown', event => {
      if (event.key === 'Escape' && this.#open) {
        this.close();
      }
    });
  }

  /** Opens by slot, which the map knows, or by id, which everybody else knows. */
  async openResident({slot, id}) {
    const known = id ? await this.#named(() => this.#names.ofId(id)) : await this.#named(() => this.#names.ofSlot(slot));
    if (known) {
      this.#map.select({slot: known.slot, name: known.name}, false);
      await this.#show({kind: 'resident', id: known.id, slot: known.slot, name: known.name});
    }
  }

  async openPlace(place) {
    this.#map.select({place, name: place.name});
    await this.#show({kind: 'place', id: place.id, place, name: place.name});
  }

  close() {
    this.#open = null;
    this.#follows = false;
    this.#map.select(null);
    $('card').hidden = true;
    $('card').replaceChildren();
    document.body.classList.remove('has-card');
  }

  async #show(what) {
    this.#open = what;
    this.#follows = false;
    $('card').hidden = false;
    document.body.classList.add('has-card');
    $('card').replaceChildren(el('p', {class: 'quiet'}, `Looking up ${what.name} …`));
    await this.#read();
    $('card').scrollTop = 0;
    $('card').querySelector('h2')?.focus({preventScroll: true});
  }

  async #again() {
    if (this.#open && performance.now() - this.#readAt > AGAIN_MS && !document.hidden) {
      await this.#read();
    }
  }

  async #read() {
    if (this.#reading) {
      return;
    }
    this.#reading = true;
    this.#readAt = performance.now();
    const what = this.#open;
    try {
      const context = {
        plan: this.#map.plan,
        names: this.#names,
        open: it => this.#openLink(it),
      };
      const content = await (what.kind === 'resident' ? residentCard(what.id, context) : placeCard(what.id, context));
      if (this.#open === what) {
        this.#replace(content, what);
      }
    } catch (failure) {
      if (this.#open === what) {
        this.#replace([el('p', {class: 'quiet'}, `Cannot be read now: ${failure.message}`)], what);
      }
    } finally {
      this.#reading = false;
    }
    if (this.#open && this.#open !== what) {
      await this.#read();
    }
  }

  /** Puts in the new content without taking away where one reads, or what has the focus. */
  #replace(content, what) {
    const card = $('card');
    const {scrollTop} = card;
    const focus = card.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    card.replaceChildren(
      el('header', {},
        el('h2', {tabindex: '-1', 'data-key': 'title'}, what.name),
        el('button', {type: 'button', 'data-key': 'close', class: 'close', 'aria-label': 'Close the card', onclick: () => this.close()}, '×')),
      el('p', {class: 'tools'},
        what.kind === 'resident' ? el('button', {
          type: 'button', id: 'follow', 'data-key': 'follow', 'aria-pressed': String(this.#follows), onclick: () => this.#follow(),
        }, this.#follows ? 'Following' : 'Follow') : null,
        el('button', {type: 'button', 'data-key': 'find', onclick: () => this.#find()}, 'Show on the map')),
      ...content);
    card.scrollTop = scrollTop;
    if (focus) {
      card.querySelector(`[data-key="${focus}"]`)?.focus({preventScroll: true});
    }
  }

  #follow() {
    this.#follows = !this.#follows;
    this.#map.select(this.#map.selected, this.#follows);
    if (this.#follows) {
      this.#find();
    }
    this.#showFollow();
  }

  #showFollow() {
    const button = $('follow');
    if (button) {
      button.setAttribute('aria-pressed', String(this.#follows));
      button.textContent = this.#follows ? 'Following' : 'Follow';
    }
    this.#map.follows = this.#follows;
  }

  #find() {
    const at = this.#open.place ?? this.#open.at?.();
    if (at) {
      this.#map.goTo(at.x, at.y, 1.6);
    } else if (this.#open.kind === 'resident') {
      this.dispatchEvent(new CustomEvent('locate', {detail: this.#open}));
    }
  }

  #openLink({resident, place}) {
    return resident ? this.openResident({id: resident}) : this.openPlace(place);
  }

  #rename() {
    for (const link of $('card').querySelectorAll('[data-name-of]')) {
      const known = this.#names.ofId(link.dataset.nameOf);
      if (known && link.textContent !== known.name) {
        link.textContent = known.name;
      }
    }
  }

  /** Waits until a name is known. */
  async #named(look) {
    for (let i = 0; i < 60; i++) {
      const known = look();
      if (known) {
        return known;
      }
      await new Promise(done => this.#names.addEventListener('names', done, {once: true, signal: AbortSignal.timeout(1000)})
        || setTimeout(done, 500));
    }
    return null;
  }
}
