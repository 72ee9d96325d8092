// Reads small indexes made in memory with Public/search-index.js. Run by Tests/Web/run.py; “node Tests/Web/search-index-test.mjs” does as well.
import assert from "node:assert/strict";
import test from "node:test";
import { inflateRawSync } from "node:zlib";
import { distance, excerpt, open, parse, pieces, soundOf, words } from "../../Public/search-index.js";
import { write } from "./search-index-fixture.mjs";

const day = (year, month = 1, date = 1) => Date.UTC(year, month - 1, date) / 864e5;
const KINDS = ["Agenda item", "Minutes", "Paper", "Person", "Committee"];
const COMMITTEES = [["health-and-wellbeing-board", "Health and Wellbeing Board"], ["planning-committee", "Planning Committee"]];
const document = (title, kind, committee, when, ...texts) => ({
  title, kind, committee, day: when, address: `${title.toLowerCase().replace(/\W+/g, "-")}/`, detail: "",
  passages: texts.map((text, i) => (typeof text === "string" ? { anchor: `section-${i}`, headings: "", text } : { anchor: `section-${i}`, ...text })),
});

const SITE = {
  kinds: KINDS, committees: COMMITTEES,
  synonyms: [["CAMHS", "Child and Adolescent Mental Health Services"], ["Jenny Whittle", "Jennifer Smith-Whittle"]],
  documents: [
    document("Jennifer Smith-Whittle", 3, null, null, "Councillor for the eastern ward"),
    document("Planning Committee", 4, 1, null, "It decides on applications"),
    document("Old minutes", 1, 0, day(2015), "The waiting times for autism were long", "Waiting for the bus takes times of patience", "Apologies were received"),
    document("Autism strategy", 2, 0, day(2016, 5), { text: "Diagnosis of autism, and the winterbourne review", headings: "Where we are" }, "Well-being of carers, 2017/18: £706K for a decimal of 98.46"),
    document("Wellbeing survey", 2, 0, day(2017, 6), "Our wellbeing matters, and safeguarding too", "To feel well being outside helps"),
    document("Applications", 0, 1, day(2018), { text: "Resolved: permission for 26/00702/OUT at Winter Lane", isDecision: true }, "A house at Howbury with policy LPS 25"),
    document("Mental health", 1, 0, day(2019), "Child and Adolescent Mental Health Services were praised", "The CAMHS team spoke", "Health services for a child"),
    document("People", 1, 0, day(2020), "Jenny Whittle opened the meeting", { text: "Cllr Jennifer Smith-Whittle closed the meetings", isDecision: true }, "A caesarean rate of one in four", "الصحة والرعاية", "<script>alert(1)</script> was typed"),
  ],
};

function index(options, site = SITE) {
  const files = write(site, options), asked = [];
  const load = async (path) => {
    asked.push(path);
    if (!files.has(path)) throw new Error("it is not there");
    return new Uint8Array(inflateRawSync(files.get(path)));
  };
  return { files, asked, opened: open({ base: "", catalogue: "catalogue-0.bin", load }) };
}

const siteOf = (...texts) => ({ kinds: KINDS, committees: COMMITTEES, synonyms: [], documents: [document("Report", 2, 0, day(2020), ...texts)] });

const small = await index().opened;
/** The words of what is found, in order. */
async function found(query, options, reader = small) {
  const answer = await reader.search(query, options);
  const texts = (await reader.records(answer.hits.map((hit) => hit.passage))).map((record) => record.text);
  return Object.assign(texts, { answer });
}
const first = async (query, start, options) => assert.ok((await found(query, options))[0]?.startsWith(start), `${query}: ${await found(query, options)}`);

