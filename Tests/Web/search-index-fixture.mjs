// Writes a small search index into memory, by the letter of Documentation/search-index.md, for tests of its reader.
import { deflateRawSync } from "node:zlib";
import { soundOf, words } from "../../Public/search-index.js";

const STOP = ["a", "and", "at", "for", "in", "is", "of", "on", "the", "to", "with"];

/** Not Snowball, but as wilful: endings go, a "y" becomes an "i". */
export function stem(word) {
  if (/[0-9]/.test(word)) return word;
  const short = word.replace(/(ings?|ed|es|s)$/, (ending) => (word.length - ending.length > 2 ? "" : ending));
  return short.replace(/([^aeiou])y$/, "$1i");
}

const bytesOf = (text) => [...Buffer.from(text)];

function number(value) {
  const out = [];
  do {
    out.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value);
  return out;
}

const text = (bytes) => [...number(bytes.length), ...bytes];
const shared = (a, b) => { let i = 0; while (i < a.length && i < b.length && a[i] === b[i]) i++; return i; };
const hashOf = (value) => value.toString(16).padStart(16, "0");

/** Places of passages, [passage, strength, positions] each. */
function places(list) {
  let last = 0;
  return list.flatMap(([passage, strength, positions]) => {
    let at = 0;
    const out = [...number(passage - last), strength, ...number(positions.length), ...positions.flatMap((position) => { const step = number(position - at); at = position; return step; })];
    last = passage;
    return out;
  });
}

/**
 * The files of an index by their paths, inflated. `site`: kinds, committees, synonyms (phrases as texts) and documents, each with title, address,
 * detail, kind, committee (a position or null), day and passages ({anchor, headings, text, isDecision}). `wordsPerFile` and `topPlaces` are small in
 * tests so that there are many files.
 */
