// Reads the index that Documentation/search-index.md lays out.

export const TUNING = {
  words: 32, characters: 2000, // read of a question
  share: 0.6, shareExponent: 1.5, // how much of the question a passage must hold; what more brings
  prefix: 0.6, prefixes: 12, synonym: 0.9, unsigned: 0.7, // what stands for a word counts less
  near: 300, nearness: 0.6, within: 5, withinWeight: 0.4, // what words side by side bring
  recency: 0.08,
  kinds: { "Agenda item": 0.95, Minutes: 1.05, Paper: 1.03 },
  names: ["Person", "Committee", "Glossary"], name: 4, title: 1.1, // for the question as a title
  perDocument: 3, beside: 1, promoted: 3, // passages of one document, if as good as the next one
  enough: 3, further: 3, // further places are loaded for fewer answers, at most so many files
  verify: 60, // read for stop words in a phrase
};

const RECORDS = 40, LONGEST = 40;

const plainOf = new Map();

/** A character without case, accents and variants. */
function plain(char) {
  if (!plainOf.has(char)) plainOf.set(char, char.normalize("NFKD").replace(/[\p{M}\u00AD]/gu, "").toLowerCase().replace(/[‘’ʼ]/g, "'").replace(/[‐−]/g, "-"));
  return plainOf.get(char);
}

/** The plain text, and for each of its units where it comes from. */
function fold(text) {
  let folded = "", at = 0;
  const from = [], until = [];
  for (const char of text) {
    for (const unit of plain(char).split("")) {
      folded += unit;
      from.push(at);
      until.push(at + char.length);
    }
    at += char.length;
  }
  return { folded, from, until };
}

const isDigit = (char) => char >= "0" && char <= "9";

/** What a sign within a word does: "" falls away, "-" joins, "s" is a possessive, null ends the word. */
function joint(sign, left, right, part) {
  const digits = isDigit(left.at(-1)) || isDigit(right[0]);
  switch (sign) {
    case "'": return digits ? null : right === "s" ? "s" : "";
    case "-": return "-";
    case "/": case "–": case "—": return digits ? "-" : null;
    case ".": return digits || /^[a-z]{2}$/.test(part + right) ? "-" : null;
    case ",": return isDigit(left.at(-1)) && /^[0-9]{3}(?![0-9])/.test(right) ? "" : null;
  }
  return null;
}

/** As much as the index takes of a word, in whole characters. */
const cut = (word) => (word.length * 3 > LONGEST ? textOf(key(word).slice(0, LONGEST)).replace(/\uFFFD/, "") : word);

/** The words of a text by the rules of the index. */
export function words(text) {
  const { folded, from, until } = fold(text), runs = [...folded.matchAll(/[\p{L}\p{N}]+/gu)], found = [];
  let position = 0;
  for (let i = 0; i < runs.length; i++) {
    const start = runs[i].index;
    let parts = [""], end;
    for (; ; i++) {
      const run = runs[i][0], next = runs[i + 1];
      parts[parts.length - 1] += run;
      end = runs[i].index + run.length;
      if (next?.index !== end + 1) break;
      const what = joint(folded[end], run, next[0], parts.at(-1));
      if (what === null) break;
      if (what === "s") { i++; end += 2; break; }
      if (what === "-") parts.push("");
    }
    let whole = parts.join("");
    if (parts.length === 2 && /^[0-9]+$/.test(whole) && folded.slice(start, end).includes(".")) parts = [whole = parts.join(".")];
    const word = { at: from[start], to: until[end - 1], position, length: parts.length, whole: cut(whole) };
    if (parts.length > 1) word.parts = parts.map((part) => (part.length > 1 || isDigit(part) || part > "~" ? cut(part) : null));
    if (isDigit(whole[0]) && "£$€".includes(folded[start - 1] ?? " ")) word.signed = cut(folded[start - 1] + whole);
    found.push(word);
    position += parts.length;
  }
  return found;
}

const encoder = new TextEncoder(), decoder = new TextDecoder();

/** A text as its bytes, one unit for each: so they are sorted. */
const key = (text) => String.fromCharCode(...encoder.encode(text));
const textOf = (word) => decoder.decode(Uint8Array.from(word, (unit) => unit.charCodeAt(0)));

