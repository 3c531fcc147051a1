// Words and small parts that several pages share.

function duration(seconds) {
  if (seconds < 60) {
    return `${Math.round(seconds)} s`;
  }

  if (seconds < 3600) {
    return `${Math.round(seconds / 60)} min`;
  }

  return seconds < 172_800 ? `${(seconds / 3600).toFixed(1)} h` : `${(seconds / 86_400).toFixed(1)} days`;
}

/** The memory of a running trial: now, and the most so far. */
function memory(trial) {
  if (trial.bytes === undefined) {
    return "";
  }

  const [now, peak] = [trial.bytes, trial.peakBytes].map(bytes => (bytes / 1048576).toFixed(bytes < 104857600 ? 1 : 0));
  return trial.isShared
    ? make("span", { class: "quiet", title: "The memory of the whole process of the search, in which the trial runs." }, `process ${now} MiB`)
    : make("span", {}, `${now} MiB`, make("span", { class: "quiet most" }, `, at most ${peak}`));
}

function ago(time) {
  if (!time) {
    return "";
  }

  const seconds = (Date.now() - Date.parse(time)) / 1000;
  return seconds < 5 ? "just now" : `${duration(seconds)} ago`;
}

function formatValueOrDash(value) {
  return value === undefined || value === null ? "–" : formatNumber(value);
}

const goodStates = new Set(["running", "complete"]);
const badStates = new Set(["failed", "fail", "gone", "unreadable", "infeasible"]);

function stateMark(state) {
  return make("span", { class: `state ${goodStates.has(state) ? "good" : badStates.has(state) ? "bad" : ""}`, "data-state": state }, state);
}

function figure(name, value, note, extra = "") {
  return make("div", { class: `figure ${extra}` }, make("dt", {}, make("bdi", {}, name)), make("dd", { class: "value" }, value), make("dd", { class: "note" }, note ?? ""));
}

/** How far a search is: a bar where the plan is known. */
function progress(card) {
  if (!card.planned) {
    return make("span", {}, String(card.finished));
  }

  const bar = make("progress", { max: String(card.planned), value: String(Math.min(card.counted, card.planned)), "aria-label": "progress" });
  return make("span", { class: "progress" }, bar, ` ${card.counted} / ${card.planned}`);
}

function factsTable(facts, label) {
  return make("table", { class: "values", "aria-label": label }, make("tbody", {}, ...facts.map(fact =>
    make("tr", {}, make("th", { scope: "row" }, make("bdi", {}, fact.name)), make("td", {}, make("bdi", {}, fact.text))))));
}

function section(id, title, ...children) {
  return make("section", { id, "aria-labelledby": `${id}-title` }, make("h2", { id: `${id}-title` }, title), ...children);
}

function link(path, text, extra = {}) {
  return make("a", { href: root + path, ...extra }, make("bdi", {}, text));
}

/** The command in a box, and a button that copies it. */
function commandBox(command) {
  const button = make("button", {
    type: "button",
    onclick: async () => {
      await navigator.clipboard.writeText(command);
      button.textContent = "Copied";
      say("command copied");
    },
  }, "Copy");
  return make("div", { class: "choose" }, make("code", {}, command), navigator.clipboard ? button : undefined);
}

function setTitle(text, ...crumbs) {
  document.title = `${text} · Hypermax`;
  const heading = document.getElementById("title");
  heading.replaceChildren(make("a", { href: `${root}/`, class: "home" }, "Hypermax"), ...crumbs.flatMap(crumb => [make("span", { class: "crumb", "aria-hidden": "true" }, "›"), crumb]));
}

/** Says that there is nothing to be shown, and where there is something. */
function showNothing(text, path = "/", where = "All studies") {
  document.getElementById("sections").replaceChildren();
  document.getElementById("main").replaceChildren(make("h2", { class: "page-title" }, "Nothing to show"), make("p", {}, text), make("p", {}, link(path, where, { class: "button" })));
}

/** A value as people read it: long numbers shortened, whole where one points at it. */
function shortValue(text) {
  const isLong = text.length > 9 && /^-?\d+\.\d+(e[-+]?\d+)?$/i.test(text);
  return isLong ? make("bdi", { title: text }, formatNumber(Number(text))) : make("bdi", {}, text);
}

// A press and its release must meet the same element, or the click is lost: nothing is replaced meanwhile, for whatever stands above moves it away. And
// what is selected is to be copied.
let isPressed = false;
const postponed = new Map();
function isHeld(host) {
  const selection = getSelection();
  return isPressed || (!selection.isCollapsed && host.contains(selection.getRangeAt(0).commonAncestorContainer));
}

function replacePostponed() {
  const waiting = [...postponed];
  postponed.clear();
  waiting.forEach(([host, children]) => replaceKeepingFocus(host, ...children));
}

addEventListener("pointerdown", event => { isPressed = event.button === 0; }, true);

// Of a press that opens a menu some systems tell no end.
for (const end of ["pointerup", "pointercancel", "contextmenu"]) {
  addEventListener(end, () => setTimeout(() => {
    isPressed = false;
    replacePostponed();
  }, 50), true);
}

document.addEventListener("selectionchange", replacePostponed);

/** Puts new elements in the place of old ones without taking the focus away, or moving the page to where it is. */
function replaceKeepingFocus(host, ...children) {
  if (isHeld(host)) {
    postponed.set(host, children);
    return;
  }

  postponed.delete(host);
  const focused = document.activeElement;
  const key = host.contains(focused) ? focused.dataset.key : undefined;
  const places = [...host.querySelectorAll(".scroll")].map(element => element.scrollLeft);
  host.replaceChildren(...children.filter(child => child !== undefined));
  [...host.querySelectorAll(".scroll")].forEach((element, i) => { element.scrollLeft = places[i] ?? 0; });
  if (key) {
    // A row that has left the table leaves the keyboard with the table; a button that can do no more leaves it with those beside it.
    const kept = host.querySelector(`[data-key="${CSS.escape(key)}"]`);
    (kept?.disabled ? kept.parentElement.querySelector("button:enabled") : kept ?? host)?.focus({ preventScroll: true });
  }
}
