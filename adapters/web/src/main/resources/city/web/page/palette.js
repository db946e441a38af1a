// The map's colours. Paper, ink and a few restrained hues; people are the only strong colour on it.

export const PAPER = '#efeadd';
export const INK = '#3b3a36';
export const STREET = '#fbf8f0';
export const STREET_EDGE = '#d9d0bb';
export const TREE = '#a7bd92';
export const LAMP = '#ffd98a';

/** Districts, in turn. */
export const TINTS = ['#e6dfc9', '#dfe4d3', '#e8dbd0', '#dde0e2', '#e9e2cf', '#e0dccf'];

/** By kind of place: colour of the roof, size in metres, a glyph, and whether it is open ground. */
export const KINDS = {
  home: {colour: '#c8b69c', width: 13, height: 10, glyph: ''},
  shop: {colour: '#cf8a62', width: 16, height: 13, glyph: '⌂'},
  eatery: {colour: '#bf6a50', width: 18, height: 14, glyph: '♨'},
  tavern: {colour: '#96594c', width: 18, height: 14, glyph: '☕'},
  workshop: {colour: '#8a8d96', width: 20, height: 15, glyph: '⚒'},
  farm: {colour: '#c7b266', width: 44, height: 34, glyph: '', field: true},
  mill: {colour: '#a8946a', width: 18, height: 16, glyph: '✱'},
  school: {colour: '#7393b5', width: 24, height: 16, glyph: '✎'},
  library: {colour: '#7f83b3', width: 18, height: 14, glyph: '❡'},
  clinic: {colour: '#b8687a', width: 18, height: 14, glyph: '✚'},
  hall: {colour: '#92789e', width: 24, height: 18, glyph: '⚑'},
  office: {colour: '#6f959b', width: 18, height: 18, glyph: '▤'},
  chapel: {colour: '#a79f8d', width: 14, height: 20, glyph: '✝'},
  square: {colour: '#ded2b4', width: 46, height: 40, glyph: '', open: true},
  park: {colour: '#b7cfa0', width: 60, height: 52, glyph: '', round: true, trees: 14},
  waterside: {colour: '#a3c4d6', width: 96, height: 46, glyph: '', round: true, water: true},
  street: {colour: STREET, width: 0, height: 0, glyph: ''},
};

/** By the word for an activity; the legend shows those that people are told apart by. */
const ACTIVITIES = {
  'idle': '#6b6a64',
  'on the way': '#2f6fb2',
  'working': '#b5482f',
  'eating': '#d98a1f',
  'shopping': '#8a4fa3',
  'resting': '#5c8f6b',
  'passing the time': '#2a9d8f',
  'waiting': '#6b6a64',
  'sleeping': '#59618f',
  'talking': '#c2357a',
  'paused': '#9a9a94',
  'departed': '#c9c9c4',
};

export const colourOf = word => ACTIVITIES[word] ?? '#444';

export const LEGEND = [
  ['on the way', 'on the way'],
  ['working', 'working'],
  ['shopping', 'shopping'],
  ['eating', 'eating'],
  ['passing the time', 'at leisure'],
  ['resting', 'resting'],
  ['talking', 'talking'],
  ['sleeping', 'sleeping'],
];