test("words of a text", () => {
  const cases = [
    ["Well-being", "wellbeing well being"], ["well‑being", "wellbeing well being"], ["soft\u00ADware", "software"], ["O’Brien’s", "obrien"], ["children's play", "children play"], ["the boys' club", "the boys club"],
    ["£706K", "706k £706k"], ["€5", "5 €5"], ["2017/18", "201718 2017 18"], ["2017–18", "201718 2017 18"], ["past—future", "past future"], ["either/or", "either or"], ["s.75", "s75 75"],
    ["26/00702/OUT", "2600702out 26 00702 out"], ["98.46%", "98.46"], ["1.2.3", "123 1 2 3"], ["U.K. law", "uk law"], ["end.Start", "end start"], ["ж.з", "ж з"], ["4,623 calls", "4623 calls"], ["1,234,567", "1234567"],
    ["4,62", "4 62"], ["Zoë’s CAFÉ", "zoe cafe"], ["ﬁnance m²", "finance m2"], ["a--b", "a b"], ["-x-", "x"], ["", ""], ["…!?", ""], ["😀 ok", "ok"], ["x".repeat(50), "x".repeat(40)], ["é".repeat(50), "e".repeat(40)], ["ж".repeat(50), "ж".repeat(20)],
  ];
  for (const [text, expected] of cases) {
    assert.equal(words(text).flatMap((word) => [word.whole, word.signed, ...(word.parts ?? [])]).filter(Boolean).join(" "), expected, text);
  }
  const text = "The 𝒜-team’s ﬁne café, £1,200.50";
  assert.deepEqual(words(text).map((word) => text.slice(word.at, word.to)), ["The", "𝒜-team’s", "ﬁne", "café", "1,200.50"]);
  assert.deepEqual(words("one well-being two 98.46 end").map((word) => word.position), [0, 1, 3, 4, 5]);
});

test("sounds and distances", () => {
  assert.deepEqual(["cesarean", "caesarean", "phone", "winterborne", "ease", "zz", "whither"].map(soundOf), ["ksrn", "ksrn", "fn", "wntrbrn", "as", "s", "wtr"]);
  assert.deepEqual([distance("abc", "abc"), distance("abc", "acb"), distance("abc", "abcd"), distance("kitten", "sitting")], [0, 1, 1, 3]);
});

test("a word leads through its alias to its stem, in few files", async () => {
  const { opened, asked } = index();
  const reader = await opened;
  const texts = await found("meetings", {}, reader);
  assert.equal(texts.length, 2);
  assert.ok(asked.filter((path) => path.startsWith("words-")).length <= 2, asked.join());
  assert.equal(new Set(asked).size, asked.length, "each file is loaded once");
});

test("more words, the better; the same words together, the best", async () => {
  await first("waiting times autism", "The waiting times");
  assert.equal((await found("waiting times"))[0], "The waiting times for autism were long");
});

test("phrases", async () => {
  assert.deepEqual([...await found('"waiting times"')], ["The waiting times for autism were long"]);
  assert.deepEqual([...await found("“diagnosis of autism”")], ["Diagnosis of autism, and the winterbourne review"]);
  assert.deepEqual([...await found('"diagnosis for autism"')], [], "stop words are verified in the text");
  assert.deepEqual([...await found('"times waiting"')], []);
  assert.equal((await found('"waiting ti', { typing: true })).answer.outcome, "found", "a phrase that is being typed");
});

test("words and phrases that must not be there", async () => {
  assert.equal((await found("waiting -autism")).length, 1);
  assert.equal((await found('autism -"waiting times"')).length, 2);
  assert.equal((await found("-autism")).answer.outcome, "signs");
});

test("typed apart, together or with a hyphen is one", async () => {
  for (const query of ["well-being", "wellbeing", "well being"]) assert.equal((await found(query)).length, 3, query);
  await first("safe guarding", "Our wellbeing");
  await first("winterbournereview", "Diagnosis");
  await first("lps25", "A house");
  await first("LPS 25", "A house");
});

test("numbers, money and codes", async () => {
  for (const query of ["£706K", "706k", "98.46", "2017/18"]) await first(query, "Well-being of carers", {});
  await first("26/00702/out", "Resolved");
});

test("synonyms", async () => {
  assert.equal((await found("camhs")).length, 2);
  const texts = await found("child and adolescent mental health services");
  assert.ok(texts.includes("The CAMHS team spoke"));
  const people = await found("Jenny Whittle");
  assert.ok(people.some((text) => text.startsWith("Cllr Jennifer")), people.join());
});

test("while a word is being typed it is a beginning", async () => {
  await first("auti", "", { typing: true });
  const typed = await found("safegua", { typing: true });
  assert.deepEqual([typed.length, typed.answer.instead], [1, []]);
  assert.equal((await found("safegua ", { typing: true })).length, 0, "a blank ends it");
});

