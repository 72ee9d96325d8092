// Style sheets, images and scripts that were changed on the disk, while the page itself is the same.

import { isOwn } from './morph.js';

/** What the server called the state of each file. */
const marks = new Map();

const address = node => (node.href || node.currentSrc || node.src).replace(/[?&]moot=[^&]*$/, '');

function files() {
  const nodes = document.querySelectorAll('link[rel~="stylesheet"][href], img[src], script[src]');
  return [...nodes].filter(node => !isOwn(node) && new URL(address(node)).origin === location.origin);
}

async function markOf(url) {
  const response = await fetch(url, { method: 'HEAD', cache: 'no-store' });
  await response.text();
  return response.ok ? response.headers.get('ETag') : null;
}

/** Remembers the state of the files. */
export async function rememberFiles() {
  await Promise.all([...new Set(files().map(address))].map(async url => {
    if (!marks.has(url)) marks.set(url, await markOf(url));
  }));
}

/** Shows files that are others now. */
export async function refreshFiles() {
  await Promise.all([...new Set(files().map(address))].map(async url => {
    const mark = await markOf(url);
    const former = marks.get(url);
    marks.set(url, mark);
    if (!mark || !former || mark === former) return;
    for (const node of files().filter(node => address(node) === url)) replace(node, url, mark);
  }));
}

function replace(node, url, mark) {
  if (node.localName === 'script') return location.reload();
  const fresh = url + (url.includes('?') ? '&' : '?') + 'moot=' + encodeURIComponent(mark.replaceAll('"', ''));
  if (node.localName === 'img') return void (node.src = fresh);
  // The old style goes when the new one is there, so that the page is never without.
  const next = node.cloneNode();
  next.href = fresh;
  next.addEventListener('load', () => node.remove(), { once: true });
  node.after(next);
}
