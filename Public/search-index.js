// Reads the index that Documentation/search-index.md lays out: finds what a question means, ranks passages, cuts
// excerpts. It knows nothing of the page, and runs in browsers and in Node.

/** Everything about the ranking that can be tuned. */
export const TUNING = {
  words: 32, characters: 2000, // how much of a question is read
  share: 0.6, shareExponent: 1.5, // how much of the question's weight a passage must hold, and what holding all of it brings
  prefix: 0.6, prefixes: 12, // words that begin like the one being typed
  synonym: 0.9, unsigned: 0.7, // "706k" where "£706k" was asked
  near: 300, nearness: 0.6, within: 5, withinWeight: 0.4, // how many candidates are looked at, and what words side by side bring
  recency: 0.08,
  kinds: { "agenda item": 0.95, agenda: 0.95, minutes: 1.05, decision: 1.05, paper: 1.03 },
  titles: ["person", "people", "committee", "organisation", "term", "glossary", "glossary entry"], title: 2.5, otherTitle: 1.1,
  perDocument: 3, beside: 0.9, // a document's further passages stand in front of other documents if they are about as good
  enough: 30, further: 24, // below so many full answers the further places of frequent words are loaded, at most so many files
  verify: 60, // how many passages are read again for a phrase with stop words
};

const RECORDS = 32, POSITIONS = 12, LONGEST = 40;

// MARK: Words

const LOOKS_LIKE = { "‘": "'", "’": "'", "ʼ": "'", "‐": "-", "‑": "-", "−": "-", "\u00AD": "" };
const plainOf = new Map();

/** A character without case, accents and variants. */
function plain(char) {
  let known = plainOf.get(char);
  if (known === undefined) {
    known = LOOKS_LIKE[char] ?? char.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[‘’ʼ‐‑−]/g, (c) => LOOKS_LIKE[c]);
    plainOf.set(char, known);
  }
  return known;
}

/** The plain text, and for each of its units where it comes from. */
function fold(text) {
  let out = "", at = 0;
  const from = [];
  for (const char of text) {
    const folded = plain(char);
    out += folded;
    for (let i = 0; i < folded.length; i++) from.push(at);
    at += char.length;
  }
  from.push(at);
  return [out, from];
}

const isDigit = (char) => char >= "0" && char <= "9";

/** What a sign between two runs of letters and digits does: "" removes it, "-" joins parts, "s" ends a possessive, null parts words. */
function joint(sign, left, right, part) {
  const digits = isDigit(left.at(-1)) || isDigit(right[0]);
  switch (sign) {
    case "'": return digits ? null : right === "s" ? "s" : "";
    case "-": return "-";
    case "/": case "–": case "—": return digits ? "-" : null;
    case ".": return digits || (part.length === 1 && right.length === 1) ? "-" : null;
    case ",": return isDigit(left.at(-1)) && /^[0-9]{3}(?![0-9])/.test(right) ? "" : null;
    default: return null;
  }
}

/** No word is longer than the index takes, and no character is cut in two. */
function cut(word) {
  if (word.length * 3 <= LONGEST) return word;
  let size = 0, out = "";
  for (const char of word) {
    size += key(char).length;
    if (size > LONGEST) break;
    out += char;
  }
  return out;
}

/**
 * The words of a text, by the rules of the index. Each has its place in the text, its position among the words and how many
 * positions it takes, the whole, its parts if it has several (null for those that are no words), and the whole with a
 * currency's sign if there is one.
 */
export function words(text) {
  const [folded, from] = fold(text);
  const runs = [...folded.matchAll(/[\p{L}\p{N}]+/gu)];
  const found = [];
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
    const word = { at: from[start], to: from[end - 1] + 1, position, length: parts.length, whole: cut(whole) };
    // A character that became several, or takes two units, ends where the next begins.
    if (from[end] > word.to) word.to = from[end - 1] === from[end] ? word.to : endOf(text, from[end - 1]);
    if (parts.length > 1) word.parts = parts.map((part) => (part.length > 1 || isDigit(part) || part > "~" ? cut(part) : null));
    if (isDigit(whole[0]) && "£$€".includes(folded[start - 1] ?? " ")) word.signed = cut(folded[start - 1] + whole);
    found.push(word);
    position += parts.length;
  }
  return found;
}

const endOf = (text, at) => at + (text.codePointAt(at) > 0xffff ? 2 : 1);

// MARK: Bytes

const encoder = new TextEncoder(), decoder = new TextDecoder();

/** A text as its bytes, one unit for each, so that comparing is comparing bytes. */
const key = (text) => (/^[\0-\x7f]*$/.test(text) ? text : String.fromCharCode(...encoder.encode(text)));
const textOf = (word) => (/^[\0-\x7f]*$/.test(word) ? word : decoder.decode(Uint8Array.from(word, (c) => c.charCodeAt(0))));

