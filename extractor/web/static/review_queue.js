// The queue: going on where one stopped, suggestions for filters, all claims of a filter at once.

import { announce, ask, root, send, t, tn } from "./cakupan.js";

const { query, filters, may_review: mayReview } = JSON.parse(document.getElementById("facts").textContent);
const form = document.querySelector(".filters");
const dialog = document.getElementById("bulk");
const undo = document.getElementById("undo");

// Where one stopped

const resume = document.getElementById("resume");
const stopped = localStorage.getItem(`cakupan.place${query}`);
if (stopped && document.getElementById("start")) {
  resume.href = `${root}review/${encodeURIComponent(stopped)}${query}`;
  resume.hidden = false;
}

// Filters: only those that are set go into the address

form.addEventListener("submit", () => {
  for (const control of form.querySelectorAll("[name]")) control.disabled = !control.value;
  setTimeout(() => form.querySelectorAll("[name]").forEach((control) => (control.disabled = false)));
});

form.addEventListener("focusin", suggest, { once: true });

async function suggest() {
  try {
    const told = await ask("api/review/suggestions");
    for (const [name, values] of Object.entries(told)) {
      const options = values.map(([value, count]) => Object.assign(document.createElement("option"), { value, label: `${value} (${count})` }));
      document.getElementById(name).replaceChildren(...options);
    }
  } catch (error) {
    announce(error.message, { problem: true, lang: error.lang });
  }
}

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    form.elements.search.focus();
  } else if (event.key === "u" && undo) {
    undoLast();
  } else if (event.key === "Enter" && event.target === document.body) {
    document.getElementById("start")?.click();
  }
});

// All claims of a filter at once

const words = {
  accept: (count) => tn("Accept this claim?", "Accept all {count} claims?", count),
  reject: (count) => tn("Reject this claim?", "Reject all {count} claims?", count),
};

async function counted(action) {
  try {
    const told = await ask(`api/review/counted${query}`);
    const send = dialog.querySelector("button.main");
    document.getElementById("bulk-title").textContent = words[action](told.count);
    document.getElementById("bulk-told").textContent = t("They are decided as one batch, and one undo takes all of it back.");
    send.textContent = action === "accept" ? t("Accept") : t("Reject");
    dialog.querySelector(".problem").textContent = "";
    dialog.querySelector("form").onsubmit = (event) => {
      event.preventDefault();
      decide(action, told);
    };
    dialog.showModal();
    send.focus();
  } catch (error) {
    announce(error.message, { problem: true, lang: error.lang });
  }
}

async function decide(action, { count, stamp }) {
  try {
    const reason = document.getElementById("bulk-reason").value;
    const told = await send("api/review/bulk", { action, count, stamp, filters, reason });
    sessionStorage.setItem("cakupan.said", told.message);
    location.reload();
  } catch (error) {
    Object.assign(dialog.querySelector(".problem"), { textContent: error.message, lang: error.lang });
  }
}

async function undoLast() {
  try {
    const told = await send("api/review/undo", { filters });
    sessionStorage.setItem("cakupan.said", told.message);
    location.reload();
  } catch (error) {
    announce(error.message, { problem: true, lang: error.lang });
  }
}

if (mayReview) {
  for (const button of document.querySelectorAll("[data-bulk]")) {
    button.hidden = false;
    button.addEventListener("click", () => counted(button.dataset.bulk));
  }
  dialog.querySelector("[data-do=cancel]").addEventListener("click", () => dialog.close());
  undo.hidden = false;
  undo.addEventListener("click", undoLast);
}

const said = sessionStorage.getItem("cakupan.said");
if (said) {
  sessionStorage.removeItem("cakupan.said");
  announce(said);
}
