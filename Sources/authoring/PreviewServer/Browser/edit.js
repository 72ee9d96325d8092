// Links to the lines of the sources.

/** Parts of a page that have an editing link of their own beside them. */
const PARTS = 'h1, h2, h3, h4, h5, h6, p, li, td, dd, dt, tr, figure, blockquote';

export class EditLinks {
  /** @param {import('./panel.js').Panel} panel */
  constructor(panel) {
    this.panel = panel;
    this.places = new Map();
    this.parts = [];
    let isDue = false;
    const follow = () => {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        this.follow();
      });
    };
    addEventListener('scroll', follow, { passive: true });
    addEventListener('resize', follow, { passive: true });
    document.addEventListener('focusin', follow);
    document.addEventListener('focusin', event => this.offer(event.target));
    document.addEventListener('pointerover', event => this.offer(event.target));
  }

  /** @param {{anchor?: string, where: string, edit: string}[]} places */
  take(places) {
    this.page = places.find(place => !place.anchor);
    this.places = new Map(places.filter(place => place.anchor).map(place => [place.anchor, place]));
    this.parts = [...this.places.keys()].map(anchor => document.getElementById(anchor)).filter(Boolean);
    this.parts.sort((a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
    this.follow();
  }

  /** Points the link in the corner at the part that has the focus, or else at the one that is read. */
  follow() {
    const focused = this.partOf(document.activeElement);
    const isSeen = focused && focused.getBoundingClientRect().bottom > 0 && focused.getBoundingClientRect().top < innerHeight;
    const part = isSeen ? focused : this.partInView();
    this.panel.showEdit(part ? this.places.get(part.id) : this.page);
  }

  /** The last part that begins in the upper third of the window or above it. */
  partInView() {
    let low = 0;
    let high = this.parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.parts[middle].getBoundingClientRect().top <= innerHeight / 3) low = middle + 1;
      else high = middle;
    }
    return scrollY > 0 ? this.parts[low - 1] : null;
  }

  /** The innermost part with a place of its own around a node. */
  partOf(node) {
    for (let at = node instanceof Element ? node : null; at; at = at.parentElement) if (at.id && this.places.has(at.id)) return at;
    return null;
  }

  /** Puts a link beside a heading or paragraph. */
  offer(node) {
    if (this.panel.contains(node)) return;
    const part = this.partOf(node);
    const shown = part && (part.matches(PARTS) ? part : part.querySelector('h1, h2, h3, h4, h5, h6'));
    this.panel.showEditBeside(shown, part && this.places.get(part.id));
  }
}