class Bytes {
  constructor(bytes, at = 0) { this.bytes = bytes; this.at = at; }
  get isDone() { return this.at >= this.bytes.length; }
  number() {
    let value = 0, scale = 1, byte;
    do {
      byte = this.bytes[this.at++];
      if (byte === undefined) throw new Error("it ends too early");
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  }
  text() {
    const end = this.number() + this.at;
    let out = "";
    while (this.at < end) out += String.fromCharCode(this.bytes[this.at++]);
    return out;
  }
}

/** A words file: by word what the index has of it, and all words in order. */
function readWords(bytes) {
  const reader = new Bytes(bytes), entries = new Map();
  let word = "";
  while (!reader.isDone) {
    word = word.slice(0, reader.number()) + reader.text();
    const count = reader.number();
    if (!count) {
      entries.set(word, { word, alias: word.slice(0, reader.number()) + reader.text() });
      continue;
    }
    const size = reader.number(), entry = { word, count, places: [bytes.subarray(reader.at, reader.at + size)], further: [] };
    reader.at += size;
    for (let left = reader.number(); left; left--) {
      const hash = [...bytes.subarray(reader.at, reader.at += 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      reader.number();
      entry.further.push(`more-${hash}.bin`);
    }
    entries.set(word, entry);
  }
  return { entries, words: [...entries.keys()] };
}

/** The passages that a word stands in, in order, how much it counts there, and where its positions are. */
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

/** Where a number is, or would be, in a sorted list: the last that is not above it. */
function last(list, value, read = (at) => list[at], count = list.length) {
  let low = 0, high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (read(middle) <= value) low = middle + 1; else high = middle;
  }
  return low - 1;
}

function positionsIn(list, passage) {
  const at = last(list.passages, passage);
  return at >= 0 && list.passages[at] === passage ? list.positions(at) : [];
}

// MARK: Spelling

/** How a word sounds, roughly. */
export function soundOf(word) {
  let out = "";
  for (let letter of word.replace(/[^a-z]/g, "").replace(/ph/g, "f")) {
    letter = letter === "c" || letter === "q" ? "k" : letter === "z" ? "s" : letter;
    if (!out) out = "aeiou".includes(letter) ? "a" : letter;
    else if (!"aeiouyhw".includes(letter) && out.at(-1) !== letter) out += letter;
  }
  return out;
}

/** How many letters must be put in, left out, changed or exchanged; more than `most` is `most + 1`. */
export function distance(a, b, most = 9) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [], row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length];
}

const farthest = (word) => (word.length <= 5 ? 1 : word.length <= 9 ? 2 : 3);
const ENDINGS = ["s", "es", "d", "ed", "ing", "er", "ers", "r", "rs", "ly", "ies", "ment", "ments", "al", "ion", "ions"];

// MARK: Questions