export function write(site, { wordsPerFile = 10, topPlaces = 2048, soundsPerFile = 20, volumeSize = 64 } = {}) {
  const files = new Map(), stop = new Set(STOP), entries = new Map(), aliases = new Map(), sounds = new Map();
  const records = [], decisions = [], hyphened = new Set();
  for (const { passages } of site.documents) for (const passage of passages) for (const word of words(passage.text)) if (word.parts) hyphened.add(word.whole);
  const singles = (site.synonyms ?? []).flatMap((group) => {
    const phrases = group.map((phrase) => contentOf(phrase));
    return phrases.filter((phrase) => phrase.length > 1).flatMap((phrase) => phrases.filter((other) => other.length === 1).map(([single]) => ({ phrase, single })));
  });

  function contentOf(phrase) { return words(phrase).map((word) => word.whole).filter((word) => !stop.has(word)).map(stem); }

  site.documents.forEach((document, of) => document.passages.forEach((passage) => {
    const found = new Map();
    const note = (word, position) => {
      if (stop.has(word)) return;
      const name = stem(word);
      if (name !== word) aliases.set(word, name);
      if (/^[a-z]{3,}$/.test(word)) sounds.set(word, (sounds.get(word) ?? 0) + 1);
      found.set(name, [...(found.get(name) ?? []), ...(position === null ? [] : [position])]);
    };
    const add = (text, first) => {
      const all = words(text);
      all.forEach((word, i) => {
        const at = first === null ? null : first + word.position, next = all[i + 1];
        note(word.whole, at);
        if (word.signed) note(word.signed, at);
        word.parts?.forEach((part, j) => part && note(part, at === null ? null : at + j));
        const pair = next && !word.parts && !next.parts && word.whole + next.whole;
        if (pair && (hyphened.has(pair) || (/^[A-Z]{2,5} \d+[a-z]?$/.test(text.slice(word.at, next.to))))) note(pair, at);
      });
      const content = all.filter((word) => !stop.has(word.whole));
      content.forEach((word, i) => {
        for (const { phrase, single } of singles) if (phrase.every((stemmed, j) => content[i + j] && stem(content[i + j].whole) === stemmed)) note(single, first === null ? null : first + word.position);
      });
      return (first ?? 0) + (all.at(-1) ? all.at(-1).position + all.at(-1).length : 0);
    };
    add(document.title, null);
    const end = add(passage.headings ?? "", 0);
    add(passage.text, end + 100);
    for (const [name, positions] of found) {
      const kept = [...new Set(positions)].slice(0, 12).sort((a, b) => a - b);
      entries.set(name, [...(entries.get(name) ?? []), [records.length, Math.min(255, 60 + 40 * positions.length), kept]]);
    }
    if (passage.isDecision) decisions.push(records.length);
    records.push([of, passage.anchor ?? "", passage.headings ?? "", passage.text]);
  }));

  let hash = 1;
  const put = (path, bytes) => files.set(path, deflateRawSync(Buffer.from(bytes)));
  const all = [...new Set([...entries.keys(), ...aliases.keys()])].map((word) => bytesOf(word)).sort(Buffer.compare ? (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)) : undefined);
  const routes = { words: [], spelling: [] };
  for (let from = 0; from < all.length; from += wordsPerFile) {
    let before = [];
    const out = [];
    for (const word of all.slice(from, from + wordsPerFile)) {
      const name = Buffer.from(word).toString(), common = shared(before, word);
      out.push(...number(common), ...text(word.slice(common)));
      before = word;
      const list = entries.get(name);
      if (!list) {
        const target = bytesOf(aliases.get(name)), same = shared(word, target);
        out.push(0, ...number(same), ...text(target.slice(same)));
        continue;
      }
      const best = [...list].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, topPlaces), top = list.filter((place) => best.includes(place)), rest = list.filter((place) => !best.includes(place));
      out.push(...number(list.length), ...text(places(top)), rest.length ? 1 : 0);
      if (rest.length) {
        const id = hashOf(hash++);
        out.push(...Buffer.from(id, "hex"), ...number(rest.length));
        put(`more-${id}.bin`, places(rest));
      }
    }
    routes.words.push(from ? Buffer.from(all[from]).toString() : "", hashOf(hash));
    put(`words-${hashOf(hash++)}.bin`, out);
  }
  const spelled = [...sounds].map(([word, count]) => [soundOf(word), word, count]).sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : 1));
  for (let from = 0; from < spelled.length; from += soundsPerFile) {
    routes.spelling.push(from ? spelled[from][0] : "", hashOf(hash));
    put(`spelling-${hashOf(hash++)}.bin`, bytesOf(spelled.slice(from, from + soundsPerFile).map(([, word, count]) => `${word} ${count}\n`).join("")));
  }
  const volumes = [];
  for (let from = 0; from < records.length; from += volumeSize) {
    const volume = records.slice(from, from + volumeSize);
    volumes.push(hashOf(hash), volume.length);
    for (let at = 0; at < volume.length; at += 40) {
      const group = volume.slice(at, at + 40), first = group[0][0], of = site.documents.slice(first, group.at(-1)[0] + 1);
      put(`records/${hashOf(hash)}/${at / 40}.bin`, Buffer.from(JSON.stringify({
        documents: of.map(({ title, address, detail }) => [title, address, detail ?? ""]), passages: group.map(([document, ...rest]) => [document - first, ...rest]),
      })));
    }
    hash++;
  }
  const steps = (list) => list.map((value, i) => value - (i ? list[i - 1] : 0));
  put("catalogue-0.bin", Buffer.from(JSON.stringify({
    format: 1, language: "en", stop: STOP, kinds: site.kinds, committees: site.committees,
    documents: {
      passages: site.documents.map(({ passages }) => passages.length), kind: site.documents.map(({ kind }) => kind),
      committee: site.documents.map(({ committee }) => (committee ?? -1) + 1), day: steps(site.documents.map(({ day }) => day ?? 0)),
    },
    decisions: steps(decisions), synonyms: (site.synonyms ?? []).map((group) => group.map(contentOf)), words: routes.words, spelling: routes.spelling, volumes,
  })));
  return files;
}
