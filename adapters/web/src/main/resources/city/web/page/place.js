// What the card says of a place.

import {all, get} from './api.js';
import {capital, el} from './dom.js';
import {nameLink, placeLink} from './resident.js';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MOST_PEOPLE = 40;
const MOST_PLACES = 12;
/** Prices and stocks are read again when they are older than this. */
const FRESH_MS = 5000;

let firms = {at: -Infinity, byPlace: Promise.resolve(new Map())};

export async function placeCard(id, context) {
  const [place, people, here] = await Promise.all([
    get(`/world/locations/${id}`),
    get(`/agents?location=${id}&limit=${MOST_PEOPLE}`),
    firmsAt(id),
  ]);
  return [
    el('p', {class: 'doing'}, el('strong', {}, capital(place.kind)), ` in ${place.district_name}. `,
      place.closed_because ? `Closed: ${place.closed_because}` : place.open ? 'Open now.' : 'Closed now.'),
    el('dl', {},
      el('dt', {}, 'People'), el('dd', {}, `${place.present} here, room for ${place.capacity}`),
      el('dt', {}, 'Hours'), el('dd', {}, hours(place.hours)),
      ...within(place, context)),
    ...here.map(firm => business(firm)),
    present(people, context),
  ].filter(it => it !== null);
}

function within({parent_id: parent, children = []}, context) {
  const links = ids => ids.slice(0, MOST_PLACES).flatMap((id, i) => [i > 0 ? ', ' : '', placeLink(id, context) ?? '']);
  return [
    ...(parent ? [el('dt', {}, 'Lies within'), el('dd', {}, ...links([parent]))] : []),
    ...(children.length > 0 ? [el('dt', {}, 'Holds'), el('dd', {}, ...links(children))] : []),
  ];
}

async function firmsAt(id) {
  if (performance.now() - firms.at > FRESH_MS) {
    firms = {at: performance.now(), byPlace: all('/firms').then(index)};
  }
  return (await firms.byPlace).get(id) ?? [];
}

function index(items) {
  const byPlace = new Map();
  for (const firm of items) {
    byPlace.set(firm.location_id, [...(byPlace.get(firm.location_id) ?? []), firm]);
  }
  return byPlace;
}

function hours(spans) {
  if (spans.length === 0) {
    return 'never open';
  }
  if (spans.some(it => it.days.length === 7 && it.from === '00:00' && it.to === '24:00')) {
    return 'always open';
  }
  return spans.map(it => `${it.days.length === 7 ? 'daily' : range(it.days)} ${it.from}–${it.to}`).join(', ');
}

/** Days in runs, also over the end of the week: `Sun–Thu`. */
function range(days) {
  const runs = [];
  for (const day of days) {
    const last = runs.at(-1);
    last && DAYS.indexOf(day) === DAYS.indexOf(last.at(-1)) + 1 ? last.push(day) : runs.push([day]);
  }
  if (runs.length > 1 && runs[0][0] === 'mon' && runs.at(-1).at(-1) === 'sun') {
    runs[0].unshift(...runs.pop());
  }
  return runs.map(run => run.length > 2 ? `${capital(run[0])}–${capital(run.at(-1))}` : run.map(capital).join(', ')).join(', ');
}

function business(firm) {
  return el('section', {}, el('h3', {}, firm.name),
    el('dl', {}, el('dt', {}, 'Till'), el('dd', {}, firm.balance),
      ...firm.jobs.flatMap(it => [el('dt', {}, it.title), el('dd', {}, `${it.taken} of ${it.places}, ${it.hourly_wage} an hour`)])),
    firm.sales.length === 0 ? null : el('table', {},
      el('thead', {}, el('tr', {}, ...['Good', 'Price', 'In stock'].map(it => el('th', {scope: 'col'}, it)))),
      el('tbody', {}, ...firm.sales.map(it => el('tr', {}, el('td', {}, it.good), el('td', {}, it.price), el('td', {}, String(it.stock)))))));
}

function present(page, context) {
  if (page.items.length === 0) {
    return null;
  }
  return el('section', {}, el('h3', {}, 'Here now'), el('ul', {class: 'people'},
    ...page.items.map(it => el('li', {}, nameLink(it.id, context), el('span', {class: 'quiet'}, ` ${it.activity}`))),
    page.next && page.items.length === MOST_PEOPLE ? el('li', {class: 'quiet'}, 'and more') : null));
}