class Bytes {
  constructor(bytes, at = 0) { this.bytes = bytes; this.at = at; }
  get isDone() { return this.at >= this.bytes.length; }
  number() {
    let value = 0, scale = 1, byte;
    do {
      byte = this.bytes[this.at++];
      if (byte === undefined) throw new Error("cut off");
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  }
  take(size) { return this.bytes.subarray(this.at, this.at += size); }
  text() { return String.fromCharCode(...this.take(this.number())); }
}

/** A words file; forms of stems go into `aliases`. */
function readWords(bytes, aliases) {
  const reader = new Bytes(bytes), entries = new Map();
  let word = "";
  while (!reader.isDone) {
    word = word.slice(0, reader.number()) + reader.text();
    const count = reader.number();
    if (!count) {
      const alias = word.slice(0, reader.number()) + reader.text();
      entries.set(word, { alias });
      aliases.set(alias, [...(aliases.get(alias) ?? []), word]);
      continue;
    }
    const entry = { word, count, places: [reader.take(reader.number())], further: [] };
    for (let left = reader.number(); left; left--) {
      entry.further.push(`more-${Array.from(reader.take(8), (byte) => byte.toString(16).padStart(2, "0")).join("")}.bin`);
      reader.number();
    }
    entries.set(word, entry);
  }
  return entries;
}

/** The passages that a word stands in, and how much it counts there. */
function placesOf(entry) {
  if (entry.list) return entry.list;
  const all = [];
  for (const bytes of entry.places) {
    const reader = new Bytes(bytes);
    let passage = 0;
    while (!reader.isDone) {
      passage += reader.number();
      all.push([passage, bytes[reader.at++], bytes, reader.at]);
      for (let left = reader.number(); left; left--) reader.number();
    }
  }
  if (entry.places.length > 1) all.sort((a, b) => a[0] - b[0]);
  return (entry.list = {
    passages: Uint32Array.from(all, (place) => place[0]),
    strengths: Float32Array.from(all, (place) => place[1] / 255),
    positions(index) {
      const reader = new Bytes(all[index][2], all[index][3]);
      let at = 0;
      return Array.from({ length: reader.number() }, () => (at += reader.number()));
    },
  });
}

/** Where in a sorted list the last is that is not above a value. */
function last(list, value) {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= value) low = middle + 1; else high = middle;
  }
  return low - 1;
}

function positionsIn(list, passage) {
  const at = last(list.passages, passage);
  return list.passages[at] === passage ? list.positions(at) : [];
}

/** How a word sounds, roughly: the key of the spelling files. */
export function soundOf(word) {
  const [first = "", ...rest] = word.replace(/[^a-z]/g, "").replace(/ph/g, "f").replace(/[cq]/g, "k").replace(/z/g, "s");
  return (first.replace(/[aeiou]/, "a") + rest.join("").replace(/[aeiouyhw]/g, "")).replace(/(.)\1+/g, "$1");
}

export function distance(a, b) {
  let before = [], row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}

const farthest = (word) => (word.length <= 5 ? 1 : word.length <= 9 ? 2 : 3);
const THOUSANDS = [[/000000$/, "m"], [/000$/, "k"], [/m$/, "000000"], [/k$/, "000"]];
const ENDINGS = ["s", "es", "d", "ed", "ing", "er", "ers", "ly"];

