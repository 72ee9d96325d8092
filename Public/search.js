// The page that searches.
import { excerpt, open, pieces } from "./search-index.js";

const FIRST = 3, PAGE = 10, TYPING = 120, QUIET = 700, LONGEST = 2000;
const root = document.getElementById("search"), input = document.querySelector("main input[name=q]");

/** An element; what is given as text stays text. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) typeof value === "function" ? element.addEventListener(name, value) : element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const button = (words, click) => make("button", { type: "button", click }, words);
const plural = (count, thing) => `${count.toLocaleString(document.documentElement.lang)} ${thing}${count === 1 ? "" : "s"}`;

const fields = {};

function field(name, label, ...options) {
  const id = `search--${name}`;
  fields[name] = options[0] ?? make("select", { id, change });
  return make("p", { class: `search-${name}` }, make("label", { for: id }, label), fields[name]);
}

const sort = make("select", { id: "search--sort", change }, new Option("Relevance", ""), new Option("Date, newest first", "date"));
const check = make("input", { type: "checkbox", id: "search--decisions", change });
const choices = make("div", { role: "group", "aria-label": "Filter and sort" }, field("committee", "Committee"), field("kind", "Kind"),
  field("from", "From year"), field("to", "To year"), field("decisions", "Decisions only", check), field("sort", "Sort by", sort));
const filters = make("details", { class: "search-filters" }, make("summary", {}, "Filter and sort"), choices);
const spoken = make("p", { class: "hidden", id: "search-status", role: "status" });
const summary = make("p", { class: "search-summary" }), notes = make("div", { class: "search-notes" });
const list = make("ol", { class: "search-results", id: "search-results" }), more = button("More results", () => showMore(PAGE, true));
more.className = "search-more";
more.hidden = filters.hidden = true;
root.append(spoken, filters, make("div", { class: "search-found" }, summary, notes, list, more));

const wide = matchMedia("(min-width: 50rem)"), fold = () => { filters.open = wide.matches; };
wide.addEventListener("change", fold);
fold();

let wanted, answer, index, shown = 0, latest = 0, timer, speaking, isSettled = true;

function readAddress(state) {
  const asked = new URLSearchParams(location.search);
  for (const name of ["q", ...Object.keys(fields)]) wanted = { ...wanted, [name]: asked.get(name) ?? "" };
  input.value = wanted.q;
  run(false, state ?? {});
}

/** A search that has settled is an entry of its own in the history. */
function writeAddress() {
  const address = `?${new URLSearchParams(Object.entries(wanted).filter(([, value]) => value))}`;
  if (address === (location.search || "?")) return;
  history[isSettled ? "pushState" : "replaceState"]({}, "", address);
  isSettled = false;
}

function change() {
  for (const [name, { type, checked, value }] of Object.entries(fields)) wanted[name] = type !== "checkbox" ? value : checked ? "1" : "";
  isSettled = true;
  ask(false);
}

function ask(typing) {
  clearTimeout(timer);
  wanted.q = input.value.slice(0, LONGEST); // servers refuse long addresses
  writeAddress();
  run(typing, {});
}

async function run(typing, place) {
  const own = ++latest;
  clearTimeout(speaking);
  try {
    index ??= open({ base: new URL("./", location.href), catalogue: root.dataset.catalogue });
    const reader = await index, found = await reader.search(wanted.q, { ...wanted, typing });
    const first = await prepare(found, 0, place.shown || FIRST);
    if (own !== latest) return;
    answer = found;
    shown = 0;
    fillFilters(reader);
    describe();
    list.replaceChildren();
    put(first);
    nearing.disconnect();
    nearing.observe(more);
    if (place.scroll) scrollTo(0, place.scroll);
    speaking = setTimeout(() => {
      isSettled = true;
      spoken.textContent = `${notes.innerText.slice(0, 200)} ${summary.textContent}`;
    }, QUIET);
  } catch (error) {
    if (own !== latest) return;
    index = null;
    list.replaceChildren(summary.textContent = "");
    more.hidden = true;
    fail(notes, error, () => run(typing, place));
  }
}

function fail(place, error, again) {
  if (!error.file) console.error(error);
  spoken.textContent = error.file ? `A part of the search did not load (${error.file}). Is there a connection?` : "That went wrong.";
  place.replaceChildren(make("p", { class: "state" }, spoken.textContent, " ", button("Try again", again)));
}

async function prepare({ groups }, from, count) {
  const reader = await index;
  return Promise.all(groups.slice(from, from + count).map(async (group) => [group, await reader.records(group.passages.slice(0, group.shown).map((hit) => hit.passage))]));
}

/** The rest of the first page comes when its place is seen. */
const nearing = new IntersectionObserver(([place]) => place.isIntersecting && shown < PAGE && showMore(PAGE - shown));

async function showMore(count, isAsked) {
  const own = latest, before = shown;
  try {
    const next = await prepare(answer, shown, count);
    if (own !== latest || before !== shown) return;
    put(next);
    if (isAsked) list.children[before].querySelector("a").focus({ preventScroll: true });
  } catch (error) {
    fail(notes, error, () => { notes.replaceChildren(); showMore(count, isAsked); });
  }
}

