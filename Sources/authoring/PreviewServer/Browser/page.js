// Brings the page up to date, and leaves the reader where he is.

import { isOwn, morph } from './morph.js';

/** What the server sent for what is shown: a document, and its text. */
let sent = null;
let sentText = '';

const script = document.querySelector('script[data-page]');

/** Whether the page stands in for a site that there never was. */
export const isWaiting = document.body.classList.contains('moot-waiting');

/**
 * Fetches the page again and shows what is new in it.
 * @returns {Promise<Node[]>} what is new or has changed
 */
export async function refreshPage() {
  const response = await fetch(location.pathname + location.search, { cache: 'no-cache', headers: { Accept: 'text/html' } });
  const text = await response.text();
  if (text === sentText) return [];
  const now = new DOMParser().parseFromString(text, 'text/html');
  const mark = now.querySelector('script[data-page]')?.dataset.page;
  if (mark === 'none') return [];
  const before = sent ?? document;
  sent = now;
  sentText = text;
  // What was loaded is what the server has: from now on, we know it.
  if (before === document && mark === script?.dataset.page) return [];
  if (needsReload(before, now)) {
    location.reload();
    return [];
  }
  return show(before === document ? document.cloneNode(true) : before, now);
}

/** Styles and scripts take effect in an order that only a fresh page keeps. */
function needsReload(before, now) {
  const weighty = page => [...page.querySelectorAll('script, style, link[rel~="stylesheet"], base')].filter(node => !isOwn(node)).map(node => node.outerHTML).join('');
  return weighty(before) !== weighty(now);
}

function show(before, now) {
  const changed = [];
  const anchors = anchorsInView();
  const focused = document.activeElement;
  // Blanks between blocks come and go with them.
  const note = node => { if (node.nodeType === Node.ELEMENT_NODE || node.data?.trim()) changed.push(node); };
  morph(document.head, before.head, now.head, () => {});
  morph(document.body, before.body, now.body, note);
  for (const { name, value } of now.documentElement.attributes) {
    if (before.documentElement.getAttribute(name) !== value) document.documentElement.setAttribute(name, value);
  }
  stay(anchors);
  if (focused?.id && !focused.isConnected) document.getElementById(focused.id)?.focus({ preventScroll: true });
  return changed;
}

/** Blocks that the reader sees, and where: the first of them that stays must stay in its place. */
function anchorsInView() {
  if (scrollY === 0) return [];
  const blocks = document.body.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6, tr, dt, dd, pre, figure');
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].getBoundingClientRect().top < 0) low = middle + 1;
    else high = middle;
  }
  return [...blocks].slice(low, low + 8).map(node => ({ node, top: node.getBoundingClientRect().top }));
}

function stay(anchors) {
  const anchor = anchors.find(({ node }) => node.isConnected);
  const moved = anchor ? anchor.node.getBoundingClientRect().top - anchor.top : 0;
  if (moved) scrollBy({ top: moved, behavior: 'instant' });
}
