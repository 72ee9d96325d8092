// Keeps an open page as the sources are, and shows what is to know about it.

import { EditLinks } from './edit.js';
import { listen } from './events.js';
import { refreshFiles, rememberFiles } from './files.js';
import { isWaiting, refreshPage } from './page.js';
import { Panel } from './panel.js';

const panel = new Panel();
const edit = new EditLinks(panel);
/** Which errors the reader has put away. */
let dismissed = null;
let lostTimer = 0;
let version = 0;

/** One thing after the other, so that an older state cannot overtake a newer one. */
let work = Promise.resolve();

listen(({ update, isFirst, isLost }) => {
  // It tries again by itself, so that a short absence is not worth a word.
  if (isLost) return void (lostTimer ||= setTimeout(() => panel.showNotice('“moot preview” has ended. The page is as it was last.'), 2000));
  clearTimeout(lostTimer);
  lostTimer = 0;
  work = work.then(() => take(update, isFirst)).catch(() => {});
});

async function take(update, isFirst) {
  if (isWaiting && update.shown) return location.reload();
  if (!isFirst && update.version === version) return learn(update);
  version = update.version;
  panel.hideNotice();
  let changed = [];
  if (update.shown && !isWaiting) changed = await refreshPage();
  panel.highlight(changed);
  if (update.files || isFirst) (isFirst ? rememberFiles() : refreshFiles()).catch(() => {});
  await learn(update);
  if (!isFirst) announce(update, changed);
}

/** What is to know about the page. */
async function learn(update) {
  const facts = await (await fetch('/_moot/page' + location.pathname, { cache: 'no-store' })).json();
  panel.showNotes(facts.notices);
  edit.take(facts.places);
  if (update.errors === 0) dismissed = null;
  // The longer checks come a moment later; till then, what they said last stands.
  if (!update.advised && update.errors === 0 && !panel.hasErrors) return;
  panel.showProblems(facts, update, update.errors > 0 && update.problems !== dismissed);
}

panel.onDismiss = update => { dismissed = update.problems; };

/** Leads to the place that was edited, if it cannot be seen. */
function announce(update, changed) {
  const elements = changed.map(node => node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).filter(Boolean);
  if (elements.length) {
    if (!elements.some(isInView)) panel.showNotice('Changed in another part of this page', { words: 'show it', node: elements[0] });
    return;
  }
  const other = update.edited.find(page => page.address !== location.pathname);
  if (update.shown && other && !update.edited.some(page => page.address === location.pathname)) {
    panel.showNotice('Changed: ' + other.title, { words: 'show it', href: other.address + (other.anchor ? '#' + encodeURIComponent(other.anchor) : '') });
  }
}

function isInView(element) {
  const box = element.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight && box.width > 0;
}