const marked = (parts) => parts.map((part) => (part.isMark ? make("mark", {}, part.text) : part.text));

function passage({ address, anchor, detail, headings: all, text }) {
  const headings = all.split(" › ").filter((heading) => !detail.startsWith(heading)).join(" › ");
  const { isCutBefore, isCutAfter, pieces: parts } = excerpt(text, answer.marks);
  const link = make("a", { href: `../${address}${anchor && `#${anchor}`}` }), words = [isCutBefore ? "… " : "", ...marked(parts), isCutAfter ? " …" : ""];
  link.append(...(headings ? marked(pieces(headings, answer.marks)) : words));
  return make("li", { class: "passage" }, link, ...(headings ? [make("p", {}, ...words)] : []));
}

function result([group, records]) {
  const [{ title, address, detail, kind }] = records, rest = group.passages.slice(group.shown), inner = make("ul", {});
  const toggle = async () => {
    if (!folded.open || inner.children.length) return;
    try {
      inner.replaceChildren(...(await (await index).records(rest.map((hit) => hit.passage))).map(passage));
    } catch (error) {
      fail(inner, error, () => { inner.replaceChildren(); toggle(); });
    }
  };
  const folded = make("details", { toggle }, make("summary", {}, `${plural(rest.length, "more passage")} in this document`), inner);
  return make("li", {}, make("h2", {}, make("a", { href: `../${address}` }, ...marked(pieces(title, answer.marks)))),
    make("p", { class: "facts" }, ...(kind === title ? [] : [make("span", { class: "tag" }, kind)]), detail),
    make("ul", {}, ...records.map(passage)), ...(rest.length ? [folded] : []));
}

function put(documents) {
  list.append(...documents.map(result));
  shown += documents.length;
  more.hidden = shown >= answer.groups.length;
}

const link = (words, asked) => make("a", { href: `?${new URLSearchParams(asked)}` }, words);

function describe() {
  const { outcome, query, groups, total, isPart, instead, unknown, nearest } = answer, lines = [], say = (...line) => lines.push(make("p", {}, ...line));
  const isNarrow = Object.keys(fields).some((name) => wanted[name] && name !== "sort");
  for (const { kind, text } of answer.notes) say(kind === "year" ? `“${text}” is no year.` : `There is no committee “${text}”.`);
  for (const { from, to } of instead) say("Showing results for ", make("strong", {}, to), `, since “${from}” is not on this site.`);
  if (outcome === "found" && unknown.length) say(`Not on this site: ${[...new Set(unknown)].join(", ")}.`);
  if (outcome === "empty") say("“Quotes” find a phrase, a minus leaves a word out (-parking), committee: and year: narrow the search (year:2017-2019).");
  if (outcome === "none") {
    if (isNarrow) say(link("Search without filters", { q: wanted.q }));
    const near = [...new Set(nearest.map(({ from, to }) => wanted.q.toLowerCase().replace(from, to)))].slice(0, 6);
    if (near.length) say("Did you mean ", ...near.flatMap((words, i) => [i ? ", " : "", link(words, { ...wanted, q: words })]), "?");
    say("All items, papers, people and terms are listed ", make("a", { href: "../a-to-z/" }, "from A to Z"), ".");
  }
  notes.replaceChildren(...lines);
  summary.textContent = {
    empty: "", signs: "Type a word to search for.", stop: "Such words are on every page. Add one that tells what it is about.",
    none: `Nothing was found for “${query.slice(0, 100)}”${isNarrow ? " with these filters" : ""}.`,
    found: `${isPart ? "More than " : ""}${plural(total, "passage")} in ${plural(groups.length, "document")}`,
  }[outcome];
  filters.hidden = outcome !== "found" && !isNarrow;
}

function fillFilters({ committees, kinds }) {
  const { committee, kind, year, decisions } = answer.counts, years = Object.keys(year);
  const fill = (name, any, counts, options) => {
    const open = options.filter(([value]) => counts[value] || value === wanted[name]);
    fields[name].replaceChildren(new Option(any, ""), ...open.map(([value, label = value]) => new Option(`${label} (${counts[value] ?? 0})`, value)));
    fields[name].value = wanted[name];
  };
  fill("committee", "All", committee, committees);
  fill("kind", "All", kind, kinds.map((name) => [name]));
  for (const name of ["from", "to"]) fill(name, "Any", year, [...new Set([...years, wanted[name]])].filter(Boolean).sort().map((name) => [name]));
  sort.value = wanted.sort;
  check.checked = wanted.decisions;
  check.previousSibling.textContent = `Decisions only (${decisions.true ?? 0})`;
}

input.addEventListener("input", () => {
  clearTimeout(timer);
  latest++;
  timer = setTimeout(() => ask(true), TYPING);
});
input.form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(false);
  isSettled = true;
});
addEventListener("popstate", (event) => { isSettled = true; readAddress(event.state); });
addEventListener("pagehide", () => history.replaceState({ shown, scroll: scrollY }, ""));
history.scrollRestoration = "manual";
readAddress(history.state);