/** What was typed: words, phrases, filters. */
export function parse(query) {
  const asked = { parts: [], filters: [], text: query.slice(0, TUNING.characters) };
  let left = TUNING.words;
  const pattern = /(?<![^\s"“”„])(-?)(?:(committee|year):\s?)?(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+))/giu;
  for (const [, minus, filter, quoted, bare] of asked.text.matchAll(pattern)) {
    const value = quoted ?? bare, found = filter ? [] : words(value).slice(0, left);
    if (filter) asked.filters.push({ kind: filter.toLowerCase(), text: value, minus: !!minus });
    left -= found.length;
    if (found.length) asked.parts.push({ words: found, minus: !!minus, isPhrase: quoted !== undefined });
  }
  asked.isOpen = /[\p{L}\p{N}]$/u.test(asked.text);
  return asked;
}

async function fetchInflated(path, base) {
  const response = await fetch(new URL(path, base));
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return new Uint8Array(await new Response(response.body.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer());
}

const json = (bytes) => JSON.parse(decoder.decode(bytes));

/**
 * Opens the index in a folder (base) by its catalogue; load gives the inflated bytes of a path.
 * A file that does not load rejects with an error whose `file` names it, and is tried again when it is next needed.
 */
export async function open({ base, catalogue, load = (path) => fetchInflated(path, base) }) {
  const files = new Map();
  const get = (path, read) => {
    if (!files.has(path)) {
      files.set(path, Promise.resolve(path).then(load).then(read).catch((cause) => {
        files.delete(path);
        throw Object.assign(new Error(`${path}: ${cause.message}`), { file: path });
      }));
    }
    return files.get(path);
  };
  return get(catalogue, (bytes) => new Index(json(bytes), get));
}

class Index {
  constructor({ format, stop, kinds, committees, documents, decisions, synonyms, words, spelling, volumes }, get) {
    if (format !== 1) throw new Error(`format ${format}`);
    Object.assign(this, { kinds, committees, volumes, get, stop: new Set(stop), aliases: new Map(), phrases: new Map() });
    const sums = (list, at = 0) => list.map((step) => (at += step));
    this.routes = [words, spelling].map((list) => [list.filter((_, i) => i % 2 === 0).map(key), list.filter((_, i) => i % 2)]);
    this.decisions = new Set(sums(decisions));
    this.documentOf = documents.passages.flatMap((count, document) => Array(count).fill(document));
    this.count = this.documentOf.length;
    const days = sums(documents.day), dated = days.filter(Boolean).sort((a, b) => a - b);
    this.documents = days.map((day, i) => ({
      day, year: day && new Date(day * 864e5).getUTCFullYear(), kind: kinds[documents.kind[i]], committee: committees[documents.committee[i] - 1]?.[0],
      prior: (1 + TUNING.recency * (day ? (day - dated[0]) / (dated.at(-1) - dated[0] || 1) : 0.5)) * (TUNING.kinds[kinds[documents.kind[i]]] ?? 1),
    }));
    for (const group of synonyms) for (const phrase of group) this.phrases.set(phrase[0], [...(this.phrases.get(phrase[0]) ?? []), { phrase, group }]);
  }

  /** The words file (0) or spelling file (1) for a name. */
  #route(which, name) {
    const [firsts, hashes] = this.routes[which];
    return hashes[Math.max(0, last(firsts, name))];
  }

  async #file(name) {
    const hash = this.#route(0, name);
    return hash ? this.get(`words-${hash}.bin`, (bytes) => readWords(bytes, this.aliases)) : new Map();
  }

  /** What the index has of a word, through its alias. */
  async #find(word) {
    const name = key(word), entry = (await this.#file(name)).get(name);
    return entry?.alias ? (await this.#file(entry.alias)).get(entry.alias) : entry;
  }

  async nearest(word, most = farthest(word)) {
    const sound = soundOf(word), hash = this.#route(1, sound);
    if (!hash || !/^[a-z]{3,}$/.test(word)) return [];
    const lines = await this.get(`spelling-${hash}.bin`, (bytes) => decoder.decode(bytes).trim().split("\n").map((line) => line.split(" ")));
    return lines.filter(([other]) => Math.abs(other.length - word.length) <= most).map(([other, count]) => ({ word: other, count, far: distance(word, other) })).filter(({ far }) => far && far <= most)
      .map((other) => ({ ...other, apart: distance(sound, soundOf(other.word)) }))
      .filter(({ word: [first], far, apart }) => far === 1 || (first === word[0] && (!apart || far * 5 < word.length)))
      .sort((a, b) => a.far - b.far || a.apart - b.apart || b.count - a.count).slice(0, 5);
  }

  /** The words of a question, each with its options: words of the index, or phrases of them. */
  async #terms(asked, isTyped, answer) {
    const terms = [];
    let at = 0;
    asked.parts.forEach((part) => {
      for (const word of part.words) terms.push({ ...word, part, at: at + word.position, isStop: !word.parts && this.stop.has(word.whole), options: [] });
      at = terms.at(-1).at + terms.at(-1).length;
    });
    const content = terms.filter((term) => !term.isStop), plain = content.filter((term) => !term.part.minus && !term.part.isPhrase);
    const files = content.map((term) => this.#route(0, key(term.whole)));
    const add = (term, entry, weight = 1) => entry && term.options.push({ entries: [entry], weight });
    const jobs = content.map(async (term) => {
      const [whole, signed] = await Promise.all([term.whole, term.signed].map((form) => form && this.#find(form)));
      add(term, signed);
      add(term, whole, signed ? TUNING.unsigned : 1);
    });
    // Two words may be one; with a stop word, only where the file is at hand.
    const joins = terms.slice(1).map(async (second, i) => {
      const first = terms[i], whole = cut(first.whole + second.whole);
      if (first.parts || second.parts || [first, second].some((term) => term.part.minus || (term.isStop && !files.includes(this.#route(0, key(whole)))))) return;
      const entry = await this.#find(whole);
      if (entry) for (const term of [first, second]) jobs.push(Promise.all(jobs).then(() => { term.isJoined = true; add(term, entry); }));
    });
    await Promise.all([...jobs, ...joins]);
    await Promise.all(jobs);
    await Promise.all(content.filter((term) => !term.options.length && !term.part.minus).map((term) => this.#guess(term, isTyped && term === terms.at(-1), answer)));
    await this.#addSynonyms(plain);
    return terms;
  }

  /** What an unknown word may mean: its parts, what begins so, another form, another spelling, two words. */
  async #guess(term, isTyped, answer) {
    const word = term.whole, name = key(word), file = await this.#file(name);
    const take = (entries, to, weight = 1) => {
      const option = { entries, weight, gaps: entries.map(() => [1, 1]) };
      if (!entries.length || !entries.every(Boolean) || !listOf(option).passages.length) return false;
      term.options.push(option);
      if (to) answer.instead.push({ from: word, to });
      return true;
    };
    if (term.parts && take((await Promise.all(term.parts.map((part) => part && this.#find(part)))).filter(Boolean))) return;
    if (isTyped && word.length > 1) {
      const found = new Set();
      for (const [other, entry] of file) if (other.startsWith(name)) found.add(entry.alias ? file.get(entry.alias) : entry);
      for (const entry of [...found].filter(Boolean).sort((a, b) => b.count - a.count).slice(0, TUNING.prefixes)) take([entry], null, TUNING.prefix);
      if (found.size) return;
    }
    for (const [form, other] of isDigit(word[0]) ? THOUSANDS : []) {
      const amount = word.replace(form, other);
      if (amount !== word && take([await this.#find(amount)], amount)) return;
    }
    for (const ending of word.length > 2 ? ENDINGS : []) for (const other of [word.endsWith(ending) && word.slice(0, -ending.length), word + ending]) {
      if ((other.length > 2 || isDigit(word[0])) && file.has(key(other)) && take([await this.#find(other)])) return;
    }
    const [best] = await this.nearest(word);
    const respell = async () => best && take([await this.#find(best.word)], best.word);
    if (best?.far === 1 && await respell()) return;
    for (let at = word.length - 3, tries = 3; at > 2 && tries; at--) {
      if (!file.has(key(word.slice(0, at)))) continue;
      tries--;
      const halves = [word.slice(0, at), word.slice(at)];
      if (take(await Promise.all(halves.map((half) => this.#find(half))), halves.join(" "))) return;
    }
    if (!await respell()) answer.unknown.push(word);
  }

  /** Other phrases of a group. Its single words stand in the index wherever its phrases do. */
  async #addSynonyms(terms) {
    const stems = terms.map((term) => (term.options[0] ? textOf(term.options[0].entries[0].word) : term.whole));
    for (const [at, stem] of stems.entries()) for (const { phrase, group } of this.phrases.get(stem) ?? []) {
      if ((phrase.length === 1 && terms[at].options.length) || !phrase.every((stem, i) => stem === stems[at + i])) continue;
      const singles = group.filter((other) => other.length === 1), others = (singles.length ? singles : group).filter((other) => other !== phrase);
      for (const other of others.slice(0, 6)) {
        const entries = await Promise.all(other.map((stem) => this.#find(stem)));
        if (entries.every(Boolean)) for (const term of terms.slice(at, at + phrase.length)) term.options.push({ entries, gaps: entries.map(() => [1, 4]), weight: TUNING.synonym });
      }
    }
  }

  /** The passages of a term, and how much its best option counts there. */
  #places({ options }) {
    const lists = options.map((option) => [listOf(option), option.weight]);
    if (lists.length === 1 && lists[0][1] === 1) return lists[0][0];
    const best = new Map();
    for (const [list, weight] of lists) list.passages.forEach((passage, i) => best.set(passage, Math.max(best.get(passage) ?? 0, list.strengths[i] * weight)));
    return { passages: [...best.keys()], strengths: [...best.values()] };
  }

  async #loadFurther(terms) {
    let left = TUNING.further;
    await Promise.all(entriesOf(terms).map(async (entry) => {
      const names = entry.further.slice(0, left);
      left -= names.length;
      const places = await Promise.all(names.map((name) => this.get(name, (bytes) => bytes)));
      // Unless another question was faster.
      if (names[0] !== entry.further[0]) return;
      entry.further.splice(0, names.length);
      entry.places.push(...places);
      entry.list = null;
    }));
  }

  /** Whether a passage passes each filter. */
  #filters(asked, { committee, kind, from, to, decisions }, answer) {
    const within = (first, last) => ({ year }) => year >= (+first || 0) && year <= (+last || 9999), among = (slugs) => ({ committee }) => slugs.includes(committee);
    const tests = { committee: committee ? [among([committee])] : [], year: [within(from, to)] };
    for (const { kind, text, minus } of asked.filters) {
      const [, first, joint, second] = /^(\d{4})?([-–]?)(\d{4})?$/.exec(text) ?? [], wanted = namesOf(text);
      const slugs = this.committees.filter(([slug, name]) => slug === text || wanted.every((word) => namesOf(name).some((own) => own.startsWith(word)))).map(([slug]) => slug);
      const [isKnown, test] = kind === "year" ? [first || second, within(first, second ?? (joint ? 0 : first))] : [wanted.length && slugs.length, among(slugs)];
      if (isKnown) tests[kind].push((document) => test(document) !== minus);
      else answer.notes.push({ kind, text });
    }
    const passes = (name, document) => tests[name].every((test) => test(document));
    return (document, passage) => [passes("committee", document), !kind || document.kind === kind, passes("year", document), !decisions || this.decisions.has(passage)];
  }

  /**
   * Answers a question. Options: committee, kind, from, to, decisions, sort ("date"), typing.
   * `outcome`: "found", "none", "stop" (only stop words), "signs" (no word), "empty". `groups`: documents with passages, `shown` of them in front.
   * `hits`: all as they come. `isPart`: there are more.
   */
  async search(query, options = {}) {
    const answer = { outcome: "found", query, hits: [], groups: [], total: 0, isPart: false, counts: {}, instead: [], unknown: [], notes: [], nearest: [] };
    const asked = parse(String(query ?? "")), filters = this.#filters(asked, options, answer);
    const terms = await this.#terms(asked, options.typing && asked.isOpen, answer), positive = terms.filter((term) => !term.part.minus);
    const wanted = this.#wanted(positive), minus = terms.filter((term) => term.part.minus);
    answer.marks = this.#marks(wanted);
    let ranked = { list: [], counts: { committee: {}, kind: {}, year: {}, decisions: {} } };
    if (wanted.length) {
      const phrases = asked.parts.filter((part) => part.isPhrase || part.minus).map((part) => phraseOf(part, terms)).filter(Boolean);
      await this.#loadFurther(options.sort ? terms : minus);
      const rank = () => this.#rank(wanted, phrases, filters, options);
      ranked = rank();
      // Perhaps the rest of a frequent word is wanting.
      const whole = sumOf(wanted), isShort = (term) => entriesOf([term]).some((entry) => entry.further.length);
      if (ranked.full < TUNING.enough && wanted.some(isShort)) {
        await this.#loadFurther(wanted.filter((term) => term.part.isPhrase || term.idf >= whole * (1 - TUNING.share) || wanted.every(isShort)));
        ranked = rank();
      }
      await this.#verify(phrases, ranked);
      answer.isPart = wanted.some(isShort);
    }
    this.#group(answer, ranked, options);
    if (!answer.total) {
      answer.outcome = !asked.text.trim() ? "empty" : !positive.length ? "signs" : positive.every((term) => term.isStop) ? "stop" : "none";
      for (const { whole, isStop, options } of positive.slice(0, 6)) if (!isStop && !options.length) for (const { word } of await this.nearest(whole, farthest(whole) + 1)) answer.nearest.push({ from: whole, to: word });
    } else if (!options.sort) await this.#promote(answer, asked);
    return answer;
  }

  /** The terms that count, each once, with their rarity. */
  #wanted(terms) {
    const seen = new Set();
    return terms.filter((term) => {
      const name = entriesOf([term]).map((entry) => entry.word).join();
      if (!term.options.length || term.isStop || (!term.isJoined && seen.has(name))) return false;
      seen.add(name);
      const count = Math.max(this.#places(term).passages.length, ...term.options.map(({ entries }) => (entries.length === 1 ? entries[0].count : 0)));
      term.idf = Math.max(1e-3, Math.log(1 + (this.count - count + 0.5) / (count + 0.5)));
      return true;
    });
  }

  /** The passages that hold enough of the question and pass the filters; counts by facet. */
  #rank(wanted, phrases, filters, options) {
    const [score, share] = [0, 0].map(() => new Float32Array(this.count)), whole = sumOf(wanted);
    let open = new Set();
    for (const term of wanted) {
      const { passages, strengths } = this.#places(term);
      passages.forEach((passage, i) => {
        open.add(passage);
        share[passage] += term.idf / whole;
        score[passage] += term.idf * strengths[i];
      });
    }
    for (const phrase of phrases) {
      const held = new Set(phrase.entries.every(Boolean) ? listOf(phrase).passages : []);
      open = new Set([...open].filter((passage) => held.has(passage) !== phrase.minus));
    }
    let most = 0;
    for (const passage of open) most = Math.max(most, share[passage]);
    const least = Math.min(options.sort ? 1 : TUNING.share, most) - 1e-3;
    const ranked = { list: [], full: 0, counts: { committee: {}, kind: {}, year: {}, decisions: {} } };
    for (const passage of open) {
      if (share[passage] < least) continue;
      const number = this.documentOf[passage], document = this.documents[number], passes = filters(document, passage);
      const isIn = passes.every(Boolean), values = [document.committee, document.kind, document.year, this.decisions.has(passage)];
      // A filter is not counted against itself.
      Object.values(ranked.counts).forEach((counts, i) => {
        if (values[i] && (isIn || passes.every((pass, j) => pass || i === j))) counts[values[i]] = (counts[values[i]] ?? 0) + 1;
      });
      if (!isIn) continue;
      if (share[passage] > 0.99) ranked.full++;
      ranked.list.push({ passage, document: number, score: score[passage] * share[passage] ** TUNING.shareExponent * document.prior });
    }
    ranked.list.sort(byScore);
    const best = ranked.list.splice(0, TUNING.near);
    for (const hit of best) hit.score *= 1 + TUNING.nearness * nearness(wanted, hit.passage);
    ranked.list.unshift(...best.sort(byScore));
    return ranked;
  }

  /** Stop words have no positions: reads the best passages. */
  async #verify(phrases, ranked) {
    for (const { all, hasStop, minus } of phrases) if (hasStop && !minus) {
      const doubtful = ranked.list.slice(0, TUNING.verify), records = await this.records(doubtful.map((hit) => hit.passage));
      const forms = all.map((term) => term.parts?.join(" ") ?? [term.whole, ...entriesOf([term]).flatMap(({ word }) => this.#formsOf(word))].join("|"));
      const pattern = new RegExp(` (${forms.join(") (")}) `);
      const wrong = doubtful.filter((_, i) => !pattern.test(` ${words(`${records[i].headings} ${records[i].text}`).flatMap((word) => word.parts ?? word.whole).join(" ")} `));
      ranked.list = ranked.list.filter((hit) => !wrong.includes(hit));
    }
  }

  #formsOf(word) { return [word, ...(this.aliases.get(word) ?? [])].map(textOf); }

  /** What to mark in a text. */
  #marks(terms) {
    const marks = { forms: new Map(), stems: [], phrases: [] };
    for (const term of terms) for (const { word } of entriesOf([term])) {
      const stem = textOf(word);
      for (const form of this.#formsOf(word)) marks.forms.set(form, term);
      if (/^\D{4,}$/.test(stem)) marks.stems.push([stem, term]);
      for (const { phrase, group } of this.phrases.get(stem) ?? []) if (phrase.length === 1) marks.phrases.push(...group.filter((other) => other.length > 1).map((other) => [other, term]));
    }
    return marks;
  }

  #group(answer, { list, counts }, { sort }) {
    const groups = new Map();
    for (const hit of list) {
      const { day, kind } = this.documents[hit.document];
      if (!groups.has(hit.document)) groups.set(hit.document, { document: hit.document, day, kind, score: hit.score, passages: [] });
      groups.get(hit.document).passages.push(hit);
    }
    Object.assign(answer, { groups: [...groups.values()], counts, total: list.length });
    if (sort) answer.groups.sort((a, b) => b.day - a.day || byScore(a, b));
    this.#arrange(answer, sort);
  }

  #arrange(answer, sort) {
    answer.groups.forEach((group, i) => {
      const next = sort ? group.score : answer.groups[i + 1]?.score ?? 0;
      group.shown = Math.max(1, group.passages.slice(0, TUNING.perDocument).filter((hit) => hit.score >= next * TUNING.beside).length);
    });
    answer.hits = [...answer.groups.flatMap((group) => group.passages.slice(0, group.shown)), ...answer.groups.flatMap((group) => group.passages.slice(group.shown))];
  }

  /** Puts in front what is named exactly as the question. */
  async #promote(answer, asked) {
    const named = namesOf(asked.text).join(), best = answer.groups.splice(0, TUNING.promoted);
    const records = await this.records(best.map((group) => group.passages[0].passage));
    best.forEach((group, i) => {
      if (namesOf(records[i].title).join() === named) for (const one of [group, ...group.passages]) one.score *= TUNING.names.includes(group.kind) ? TUNING.name : TUNING.title;
    });
    answer.groups.unshift(...best.sort(byScore));
    this.#arrange(answer);
  }

  async records(passages) {
    return Promise.all(passages.map(async (passage) => {
      let own = passage, at = 0;
      while (own >= this.volumes[at + 1]) { own -= this.volumes[at + 1]; at += 2; }
      const file = await this.get(`records/${this.volumes[at]}/${Math.floor(own / RECORDS)}.bin`, json);
      const [number, anchor, headings, text] = file.passages[own % RECORDS], [title, address, detail] = file.documents[number];
      const document = this.documentOf[passage];
      return { passage, document, title, address, detail, anchor, headings, text, kind: this.documents[document].kind };
    }));
  }
}

const sumOf = (terms) => terms.reduce((sum, term) => sum + term.idf, 0);
const byScore = (a, b) => b.score - a.score;
const namesOf = (text) => words(text).flatMap((word) => word.parts?.filter(Boolean) ?? [word.whole]);
const entriesOf = (terms) => terms.flatMap((term) => term.options.flatMap((option) => option.entries));

/** The entries of a phrase, and how far each may be from the one before. */
function phraseOf(part, terms) {
  const all = terms.filter((term) => term.part === part), own = all.filter((term) => !term.isStop);
  if (!own.length) return null;
  const gaps = own.map((term, i) => i && [term.at - own[i - 1].at - own[i - 1].length + 1, term.at - own[i - 1].at]);
  return { all, minus: part.minus, gaps, entries: own.map((term) => term.options[0]?.entries[0]), hasStop: all.length > own.length };
}

/** The passages of an option: of its word, or where its words stand together. */
function listOf(option) {
  const { entries, gaps } = option, lists = entries.map(placesOf);
  if (lists.length === 1) return lists[0];
  if (option.list?.of.every((list, i) => list === lists[i])) return option.list;
  const found = { passages: [], strengths: [], starts: [], positions: (at) => found.starts[at], of: lists };
  for (const passage of lists.reduce((a, b) => (b.passages.length < a.passages.length ? b : a)).passages) {
    const places = lists.map((list) => positionsIn(list, passage));
    const starts = places[0].filter((start) => places.slice(1).reduce((ends, next, i) => next.filter((at) => ends.some((end) => at - end >= gaps[i + 1][0] && at - end <= gaps[i + 1][1])), [start]).length);
    if (!starts.length) continue;
    found.passages.push(passage);
    found.starts.push(starts);
    found.strengths.push(Math.min(...lists.map((list) => list.strengths[last(list.passages, passage)])));
  }
  return (option.list = found);
}

/** From 0 to 1: how near the words are. */
function nearness(wanted, passage) {
  const places = wanted.map((term) => term.options.flatMap((option) => positionsIn(listOf(option), passage)));
  let near = 0, whole = 0;
  for (let i = 1; i < wanted.length; i++) {
    const weight = wanted[i].idf + wanted[i - 1].idf, gap = wanted[i].at - wanted[i - 1].at;
    let value = 0;
    for (const a of places[i - 1]) for (const b of places[i]) {
      if (b - a === gap || (a === b && wanted[i].isJoined)) value = 1;
      else if (a !== b && Math.abs(b - a) <= TUNING.within) value = Math.max(value, TUNING.withinWeight);
    }
    near += weight * value;
    whole += weight;
  }
  return whole && near / whole;
}

const isOf = (stem, word) => word.startsWith(stem.replace(/i$/, "")) && /^(s|es|d|ed|ing|i?|y|ies|e)$/.test(word.slice(stem.replace(/i$/, "").length));
const markOf = (marks, form) => marks.forms.get(form) ?? marks.stems.find(([stem]) => isOf(stem, form))?.[1];

function marked(text, marks) {
  const all = words(text), found = [];
  let end = 0;
  all.forEach(({ at, to, whole, signed, parts = [] }, i) => {
    if (at < end) return;
    let mark = [whole, signed, ...parts].map((form) => form && markOf(marks, form)).find(Boolean);
    if (!mark && (mark = marks.forms.get(whole + all[i + 1]?.whole))) to = all[i + 1].to;
    for (const [phrase, ofPhrase] of mark ? [] : marks.phrases) {
      // In order, with stop words between.
      let held = 0, next = i;
      while (held < phrase.length && next < i + 2 * phrase.length && isOf(phrase[held], all[next]?.whole ?? "") + held > 0) held += isOf(phrase[held], all[next++]?.whole ?? "");
      if (held === phrase.length) [mark, to] = [ofPhrase, all[next - 1].to];
    }
    if (mark) found.push({ at, to: end = to, mark });
  });
  return found;
}

/** A text in pieces, those that were looked for marked. */
export function pieces(text, marks, from = 0, to = text.length) {
  const out = [];
  for (const place of marked(text, marks)) if (place.at >= from && place.to <= to) {
    out.push({ text: text.slice(from, place.at) }, { text: text.slice(place.at, from = place.to), isMark: true });
  }
  return [...out, { text: text.slice(from, to) }].filter((piece) => piece.text);
}

/** Where most of what was sought stands together. */
export function excerpt(text, marks, length = 200) {
  const places = marked(text, marks);
  let most = 0, at = 0;
  for (const first of places) {
    const value = sumOf([...new Set(places.filter((place) => place.at >= first.at && place.to < first.at + length * 0.8).map((place) => place.mark))]);
    if (value > most + 1e-6) [most, at] = [value, first.at];
  }
  const lead = Math.round(length * 0.4), before = text.slice(Math.max(0, at - lead), at);
  const start = at < lead ? 0 : at - lead + (before.search(/(?<=[.!?:;]\s)\S/) + 1 || (before.indexOf(" ", lead / 2) + 1 || lead) + 1) - 1;
  const end = start + length > text.length - 20 ? text.length : Math.max(text.lastIndexOf(" ", start + length), start + length - 40);
  return { isCutBefore: start > 0, isCutAfter: end < text.length, pieces: pieces(text, marks, start, end) };
}