/** What was typed, as phrases, words, words that must not be there, and filters. */
export function parse(query) {
  const asked = { parts: [], committees: [], years: [], text: query.slice(0, TUNING.characters) };
  let left = TUNING.words;
  const pattern = /(?<![^\s"“”„])(-?)(?:(committee|year):\s?)?(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+))/giu;
  for (const [, minus, filter, quoted, bare] of asked.text.matchAll(pattern)) {
    const value = quoted ?? bare;
    if (filter) {
      if (filter.toLowerCase() === "committee") asked.committees.push(value);
      else asked.years.push(value);
      continue;
    }
    const found = words(value).slice(0, left);
    left -= found.length;
    if (found.length) asked.parts.push({ words: found, minus: !!minus, isPhrase: quoted !== undefined });
  }
  asked.isOpen = /[\p{L}\p{N}]$/u.test(asked.text);
  return asked;
}

/** From and to of "2017", "2015-2017", "2015-" or "-2017". */
function yearsOf(value) {
  const found = /^(\d{4})?(?:\s*([-–—])\s*(\d{4})?)?$/.exec(value);
  if (!found || !(found[1] || found[3])) return null;
  return [+(found[1] ?? 0), found[2] ? +(found[3] ?? 9999) : +found[1]];
}

// MARK: The index

async function fetchInflated(path, base) {
  const response = await fetch(new URL(path, base));
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  const inflated = response.body.pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

/**
 * Opens an index.
 *
 * - base: the address of its folder; catalogue: the file's name; load: gives the inflated bytes of a path in the folder.
 *
 * A file that does not load, or holds what it should not, rejects with an error whose `file` names it; it can be asked for again.
 */
export async function open({ base, catalogue, load = (path) => fetchInflated(path, base) }) {
  const files = new Map();
  const get = (path, read) => {
    if (!files.has(path)) {
      const file = (async () => read(await load(path)))();
      file.then((value) => files.set(path + " ", value), () => files.delete(path));
      files.set(path, file.catch((cause) => { throw Object.assign(new Error(`${path} could not be read: ${cause.message}`, { cause }), { file: path }); }));
    }
    return files.get(path);
  };
  const json = (bytes) => JSON.parse(decoder.decode(bytes));
  const data = await get(catalogue, (bytes) => {
    const data = json(bytes);
    if (data.format !== 1) throw new Error("it is of another format");
    return data;
  });
  return new Index(data, get, json, files);
}

class Index {
  constructor(data, get, json, files) {
    Object.assign(this, { get, json, files });
    this.stop = new Set(data.stop);
    this.kinds = data.kinds;
    this.committees = data.committees;
    this.synonyms = data.synonyms;
    this.wordsRouter = this.#router(data.words);
    this.spellingRouter = this.#router(data.spelling);
    this.volumes = data.volumes;
    const { passages, kind, committee, day } = data.documents;
    Object.assign(this, { kind, committee });
    this.count = passages.reduce((sum, count) => sum + count, 0);
    this.documentOf = new Uint32Array(this.count);
    let at = 0, today = 0;
    passages.forEach((count, document) => this.documentOf.fill(document, at, at += count));
    this.day = day.map((step) => (today += step));
    this.year = this.day.map((day) => (day ? new Date(day * 864e5).getUTCFullYear() : 0));
    const dated = this.day.filter(Boolean);
    this.firstDay = dated.reduce((a, b) => Math.min(a, b), Infinity);
    this.lastDay = dated.reduce((a, b) => Math.max(a, b), 0);
    at = 0;
    this.decisions = new Set(data.decisions.map((step) => (at += step)));
    this.phrasesByFirst = new Map();
    for (const group of this.synonyms) for (const phrase of group) {
      const first = this.phrasesByFirst.get(phrase[0]) ?? [];
      this.phrasesByFirst.set(phrase[0], first);
      first.push({ phrase, group });
    }
  }

  #router(pairs) {
    return { firsts: pairs.filter((_, i) => i % 2 === 0).map(key), hashes: pairs.filter((_, i) => i % 2) };
  }

  #route(router, word) { return router.hashes[Math.max(0, last(router.firsts, word))]; }

  #wordsFile(word) {
    const hash = this.#route(this.wordsRouter, word);
    return hash ? this.get(`words-${hash}.bin`, readWords) : { entries: new Map(), words: [] };
  }

  /** The entry of a word as it is typed, through its alias; null if the index does not have it. */
  async #find(word) {
    const name = key(word);
    const entry = (await this.#wordsFile(name)).entries.get(name);
    if (!entry?.alias) return entry ?? null;
    return (await this.#wordsFile(entry.alias)).entries.get(entry.alias) ?? null;
  }

  /** The words of a spelling file around a word: each with its key and how often it stands. */
  async #sounds(word) {
    const hash = this.#route(this.spellingRouter, soundOf(word));
    if (!hash) return [];
    return this.get(`spelling-${hash}.bin`, (bytes) => decoder.decode(bytes).split("\n").filter(Boolean).map((line) => {
      const [word, count] = line.split(" ");
      return { word, sound: soundOf(word), count: +count };
    }));
  }

  /** The words of the index that are nearest to one that it does not have. */
  async nearest(word, most = farthest(word), limit = 5) {
    const letters = word.replace(/[^a-z]/g, "");
    if (letters.length < 3 || letters.length !== word.length) return [];
    const sound = soundOf(word);
    const near = (await this.#sounds(word)).map((other) => ({ ...other, far: distance(word, other.word, most) }))
      .filter((other) => other.far && other.far <= most && other.word[0] === word[0] | other.far <= 2);
    for (const other of near) other.apart = distance(sound, other.sound);
    return near.sort((a, b) => a.far - b.far || a.apart - b.apart || b.count - a.count).slice(0, limit);
  }

  // MARK: What is meant

  /** The terms of a question: each word with the entries that answer to it. */
  async #terms(asked, typing, answer) {
    const terms = [];
    let at = 0;
    asked.parts.forEach((part, number) => {
      for (const word of part.words) {
        const isStop = !word.parts && this.stop.has(word.whole);
        terms.push({ ...word, at: at + word.position, part: number, isPhrase: part.isPhrase, minus: part.minus, isStop, options: [] });
      }
      at = terms.at(-1).at + terms.at(-1).length;
    });
    const jobs = terms.filter((term) => !term.isStop).map(async (term) => {
      const [signed, whole] = await Promise.all([term.signed && this.#find(term.signed), this.#find(term.whole)]);
      if (signed) term.options.push({ entry: signed, weight: 1 });
      if (whole) term.options.push({ entry: whole, weight: signed ? TUNING.unsigned : 1 });
    });
    const pairs = terms.slice(1).map((second, i) => [terms[i], second])
      .filter(([a, b]) => !a.parts && !b.parts && a.minus === b.minus && !a.minus && a.isPhrase === b.isPhrase && !(a.isStop && b.isStop));
    const joins = pairs.map(async ([first, second]) => {
      const whole = cut(first.whole + second.whole);
      // With a stop word before it, only where the file is at hand anyway.
      if (first.isStop && !terms.some((term) => !term.isStop && this.#route(this.wordsRouter, key(term.whole)) === this.#route(this.wordsRouter, key(whole)))) return null;
      const entry = await this.#find(whole);
      return entry && { first, second, entry };
    });
    const [joined] = await Promise.all([Promise.all(joins), ...jobs, this.#fetchAhead(terms)]);
    for (const join of joined.filter(Boolean)) for (const term of [join.first, join.second]) {
      term.isJoined = true;
      if (!term.isStop) term.options.push({ entry: join.entry, weight: 1 });
    }
    const content = terms.filter((term) => !term.isStop);
    await Promise.all(content.filter((term) => !term.options.length && !term.minus)
      .map((term) => this.#guess(term, typing && asked.isOpen && term === terms.at(-1), answer)));
    await this.#addSynonyms(content.filter((term) => !term.minus && !term.isPhrase));
    return terms;
  }

  /** Begins to load the words for which a group of the catalogue has one word, before it is known that the stems agree. */
  #fetchAhead(terms) {
    const names = terms.filter((term) => !term.isStop && !term.minus).map((term) => term.whole);
    const singles = new Set();
    names.forEach((name, at) => {
      for (let size = Math.max(2, name.length - 3); size <= name.length; size++) for (const { phrase, group } of this.phrasesByFirst.get(name.slice(0, size)) ?? []) {
        if (phrase.length < 2 || !phrase.every((stem, i) => names[at + i]?.startsWith(stem.slice(0, -1)))) continue;
        for (const other of group) if (other.length === 1) singles.add(other[0]);
      }
    });
    return Promise.all([...singles].map((single) => this.#wordsFile(key(single))));
  }

  /** What was probably meant with a word that the index does not have. */
  async #guess(term, isTyped, answer) {
    const word = term.whole;
    if (term.parts) {
      const parts = await Promise.all(term.parts.map((part) => part && !this.stop.has(part) && this.#find(part)));
      const known = parts.flatMap((entry, i) => (entry ? [{ entry, at: i }] : []));
      if (known.length) { term.options.push({ phrase: known, gaps: known.map((one, i) => i && [one.at - known[i - 1].at, one.at - known[i - 1].at]), weight: 1 }); return; }
    }
    if (isTyped && word.length > 1 && await this.#completions(term)) return;
    const near = (await this.#wordsFile(key(word))).entries;
    for (const ending of ENDINGS) {
      const other = word.endsWith(ending) && word.length - ending.length > 2 && near.has(key(word.slice(0, -ending.length)))
        ? word.slice(0, -ending.length) : near.has(key(word + ending)) && word.length > 2 ? word + ending : null;
      const entry = other && await this.#find(other);
      if (entry) { term.options.push({ entry, weight: 1 }); return; }
    }
    if (await this.#respell(term, answer)) return;
    answer.unknown.push(word);
  }

  async #completions(term) {
    const prefix = key(term.whole), file = await this.#wordsFile(prefix);
    const found = new Map();
    for (let i = last(file.words, prefix) + 1; file.words[i]?.startsWith(prefix); i++) {
      const entry = file.entries.get(file.words[i]), target = entry.alias ? file.entries.get(entry.alias) : entry;
      if (target?.count) found.set(target.word, target);
    }
    const best = [...found.values()].sort((a, b) => b.count - a.count).slice(0, TUNING.prefixes);
    for (const entry of best) term.options.push({ entry, weight: TUNING.prefix });
    return best.length;
  }

  /** The nearest word, or two words that were typed as one. */
  async #respell(term, answer) {
    const word = term.whole;
    if (/[0-9]/.test(word)) return false;
    const [best] = await this.nearest(word);
    const take = (to, ...options) => {
      term.options.push(...options);
      answer.instead.push({ from: word, to });
      return true;
    };
    if (best?.far <= 1) { const entry = await this.#find(best.word); if (entry) return take(best.word, { entry, weight: 1 }); }
    const halves = [];
    const near = (await this.#wordsFile(key(word))).entries;
    for (let at = word.length - 3; at > 2 && halves.length < 3; at--) if (near.has(key(word.slice(0, at)))) halves.push([word.slice(0, at), word.slice(at)]);
    for (const half of halves) {
      const [first, second] = await Promise.all(half.map((part) => this.#find(part)));
      if (first && second) return take(half.join(" "), { phrase: [{ entry: first }, { entry: second }], gaps: [0, [1, 1]], weight: 1 });
    }
    const entry = best && await this.#find(best.word);
    return entry ? take(best.word, { entry, weight: 1 }) : false;
  }

  /** Other phrases of a group, where the question holds one of them. A single word stands in the index wherever its meanings do. */
  async #addSynonyms(terms) {
    const stems = terms.map((term) => term.options[0]?.entry && textOf(term.options[0].entry.word));
    for (let at = 0; at < terms.length; at++) for (const { phrase, group } of this.phrasesByFirst.get(stems[at] ?? terms[at].whole) ?? []) {
      const held = terms.slice(at, at + phrase.length);
      if (held.length < phrase.length || !phrase.every((stem, i) => stem === (stems[at + i] ?? held[i].whole))) continue;
      if (phrase.length === 1 && stems[at]) continue;
      const singles = group.filter((other) => other.length === 1 && other !== phrase);
      const others = (singles.length ? singles : group.filter((other) => other !== phrase)).slice(0, 6);
      for (const other of others) {
        const entries = await Promise.all(other.map((stem) => this.#find(stem)));
        if (entries.includes(null)) continue;
        const option = entries.length === 1 ? { entry: entries[0] } : { phrase: entries.map((entry) => ({ entry })), gaps: entries.map((_, i) => i && [1, 4]) };
        for (const term of held) term.options.push({ ...option, weight: TUNING.synonym });
      }
    }
  }

  // MARK: Where it stands

  /** The passages of a phrase. `gaps`: how far each word may be from the one before. Those that only the text can tell are `unsure`. */
  #phrase(entries, gaps) {
    const lists = entries.map(placesOf), shortest = lists.reduce((a, b) => (b.passages.length < a.passages.length ? b : a));
    const found = { passages: [], strengths: [], starts: [], unsure: new Set() };
    shortest.passages.forEach((passage) => {
      const places = [];
      let strength = 1;
      for (const list of lists) {
        const at = last(list.passages, passage);
        if (at < 0 || list.passages[at] !== passage) return;
        places.push(list.positions(at));
        strength = Math.min(strength, list.strengths[at]);
      }
      const starts = places[0].filter((start) => {
        let ends = [start];
        for (let i = 1; i < places.length && ends.length; i++) ends = places[i].filter((p) => ends.some((end) => p - end >= gaps[i][0] && p - end <= gaps[i][1]));
        return ends.length;
      });
      // Not all positions of a word are in the index.
      if (!starts.length && !places.some((place) => place.length === 0 || place.length >= POSITIONS)) return;
      if (!starts.length) found.unsure.add(passage);
      found.passages.push(passage);
      found.strengths.push(strength);
      found.starts.push(starts);
    });
    found.positions = (index) => found.starts[index];
    return found;
  }

  #listOf(option) {
    if (option.entry) return placesOf(option.entry);
    if (!option.list) {
      const { passages, strengths, starts, unsure } = this.#phrase(option.phrase.map((one) => one.entry), option.gaps);
      const sure = passages.map((_, i) => i).filter((i) => !unsure.has(passages[i]));
      option.list = { passages: sure.map((i) => passages[i]), strengths: sure.map((i) => strengths[i]), positions: (i) => starts[sure[i]] };
    }
    return option.list;
  }

  /** All passages of a term with how much it counts there, the best of its options. */
  #places(term) {
    const lists = term.options.map((option) => [this.#listOf(option), option.weight]);
    if (lists.length === 1 && lists[0][1] === 1) return lists[0][0];
    const best = new Map();
    for (const [list, weight] of lists) list.passages.forEach((passage, i) => {
      const strength = list.strengths[i] * weight;
      if (!(best.get(passage) >= strength)) best.set(passage, strength);
    });
    return { passages: [...best.keys()], strengths: [...best.values()] };
  }

  async #loadFurther(entries) {
    const names = entries.flatMap((entry) => entry.further).slice(0, TUNING.further);
    await Promise.all(entries.map(async (entry) => {
      const wanted = entry.further.filter((name) => names.includes(name));
      const parts = await Promise.all(wanted.map((name) => this.get(name, (bytes) => bytes)));
      entry.further = entry.further.filter((name) => !wanted.includes(name));
      entry.places = [...entry.places, ...parts];
      if (parts.length) entry.list = null;
    }));
  }

  // MARK: Asking

  /** Filters of the options and of the question, as tests. */
  #filters(asked, options, answer) {
    let { from = 0, to = 9999 } = options;
    for (const value of asked.years) {
      const years = yearsOf(value);
      if (years) [from, to] = [Math.max(from || 0, years[0]), Math.min(to || 9999, years[1])];
      else answer.notes.push({ kind: "year", text: value });
    }
    from = +from || 0;
    to = +to || 9999;
    const typed = asked.committees.map((value) => {
      const found = this.#committeesNamed(value);
      if (!found.length) answer.notes.push({ kind: "committee", text: value });
      return found;
    }).filter((found) => found.length);
    const chosen = options.committee ? this.committees.findIndex(([slug]) => slug === options.committee) : null;
    const kind = options.kind ? this.kinds.indexOf(options.kind) : null;
    return {
      isOn: !!(typed.length || from || to < 9999 || options.committee || options.kind || options.decisions),
      committee: (document) => (chosen === null || this.committee[document] === chosen + 1) && typed.every((found) => found.includes(this.committee[document] - 1)),
      kind: (document) => kind === null || this.kind[document] === kind,
      year: (document) => (!from && to === 9999) || (this.year[document] >= from && this.year[document] <= to && this.year[document] > 0),
      decisions: (passage) => !options.decisions || this.decisions.has(passage),
    };
  }

  /** The committees whose short name it is, or whose names have all its words. */
  #committeesNamed(value) {
    const exact = this.committees.findIndex(([slug]) => slug === value.toLowerCase());
    if (exact >= 0) return [exact];
    const wanted = words(value).flatMap((word) => word.parts?.filter(Boolean) ?? [word.whole]);
    if (!wanted.length) return [];
    return this.committees.flatMap(([slug, name], number) => {
      const own = words(`${name} ${slug}`).flatMap((word) => [word.whole, ...(word.parts ?? [])]);
      return wanted.every((word) => own.some((other) => other?.startsWith(word))) ? [number] : [];
    });
  }

  /**
   * Answers a question.
   *
   * Options: committee (its short name), kind (as in the catalogue), from and to (years), decisions (true: only those), sort
   * ("date"; else by relevance), typing (true while the last word is being typed).
   *
   * The answer's `outcome` is "found", "none", "stop" (nothing but stop words), "signs" (no word at all) or "empty".
   * `groups`: documents in order, each with its passages, the best first, `shown` of them to be seen at once; `hits`: the passages as they are
   * seen; `counts`: by facet, how many passages there would be; `isPart`: there are more than were counted.
   */
  async search(query, options = {}) {
    const answer = { outcome: "found", query, hits: [], groups: [], total: 0, documents: 0, isPart: false, instead: [], unknown: [], notes: [], nearest: [],
      counts: { committee: {}, kind: {}, year: {}, decisions: 0 }, marks: { forms: new Map(), stems: [], phrases: [] } };
    const asked = parse(String(query ?? ""));
    const filters = this.#filters(asked, options, answer);
    const terms = await this.#terms(asked, options.typing, answer);
    const wanted = this.#wanted(terms);
    if (!wanted.length) {
      const hasWords = terms.some((term) => !term.minus);
      answer.outcome = !asked.text.trim() ? "empty" : !hasWords ? "signs" : terms.every((term) => term.isStop || term.minus) ? "stop" : "none";
      if (answer.outcome === "none") answer.nearest = await this.#suggest(terms);
      return answer;
    }
    const phrases = this.#quoted(asked, terms), minus = terms.filter((term) => term.minus && !term.isPhrase && term.options.length);
    const entriesOf = (terms) => terms.flatMap((term) => term.options.flatMap((option) => (option.entry ? [option.entry] : option.phrase.map((one) => one.entry))));
    await this.#loadFurther([...entriesOf(minus), ...phrases.filter((phrase) => phrase.minus).flatMap((phrase) => phrase.entries)]);
    if (options.sort === "date") await this.#loadFurther(entriesOf(wanted));
    let ranked = this.#rank(wanted, minus, phrases, filters, options);
    const frequent = this.#missing(wanted, phrases, ranked);
    if (frequent.length) {
      await this.#loadFurther(frequent);
      for (const term of wanted) for (const option of term.options) if (option.phrase) option.list = null;
      ranked = this.#rank(wanted, minus, phrases, filters, options);
    }
    await this.#verify(phrases, ranked);
    answer.isPart = entriesOf(wanted).some((entry) => entry.further.length > 0) && wanted.length > 1 || filters.isOn && entriesOf(wanted).some((entry) => entry.further.length);
    const only = wanted.length === 1 && wanted[0].options.length === 1 && wanted[0].options[0].entry;
    answer.marks = this.#marks(wanted);
    this.#fill(answer, ranked, options);
    if (only && !filters.isOn && !minus.length && !phrases.length) answer.total = only.count;
    if (!answer.groups.length) {
      answer.outcome = "none";
      answer.nearest = await this.#suggest(terms);
    } else if (options.sort !== "date") await this.#promote(answer, asked);
    return answer;
  }

  /** The terms that count, each stem once, with their rarity. */
  #wanted(terms) {
    const seen = new Set(), wanted = [];
    for (const term of terms) {
      if (term.isStop || term.minus || !term.options.length) continue;
      const name = term.options.map((option) => option.entry?.word ?? option.phrase.map((one) => one.entry.word).join(" ")).join("|");
      if (!term.isJoined && seen.has(name)) continue;
      seen.add(name);
      wanted.push(term);
      const places = this.#places(term);
      const count = Math.max(places.passages.length, ...term.options.map((option) => option.entry?.count ?? 0));
      term.idf = Math.log(1 + Math.max(0, this.count - count + 0.5) / (count + 0.5));
    }
    return wanted;
  }

  /** The phrases in quotes: a passage must hold each (or must not). */
  #quoted(asked, terms) {
    return asked.parts.flatMap((part, number) => {
      const all = terms.filter((term) => term.part === number), own = all.filter((term) => !term.isStop);
      if (!part.isPhrase || !own.length || (all.length === 1 && !all[0].minus && !all[0].parts)) return [];
      const entries = own.map((term) => term.options[0]?.entry), gaps = own.map((term, i) => {
        if (!i) return 0;
        const far = term.at - own[i - 1].at;
        return [far - own[i - 1].length + 1, far];
      });
      const isSplit = own.some((term) => !term.options[0]?.entry);
      return [{ entries: entries.filter(Boolean), gaps, minus: part.minus, all, isSplit, hasStop: all.length > own.length }];
    });
  }

  /** Frequent words of which more must be loaded, since there are few answers without. */
  #missing(wanted, phrases, ranked) {
    const whole = wanted.reduce((sum, term) => sum + term.idf, 0);
    if (ranked.full >= TUNING.enough) return [];
    const single = wanted.length === 1;
    return wanted.filter((term) => single || phrases.length || term.idf / whole > 1 - TUNING.share || wanted.every((other) => other.options.some((option) => option.entry?.further.length)))
      .flatMap((term) => term.options.map((option) => option.entry).filter((entry) => entry?.further.length));
  }

  /** Scores of all passages that hold enough of the question, after filters, the best first; and counts by facet. */
  #rank(wanted, minus, phrases, filters, options) {
    const score = new Float32Array(this.count), share = new Float32Array(this.count), touched = [];
    const whole = wanted.reduce((sum, term) => sum + term.idf, 0) || 1;
    for (const term of wanted) {
      term.found = this.#places(term);
      term.found.passages.forEach((passage, i) => {
        if (!share[passage]) touched.push(passage);
        share[passage] += Math.max(term.idf, 1e-6) / whole;
        score[passage] += Math.max(term.idf, 1e-3) * term.found.strengths[i];
      });
    }
    const gone = new Set(minus.flatMap((term) => [...this.#places(term).passages]));
    let must = null, unsure = new Set();
    for (const phrase of phrases) {
      const found = phrase.isSplit ? { passages: [], unsure: [] } : this.#phrase(phrase.entries, phrase.gaps);
      if (phrase.minus) {
        for (const passage of found.passages) if (!found.unsure.has(passage)) gone.add(passage);
      } else {
        for (const passage of found.unsure) unsure.add(passage);
        const held = new Set(found.passages);
        must = must ? new Set([...must].filter((passage) => held.has(passage))) : held;
      }
    }
    const ranked = { list: [], full: 0, counts: { committee: {}, kind: {}, year: {}, decisions: 0 }, unsure };
    let open = touched.filter((passage) => !gone.has(passage) && (!must || must.has(passage)));
    const reach = open.reduce((most, passage) => Math.max(most, share[passage]), 0);
    const least = options.sort === "date" && reach > 0.99 ? 0.99 : Math.min(TUNING.share, reach) - 1e-6;
    const weights = this.kinds.map((kind) => TUNING.kinds[kind.toLowerCase()] ?? 1);
    open = open.filter((passage) => share[passage] >= least);
    for (const passage of open) {
      const document = this.documentOf[passage];
      if (!this.#tally(passage, document, filters, ranked.counts)) continue;
      if (share[passage] > 0.99) ranked.full++;
      const age = this.day[document] ? (this.day[document] - this.firstDay) / (this.lastDay - this.firstDay || 1) : 0.5;
      ranked.list.push({ passage, document, score: score[passage] * share[passage] ** TUNING.shareExponent * (1 + TUNING.recency * age) * weights[this.kind[document]] });
    }
    ranked.list.sort((a, b) => b.score - a.score || b.passage - a.passage);
    this.#lookForNearness(wanted, ranked.list);
    return ranked;
  }

  /** Counts a passage for every facet that would show it; says whether all filters let it through. */
  #tally(passage, document, filters, counts) {
    const passes = [filters.committee(document), filters.kind(document), filters.year(document), filters.decisions(passage)];
    const failed = passes.reduce((sum, pass) => sum + !pass, 0);
    if (failed > 1) return false;
    const add = (facet, name) => { counts[facet][name] = (counts[facet][name] ?? 0) + 1; };
    if (passes[0] || failed === 0) failed === 0 && this.committee[document] && add("committee", this.committees[this.committee[document] - 1][0]);
    else if (this.committee[document]) add("committee", this.committees[this.committee[document] - 1][0]);
    if (!failed || !passes[1]) add("kind", this.kinds[this.kind[document]]);
    if ((!failed || !passes[2]) && this.year[document]) add("year", this.year[document]);
    if ((!failed || !passes[3]) && this.decisions.has(passage)) counts.decisions++;
    return !failed;
  }

  /** Raises passages in which words stand together as they do in the question. */
  #lookForNearness(wanted, list) {
    const pairs = wanted.slice(1).map((second, i) => [wanted[i], second, second.at - wanted[i].at]);
    const whole = pairs.reduce((sum, [a, b]) => sum + a.idf + b.idf, 0);
    if (!whole) return;
    const best = list.slice(0, TUNING.near);
    for (const hit of best) {
      const places = new Map(wanted.map((term) => [term, term.options.flatMap((option) => positionsIn(this.#listOf(option), hit.passage))]));
      let near = 0;
      for (const [first, second, gap] of pairs) {
        let value = 0;
        for (const a of places.get(first)) for (const b of places.get(second)) {
          if (b - a === gap || (b === a && first.isJoined && second.isJoined)) value = 1;
          else if (a !== b && Math.abs(b - a) <= TUNING.within) value = Math.max(value, TUNING.withinWeight);
        }
        near += value * (first.idf + second.idf);
      }
      hit.score *= 1 + TUNING.nearness * near / whole;
    }
    best.sort((a, b) => b.score - a.score || b.passage - a.passage);
    list.splice(0, best.length, ...best);
  }

  /** Reads the best passages again where positions alone do not tell that a phrase is there. */
  async #verify(phrases, ranked) {
    for (const phrase of phrases.filter((phrase) => !phrase.minus && !phrase.isSplit)) {
      if (!phrase.hasStop && !ranked.unsure.size) continue;
      const doubtful = ranked.list.filter((hit) => phrase.hasStop || ranked.unsure.has(hit.passage)).slice(0, TUNING.verify);
      const marks = this.#marks(phrase.all.filter((term) => term.idf !== undefined || term.options.length));
      const records = await this.records(doubtful.map((hit) => hit.passage));
      const wrong = new Set(doubtful.filter((_, i) => !this.#stands(phrase, records[i], marks)));
      ranked.list = ranked.list.filter((hit) => !wrong.has(hit) && (!ranked.unsure.has(hit.passage) || doubtful.includes(hit)));
    }
  }

  #stands(phrase, record, marks) {
    return [record.title, record.headings, record.text].some((text) => {
      const found = words(text).flatMap((word) => (word.parts ? [{ whole: word.whole, also: word.parts[0] }, ...word.parts.slice(1).map((whole) => ({ whole }))] : [word]));
      const fits = (term, word) => word && (term.isStop ? word.whole === term.whole || word.also === term.whole : [word.whole, word.also].some((form) => form && termOf(marks, form)?.term === term));
      return found.some((_, start) => {
        let at = start;
        return phrase.all.every((term) => { const fit = fits(term, found[at]); at += term.length; return fit; });
      });
    });
  }

  /** What to mark in a text: the forms of all words that were looked for, and what they stand for. */
  #marks(terms) {
    const marks = { forms: new Map(), stems: [], phrases: [] };
    const byStem = new Map();
    for (const [path, file] of this.files) {
      if (!path.startsWith("words-") || !path.endsWith(" ")) continue;
      for (const entry of file.entries.values()) if (entry.alias) byStem.set(entry.alias, [...(byStem.get(entry.alias) ?? []), entry.word]);
    }
    for (const term of terms) {
      const mark = { term, weight: term.idf ?? 1 };
      const add = (entry) => {
        const stem = textOf(entry.word);
        for (const form of [entry.word, ...(byStem.get(entry.word) ?? [])]) if (!marks.forms.has(textOf(form))) marks.forms.set(textOf(form), mark);
        if (stem.length > 3 && !/[0-9]/.test(stem)) marks.stems.push([stem, mark]);
        for (const { phrase, group } of this.phrasesByFirst.get(stem) ?? []) {
          if (phrase.length === 1) for (const other of group) if (other.length > 1) marks.phrases.push([other, mark]);
        }
      };
      for (const option of term.options) option.entry ? add(option.entry) : option.phrase.forEach((one) => add(one.entry));
    }
    return marks;
  }

  /** Puts documents in order, and their passages. */
  #fill(answer, ranked, options) {
    const groups = new Map();
    for (const { passage, document, score } of ranked.list) {
      if (!groups.has(document)) groups.set(document, { document, score, day: this.day[document], kind: this.kinds[this.kind[document]], passages: [] });
      groups.get(document).passages.push({ passage, document, score });
    }
    answer.groups = [...groups.values()];
    if (options.sort === "date") answer.groups.sort((a, b) => b.day - a.day || b.score - a.score);
    answer.counts = ranked.counts;
    answer.total = ranked.list.length;
    answer.documents = groups.size;
    this.#arrange(answer, options);
  }

  #arrange(answer, options) {
    answer.groups.forEach((group, i) => {
      const next = options.sort === "date" ? group.score : answer.groups[i + 1]?.score ?? 0;
      group.shown = Math.max(1, group.passages.slice(0, TUNING.perDocument).filter((hit) => hit.score >= next * TUNING.beside).length);
    });
    answer.hits = [...answer.groups.flatMap((group) => group.passages.slice(0, group.shown)), ...answer.groups.flatMap((group) => group.passages.slice(group.shown))];
  }

  /** Puts in front what is named exactly as the question: the person, the committee, the term. */
  async #promote(answer, asked) {
    const named = words(asked.text).map((word) => word.whole).join(" ");
    const best = answer.groups.slice(0, 10);
    const records = await this.records(best.map((group) => group.passages[0].passage));
    best.forEach((group, i) => {
      if (words(records[i].title).map((word) => word.whole).join(" ") !== named) return;
      const factor = TUNING.titles.includes(group.kind.toLowerCase()) ? TUNING.title : TUNING.otherTitle;
      group.score *= factor;
      for (const hit of group.passages) hit.score *= factor;
    });
    best.sort((a, b) => b.score - a.score);
    answer.groups.splice(0, best.length, ...best);
    this.#arrange(answer, {});
  }

  /** The nearest words to those of a question without an answer. */
  async #suggest(terms) {
    const lists = await Promise.all(terms.filter((term) => !term.isStop && !term.minus).slice(0, 4).map(async (term) =>
      (await this.nearest(term.whole, farthest(term.whole) + 1)).map(({ word }) => ({ from: term.whole, to: word }))));
    return lists.flat();
  }

  // MARK: What is shown

  /** The records of passages, in the order asked for. */
  async records(passages) {
    return Promise.all(passages.map(async (passage) => {
      let first = 0, at = 0;
      while (this.volumes[at + 1] <= passage - first) { first += this.volumes[at + 1]; at += 2; }
      const group = Math.floor((passage - first) / RECORDS);
      const file = await this.get(`records/${this.volumes[at]}/${group}.bin`, this.json);
      const [number, anchor, headings, text] = file.passages[passage - first - group * RECORDS];
      const [title, address, detail] = file.documents[number], document = this.documentOf[passage];
      return { passage, document, title, address, detail, anchor, headings, text, kind: this.kinds[this.kind[document]], day: this.day[document], isDecision: this.decisions.has(passage) };
    }));
  }
}

// MARK: Excerpts

const INFLECTED = /^(s|es|d|ed|ing|y|ies|e)$/;

function isOf(stem, word) {
  const base = stem.endsWith("i") ? stem.slice(0, -1) : stem;
  return word === stem || (word.startsWith(base) && INFLECTED.test(word.slice(base.length)));
}

function termOf(marks, form) {
  let mark = marks.forms.get(form);
  if (!mark) mark = marks.stems.find(([stem]) => isOf(stem, form))?.[1];
  return mark;
}

/** The places in a text that were looked for, in order: where each begins and ends, and its mark. */
function marked(text, marks) {
  const all = words(text), found = [];
  all.forEach((word, i) => {
    const next = all[i + 1];
    const forms = [word.whole, word.signed, ...(word.parts ?? [])].filter(Boolean);
    let mark = forms.map((form) => termOf(marks, form)).find(Boolean), to = word.to;
    if (!mark && next && next.at === word.to + 1 && (mark = marks.forms.get(word.whole + next.whole))) to = next.to;
    for (const [phrase, ofPhrase] of mark ? [] : marks.phrases) {
      let at = i, held = 0;
      while (at < all.length && at < i + phrase.length * 2 && held < phrase.length) if (isOf(phrase[held], all[at++].whole)) held++; else if (!held) break;
      if (held === phrase.length) { mark = ofPhrase; to = all[at - 1].to; break; }
    }
    if (mark && !(found.at(-1)?.to > word.at)) found.push({ at: word.at, to, mark });
  });
  return found;
}

/** A text in pieces, those that were looked for marked. */
export function pieces(text, marks, from = 0, to = text.length) {
  const out = [];
  let at = from;
  for (const place of marked(text, marks)) {
    if (place.at < from || place.to > to) continue;
    if (place.at > at) out.push({ text: text.slice(at, place.at) });
    out.push({ text: text.slice(place.at, place.to), isMark: true });
    at = place.to;
  }
  if (at < to) out.push({ text: text.slice(at, to) });
  return out;
}

/** About `length` characters of a text, where most of what was looked for stands together; they begin and end with whole words. */
export function excerpt(text, marks, length = 200) {
  const places = marked(text, marks);
  let best = -1, from = 0;
  places.forEach((place, i) => {
    const held = new Set();
    let value = 0;
    for (let j = i; j < places.length && places[j].to - place.at <= length * 0.8; j++) {
      value += held.has(places[j].mark) ? 0.02 : places[j].mark.weight + 0.05;
      held.add(places[j].mark);
    }
    if (value > best + 1e-9) [best, from] = [value, place.at];
  });
  const start = startOf(text, from, length), end = start + length >= text.length - 20 ? text.length : boundary(text, start + length);
  return { isCutBefore: start > 0, isCutAfter: end < text.length, pieces: pieces(text, marks, start, end) };
}

/** The beginning of a sentence shortly before, else of a word. */
function startOf(text, at, length) {
  if (at < length * 0.4) return 0;
  const before = text.slice(at - Math.round(length * 0.4), at), sentences = [...before.matchAll(/[.!?:;]\s+/g)];
  if (sentences.length) return at - before.length + sentences[0].index + sentences[0][0].length;
  const blank = before.slice(Math.round(before.length / 2)).search(/\s/);
  return blank < 0 ? at : at - before.length + Math.round(before.length / 2) + blank + 1;
}

function boundary(text, at) {
  const blank = text.lastIndexOf(" ", at);
  return blank > at - 40 ? blank : at;
}
