// Speaking with the server: requests, news, and what to do when it is not there.

const page = document.documentElement.dataset;
const root = page.root;
let session = { maySteer: false, hasCharts: false };

class ServerError extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

/** @returns {Promise<Response>} An answer that is fine; anything else is thrown. */
async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(root + path, { credentials: "same-origin", ...options });
  } catch {
    throw new ServerError(0, "The server does not answer.");
  }

  if (response.status === 401 && page.page !== "signin") {
    location.assign(`${root}/sign-in?back=${encodeURIComponent(location.pathname + location.search)}`);
  }

  if (!response.ok) {
    const problem = await response.json().catch(() => null);
    throw new ServerError(response.status, problem?.error ?? `The server answered ${response.status}.`);
  }

  return response;
}

async function fetchJson(path) {
  return (await ask(path)).json();
}

/** Asks the server to change something; the token says that the request comes from a page of its own. */
async function change(method, path, body) {
  const headers = { [session.tokenHeader]: session.token };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }

  const response = await ask(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  return response.status === 204 ? null : response.json();
}

/** A query of what is given. */
function query(values) {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) {
      value.forEach(each => parts.append(name, each));
    } else if (value !== undefined && value !== null && value !== "" && value !== false) {
      parts.set(name, String(value));
    }
  }

  const text = parts.toString();
  return text === "" ? "" : `?${text}`;
}

/** Follows news by events, and by asking every two seconds where these do not come through. Rests while nobody looks. */
class News {
  constructor(events, poll, heard) {
    [this.events, this.poll, this.heard] = [events, poll, heard];
    this.failures = 0;
    document.addEventListener("visibilitychange", () => (document.hidden ? this.stop() : this.start()));
    addEventListener("pagehide", () => this.stop());
    addEventListener("pageshow", () => this.start());
    this.start();
  }

  start() {
    if (this.source || this.timer || document.hidden) {
      return;
    }

    if (this.failures >= 3) {
      this.ask();
      return;
    }

    this.source = new EventSource(root + this.events);
    this.source.addEventListener("news", event => {
      this.failures = 0;
      this.alive();
      showState("live");
      this.heard(JSON.parse(event.data));
    });
    this.source.addEventListener("error", () => this.lost());
    this.alive();
  }

  // A proxy that keeps events back sends no error; the server says something every ten seconds at least.
  alive() {
    clearTimeout(this.watch);
    this.watch = setTimeout(() => this.lost(), 25_000);
  }

  lost() {
    this.failures++;
    showState("reconnecting");
    if (this.failures >= 3 || this.source?.readyState === EventSource.CLOSED) {
      this.stop();
      this.timer = setTimeout(() => {
        this.timer = undefined;
        this.failures = Math.max(this.failures, 3);
        this.ask();
      }, 1000);
    }
  }

  async ask() {
    try {
      const news = await fetchJson(this.poll);
      showState("polling");
      this.heard(news);
      this.polls = (this.polls ?? 0) + 1;
      if (this.polls % 15 === 0) {
        // Events may come through again.
        this.failures = 0;
        this.timer = undefined;
        this.start();
        return;
      }
    } catch (error) {
      showState(error.status === 0 ? "offline" : "reconnecting");
      if (error.status === 404) {
        this.heard({ version: -1, quick: 0, slow: 0, state: "gone", finished: 0 });
      }
    }

    if (!document.hidden) {
      this.timer = setTimeout(() => {
        this.timer = undefined;
        this.ask();
      }, 2000);
    }
  }

  stop() {
    clearTimeout(this.watch);
    clearTimeout(this.timer);
    this.timer = undefined;
    this.source?.close();
    this.source = undefined;
  }
}

const stateWords = { live: "live", polling: "live, by asking", reconnecting: "reconnecting…", offline: "the server does not answer" };

function showState(state) {
  const element = document.getElementById("live-state");
  if (element.dataset.state !== state) {
    element.dataset.state = state;
    element.textContent = stateWords[state];
    document.documentElement.dataset.connection = state;
  }
}

/** Runs one at a time; calls that come meanwhile become one more at the end, no sooner than so many milliseconds after the last. */
function oneAtATime(work, pause = 0) {
  let running = false;
  let again = false;
  return async function run() {
    if (running) {
      again = true;
      return;
    }

    running = true;
    do {
      again = false;
      try {
        await work();
      } catch (error) {
        showTrouble(error.message, error.status !== 0);
      }

      if (pause > 0) {
        await new Promise(resolve => setTimeout(resolve, pause));
      }
    } while (again);
    running = false;
  };
}

/** Tells whether trials have run for a second before this page: they may go on for long, and what they use and print is looked at more often. */
class LongRuns {
  since = new Map();

  isAny(running) {
    const now = performance.now();
    this.since = new Map(running.map(number => [number, this.since.get(number) ?? now]));
    return [...this.since.values()].some(began => now - began > 1000);
  }
}

/** Says at the top what is wrong, or takes it back. */
function showTrouble(text, isLasting = true) {
  const banner = document.getElementById("banner");
  banner.hidden = !text;
  banner.textContent = text ?? "";
  banner.dataset.lasting = String(isLasting);
}

/** Says something that passes. */
function toast(text, isGood = true) {
  let box = document.getElementById("toasts");
  if (!box) {
    box = make("div", { id: "toasts", role: "status" });
    document.body.append(box);
  }

  const element = make("div", { class: isGood ? "toast" : "toast bad" }, text);
  box.append(element);
  setTimeout(() => element.remove(), isGood ? 6000 : 12_000);
}
