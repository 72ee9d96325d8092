// What the measurements in a page share. Each measurement gives findings: a rule, the element, and what is wrong.
window.audit = (() => {
  const block = new Set(['block', 'flex', 'grid', 'list-item', 'table-cell', 'table-caption', 'flow-root', 'inline-block', 'inline-flex']);
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const colours = new Map();

  const describe = element => element.outerHTML.replace(/\s+/g, ' ').slice(0, 160);
  const finding = (rule, element, what = '') => ({ rule, what, element: element ? describe(element) : '' });

  // Elements for screen readers alone have one pixel.
  const shown = element => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1;
  };
  const parent = element => element.parentElement;
  const blockOf = element => {
    let at = parent(element);
    while (at && !block.has(getComputedStyle(at).display)) at = parent(at);
    return at || document.body;
  };

  /// The words that stand in the same lines as an element that is set inline, and belong to nothing that one can press.
  const wordsAround = function* (element) {
    const own = blockOf(element);
    for (const node of texts(own)) {
      let at = node.parentElement;
      if (at.closest('a, button, summary, .hidden') || !/\p{L}{2}|\p{N}/u.test(node.data)) continue;
      while (at !== own && getComputedStyle(at).display === 'inline' && getComputedStyle(at).position !== 'absolute') at = parent(at);
      if (at === own) yield node;
    }
  };

  /// Red, green, blue from 0 to 255 and opacity from 0 to 1, whatever way the colour is written.
  const colour = text => {
    if (!colours.has(text)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = '#000';
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      colours.set(text, [r, g, b, a / 255]);
    }
    return colours.get(text);
  };
  const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const background = element => {
    const layers = [];
    for (let at = element; at; at = parent(at)) {
      const own = colour(getComputedStyle(at).backgroundColor);
      if (own[3] > 0) layers.push(own);
      if (own[3] === 1) break;
    }
    return layers.reduceRight((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  const luminance = ([r, g, b]) => {
    const part = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const contrast = (one, other) => {
    const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };

  /// What the words of an element have against what lies behind it, and what they need; nothing where a picture lies behind them.
  const textContrast = element => {
    const style = getComputedStyle(element);
    for (let at = element; at; at = parent(at)) if (getComputedStyle(at).backgroundImage !== 'none') return null;
    const behind = background(element), size = parseFloat(style.fontSize), large = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
    return [contrast(over(colour(style.color), behind), behind), large ? 3 : 4.5];
  };

  const focusable = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable], audio[controls], video[controls], iframe';
  /// What the keyboard must reach, in the order of the document. Links for screen readers alone that show on focus are among them.
  const stops = () => [...document.querySelectorAll(focusable)].filter(e =>
    e.tabIndex >= 0 && !e.disabled && !e.closest('[inert]') && e.checkVisibility({ visibilityProperty: true }));

  const texts = function* (root = document.body) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() && !/^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(node.parentElement.tagName)) yield node;
    }
  };

  const name = element => {
    axe._tree || axe.setup(document);
    const node = axe.utils.getNodeFromTree(element);
    return (node ? axe.commons.text.accessibleTextVirtual(node) : element.textContent).replace(/\s+/g, ' ').trim();
  };

  return { finding, describe, shown, blockOf, colour, over, background, contrast, textContrast, stops, texts, wordsAround, name };
})();
