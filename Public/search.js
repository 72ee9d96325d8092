// The page that searches: the form, filters, results and the address. What is found comes from search-index.js.
import { excerpt, open, pieces } from "./search-index.js";

const PAGE = 10, TYPING = 120, SETTLED = 1200;
const root = document.getElementById("search");
const input = document.querySelector("main input[name=q]");
const plural = (count, one, many = one + "s") => `${count.toLocaleString(document.documentElement.lang)} ${count === 1 ? one : many}`;

/** An element; what is given as text stays text. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

// MARK: The page's parts

const summary = make("p", { class: "search-summary" }), notes = make("div", { class: "search-notes" });
const list = make("ol", { class: "search-results" });
const more = make("button", { type: "button", class: "search-more", hidden: "", click: () => show(PAGE, true) }, "More results");
const spoken = make("p", { class: "hidden", role: "status" });
const fields = {};

function field(name, label, ...options) {
  fields[name] = make("select", { id: `search--${name}`, change: changed }, ...options);
  return make("p", {}, make("label", { for: `search--${name}` }, label), fields[name]);
}

fields.decisions = make("input", { type: "checkbox", id: "search--decisions", change: changed });
const decisions = make("label", { for: "search--decisions" }, "Decisions only");
const filters = make("details", { class: "search-filters" }, make("summary", {}, "Filter and sort"), make("div", { role: "group", "aria-label": "Filter and sort" },
  field("committee", "Committee"), field("kind", "Kind"), field("from", "From year"), field("to", "To year"),
  make("p", { class: "search-check" }, fields.decisions, decisions),
  field("sort", "Sort by", new Option("Relevance", ""), new Option("Date, newest first", "date"))));
root.append(spoken, filters, make("div", { class: "search-found" }, summary, notes, list, more));

const wide = matchMedia("(min-width: 50rem)");
const fold = () => { filters.open = wide.matches; };
wide.addEventListener("change", fold);
fold();

// MARK: The address

let wanted = {}, answer = null, index = null, shown = 0, latest = 0, timer, speaking, isSettled = true;

function readAddress() {
  const asked = new URLSearchParams(location.search);
  wanted = { q: asked.get("q") ?? "" };
  for (const name of Object.keys(fields)) wanted[name] = asked.get(name) ?? "";
  input.value = wanted.q;
}

/** A new entry in the history for each search that settled; while one types it is the same entry. */
function writeAddress() {
  const asked = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  const address = asked.size || [...asked].length ? `?${asked}` : location.pathname;
  if (address === (location.search || location.pathname)) return;
  history[isSettled ? "pushState" : "replaceState"]({}, "", address);
  isSettled = false;
}

function keepPlace() { history.replaceState({ shown, scroll: scrollY }, ""); }

function changed() {
  for (const [name, element] of Object.entries(fields)) wanted[name] = element.type === "checkbox" ? (element.checked ? "1" : "") : element.value;
  isSettled = true;
  writeAddress();
  run();
}

// MARK: Asking

async function run({ typing = false, place = {} } = {}) {
  const own = ++latest;
  clearTimeout(speaking);
  try {
    index ??= open({ base: new URL("./", location.href), catalogue: root.dataset.catalogue });
    const reader = await index, found = await reader.search(wanted.q, { ...wanted, typing });
    const first = await prepare(reader, found, 0, place.shown || PAGE);
    if (own !== latest) return;
    answer = found;
    fillFilters(reader);
    say(describe());
    list.replaceChildren();
    shown = 0;
    put(first);
    if (place.scroll) scrollTo(0, place.scroll);
  } catch (error) {
    if (own !== latest) return;
    if (!error.file) console.error(error);
    index = null;
    fail(notes, error, run);
  }
  speaking = setTimeout(() => { isSettled = true; }, SETTLED);
}

function fail(place, error, again) {
  const text = `${error.file ? `A part of the search did not load (${error.file}). Is the connection gone?` : "Something went wrong in the search."} `;
  place.replaceChildren(make("p", { class: "state" }, text, make("button", { type: "button", click: () => again() }, "Try again")));
  if (place === notes) summary.replaceChildren();
  spoken.textContent = text;
}

/** The documents from one place to another with the records of what is to be seen of them. */
async function prepare(reader, found, from, count) {
  const groups = found.groups.slice(from, from + count);
  return Promise.all(groups.map(async (group) => [group, await reader.records(group.passages.slice(0, group.shown).map((hit) => hit.passage))]));
}

async function show(count) {
  const own = latest, before = shown;
  try {
    const next = await prepare(await index, answer, shown, count);
    if (own !== latest || before !== shown) return;
    put(next);
    list.children[before]?.querySelector("a").focus({ preventScroll: true });
    keepPlace();
  } catch (error) { fail(notes, error, () => { notes.replaceChildren(); show(count); }); }
}

// MARK: Results

const markedUp = (parts) => parts.map((part) => (part.isMark ? make("mark", {}, part.text) : part.text));
const marked = (text) => markedUp(pieces(text, answer.marks));

function passage(record, isOnly) {
  const { isCutBefore, isCutAfter, pieces } = excerpt(record.text, answer.marks);
  const address = `../${record.address}${record.anchor && `#${record.anchor}`}`;
  return make("li", {},
    isOnly && !record.headings ? null : make("a", { href: address }, ...marked(record.headings || "Beginning")),
    make("p", {}, isCutBefore ? "… " : "", ...markedUp(pieces), isCutAfter ? " …" : ""));
}

