// A page as small as can be over Pagefind's own interface, so that nothing but Pagefind is measured.
import * as pagefind from "/pagefind/pagefind.js";

const options = new URLSearchParams(location.search);
const DEBOUNCE = Number(options.get("debounce"));
const SHOWN = Number(options.get("shown"));
const list = document.getElementById("results");

document.getElementById("query").addEventListener("input", async event => {
  const search = await pagefind.debouncedSearch(event.target.value, {}, DEBOUNCE);
  if (search === null) return;
  const results = await Promise.all(search.results.slice(0, SHOWN).map(result => result.data()));
  list.replaceChildren(...results.map(result => {
    const item = document.createElement("li");
    item.innerHTML = `<a href="${result.url}">${result.meta.title}</a><p>${result.excerpt}</p>`;
    return item;
  }));
});

// For the questions: every result with all its sections, each with its address and how often and how well it was hit.
window.ask = async (query, pages) => {
  const search = await pagefind.search(query);
  const results = await Promise.all(search.results.slice(0, pages).map(result => result.data()));
  return results.map(result => result.sub_results.map(part => ({
    address: part.url, hits: part.locations.length, score: part.weighted_locations.reduce((sum, one) => sum + one.balanced_score, 0),
  })));
};
