// Feeding files, an address or text, one after the other; each gets a line that tells what was found in it.

import { announce, language, Refusal, root, send, t, tn } from "./cakupan.js";

const byId = (id) => document.getElementById(id);
const results = byId("results");
const limit = Number(byId("by-file").dataset.limit);
const waiting = [];
let busy = false;

/** An element with attributes and children; texts become text nodes, so nothing an article says is ever markup. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

function begin(name) {
  byId("fed").hidden = false;
  const bar = make("progress", { "aria-label": t("Reading {name}", { name }) });
  const line = make("li", {}, make("strong", {}, name), " ", make("span", { class: "soft" }, t("waiting")), " ", bar);
  results.prepend(line);
  return line;
}

/** Reads one document after the other: the server does the same, and the lines keep their order. */
function enqueue(name, post) {
  waiting.push({ name, post, line: begin(name) });
  if (!busy) work();
}

async function work() {
  busy = true;
  for (let next; (next = waiting.shift()); ) {
    next.line.querySelector("span").textContent = t("reading …");
    try {
      next.line.replaceChildren(...told(next.name, await next.post()));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const problem = make("span", { class: "bad", lang: error.lang }, error.message);
      next.line.replaceChildren(make("strong", {}, next.name), " ", problem);
    }
    next.line.scrollIntoView({ block: "nearest" });
  }
  busy = false;
}

const marks = { agrees: "✓", rounding: "≈", disagrees: "✗", unchecked: "?" };
const classes = { agrees: "good", rounding: "info", disagrees: "bad", unchecked: "doubt" };

function told(name, found) {
  const source = [found.publisher, found.published].filter(Boolean).join(", ");
  const claims = found.claims.map((claim) =>
    make("li", {}, make("a", { href: `${root}review/${claim.id}` }, claim.value), ` ${claim.about}`),
  );
  const count = tn("{count} claim", "{count} claims", found.count);
  const all = found.count ? make("a", { href: `${root}review?document=${found.document}` }, count) : count;
  const checks = found.checks.map(({ verdict, label, count }) =>
    make("span", { class: classes[verdict] }, `${marks[verdict]} ${label}: ${count.toLocaleString(language)}`),
  );
  return [
    make("a", { href: found.url, class: "title", lang: "id" }, found.title ?? name),
    make("span", { class: "soft" }, [` ${found.state}`, source].filter(Boolean).join(" · ")),
    found.near_copy_of ? make("p", {}, t("A near-copy of a document that is stored already; it counts once.")) : null,
    make("p", {}, all, ...spaced(checks)),
    claims.length ? make("ul", { class: "plain" }, ...claims) : null,
    found.differing
      ? make("p", { class: "bad" }, tn("{count} figure is reported differently elsewhere.", "{count} figures are reported differently elsewhere.", found.differing))
      : null,
    ...found.notes.map((note) => make("p", { class: "soft", lang: "en" }, note)),
  ].filter(Boolean);
}

function spaced(elements) {
  return elements.flatMap((element) => [" ", element]);
}

/** Where a file or text is from, as far as the visitor told; the address is used up with one document. */
function about(more = {}) {
  const told = new URLSearchParams(more);
  if (byId("source").value) told.set("source", byId("source").value);
  if (byId("day").value) told.set("day", byId("day").value);
  byId("source").value = "";
  return told.toString();
}

function take(files) {
  for (const file of files) {
    if (file.size > limit) {
      announce(t("{name} is larger than {megabytes} MB.", { name: file.name, megabytes: limit / 1e6 }), { problem: true });
      continue;
    }
    const query = about({ name: file.name });
    enqueue(file.name, () => send(`api/feed?${query}`, file, { raw: true }));
  }
}

byId("files").addEventListener("change", (event) => {
  take(event.target.files);
  event.target.value = "";
});

byId("by-address").addEventListener("submit", (event) => {
  event.preventDefault();
  const address = byId("address").value.trim();
  const day = byId("day").value || null;
  enqueue(address, () => send("api/feed/address", { address, day }));
  byId("address").value = "";
});

byId("by-text").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = byId("text").value;
  const query = about();
  const name = text.trim().split("\n", 1)[0].slice(0, 80);
  enqueue(name, () => send(`api/feed?${query}`, new Blob([text], { type: "text/plain" }), { raw: true }));
  byId("text").value = "";
});

// The whole page takes files; a drag that holds none is none of ours.
const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
document.addEventListener("dragover", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  document.body.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  document.body.classList.remove("dropping");
  if (!holdsFiles(event)) return;
  event.preventDefault();
  take(event.dataTransfer.files);
});
