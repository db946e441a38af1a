// Day and night by city time, and the weather, as a light hand over the map.

import {calm} from './dom.js';

const NIGHT = [13, 20, 50];
const DAWN = [214, 140, 96];
const DROPS = 90;
const FLAKES = 110;

/** 0 by day, towards 1 at night. */
export function darkness(instant) {
  const date = new Date(instant);
  const hour = date.getUTCHours() + date.getUTCMinutes() / 60;
  const rise = (from, to) => Math.min(1, Math.max(0, (hour - from) / (to - from)));
  return 1 - smooth(rise(5, 7.5)) + smooth(rise(18.5, 21.5));
}

const smooth = t => t * t * (3 - 2 * t);

/** The light, on what stands still. */
export function drawLight(ink, camera, dark, weather, isDarkScheme) {
  const night = Math.max(dark * 0.66, isDarkScheme ? 0.5 : 0);
  const dusk = Math.max(0, 1 - Math.abs(dark - 0.45) / 0.45) * 0.16;
  wash(ink, camera, DAWN, dusk);
  wash(ink, camera, NIGHT, night);
  const tints = {cloudy: [[110, 120, 130], 0.1], rain: [[70, 90, 115], 0.17], storm: [[45, 55, 80], 0.3],
    snow: [[244, 248, 252], 0.34], fog: [[226, 228, 226], 0.42]};
  if (tints[weather]) {
    wash(ink, camera, tints[weather][0], tints[weather][1] * (1 - night * (weather === 'storm' ? 0.2 : 0.8)));
  }
}

function wash(ink, camera, [r, g, b], alpha) {
  if (alpha > 0.01) {
    ink.fillStyle = `rgba(${r},${g},${b},${alpha})`;
    ink.fillRect(0, 0, camera.width, camera.height);
  }
}

/** What falls. Where motion is not wanted, nothing does: the tint and the word say it. */
export function drawFall(ink, camera, weather, now) {
  if (calm.matches || !['rain', 'storm', 'snow'].includes(weather)) {
    return;
  }
  const seconds = now / 1000;
  if (weather === 'snow') {
    ink.fillStyle = 'rgba(255,255,255,.85)';
    for (let i = 0; i < FLAKES; i++) {
      const x = (i * 197.3 + Math.sin(seconds * 0.6 + i) * 14) % camera.width;
      const y = (i * 131.7 + seconds * (22 + i % 5 * 7)) % camera.height;
      ink.fillRect(x, y, 1.5 + i % 2, 1.5 + i % 2);
    }
    return;
  }
  const count = weather === 'storm' ? DROPS * 2 : DROPS;
  ink.strokeStyle = 'rgba(90,120,155,.42)';
  ink.lineWidth = 1;
  ink.beginPath();
  for (let i = 0; i < count; i++) {
    const x = (i * 173.9 + seconds * 40) % camera.width;
    const y = (i * 119.3 + seconds * (520 + i % 7 * 40)) % camera.height;
    ink.moveTo(x, y);
    ink.lineTo(x - 3, y + 11);
  }
  ink.stroke();
}
