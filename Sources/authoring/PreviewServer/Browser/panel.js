// All that the preview shows beside the page itself. It stands in two elements with trees of their own, so that the page's styles and
// ours do not meet.

import { problemList } from './problems.js';

const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const count = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;

/** More changes than this at once are not marked one by one. */
const MARKS = 40;

export class Panel {
  constructor() {
    this.onDismiss = () => {};
    this.host = host('moot-preview');
    const root = this.host.shadowRoot;
    this.marks = make('div', { className: 'marks' });
    this.marks.setAttribute('aria-hidden', 'true');
    this.beside = make('a', { className: 'beside', hidden: true, tabIndex: -1, textContent: 'Edit' });
    this.beside.setAttribute('aria-hidden', 'true');
    this.edit = make('a', { className: 'edit', hidden: true });
    this.counter = make('button', { className: 'counter', type: 'button', hidden: true });
    this.counter.setAttribute('aria-controls', 'panel');
    this.notice = make('div', { className: 'notice', hidden: true });
    this.live = make('div', { className: 'live' });
    this.live.setAttribute('role', 'status');
    this.live.append(this.notice);
    this.alert = make('div', { className: 'heard' });
    this.alert.setAttribute('role', 'alert');
    this.panel = make('section', { id: 'panel', className: 'panel', hidden: true });
    this.panel.setAttribute('role', 'dialog');
    this.panel.setAttribute('aria-labelledby', 'title');
    this.corner = make('div', { className: 'corner' }, this.live, make('div', { className: 'row' }, this.counter, this.edit));
    root.append(this.marks, this.beside, this.alert, this.corner, this.panel);
    this.counter.addEventListener('click', () => this.panel.hidden ? this.open(true) : this.close());
    addEventListener('resize', () => this.settle());
    document.addEventListener('keydown', event => this.escape(event));
    document.body.append(this.host);
  }

  get hasErrors() { return this.update?.errors > 0; }

  contains(node) { return node === this.host; }

  // The notes at the top of the page.

  showNotes(notes) {
    if (!notes.length && !this.notes) return;
    if (!this.notes) {
      this.notes = host('moot-notices');
      this.notesBox = make('div', { className: 'notes' });
      this.notesBox.setAttribute('role', 'status');
      this.notes.shadowRoot.append(this.notesBox);
    }
    if (!this.notes.isConnected) document.body.prepend(this.notes);
    const words = notes.join('\n');
    if (this.noteWords === words) return;
    this.noteWords = words;
    this.notes.hidden = !notes.length;
    this.notesBox.replaceChildren(...notes.map(textContent => make('p', { textContent })));
  }

  // What was changed.

