// What every page's script needs: messages in the page's language, requests that change something, announcements.

const messages = JSON.parse(document.getElementById("cakupan-messages").textContent);
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? null;

export const language = document.documentElement.lang;
export const root = meta("cakupan-root");

/** A message in the page's language, its {places} filled from values. */
export function t(message, values = {}) {
  return (messages[message] ?? message).replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** One of two messages by a count, with {count} filled. */
export function tn(one, many, count, values = {}) {
  return t(count === 1 ? one : many, { count: count.toLocaleString(language), ...values });
}

const SHOWN = 8000; // milliseconds a message that tells of no problem stays
let fading;

/** Says something to everybody: shown for a while (a problem until the next message), and read aloud. */
export function announce(text, { problem = false, lang = language } = {}) {
  const [line, other] = ["status", "alert"].map((id) => document.getElementById(id));
  other.lang = line.lang = lang;
  (problem ? other : line).textContent = text;
  (problem ? line : other).textContent = "";
  clearTimeout(fading);
  if (!problem) fading = setTimeout(() => (line.textContent = ""), SHOWN);
}

/** What the server refused, in words for the visitor, and the language they are in; `status` is the HTTP status,
    0 when it did not answer. */
export class Refusal extends Error {
  constructor(message, status, lang = language) {
    super(message);
    this.status = status;
    this.lang = lang;
  }
}

/** Says what went wrong; what is no Refusal is a fault of ours and belongs on the console. */
export function complain(error) {
  if (!(error instanceof Refusal)) throw error;
  announce(error.message, { problem: true, lang: error.lang });
}

async function answered(request) {
  let response;
  try {
    response = await request;
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal(t("The server does not answer. Is it still running?"), 0);
  }
  const isJson = (response.headers.get("content-type") ?? "").startsWith("application/json");
  const told = isJson ? await response.json() : null;
  if (response.ok && told !== null) return told;
  if (told?.error) throw new Refusal(told.error, response.status, told.language);
  throw new Refusal(t("The server refused this ({status}).", { status: response.status }), response.status);
}

/** Asks for JSON at one of our addresses: ask("api/claims?region=15"). Throws a Refusal. */
export function ask(place, { signal } = {}) {
  return answered(fetch(root + place, { headers: { accept: "application/json" }, signal }));
}

/** Posts JSON (or, with `raw`, bytes as they are) to one of our addresses and returns the answer. Throws a Refusal. */
export function send(place, told, { raw = false, headers = {}, signal } = {}) {
  return answered(
    fetch(root + place, {
      method: "POST",
      headers: {
        "x-csrftoken": meta("csrftoken") ?? "",
        "content-type": raw ? "application/octet-stream" : "application/json",
        ...headers,
      },
      body: raw ? told : JSON.stringify(told),
      signal,
    }),
  );
}
