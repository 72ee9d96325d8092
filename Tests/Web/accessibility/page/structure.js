// What a page is made of, whatever its width: headings, landmarks, tables, links, languages, forms, motion.
(() => {
  const { finding, shown, blockOf, colour, texts, wordsAround, name } = audit;
  const all = selector => [...document.querySelectorAll(selector)];

  audit.headings = () => {
    const found = [], headings = all('h1, h2, h3, h4, h5, h6, [role=heading]').filter(e => !e.closest('[hidden]'));
    const ones = headings.filter(e => e.matches('h1'));
    if (ones.length !== 1) found.push(finding('one-h1', ones[1] || document.body, `${ones.length} headings of level 1`));
    let last = 0;
    for (const heading of headings) {
      const level = Number(heading.getAttribute('aria-level') || heading.tagName[1]);
      if (level > last + 1) found.push(finding('heading-gap', heading, `level ${level} after level ${last}`));
      if (!heading.textContent.trim()) found.push(finding('heading-empty', heading));
      last = level;
    }
    return found;
  };

  audit.landmarks = () => {
    const found = [], names = new Map();
    const kinds = { NAV: 'navigation', ASIDE: 'complementary', MAIN: 'main', FORM: 'form', SECTION: 'region' };
    if (all('main').length !== 1) found.push(finding('one-main', document.body, `${all('main').length} main parts`));
    for (const part of all('main, nav, aside, [role=search], [role=region], section[aria-label], section[aria-labelledby]')) {
      const kind = part.getAttribute('role') || kinds[part.tagName], own = name(part);
      if (kind === 'main' || kind === 'search') continue;
      if (!own) found.push(finding('landmark-name', part, `${kind} without a name`));
      const key = `${kind} ${own.toLowerCase()}`;
      if (own && names.has(key)) found.push(finding('landmark-unique', part, `${kind} “${own}” stands twice`));
      names.set(key, part);
    }
    return found;
  };

  audit.tables = () => all('table').flatMap(table => {
    const found = [], heads = [...table.querySelectorAll('th')], region = table.closest('[tabindex]');
    if (!heads.length) found.push(finding('table-headers', table, 'no header cell'));
    for (const head of heads) if (!/^(col|row|colgroup|rowgroup)$/.test(head.getAttribute('scope') || '')) { found.push(finding('table-scope', head)); break; }
    const caption = table.caption?.textContent.trim() || table.getAttribute('aria-label') || document.getElementById(table.getAttribute('aria-labelledby') || '')?.textContent.trim();
    if (!caption && !(region && name(region))) found.push(finding('table-name', table));
    if (region && region.matches('.table') && (!name(region) || !region.getAttribute('role'))) found.push(finding('table-region', region));
    return found;
  });

  // Words that a source has written, and headings of it in a list of contents, stand as they are: “moot check” speaks of them (W801).
  const ofSource = link => link.closest('.prose, .report-form, .contents, .footnotes, .missing');
  // Two links that sound the same lead to the same place. The number of a paragraph that links to itself is told from others by its paragraph.
  const toItself = link => link.hash.length > 1 && link.pathname === location.pathname && document.getElementById(decodeURIComponent(link.hash.slice(1)))?.contains(link);
  audit.linkNames = () => {
    const found = [], names = new Map();
    for (const link of all('a[href]')) {
      if (!link.checkVisibility()) continue;
      const own = name(link), words = own.toLowerCase();
      if (!own) { found.push(finding('link-name', link)); continue; }
      if (toItself(link) || ofSource(link)) continue;
      const before = names.get(words);
      if (before && before.href !== link.href) found.push(finding('link-same-name', link, `“${own}” leads elsewhere too: ${before.getAttribute('href')}`));
      else names.set(words, link);
      // A sign as “#” says nothing that one would speak.
      if (link.hasAttribute('aria-label') && /[\p{L}\p{N}]/u.test(link.innerText) && !own.toLowerCase().includes(link.innerText.replace(/\s+/g, ' ').trim().toLowerCase()))
        found.push(finding('label-in-name', link, `shows “${link.innerText.trim()}”`));
    }
    return found;
  };

  // A link within words is known by more than its colour.
  audit.linkLooks = () => all('a[href]').filter(shown).filter(link => {
    const style = getComputedStyle(link);
    if (style.display !== 'inline' || style.position === 'absolute') return false;
    const own = blockOf(link), [beside] = wordsAround(link);
    if (!beside) return false;
    const plain = getComputedStyle(beside.parentElement);
    let decorated = false;
    for (let at = link; at && at !== own; at = at.parentElement) {
      const look = getComputedStyle(at);
      decorated ||= look.textDecorationLine.includes('underline') && colour(look.textDecorationColor)[3] > 0.3;
      decorated ||= parseFloat(look.borderBlockEndWidth) > 0 && look.borderBlockEndStyle !== 'none';
    }
    for (const inner of link.querySelectorAll('*')) decorated ||= getComputedStyle(inner).textDecorationLine.includes('underline');
    return !decorated && Math.abs(style.fontWeight - plain.fontWeight) < 200;
  }).map(link => finding('link-by-colour', link));

  const scripts = [
    ['Arab', /\p{Script=Arabic}/u, /^(ar|ur|fa|ps|ckb|ku|sd|ug|prs|pa-Arab|pnb)\b/i, true], ['Hebr', /\p{Script=Hebrew}/u, /^(he|yi)\b/i, true],
    ['Syrc', /\p{Script=Syriac}/u, /^(syr|arc|aii)\b/i, true], ['Grek', /\p{Script=Greek}{2}/u, /^(el|grc)\b/i, false],
    ['Cyrl', /\p{Script=Cyrillic}/u, /^(ru|uk|bg|sr|mk|be|kk|ky|mn|tg)\b/i, false], ['Deva', /\p{Script=Devanagari}/u, /^(hi|mr|ne|sa|kok)\b/i, false],
    ['Guru', /\p{Script=Gurmukhi}/u, /^pa\b/i, false], ['Beng', /\p{Script=Bengali}/u, /^(bn|as|syl)\b/i, false], ['Gujr', /\p{Script=Gujarati}/u, /^gu\b/i, false],
    ['Taml', /\p{Script=Tamil}/u, /^ta\b/i, false], ['Telu', /\p{Script=Telugu}/u, /^te\b/i, false], ['Sinh', /\p{Script=Sinhala}/u, /^si\b/i, false],
    ['Kana', /\p{Script=Hiragana}|\p{Script=Katakana}/u, /^ja\b/i, false], ['Hang', /\p{Script=Hangul}/u, /^ko\b/i, false],
    ['Hani', /\p{Script=Han}/u, /^(zh|yue|cmn|ja|ko)\b/i, false], ['Thai', /\p{Script=Thai}/u, /^th\b/i, false], ['Ethi', /\p{Script=Ethiopic}/u, /^(am|ti)\b/i, false],
    ['Armn', /\p{Script=Armenian}/u, /^hy\b/i, false], ['Geor', /\p{Script=Georgian}/u, /^ka\b/i, false]];
  audit.languages = () => {
    const found = [];
    if (!document.documentElement.lang) found.push(finding('page-language', document.documentElement));
    for (const node of texts()) {
      if (!/[^\u0000-\u036f\u2000-\u2fff]/.test(node.data)) continue;
      const element = node.parentElement, own = element.closest('[lang]')?.lang || '';
      for (const [script, letters, languages, toLeft] of scripts) {
        if (!letters.test(node.data)) continue;
        if (!languages.test(own) && !new RegExp(`-${script}\\b`, 'i').test(own)) found.push(finding('passage-language', element, `${script} within lang “${own}”`));
        if (toLeft && getComputedStyle(element).direction !== 'rtl') found.push(finding('passage-direction', element));
      }
    }
    return found;
  };

  audit.forms = () => all('input, select, textarea').flatMap(field => {
    const personal = /^(email|tel)$/.test(field.type) || /^(e-?mail|tel|phone|name|full-?name|address|postcode)$/.test(field.name);
    return personal && !field.autocomplete ? [finding('autocomplete', field)] : [];
  });

  audit.images = () => all('img, svg').flatMap(image => {
    if (image.matches('img')) {
      if (!image.hasAttribute('alt')) return [finding('image-alternative', image, 'no alt')];
      return /\.(png|jpe?g|gif|svg|webp)$/i.test(image.alt.trim()) ? [finding('image-alternative', image, 'a file name is no description')] : [];
    }
    return image.closest('[aria-hidden=true]') || name(image) || image.closest('a, button') && name(image.closest('a, button')) ? [] : [finding('image-alternative', image, 'no name, and not hidden')];
  });

  audit.motion = () => all('*').flatMap(element => {
    const style = getComputedStyle(element);
    const moves = style.animationName !== 'none' || style.transitionDuration.split(',').some(time => parseFloat(time) > 0.01) || style.scrollBehavior === 'smooth';
    return moves ? [finding('reduced-motion', element)] : [];
  });

  // With forced colours a background is gone. A shape without words that is only a background goes with it, and so does a current link that differs by it.
  audit.forcedColours = () => {
    document.activeElement?.blur();
    const found = [];
    const bordered = style => ['Top', 'Right', 'Bottom', 'Left'].some(side => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none');
    for (const element of audit.painted || []) {
      const style = getComputedStyle(element);
      if (!bordered(style) && style.outlineStyle === 'none' && style.forcedColorAdjust !== 'none') found.push(finding('forced-colours', element, 'shown by its background alone'));
    }
    for (const current of all('[aria-current]:not([aria-current=false])').filter(shown)) {
      const other = [...(current.closest('ul, ol, nav, tr, table') || document.body).querySelectorAll(current.tagName)].find(e => !e.hasAttribute('aria-current') && shown(e));
      if (!other) continue;
      const look = e => { const s = getComputedStyle(e); return [s.fontWeight, s.textDecorationLine, s.borderBlockEnd, s.borderInlineStart, s.outline].join(); };
      if (look(current) === look(other)) found.push(finding('forced-colours', current, 'current, and looks like the others'));
    }
    return found;
  };
  // Asked before colours are forced, since afterwards nobody can see what was painted.
  audit.findPainted = () => {
    audit.painted = all('body *').filter(element => {
      if (element.closest('svg') || element.textContent.trim() || element.matches('hr, img, input, select, textarea, button, iframe') || element.querySelector('img, svg, input')) return false;
      const style = getComputedStyle(element);
      return (colour(style.backgroundColor)[3] > 0 || style.backgroundImage !== 'none') && shown(element);
    });
  };

  audit.title = () => {
    const title = document.title.trim();
    return title ? [] : [finding('page-title', document.head.querySelector('title'))];
  };

  audit.structure = () => ['headings', 'landmarks', 'tables', 'linkNames', 'linkLooks', 'languages', 'forms', 'images', 'motion', 'title'].flatMap(check => audit[check]());
})();
