// Reviewing one claim after the other without loading a page: keys, decisions, editing, selections.

import { announce, ask, root, send, t } from "./cakupan.js";
import { selected } from "./places.js";

const card = document.getElementById("card");
const { facts: first, query, may_review: mayReview } = JSON.parse(document.getElementById("facts").textContent);
const filters = Object.fromEntries(new URLSearchParams(query));
const popup = document.getElementById("selection");
const missed = document.getElementById("missed");
const help = document.getElementById("help");

let facts = first;
let busy = false;
let choosing = false; // after e: the next letter names a field

const $ = (selector) => card.querySelector(selector);
const withFilters = (place, values = {}) => {
  const all = new URLSearchParams({ ...filters, ...values });
  return all.size ? `${place}?${all}` : place;
};

// Showing

function arrive({ focus = true } = {}) {
  for (const part of card.querySelectorAll(".decide, [data-do=all-fields]")) part.hidden = false;
  const evidence = $("mark.evidence");
  const text = $("#text");
  if (evidence && text) {
    const middle = evidence.offsetTop - text.clientHeight / 2 + evidence.offsetHeight / 2;
    text.scrollTo({ top: middle, behavior: "instant" });
  }
  if (focus) $("#claim")?.focus({ preventScroll: true });
  choosing = false;
  if (popup) popup.hidden = true;
  if (facts) {
    document.title = `${facts.title} · cakupan`;
    localStorage.setItem(`cakupan.place${query}`, facts.claim);
  } else {
    localStorage.removeItem(`cakupan.place${query}`);
  }
}

function show(told, { push = true } = {}) {
  const before = facts;
  card.innerHTML = told.html;
  facts = told.facts;
  // a claim that was just corrected has left its place in the queue; the reviewer goes on from there
  if (facts && before && facts.claim === before.claim) facts.cursor ??= before.cursor;
  if (push && facts && facts.claim !== before?.claim) history.pushState({ claim: facts.claim }, "", facts.address);
  window.scrollTo({ top: 0, behavior: "instant" });
  arrive();
}

/** Does one thing at a time; a key pressed meanwhile is not a second decision. */
async function alone(work) {
  if (busy) return;
  busy = true;
  card.classList.add("busy");
  try {
    await work();
  } catch (error) {
    if (error.status === 409) conflict(error);
    else announce(error.message, { problem: true, lang: error.lang });
  } finally {
    busy = false;
    card.classList.remove("busy");
  }
}

function conflict({ message, lang }) {
  $(".conflict")?.remove();
  const box = document.createElement("div");
  box.className = "conflict";
  box.setAttribute("role", "alert");
  const words = document.createElement("p");
  words.textContent = message;
  words.lang = lang;
  const again = document.createElement("button");
  again.type = "button";
  again.className = "main";
  again.textContent = t("Look again");
  again.addEventListener("click", () => open(facts.claim));
  box.append(words, again);
  ($(".decide") ?? $("#claim")).before(box);
  again.focus();
}

// Deciding

function note() {
  return $("#reason")?.value.trim() || null;
}

function decide(action, more = {}) {
  if (!mayReview || !facts) return Promise.resolve();
  return alone(async () => {
    const { claim, seen, cursor } = facts;
    const told = await send("api/review/decide", { claim, seen, cursor, action, filters, reason: note(), ...more });
    show(told);
    announce(told.message);
  });
}

const step = (name) => () =>
  alone(async () => {
    if (!facts) return;
    if (name === "earlier") {
      if (facts.earlier) show(await ask(withFilters(`api/review/claim/${facts.earlier}`)));
      else announce(t("This is the first claim of the queue."));
    } else {
      show(await ask(withFilters("api/review/next", facts.cursor ? { after: facts.cursor } : {})));
    }
  });

const open = (claim) => alone(async () => show(await ask(withFilters(`api/review/claim/${claim}`))));

function undo() {
  if (!mayReview) return Promise.resolve();
  return alone(async () => {
    const told = await send("api/review/undo", { filters });
    if (told.html) show(told);
    announce(told.message);
  });
}

// Editing

function chooseField() {
  if (!mayReview || !facts) return;
  choosing = true;
  const list = $("dl.fields");
  list.classList.add("all", "choosing");
  list.scrollIntoView({ block: "nearest" });
  announce(t("Which field? Press its letter, Esc goes back."));
}

function stopChoosing() {
  if (choosing) announce("");
  choosing = false;
  $("dl.fields")?.classList.remove("choosing");
}

async function edit(key) {
  stopChoosing();
  const field = card.querySelector(`.field[data-field="${key}"]`);
  if (!field) return;
  await alone(async () => {
    const told = await ask(`api/review/field/${facts.claim}/${key}`);
    $(".editor")?.remove();
    field.classList.remove("empty");
    field.querySelector("dd").insertAdjacentHTML("beforeend", told.html);
    const form = field.querySelector(".editor");
    form.scrollIntoView({ block: "nearest" });
    (form.querySelector("input:checked") ?? form.querySelector("input, select")).focus();
    form.querySelector("input:not([type=checkbox])")?.select();
    const before = typed(form, "value");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (typed(form, "value") === before) cancel(form);
      else save(form, key);
    });
  });
}

