// Makes one tree of nodes into another with as few changes as can be: what did not change is not touched, so that it keeps its focus,
// its selection, and whatever else the reader did with it.
//
// Three trees take part: what is shown, what the server sent for it, and what the server sends now. Only what differs between the latter
// two is changed in the first, so that what scripts of the page have made of it stays.

/** Elements of the preview itself, which are no part of the page. */
export function isOwn(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  return node.localName.startsWith('moot-') || (node.getAttribute('src') || node.getAttribute('href') || '').startsWith('/_moot/');
}

function children(node) {
  return [...node.childNodes].filter(child => !isOwn(child));
}

/**
 * Changes what is shown.
 * @param {Node} shown  what is shown
 * @param {Node} before what the server sent for it
 * @param {Node} after  what the server sends now, of the same name
 * @param {(node: Node) => void} note  told of every node that is new or has changed
 */
export function morph(shown, before, after, note) {
  if (before.isEqualNode(after)) return;
  if (after.nodeType !== Node.ELEMENT_NODE) return changeText(shown, before, after, note);
  changeAttributes(shown, before, after, note);
  // Their contents are text in a page that runs scripts, and nodes in one that does not.
  if (after.localName === 'noscript') return void (shown.textContent = after.innerHTML);
  const old = children(before);
  const wanted = children(after);
  const there = counterparts(children(shown), old);
  if (!there) return replaceAll(shown, wanted, note);
  let place = null;
  for (const [from, to] of align(old, wanted).reverse()) {
    if (to < 0) {
      there[from].remove();
    } else if (from < 0) {
      const fresh = document.importNode(wanted[to], true);
      shown.insertBefore(fresh, place ?? firstOwn(shown));
      note(fresh);
      place = fresh;
    } else {
      morph(there[from], old[from], wanted[to], note);
      place = there[from];
    }
  }
}

/** The preview's own elements stay at the end. */
function firstOwn(parent) {
  const own = parent.lastElementChild;
  return own && own.localName === 'moot-preview' ? own : null;
}

/** Keeps the ends that are the same, and with them what is selected there. */
function changeText(shown, before, after, note) {
  const old = before.data;
  const text = after.data;
  if (shown.data !== old) {
    shown.data = text;
    return note(shown);
  }
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start++;
  let end = 0;
  while (end < old.length - start && end < text.length - start && old.at(-1 - end) === text.at(-1 - end)) end++;
  shown.replaceData(start, old.length - start - end, text.slice(start, text.length - end));
  note(shown);
}

function changeAttributes(shown, before, after, note) {
  let isChanged = false;
  for (const { name, value } of after.attributes) {
    if (before.getAttribute(name) === value) continue;
    shown.setAttribute(name, value);
    isChanged = true;
  }
  for (const { name } of [...before.attributes]) {
    if (after.hasAttribute(name)) continue;
    shown.removeAttribute(name);
    isChanged = true;
  }
  if (isChanged) note(shown);
}

function replaceAll(shown, wanted, note) {
  const own = [...shown.childNodes].filter(isOwn);
  shown.replaceChildren(...wanted.map(node => document.importNode(node, true)));
  for (const node of own) node.localName === 'moot-notices' ? shown.prepend(node) : shown.append(node);
  note(shown);
}

const isAlike = (a, b) => a.nodeName === b.nodeName && (a.id || '') === (b.id || '');

/** For each node that the server sent, the one that is shown for it; null where that cannot be told. */
function counterparts(shown, sent) {
  if (shown.length === sent.length && shown.every((node, at) => node.nodeName === sent[at].nodeName)) return shown;
  const found = [];
  let at = 0;
  for (const node of sent) {
    while (at < shown.length && !isAlike(shown[at], node)) at++;
    if (at === shown.length) return null;
    found.push(shown[at++]);
  }
  return found;
}

// What of one list became what of the other, as pairs of places in order; -1 stands for nothing.

function align(old, wanted) {
  const shorter = Math.min(old.length, wanted.length);
  let start = 0;
  while (start < shorter && old[start].isEqualNode(wanted[start])) start++;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end].isEqualNode(wanted[wanted.length - 1 - end])) end++;
  const pairs = Array.from({ length: start }, (_, at) => [at, at]);
  pairs.push(...alignMiddle(old, wanted, start, old.length - end, start, wanted.length - end));
  for (let at = end; at > 0; at--) pairs.push([old.length - at, wanted.length - at]);
  return pairs;
}

/** More pairs than this are not weighed against each other. */
const WORK = 40000;

function alignMiddle(old, wanted, oldStart, oldEnd, start, end) {
  const rows = oldEnd - oldStart;
  const columns = end - start;
  if (rows * columns > WORK) return inTurn(old, wanted, oldStart, oldEnd, start, end);
  const texts = old.slice(oldStart, oldEnd).map(textOf);
  const wantedTexts = wanted.slice(start, end).map(textOf);
  const likeness = (row, column) => isAlike(old[oldStart + row], wanted[start + column]) ? 0.01 + similarity(texts[row], wantedTexts[column]) : 0;
  // The best sum of likenesses from each pair of places on.
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const weights = Array.from({ length: rows }, () => new Float64Array(columns));
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const weight = weights[row][column] = likeness(row, column);
      best[row][column] = Math.max(best[row + 1][column], best[row][column + 1], weight ? weight + best[row + 1][column + 1] : 0);
    }
  }
  const pairs = [];
  let row = 0;
  let column = 0;
  while (row < rows || column < columns) {
    const weight = row < rows && column < columns ? weights[row][column] : 0;
    if (weight && best[row][column] === weight + best[row + 1][column + 1]) pairs.push([oldStart + row++, start + column++]);
    else if (row < rows && (column === columns || best[row][column] === best[row + 1][column])) pairs.push([oldStart + row++, -1]);
    else pairs.push([-1, start + column++]);
  }
  return pairs;
}

/** One after the other, as long as they are alike. */
function inTurn(old, wanted, oldStart, oldEnd, start, end) {
  const pairs = [];
  let from = oldStart;
  for (let to = start; to < end; to++) pairs.push(from < oldEnd && isAlike(old[from], wanted[to]) ? [from++, to] : [-1, to]);
  while (from < oldEnd) pairs.push([from++, -1]);
  return pairs;
}

const textOf = node => (node.outerHTML ?? node.data ?? '').slice(0, 4000);

/** From 0 to 1: how much of both stands at their beginnings and ends. */
function similarity(a, b) {
  if (a === b) return 1;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return 0.9 * (start + end) / Math.max(a.length, b.length, 1);
}
