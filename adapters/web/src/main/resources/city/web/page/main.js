// Puts the page together.

import {all, get} from './api.js';
import {Card} from './card.js';
import {Clock} from './clock.js';
import {$, capital, el} from './dom.js';
import {Feed} from './feed.js';
import {CityMap} from './map.js';
import {Names} from './names.js';
import {colourOf, KINDS, LEGEND} from './palette.js';
import {survey} from './plan.js';
import {Search} from './search.js';
import {TYPES} from './sentences.js';
import {LiveSocket} from './socket.js';

const NARROW = matchMedia('(max-width: 760px)');

const socket = new LiveSocket({types: TYPES});
const names = new Names(socket);
const clock = new Clock(socket);
export const map = new CityMap($('map'), clock, names, socket);
const card = new Card(map, clock, names);
const feed = new Feed(socket, names);
const search = new Search(() => map.plan);

map.addEventListener('resized', () => {
  map.camera.inset = NARROW.matches
    ? {left: 6, right: 34, top: 58, bottom: 52}
    : {left: 24, right: 40, top: 62, bottom: 76};
});
map.addEventListener('pick', ({detail: {resident, place}}) => {
  if (resident) {
    card.openResident(resident);
  } else if (place) {
    card.openPlace(place);
  } else {
    card.close();
  }
});
map.addEventListener('pause', () => clock.toggle());
map.addEventListener('hover', ({detail}) => showTip(detail));
names.addEventListener('names', () => tipped && showTip(tipped));
card.addEventListener('locate', ({detail}) => locate(detail));
feed.addEventListener('open', ({detail: {known, placeName}}) => openKnown(known, placeName));
search.addEventListener('open', ({detail: {resident, place, at}}) => {
  if (place) {
    map.goTo(place.x, place.y, 1.6);
    card.openPlace(place);
  } else {
    const where = map.plan.byId.get(at);
    if (where) {
      map.goTo(where.x, where.y, 1.6);
    }
    card.openResident({id: resident});
  }
});
$('zoom-in').addEventListener('click', () => map.camera.scale(1.5));
$('zoom-out').addEventListener('click', () => map.camera.scale(1 / 1.5));
$('zoom-all').addEventListener('click', () => map.camera.showAll());

let tipped = null;

/** The name of what is under the pointer. */
function showTip(found) {
  const {resident, place, x, y} = found;
  const tip = $('tip');
  tipped = resident ? found : null;
  const name = resident ? names.ofSlot(resident.slot)?.name : place?.name;
  tip.hidden = !name;
  if (name) {
    tip.textContent = resident ? `${name}, ${resident.activity}` : `${name}, ${place.kind}`;
    const left = Math.min(x + 14, map.camera.width - tip.offsetWidth - 6);
    tip.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, y + 14)}px)`;
  }
}

function openKnown(known, placeName) {
  const place = known?.location_id
    ? map.plan.byId.get(known.location_id)
    : map.plan.locations.find(it => it.name === placeName || it.id === known?.id);
  const district = map.plan.districts.find(it => it.id === known?.id);
  if (known?.kind === 'resident') {
    card.openResident({id: known.id}).then(() => locate(known));
  } else if (district) {
    map.goTo(district.x, district.y, 0.8);
  } else if (place) {
    map.goTo(place.x, place.y, 1.2);
    card.openPlace(place);
  }
}

/** Goes where a resident is, also when the map shows another part. */
async function locate({id, slot}) {
  const seen = map.crowd.find(slot, clock.tickAt(performance.now()));
  if (seen) {
    map.goTo(...seen, 1.2);
    return;
  }
  const place = map.plan.byId.get((await get(`/agents/${id}`)).location_id);
  if (place) {
    map.goTo(place.x, place.y, 1.2);
  }
}

function showLost() {
  let timer = 0;
  socket.addEventListener('lost', ({detail}) => {
    clearInterval(timer);
    let left = Math.max(1, Math.round(detail.retryIn / 1000));
    const say = () => {
      $('lost').textContent = left > 0
        ? `The connection to the city is lost. Next try in ${left} s.`
        : 'The connection to the city is lost. Trying again …';
      left--;
    };
    say();
    timer = setInterval(say, 1000);
    $('lost').hidden = false;
  });
  socket.addEventListener('hello', () => {
    clearInterval(timer);
    $('lost').hidden = true;
  });
}

function swatch(colour, isRound) {
  const mark = el('i', {class: isRound ? 'dot' : 'patch'});
  mark.style.background = colour;
  return mark;
}

function showLegend(kinds, words) {
  $('activities').replaceChildren(...LEGEND.filter(([key]) => words.includes(key))
    .map(([key, word]) => el('li', {}, swatch(colourOf(key), true), word)));
  $('kinds').replaceChildren(...Object.entries(KINDS).filter(([key]) => kinds.has(key) && key !== 'street')
    .map(([key, {colour, glyph}]) => el('li', {}, swatch(colour, false), `${capital(key)}${glyph ? ` ${glyph}` : ''}`)));
}

async function begin() {
  showLost();
  let words = [];
  let kinds = new Set();
  socket.addEventListener('hello', ({detail}) => {
    words = detail.activities;
    showLegend(kinds, words);
  });
  socket.open();
  for (;;) {
    try {
      const locations = await all('/world/locations');
      kinds = new Set(locations.map(it => it.kind));
      map.show(survey(locations));
      showLegend(kinds, words);
      return;
    } catch {
      await new Promise(done => setTimeout(done, 1500));
    }
  }
}

begin();