function result([group, records]) {
  const [{ title, address, detail, kind }] = records;
  const anchor = records.length === 1 && !records[0].headings && records[0].anchor;
  const passages = make("ul", {}, ...records.map((record) => passage(record, records.length === 1)));
  const rest = group.passages.slice(group.shown);
  return make("li", {},
    make("h2", {}, make("a", { href: `../${address}${anchor ? `#${anchor}` : ""}` }, ...marked(title))),
    make("p", { class: "facts" }, make("span", { class: "tag" }, kind), detail),
    passages, rest.length ? further(rest) : null);
}

/** What else a document has, loaded when it is asked for. */
function further(rest) {
  const inner = make("ul");
  const load = async () => {
    if (!box.open || inner.children.length) return;
    try {
      inner.replaceChildren(...(await (await index).records(rest.slice(0, 30).map((hit) => hit.passage))).map((record) => passage(record)));
    } catch (error) { fail(inner, error, () => { inner.replaceChildren(); load(); }); }
  };
  const box = make("details", { toggle: load }, make("summary", {}, plural(rest.length, "more passage"), " in this document"), inner);
  return box;
}

function put(documents) {
  list.append(...documents.map(result));
  shown += documents.length;
  more.hidden = shown >= (answer.groups.length ?? 0);
}

// MARK: Words about the results

const link = (words) => make("a", { href: `?${new URLSearchParams({ ...wanted, q: words })}` }, words);
const hasFilters = () => ["committee", "kind", "from", "to", "decisions"].some((name) => wanted[name]);

/** What the page says, and the notes below it. */
function describe() {
  const lines = answer.notes.map(({ kind, text }) => (kind === "year" ? `“${text}” is no year.` : `There is no committee “${text}”.`));
  for (const { from, to } of answer.instead) lines.push(["Showing results for ", make("strong", {}, to), `: “${from}” is nowhere on this site.`]);
  if (answer.outcome === "found" && answer.unknown.length) lines.push(`Nowhere on this site: ${answer.unknown.join(", ")}.`);
  const text = {
    empty: "", signs: "Type a word to search for.", stop: "Such words are on every page. Add a word that tells what it is about.",
    none: `Nothing was found for “${answer.query.slice(0, 100)}”${hasFilters() ? " with these filters" : ""}.`,
    found: `${answer.isPart ? "More than " : ""}${plural(answer.total, "passage")} in ${plural(answer.documents, "document")}`,
  }[answer.outcome];
  if (answer.outcome === "empty") lines.push("“Quotes” find an exact phrase, a minus leaves a word out (-parking), and committee: and year: narrow the search (year:2017-2019).");
  if (answer.outcome === "none") {
    if (hasFilters()) lines.push([make("a", { href: `?${new URLSearchParams({ q: wanted.q })}` }, "Search without filters")]);
    const near = [...new Set(answer.nearest.map(({ from, to }) => wanted.q.toLowerCase().replace(from, to)))].slice(0, 6);
    if (near.length) lines.push(["Did you mean ", ...near.flatMap((words, i) => [i ? ", " : "", link(words)]), "?"]);
    lines.push(["All items, papers, people and terms are listed ", make("a", { href: "../a-to-z/" }, "from A to Z"), "."]);
  }
  return { text, lines };
}

function say({ text, lines }) {
  summary.textContent = text;
  notes.replaceChildren(...lines.map((line) => make("p", {}, ...[line].flat())));
  filters.hidden = answer.outcome !== "found" && !hasFilters();
  clearTimeout(timer);
  timer = setTimeout(() => { spoken.textContent = [notes.textContent.slice(0, 200), text].join(" "); }, 700);
}

function fillFilters(reader) {
  const { committee, kind, year, decisions: count } = answer.counts;
  const fill = (name, all, values) => {
    const current = wanted[name], shown = values.filter(([value, , count]) => count || value === current);
    if (current && !shown.some(([value]) => value === current)) shown.push([current, current, 0]);
    fields[name].replaceChildren(new Option(all, ""), ...shown.map(([value, label, count]) => new Option(`${label} (${count})`, value)));
    fields[name].value = current;
  };
  const years = Object.entries(year).map(([year, count]) => [year, year, count]);
  fill("committee", "All", reader.committees.map(([slug, name]) => [slug, name, committee[slug] ?? 0]));
  fill("kind", "All", reader.kinds.map((name) => [name, name, kind[name] ?? 0]));
  fill("from", "Any", years);
  fill("to", "Any", years.toReversed?.() ?? [...years].reverse());
  fields.sort.value = wanted.sort;
  fields.decisions.checked = !!wanted.decisions;
  decisions.textContent = `Decisions only (${count})`;
}

// MARK: What the reader does

input.addEventListener("input", () => {
  clearTimeout(timer);
  latest++;
  timer = setTimeout(() => { wanted.q = input.value; writeAddress(); run({ typing: true }); }, TYPING);
});
input.form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  wanted.q = input.value;
  writeAddress();
  isSettled = true;
  run();
});
addEventListener("popstate", (event) => { isSettled = true; readAddress(); run({ place: event.state ?? {} }); });
addEventListener("pagehide", keepPlace);
history.scrollRestoration = "manual";
readAddress();
run({ place: history.state ?? {} });
