// The reviewer's name, links for other reviewers, logging out.

import { announce, complain, send, t } from "./cakupan.js";

const done = {
  name: () => location.reload(),
  invite: ({ path }) => {
    const link = document.getElementById("link");
    link.value = new URL(path, location.href).href;
    link.closest("[hidden]")?.removeAttribute("hidden");
    link.select();
    announce(t("The login link is ready to be copied."));
  },
  logout: () => location.reload(),
};

async function run(action, told) {
  try {
    done[action](await send(`api/${action}`, told));
  } catch (error) {
    complain(error);
  }
}

for (const form of document.querySelectorAll("form[data-action]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run(form.dataset.action, { name: form.elements.name.value });
  });
}
for (const button of document.querySelectorAll("button[data-action]")) {
  button.addEventListener("click", () => run(button.dataset.action, {}));
}