  highlight(nodes) {
    this.marks.replaceChildren();
    if (!nodes.length || nodes.length > MARKS || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const origin = this.marks.getBoundingClientRect();
    for (const element of new Set(nodes.map(node => node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement))) {
      const box = element?.getBoundingClientRect();
      if (!box?.width || !box.height) continue;
      const mark = make('div', { className: 'mark' });
      Object.assign(mark.style, { left: `${box.left - origin.left}px`, top: `${box.top - origin.top}px`, width: `${box.width}px`, height: `${box.height}px` });
      mark.addEventListener('animationend', () => mark.remove());
      this.marks.append(mark);
    }
  }

  /** @param {{words: string, href?: string, node?: Element}} [way] where it leads */
  showNotice(words, way) {
    const parts = [make('span', { textContent: words })];
    if (way?.href) parts.push(' – ', make('a', { href: way.href, textContent: way.words }));
    if (way?.node) {
      const button = make('button', { type: 'button', className: 'plain', textContent: way.words });
      button.addEventListener('click', () => {
        way.node.scrollIntoView({ block: 'center' });
        this.highlight([way.node]);
        this.hideNotice();
      });
      parts.push(' – ', button);
    }
    const close = make('button', { type: 'button', className: 'close', textContent: '×' });
    close.setAttribute('aria-label', 'Put this notice away');
    close.addEventListener('click', () => this.hideNotice());
    this.notice.replaceChildren(make('p', {}, ...parts), close);
    this.notice.hidden = false;
    this.settle();
  }

  hideNotice() {
    this.notice.hidden = true;
    this.notice.replaceChildren();
    this.settle();
  }

  // Links to the sources.

  showEdit(place) {
    this.edit.hidden = !place;
    if (place) {
      this.edit.href = place.edit;
      this.edit.title = place.where;
      this.edit.replaceChildren('Edit', make('span', { className: 'where', textContent: ' ' + place.where.split('/').pop() }));
    }
    this.settle();
  }

  /** @param {Element?} element beside which the link stands; without one it goes, unless the pointer is on its way to it */
  showEditBeside(element, place) {
    clearTimeout(this.besideTimer);
    if (!element || !place) {
      this.besideTimer = setTimeout(() => { if (!this.beside.matches(':hover')) this.beside.hidden = true; }, 400);
      return;
    }
    const origin = this.marks.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    this.beside.href = place.edit;
    this.beside.title = place.where;
    this.beside.hidden = false;
    const width = this.beside.offsetWidth;
    const left = box.left >= width + 8 ? box.left - width - 8 : Math.min(box.right, innerWidth) - width;
    Object.assign(this.beside.style, { left: `${left - origin.left}px`, top: `${box.top - origin.top}px` });
  }

  // What is wrong.

  /** @param {boolean} opens whether the list opens by itself */
  showProblems(facts, update, opens) {
    const words = [update.errors && count(update.errors, 'error'), update.warnings && count(update.warnings, 'warning')].filter(Boolean).join(', ');
    const isNew = this.update?.problems !== update.problems;
    this.update = update;
    this.counter.hidden = !words;
    this.counter.textContent = words;
    this.counter.classList.toggle('bad', update.errors > 0);
    if (!words) return this.close();
    const isOpen = !this.panel.hidden;
    this.fill(facts, words);
    if (opens) {
      this.open(false);
      this.openedItself = true;
      if (isNew) this.alert.textContent = `${words}. The page is shown as it was last.`;
    } else {
      if (update.errors === 0) this.alert.textContent = '';
      // What opened by itself for errors goes with them; what the reader opened stays.
      if (isOpen && this.openedItself && update.errors === 0) this.close();
      else this.settle();
    }
  }

  fill(facts, words) {
    const scroll = this.panel.querySelector('.list')?.scrollTop ?? 0;
    const focusIndex = [...this.panel.querySelectorAll('a, button')].indexOf(this.host.shadowRoot.activeElement);
    const close = make('button', { type: 'button', className: 'close', textContent: '×' });
    close.setAttribute('aria-label', 'Put this list away');
    close.addEventListener('click', () => this.dismiss());
    const title = make('h2', { id: 'title', tabIndex: -1, textContent: words });
    const lead = this.update.shown ? [] : [make('p', { textContent: 'The page is shown as it was last, until this is mended.' })];
    this.panel.replaceChildren(make('div', { className: 'head' }, title, close), ...lead, problemList(facts, make));
    this.panel.querySelector('.list').scrollTop = scroll;
    if (focusIndex >= 0) (this.panel.querySelectorAll('a, button')[focusIndex] ?? title).focus({ preventScroll: true });
  }

  /** @param {boolean} isAsked whether the reader wants it, and so goes there */
  open(isAsked) {
    this.panel.hidden = false;
    if (isAsked) {
      this.openedItself = false;
      this.panel.querySelector('#title').focus();
    }
    this.settle();
  }

  close() {
    const hadFocus = this.panel.contains(this.host.shadowRoot.activeElement);
    this.panel.hidden = true;
    this.openedItself = false;
    if (hadFocus && !this.counter.hidden) this.counter.focus();
    this.settle();
  }

  dismiss() {
    this.close();
    this.onDismiss(this.update);
  }

  escape(event) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (!this.panel.hidden) this.dismiss();
    else if (!this.notice.hidden) this.hideNotice();
  }

  /** Says what is to be seen; an empty region would only be in the way of those who go from one to the next. */
  settle() {
    this.counter.setAttribute('aria-expanded', String(!this.panel.hidden));
    // The list must not hide what the keyboard is on.
    this.corner.style.bottom = this.panel.hidden ? '' : `${this.panel.offsetHeight + 8}px`;
    const isEmpty = this.counter.hidden && this.edit.hidden && this.notice.hidden;
    if (isEmpty) {
      this.host.removeAttribute('role');
      this.host.removeAttribute('aria-label');
    } else {
      this.host.setAttribute('role', 'region');
      this.host.setAttribute('aria-label', 'Preview');
    }
  }
}

/** An element whose tree shows only once its styles are there. */
function host(name) {
  const element = document.createElement(name);
  const root = element.attachShadow({ mode: 'open' });
  const style = make('link', { rel: 'stylesheet', href: '/_moot/panel.css' });
  style.addEventListener('load', () => { element.dataset.ready = ''; });
  root.append(style);
  return element;
}