test("a misspelling finds the nearest word and says so", async () => {
  for (const [query, word] of [["winterborne", "winterbourne"], ["cesarean", "caesarean"], ["diagonsis", "diagnosis"]]) {
    const texts = await found(query);
    assert.deepEqual(texts.answer.instead, [{ from: query, to: word }]);
    assert.ok(texts.length, query);
  }
  const none = await found("zzyxwv");
  assert.equal(none.answer.outcome, "none");
  assert.deepEqual((await found("safeguuarrdng")).answer.nearest.map(({ to }) => to).slice(0, 1).concat("safeguarding")[0], "safeguarding");
});

test("a long word with two letters in the wrong place is found, though it sounds otherwise", async () => {
  const [reader, query] = [await index({}, siteOf("Pinderfields is a hospital")).opened, "Pindersfield"];
  assert.deepEqual((await found(query, {}, reader)).answer.instead, [{ from: "pindersfield", to: "pinderfields" }]);
});

test("what differs twice and sounds otherwise is another word", async () => {
  const { answer } = await found("hosting", {}, await index({}, siteOf("Housing is scarce")).opened);
  assert.deepEqual([answer.outcome, answer.instead, answer.unknown], ["none", [], ["hosting"]]);
  assert.deepEqual(answer.nearest, [], "nor is it offered");
});

test("two words stand for one only where they stand together", async () => {
  const { answer } = await found("refused", {}, await index({}, siteOf("The ref was used", "A ref", "They used it")).opened);
  assert.deepEqual([answer.outcome, answer.instead, answer.unknown], ["none", [], ["refused"]]);
});

test("an amount is found in thousands too", async () => {
  const reader = await index({}, siteOf("It is £615k", "It is £2m", "It is 7000")).opened;
  for (const [query, text] of [["£615,000", "It is £615k"], ["2,000,000", "It is £2m"], ["£7k", "It is 7000"]]) assert.deepEqual([...await found(query, {}, reader)], [text], query);
});

test("a stop word is not taken for a misspelling", async () => {
  assert.deepEqual((await found("the", {}, await index({}, siteOf("then and two")).opened)).answer.nearest, []);
});

test("filters and their counts", async () => {
  const all = (await found("autism")).answer;
  assert.deepEqual(all.counts.committee, { "health-and-wellbeing-board": 3 });
  assert.deepEqual(all.counts.kind, { Minutes: 1, Paper: 2 });
  assert.deepEqual(all.counts.year, { 2015: 1, 2016: 2 });
  assert.equal((await found("autism", { kind: "Minutes" })).length, 1);
  assert.deepEqual((await found("autism", { kind: "Minutes" })).answer.counts.kind, { Minutes: 1, Paper: 2 }, "a filter does not count itself");
  assert.equal((await found("autism", { from: 2016 })).length, 2);
  assert.equal((await found("autism year:2015")).length, 1);
  assert.equal((await found("autism year:2015-2016")).length, 3);
  assert.equal((await found("autism committee:planning")).answer.outcome, "none");
  assert.equal((await found("resolved committee:planning-committee")).length, 1);
  assert.equal((await found('resolved committee:"health board"')).length, 0);
  assert.equal((await found("meeting", { decisions: true })).length, 1);
  assert.deepEqual((await found("autism committee:nowhere -year:soon")).answer.notes, [{ kind: "committee", text: "nowhere" }, { kind: "year", text: "soon" }]);
});

test("a filter with a minus leaves out", async () => {
  assert.equal((await found("autism -year:2015")).length, 2);
  assert.equal((await found("autism -year:2015-2016")).length, 0);
  assert.equal((await found("autism -year:-2015")).length, 2, "2015 and before");
  assert.equal((await found("autism -committee:planning")).length, 3);
  assert.equal((await found('autism -committee:"health board"')).length, 0);
  assert.equal((await found("autism year:2015-2016 -year:2016")).length, 1);
  assert.equal((await found("autism -year:2016", { from: 2016 })).length, 0);
  assert.deepEqual((await found("autism -year:2016")).answer.counts.year, { 2015: 1, 2016: 2 }, "a filter does not count itself");
  assert.ok((await found("councillor -year:2015 -committee:planning")).length, "what has neither day nor committee stays");
});

