// What the keyboard comes to. Playwright presses the keys; each stop is measured when the next key is pressed, after the page has scrolled to it.
(() => {
  const { finding, colour, over, background, contrast, stops } = audit;

  const look = element => {
    const style = getComputedStyle(element);
    return { outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth), colour: style.outlineColor, shadow: style.boxShadow, style: style.outlineStyle };
  };
  let expected = [], before = new Map(), walked = [], problems = [];

  // How far a focused element and its ring are cut off by what scrolls around it: all four sides is too much.
  const cutOff = (element, box) => {
    let sides = new Set();
    for (let at = element.parentElement; at && at !== document.documentElement; at = at.parentElement) {
      if (getComputedStyle(at).overflowX === 'visible') continue;
      const frame = at.getBoundingClientRect();
      if (box.left - 2 < frame.left) sides.add('left');
      if (box.right + 2 > frame.right) sides.add('right');
      if (box.top - 2 < frame.top) sides.add('top');
      if (box.bottom + 2 > frame.bottom) sides.add('bottom');
    }
    return sides.size === 4;
  };
  const ring = (element, now) => {
    const was = before.get(element) || { outline: 0 };
    // A shadow is gone with forced colours, so there must be an outline.
    if (now.outline < 2 || was.outline === now.outline && was.colour === now.colour) return 'no outline of 2 px';
    const behind = background(element.parentElement || element);
    const shades = [now.colour, ...(now.shadow === 'none' ? [] : [now.shadow.match(/^(?:rgba?|color|oklch|oklab|hsl)\([^)]*\)|^#\w+/)?.[0] || now.colour])].map(text => over(colour(text), behind));
    const best = Math.max(...shades.map(shade => contrast(shade, behind)));
    return best < 3 ? `the ring has a contrast of ${best.toFixed(2)}` : '';
  };
  const hidden = element => {
    const points = [];
    for (const rect of element.getClientRects()) {
      // What can be seen of it: a table may be higher than the window.
      const left = Math.max(rect.left, 0), top = Math.max(rect.top, 0);
      const box = { left, top, width: Math.min(rect.right, innerWidth) - left, height: Math.min(rect.bottom, innerHeight) - top };
      if (box.width <= 0 || box.height <= 0) continue;
      for (const [x, y] of [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.15], [0.5, 0.85]]) points.push([box.left + box.width * x, box.top + box.height * y]);
    }
    if (!points.length) return 'outside the window';
    const covered = points.every(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit && !element.contains(hit) && !hit.contains(element) && !(element.labels && [...element.labels].some(label => label.contains(hit)));
    });
    return covered ? `behind ${audit.describe(document.elementFromPoint(...points[0])).slice(0, 80)}` : '';
  };

  const measure = () => {
    const element = document.activeElement;
    if (!element || element === document.body) { if (walked.length) walked.push(-1); return; }
    walked.push(expected.indexOf(element));
    // A region that scrolls is a stop of its own in this browser, though nobody made it one.
    if (!expected.includes(element)) return;
    const bad = ring(element, look(element)), gone = hidden(element);
    if (bad) problems.push(finding('focus-visible', element, bad));
    if (gone) problems.push(finding('focus-obscured', element, gone));
    if (cutOff(element, element.getBoundingClientRect())) problems.push(finding('focus-visible', element, 'the ring is cut off on all sides'));
  };

  /// Starts a walk; says how many stops there are.
  audit.startWalk = backward => {
    document.activeElement?.blur();
    expected = stops();
    before = new Map(expected.map(element => [element, look(element)]));
    walked = [];
    problems = [];
    if (!audit.listening) document.addEventListener('keydown', event => event.key === 'Tab' && measure(), true);
    audit.listening = true;
    if (backward) expected.at(-1)?.focus();
    return expected.length;
  };
  audit.presses = () => walked.length;
  /// Whether the walk has come to its end: the last stop or the first is reached, or the focus has left the page.
  audit.arrived = backward => !expected.length || walked.includes(-1) || [...walked, expected.indexOf(document.activeElement)].includes(backward ? 0 : expected.length - 1);

  audit.endWalk = backward => {
    measure();
    const found = problems.slice(), end = walked.indexOf(backward ? 0 : expected.length - 1);
    const order = walked.slice(0, end < 0 ? undefined : end + 1).filter(at => at >= 0);
    const reached = new Set(order);
    // A radio button that is not the chosen one is reached with the arrows.
    for (const [at, element] of expected.entries()) if (!reached.has(at) && !(element.type === 'radio')) found.push(finding('keyboard-reach', element));
    for (let i = 1; i < order.length; i++) {
      if (backward ? order[i] > order[i - 1] : order[i] < order[i - 1]) { found.push(finding('focus-order', expected[order[i]], `after ${audit.describe(expected[order[i - 1]]).slice(0, 80)}`)); break; }
    }
    for (const element of document.querySelectorAll('[tabindex]')) if (element.tabIndex > 0) found.push(finding('focus-order', element, 'a positive tabindex'));
    for (const element of document.querySelectorAll('[onclick], [role=button], [role=link]')) if (element.tabIndex < 0 && !element.matches('a[href], button')) found.push(finding('keyboard-reach', element, 'for the pointer alone'));
    if (!backward && document.querySelector('nav')) {
      const first = expected[order[0]], target = first?.getAttribute('href')?.startsWith('#') && document.getElementById(first.getAttribute('href').slice(1));
      if (!target || !target.closest('main')) found.push(finding('skip-link', first || document.body, 'the first stop does not lead to the main part'));
    }
    return found;
  };

  /// One button or summary of each kind: what opens, as selectors for the keys.
  audit.openers = () => {
    const kinds = new Map();
    for (const element of stops().filter(e => e.matches('summary, button[popovertarget]') && audit.shown(e))) kinds.set(`${element.tagName} ${element.className} ${element.parentElement.className}`, element);
    audit.opening = [...kinds.values()];
    return audit.opening.length;
  };
  audit.focusOpener = at => audit.opening[at].focus();
  audit.isOpen = at => {
    const element = audit.opening[at];
    return element.matches('summary') ? element.parentElement.open : document.getElementById(element.getAttribute('popovertarget')).matches(':popover-open');
  };
  audit.isSummary = at => audit.opening[at].matches('summary');
  audit.openerFinding = (at, what) => finding('keyboard-opens', audit.opening[at], what);
  audit.popoverFits = at => {
    const shown = document.getElementById(audit.opening[at].getAttribute('popovertarget')), box = shown.getBoundingClientRect();
    const fits = box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1;
    return fits && (shown.scrollHeight <= shown.clientHeight + 1 || /auto|scroll/.test(getComputedStyle(shown).overflowY));
  };
  audit.pastSkip = () => {
    const main = document.querySelector('main'), now = document.activeElement;
    return now === document.body || now === main || main.contains(now) || Boolean(main.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING);
  };
})();