/** What the controls of one name say, as it would be typed. */
function typed(form, name) {
  const parts = [...form.querySelectorAll(`[name="${name}"]`)]
    .filter((control) => (control.type !== "checkbox" || control.checked) && control.value.trim())
    .map((control) => (control.dataset.prefix ?? "") + control.value.trim());
  return parts.join(", ");
}

async function save(form, key) {
  const problem = form.querySelector(".problem");
  problem.textContent = "";
  if (busy) return;
  busy = true;
  try {
    const { claim, seen, cursor } = facts;
    const change = { key, typed: typed(form, "value") || "-" };
    const told = await send("api/review/decide", { claim, seen, cursor, action: "correct", filters, reason: note(), ...change });
    show(told);
    announce(told.message);
  } catch (error) {
    if (error.status === 409) conflict(error);
    else Object.assign(problem, { textContent: error.message, lang: error.lang });
  } finally {
    busy = false;
  }
}

function cancel(form) {
  const dialog = form.closest("dialog");
  if (dialog) return dialog.close();
  const button = form.closest(".field").querySelector(".value");
  form.remove();
  button.focus();
}

// Selections

function offer() {
  if (!popup || !facts) return;
  const found = selected($("#text"));
  popup.hidden = !found;
  if (!found) return;
  const left = Math.max(8, Math.min(found.box.left, innerWidth - popup.offsetWidth - 8));
  const below = found.box.bottom + 8;
  popup.style.left = `${left}px`;
  popup.style.top = `${below + popup.offsetHeight < innerHeight ? below : Math.max(8, found.box.top - popup.offsetHeight - 8)}px`;
}

function evidence() {
  const found = selected($("#text"));
  if (!found) return announce(t("Select words of the text first."), { problem: true });
  return decide("correct", { evidence: { start: found.start, end: found.end } });
}

function addMissed() {
  const found = selected($("#text"));
  if (!found || !mayReview) return announce(t("Select words of the text first."), { problem: true });
  const { start, end } = found;
  const place = { document: facts.document, start, end, near: facts.claim };
  return alone(async () => {
    const told = await ask(`api/review/selection?${new URLSearchParams(place)}`);
    missed.innerHTML = told.html;
    popup.hidden = true;
    missed.showModal();
    const form = missed.querySelector("form");
    form.querySelector("input, select").focus();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      add(form, place);
    });
  });
}

async function add(form, place) {
  const names = [...form.querySelectorAll(".field [name]")].map((control) => control.name);
  const fields = Object.fromEntries(names.filter((name) => name !== "reason").map((name) => [name, typed(form, name)]));
  if (!fields.segment) fields.segment = "-";
  try {
    const told = await send("api/review/add", { ...place, fields, filters, reason: form.elements.reason.value });
    missed.close();
    show(told);
    announce(told.message);
  } catch (error) {
    Object.assign(form.querySelector(".problem"), { textContent: error.message, lang: error.lang });
  }
}

// Keys and clicks

const actions = {
  accept: () => decide("accept"),
  reject: () => decide("reject"),
  flag: () => decide("flag"),
  skip: step("later"),
  undo,
  edit: chooseField,
  evidence,
  missed: addMissed,
  help: () => help.showModal(),
  "all-fields": () => {
    const button = $("[data-do=all-fields]");
    const all = $("dl.fields").classList.toggle("all");
    button.setAttribute("aria-expanded", String(all));
    button.textContent = all ? t("Hide empty fields") : t("Show empty fields");
  },
};
const keys = {
  a: actions.accept, x: actions.reject, f: actions.flag, " ": actions.skip, j: actions.skip, k: step("earlier"),
  u: undo, e: chooseField, v: evidence, m: addMissed, "?": actions.help,
  n: () => $("#reason")?.focus(),
  "/": () => { location.href = root + withFilters("review"); },
};

document.addEventListener("click", (event) => {
  const number = event.target.closest("#text [data-claim]");
  if (number && !selected($("#text"))) return open(number.dataset.claim);
  const button = event.target.closest("[data-do], [data-edit]");
  if (!button) return;
  if (button.dataset.edit) return edit(button.dataset.edit);
  if (button.dataset.do === "cancel") return cancel(button.form);
  actions[button.dataset.do]?.();
});

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  const typing = target.closest("input, select, textarea, .editor");
  if (key === "Escape") {
    if (choosing) stopChoosing();
    else if (typing?.closest(".editor")) cancel(typing.closest(".editor"));
    else if (typing) $("#claim")?.focus({ preventScroll: true });
    return;
  }
  if (key === "Enter" && target.matches(".editor select")) return target.form.requestSubmit();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.repeat && key !== "j" && key !== "k") return;
  if (key === " " && target.closest("button, a, summary")) return;
  if (choosing) {
    event.preventDefault();
    return edit(key);
  }
  const act = keys[key];
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener("selectionchange", offer);
window.addEventListener("popstate", () => {
  const claim = decodeURIComponent(location.pathname.split("/").pop());
  alone(async () => show(await ask(withFilters(`api/review/claim/${claim}`)), { push: false }));
});

arrive({ focus: false });
