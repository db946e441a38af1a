// Small words for making elements. Text is always set as text: nothing that comes from the city is ever read as HTML.

export const $ = id => document.getElementById(id);

/** Makes an element: `el('p', {class: 'x', onclick: f}, 'text', child)`. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.filter(it => it !== null && it !== undefined));
  return element;
}

/** A word that opens something. Not a button, because a button does not break between lines. */
export function link(text, open, attributes = {}) {
  return el('a', {href: '#', role: 'button', class: 'link', onclick: event => { event.preventDefault(); open(); }, ...attributes}, text);
}

export const calm = matchMedia('(prefers-reduced-motion: reduce)');
export const dark = matchMedia('(prefers-color-scheme: dark)');

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December'];

/** City time is written in UTC. */
export function clockTime(instant) {
  return new Date(instant).toISOString().slice(11, 16);
}

export function dayName(instant) {
  const date = new Date(instant);
  return `${DAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}

export const capital = text => text.charAt(0).toUpperCase() + text.slice(1);
