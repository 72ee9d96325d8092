// What depends on the width of the window and on how text is set.
(() => {
  const { finding, shown, stops, texts, wordsAround } = audit;

  // What scrolls by itself, tables and programs' text aside, and what sticks out of the page.
  audit.reflow = () => {
    const width = document.documentElement.clientWidth, found = [];
    const elements = [...document.body.querySelectorAll('*')];
    const regions = elements.filter(e => !e.matches('.table[tabindex]') && !e.closest('.table[tabindex]') && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1
      && /auto|scroll/.test(getComputedStyle(e).overflowX) && !e.matches('select, textarea, input'));
    found.push(...regions.map(e => finding('reflow', e, 'scrolls sideways')));
    if (document.documentElement.scrollWidth > width) {
      const out = elements.filter(e => !e.closest('.table[tabindex]') && e.getBoundingClientRect().right > width + 1);
      const outer = out.filter(e => !out.some(other => other !== e && other.contains(e)));
      found.push(...(outer.length ? outer.map(e => finding('reflow', e, 'sticks out')) : [finding('reflow', null, `the page is ${document.documentElement.scrollWidth} px wide`)]));
    }
    const kept = elements.filter(e => /fixed|sticky/.test(getComputedStyle(e).position) && shown(e) && !e.closest('table') && e.getBoundingClientRect().height > innerHeight / 2
      && getComputedStyle(e).overflowY !== 'auto');
    return found.concat(kept.map(e => finding('reflow', e, `stays over ${Math.round(e.getBoundingClientRect().height)} of ${innerHeight} px`)));
  };

  // A table region that scrolls has a name and a stop of the keyboard.
  audit.regions = () => [...document.querySelectorAll('table')].map(t => t.closest('.table[tabindex]') || t).filter(r =>
    r.matches('table') ? r.scrollWidth > r.parentElement.clientWidth + 1 && !r.closest('[tabindex]') : r.tabIndex !== 0).map(r => finding('scroll-region', r));

  // WCAG 2.5.8: 24 by 24 px, or room for a circle of 24 px around the middle, or a link in a sentence.
  const inSentence = target => getComputedStyle(target).display === 'inline' && !wordsAround(target).next().done;
  audit.targets = () => {
    const boxes = stops().filter(e => shown(e) && !e.matches('.table, .skip, iframe')).map(element => {
      const box = element.getBoundingClientRect();
      return { element, box, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, small: box.width < 23.95 || box.height < 23.95 };
    });
    const sorted = boxes.slice().sort((a, b) => a.box.top - b.box.top);
    const away = (one, { box }) => Math.hypot(Math.max(box.left - one.x, 0, one.x - box.right), Math.max(box.top - one.y, 0, one.y - box.bottom));
    return boxes.filter(one => one.small && !inSentence(one.element)).flatMap(one => {
      const near = sorted.find(other => other !== one && !other.element.contains(one.element) && !one.element.contains(other.element)
        && Math.abs(other.y - one.y) < 400 && (away(one, other) < 11.95 || other.small && Math.hypot(one.x - other.x, one.y - other.y) < 23.95));
      return near ? [finding('target-size', one.element, `${one.box.width.toFixed(0)} × ${one.box.height.toFixed(0)} px beside ${audit.describe(near.element).slice(0, 80)}`)] : [];
    });
  };

  // Words that are cut off, and words that lie on others.
  audit.clipped = () => [...document.body.querySelectorAll('*')].filter(e => {
    const style = getComputedStyle(e);
    if (!/hidden|clip/.test(style.overflowX + style.overflowY) || e.clientWidth <= 1 || e.closest('svg') || e.matches('input, select, textarea, img') || !e.checkVisibility()) return false;
    return e.textContent.trim() && (e.scrollHeight > e.clientHeight + 1 && style.overflowY !== 'auto' || e.scrollWidth > e.clientWidth + 1 && /hidden|clip/.test(style.overflowX));
  }).map(e => finding('text-clipped', e, `${e.scrollWidth} × ${e.scrollHeight} px in ${e.clientWidth} × ${e.clientHeight}`));

  // What scrolls shows no more than fits into it.
  const clips = new Map();
  const clipOf = element => {
    const scroller = element.closest('.beside > .contents, .beside > .side, .table');
    if (!scroller || !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) return { top: -Infinity, bottom: Infinity };
    if (!clips.has(scroller)) clips.set(scroller, scroller.getBoundingClientRect());
    return clips.get(scroller);
  };
  const lines = () => {
    clips.clear();
    const found = [], range = document.createRange();
    for (const node of texts()) {
      const element = node.parentElement;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.closest('.hidden, [popover], svg, select, .skip') || getComputedStyle(element).clipPath !== 'none') continue;
      range.selectNodeContents(node);
      const clip = clipOf(element);
      for (const box of range.getClientRects()) {
        // The middle of a line: neighbouring lines touch each other above and below their letters.
        const trim = box.height * 0.3;
        if (box.width > 2 && box.bottom > clip.top && box.top < clip.bottom) found.push({ node, element, left: box.left + 1, right: box.right - 1, top: box.top + trim, bottom: box.bottom - trim });
      }
    }
    return found.sort((a, b) => a.top - b.top);
  };
  const scroller = element => element.closest('.table[tabindex]');
  audit.overlaps = () => {
    const found = [], all = lines();
    for (let i = 0; i < all.length && found.length < 20; i++) {
      for (let j = i + 1; j < all.length && all[j].top < all[i].bottom; j++) {
        const [one, other] = [all[i], all[j]];
        if (one.node === other.node || one.right <= other.left || other.right <= one.left || scroller(one.element) !== scroller(other.element)) continue;
        if (/fixed|sticky/.test(getComputedStyle(one.element).position + getComputedStyle(other.element).position) || one.element.closest('thead, th') || other.element.closest('thead, th')) continue;
        found.push(finding('text-overlap', one.element, `lies on “${other.node.data.trim().slice(0, 40)}”`));
      }
    }
    return found;
  };

  // Where the browser knows the section that is being read, a list of contents marks that one and no other.
  audit.currentSection = () => !CSS.supports('selector(:target-current)') ? [] : [...document.querySelectorAll('.contents')].filter(list => {
    const groups = [list, ...list.querySelectorAll('*')].filter(e => getComputedStyle(e).scrollTargetGroup === 'auto');
    const leads = [...list.querySelectorAll('a[href^="#"]')].some(link => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    return groups.length && leads && list.querySelectorAll('a:target-current').length !== 1;
  }).map(list => finding('current-section', list, `marks ${list.querySelectorAll('a:target-current').length} sections`));

  audit.layout = () => ['reflow', 'regions', 'targets', 'clipped', 'overlaps', 'currentSection'].flatMap(check => audit[check]());

  /// Text as WCAG 1.4.12 lets readers set it.
  audit.spaced = on => {
    document.getElementById('audit--spacing')?.remove();
    if (!on) return;
    const style = document.createElement('style');
    style.id = 'audit--spacing';
    style.textContent = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';
    document.head.append(style);
  };
  audit.spacing = () => ['reflow', 'clipped', 'overlaps'].flatMap(check => audit[check]()).map(found => ({ ...found, rule: `spaced-${found.rule}` }));
})();