test("the newest first", async () => {
  const days = (await small.search("health", { sort: "date" })).groups.map((group) => group.day);
  assert.deepEqual(days, [...days].sort((a, b) => b - a));
});

test("what is named exactly so stands in front", async () => {
  await first("Jennifer Smith-Whittle", "Councillor");
  await first("planning committee", "It decides");
});

test("further places are loaded where they are needed, and only there", async () => {
  const site = { ...SITE, documents: Array.from({ length: 40 }, (_, i) => document(`Paper ${i}`, 2, i % 2, day(2000 + i), i === 33 ? "health of newts" : "health ".repeat(1 + (i % 7)))) };
  const { opened, asked } = index({ topPlaces: 35 }, site);
  const reader = await opened;
  const answer = await reader.search("health");
  assert.deepEqual([answer.total, answer.isPart], [35, true]);
  assert.ok(!asked.some((path) => path.startsWith("more-")));
  assert.equal((await found('"health of newts"', {}, reader)).length, 1);
  assert.ok((await reader.search("health", { sort: "date" })).groups.length === 40 && asked.some((path) => path.startsWith("more-")));
});

test("hostile questions have plain answers", async () => {
  const cases = [["", "empty"], ["   ", "empty"], ["the of and", "stop"], ["?!… -- \"\" ''", "signs"], ["😀🎉", "signs"], ['"the of"', "stop"], ["-", "signs"], ["committee:", null], ["year:2015", "signs"], ["constructor __proto__ toString", null], ["\u0000\uD800", null]];
  for (const [query, outcome] of cases) {
    const answer = await small.search(query);
    if (outcome) assert.equal(answer.outcome, outcome, JSON.stringify(query));
  }
  assert.equal((await found("<script>alert(1)</script>"))[0], "<script>alert(1)</script> was typed");
  assert.equal((await found("الصحة"))[0], "الصحة والرعاية");
  for (const query of ["autism ".repeat(1500), "x".repeat(10000), '"'.repeat(10000), "-".repeat(10000), "committee:".repeat(1000), "a-".repeat(5000)]) await small.search(query, { typing: true });
  assert.ok(parse("word ".repeat(2000)).parts.length <= 32);
});

test("a file that does not load says which, and can be asked for again", async () => {
  const { opened, files, asked } = index();
  const reader = await opened;
  const kept = new Map(files);
  for (const path of files.keys()) if (path.startsWith("words-")) files.delete(path);
  await assert.rejects(reader.search("autism"), (error) => /words-/.test(error.file) && error.message.includes(error.file));
  for (const [path, bytes] of kept) files.set(path, bytes);
  assert.equal((await reader.search("autism")).outcome, "found");
  await assert.rejects(open({ base: "", catalogue: "gone.bin", load: async () => { throw new Error("offline"); } }), /gone\.bin/);
  await assert.rejects(open({ base: "", catalogue: "other.bin", load: async () => new TextEncoder().encode('{"format":2}') }), /other\.bin/);
});

test("marks and excerpts", async () => {
  const { marks } = await small.search("wellbeing camhs meetings");
  const shown = (text) => pieces(text, marks).map((piece) => (piece.isMark ? `[${piece.text}]` : piece.text)).join("");
  assert.equal(shown("Meeting on well-being, well being"), "[Meeting] on [well-being], [well being]");
  assert.equal(shown("Our Child and Adolescent Mental Health Services."), "Our [Child and Adolescent Mental Health Services].");
  const long = "Words of no use here. ".repeat(40) + "At last a meeting on wellbeing is held. " + "More words follow. ".repeat(40);
  const { isCutBefore, isCutAfter, pieces: parts } = excerpt(long, marks);
  const text = parts.map((piece) => piece.text).join("");
  assert.ok(isCutBefore && isCutAfter && text.length < 260 && text.length > 120, text);
  assert.deepEqual(parts.filter((piece) => piece.isMark).map((piece) => piece.text), ["meeting", "wellbeing"]);
  assert.ok((" " + long).includes(` ${text}`) && /\s/.test(long[long.indexOf(text) + text.length]), "it begins and ends with whole words");
  assert.equal(excerpt("short", marks).pieces[0].text, "short");
  assert.deepEqual(excerpt("", marks).pieces, []);
});
