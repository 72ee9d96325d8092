// Asks the questions of the index itself, without a page: the figures of ask.py in a second, for tuning.
//
//     node rank.mjs SITE…        folders of built sites, each named as its pack
//
// What answers is looked for in the passage's own words as the index has them; ask.py looks on the page.

import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inflateRawSync } from "node:zlib";

const QUESTIONS = join(dirname(fileURLToPath(import.meta.url)), "../../../shared/queries/queries.tsv");
const SHOWN = 30;

const SAME = { "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "\u00ad": "" };
const fold = (text) => text.replace(/[’‘“”–—‑‐−\u00ad]/g, (sign) => SAME[sign]).toLowerCase().replace(/\s+/g, " ").trim();

async function questions(pack) {
  const lines = (await readFile(QUESTIONS, "utf8")).split(/\r?\n/).slice(1).filter(Boolean);
  return lines.map((line) => line.split("\t")).filter(([name]) => name === pack)
    .map(([name, query, answer]) => ({ pack: name, query, answers: answer.split("||").map(fold) }));
}

async function openIndex(site) {
  const { open } = await import(pathToFileURL(join(site, "search-index.js")));
  const folder = join(site, "search");
  const [, catalogue] = /data-catalogue="([^"]+)"/.exec(await readFile(join(folder, "index.html"), "utf8"));
  return open({ base: folder, catalogue: basename(catalogue), load: async (path) => inflateRawSync(await readFile(join(folder, path))) });
}

const placeOf = (record) => `${record.address}${record.anchor && "#"}${record.anchor}`;
const wordsOf = (record) => fold(`${record.anchor ? "" : record.title} ${record.headings} ${record.text}`);

async function ask(index, question) {
  const { hits } = await index.search(question.query, {});
  const records = await index.records(hits.slice(0, SHOWN).map((hit) => hit.passage));
  const texts = new Map();
  // Parts of one section lead to the same place.
  for (const record of records) texts.set(placeOf(record), `${texts.get(placeOf(record)) ?? ""} ${wordsOf(record)}`);
  const rank = [...texts.values()].findIndex((text) => question.answers.some((answer) => text.includes(answer))) + 1;
  return { ...question, rank, first: texts.keys().next().value ?? "nothing" };
}

function figures(name, answers) {
  const mean = (value) => answers.reduce((sum, answer) => sum + value(answer.rank), 0) / answers.length;
  const success = [1, 3, 10].map((at) => `success@${at} ${mean((rank) => rank > 0 && rank <= at).toFixed(3)}`);
  console.log(name.padEnd(16), success.join("  "), ` MRR ${mean((rank) => (rank ? 1 / rank : 0)).toFixed(3)}  (${answers.length} questions)`);
}

const all = [];
for (const site of process.argv.slice(2).map((path) => resolve(path))) {
  const index = await openIndex(site), answers = [];
  for (const question of await questions(basename(site))) answers.push(await ask(index, question));
  if (!answers.length) { console.error(`There are no questions for ${basename(site)}.`); continue; }
  figures(basename(site), answers);
  all.push(...answers);
}
if (!all.length) process.exit(1);
figures("together", all);
console.log("\nNot first:\n\n| pack | query | rank | first instead |\n|---|---|--:|---|");
for (const { pack, query, rank, first } of all.filter((answer) => answer.rank !== 1)) console.log(`| ${pack} | ${query} | ${rank || "–"} | ${first} |`);
