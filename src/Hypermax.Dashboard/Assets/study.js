// The page of a study: figures, charts, trials, steering, notes, all of them live.

async function startStudy() {
  const id = location.pathname.split("/").at(-1);
  const main = document.getElementById("main");
  const given = new URLSearchParams(location.search);
  const parts = {
    live: make("div", { id: "now" }), summary: make("div"), settings: make("div"),
    wall: make("div"), table: make("div"), steer: make("div"), note: make("div"), chosen: make("div"),
  };
  const filter = make("input", { type: "search", id: "trial-filter", placeholder: "gini  Trees>100  status=fail", spellcheck: "false", autocomplete: "off" });
  filter.value = given.get("filter") ?? "";
  const filterError = make("span", { class: "error-text", role: "alert" });
  const states = make("span", { class: "states", role: "group", "aria-label": "States" });
  const parameter = make("select", { id: "chart-parameter" }, make("option", { value: "" }, "all parameters"));
  const hidden = new Set();
  let study;
  let applied = "";

  const currentFilter = () => [filter.value.trim(), ...[...hidden].map(state => `status!=${state}`)].filter(term => term !== "").join(" ");
  const table = new ServerTable(id, parts.table, { filter: () => applied, brush: numbers => brush(numbers) });
  const wall = new Wall(id, parts.wall, { open: number => location.assign(`${root}/studies/${id}/trials/${number}`), select: numbers => brush(numbers) });
  const chosen = new ChosenChart(id, parts.chosen, wall.callbacks, () => applied);

  function brush(numbers) {
    table.brush(numbers);
    wall.select(new Set(numbers ?? []));
    chosen.frame.handle?.select(wall.selected);
    say(numbers === null ? "all trials shown" : `${numbers.length} trials selected; the table shows them`);
  }

  main.replaceChildren(
    parts.live,
    make("p", { class: "quiet if-unbegun" }, "Nothing of this study can be shown yet. The page follows by itself."),
    parts.summary,
    section("charts", "Charts",
      make("div", { class: "controls shared-filter" },
        make("label", { for: "trial-filter" }, "Filter"), filter, states, filterError),
      make("p", { class: "quiet hint" }, "Of charts and table alike. Words must occur somewhere in the row; comparisons name a column: Trees>100, loss<=0.5, error~memory, \"a b\"=3."),
      make("div", { class: "controls" },
        make("fieldset", { class: "drag" }, make("legend", {}, "Dragging over a chart"),
          make("label", {}, make("input", { type: "radio", name: "drag", value: "zoom", checked: true }), " zooms"), " ",
          make("label", {}, make("input", { type: "radio", name: "drag", value: "select" }), " selects trials")),
        make("label", { for: "chart-parameter" }, "Charts about"), parameter),
      parts.wall),
    section("chosen", "Axes of your choice", parts.chosen),
    section("trials", "Trials", parts.table),
    parts.steer, parts.note, parts.settings);
  document.getElementById("sections").replaceChildren(...[["#summary", "Summary"], ["#charts", "Charts"], ["#trials", "Trials"], ["#steering", "Steering"], ["#notes", "Notes"]]
    .map(([href, text]) => make("a", { href }, text)));
  parameter.addEventListener("change", () => wall.showParameter(parameter.value));

  const applyFilter = oneAtATime(async () => {
    const wanted = currentFilter();
    try {
      await fetchJson(`/api/studies/${id}/trials${query({ filter: wanted, count: 1 })}`);
    } catch (error) {
      filterError.textContent = error.message;
      return;
    }

    filterError.textContent = "";
    applied = wanted;
    wall.filter = wanted;
    table.from = 0;
    history.replaceState(null, "", location.pathname + query({ filter: filter.value }) + location.hash);
    await Promise.all([table.refresh(), wall.refresh({ quick: wall.versions.quick, slow: wall.versions.slow }), chosen.show(wall.versions.quick)]);
  });
  let typing;
  filter.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(applyFilter, 300);
  });

  function drawStates() {
    const texts = study.columns.find(column => column.name === "status")?.texts ?? [];
    if (states.childElementCount > 0) {
      return;
    }

    states.replaceChildren(...texts.map(text => make("button", {
      type: "button", class: "small", "aria-pressed": "true",
      onclick: event => {
        hidden[hidden.has(text) ? "delete" : "add"](text);
        event.currentTarget.setAttribute("aria-pressed", String(!hidden.has(text)));
        applyFilter();
      },
    }, text)));
  }

  let seen = {};
  let fetchedAt = 0;
  let drawnAt = 0;
  let news = { version: 0, quick: 0, slow: 0 };
  const fragments = async () => {
    const html = await Promise.all(["summary", "settings"].map(async name => (await ask(`/api/studies/${id}/${name}`)).text()));
    // Written by the report's own writer, which escapes every text; the policy of the page lets nothing in it run.
    ["summary", "settings"].forEach((name, i) => {
      if (parts[name].dataset.html !== html[i]) {
        parts[name].dataset.html = html[i];
        parts[name].innerHTML = html[i];
      }
    });
  };
  const refresh = oneAtATime(async () => {
    const now = news;
    if (now.version === seen.version && now.quick === seen.quick && now.slow === seen.slow) {
      return;
    }

    if (now.version < 0) {
      showTrouble("The study is no longer where it was: it was deleted or moved. What was read last stays here.");
      return;
    }

    study = await fetchJson(`/api/studies/${id}`);
    fetchedAt = performance.now();
    showTrouble(study.card.trouble);
    setTitle(study.card.title ?? study.card.name, make("bdi", {}, study.card.title ?? study.card.name));
    drawnAt = performance.now();
    drawNow(parts.live, study, id);

    // Of a study that has not begun, or cannot be read, there is nothing more to ask for.
    const hasBegun = study.columns.length > 0;
    main.classList.toggle("unbegun", !hasBegun);
    document.getElementById("sections").hidden = !hasBegun;
    if (!hasBegun) {
      seen = now;
      document.documentElement.dataset.ready = "true";
      return;
    }

    if (!parts.note.hasChildNodes()) {
      startNote(parts.note, `/api/studies/${id}/note`, "Notes", "notes");
    }

    table.setColumns(study.columns);
    chosen.setColumns(study.columns, study.card.valueName);
    drawStates();
    if (parameter.options.length !== study.parameters.length + 1) {
      parameter.replaceChildren(make("option", { value: "" }, "all parameters"), ...study.parameters.map(each => make("option", { value: each.name }, each.name)));
    }

    steering.show(study);
    const quick = { quick: study.quick || now.quick, slow: study.slow || now.slow };
    await Promise.all([seen.version === now.version ? undefined : table.refresh(), wall.refresh(quick), chosen.show(quick.quick)]);
    if (seen.slow !== now.slow || seen.slow === undefined) {
      await fragments();
    }

    seen = now;
    performance.mark("hypermax-drawn");
    document.documentElement.dataset.ready = "true";
  }, 700);
  const steering = new SteerPanel(id, parts.steer, () => {
    seen = {};
    refresh();
  });
  if (currentFilter() !== "") {
    try {
      await fetchJson(`/api/studies/${id}/trials${query({ filter: currentFilter(), count: 1 })}`);
      applied = currentFilter();
      wall.filter = applied;
    } catch (error) {
      filterError.textContent = error.message;
    }
  }

  news = await fetchJson(`/api/studies/${id}/news`);
  await refresh();

  // The browser looked for it before it was there.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
  new News(`/api/studies/${id}/events`, `/api/studies/${id}/news`, heard => {
    news = heard;
    refresh();
  });
  // What running trials print and use is no news of the study.
  const runs = new LongRuns();
  const follow = oneAtATime(async () => {
    const { running } = study;
    const pause = runs.isAny(running.map(trial => trial.number)) ? 250 : 1000;
    if (running.length > 0 && performance.now() - fetchedAt > pause) {
      fetchedAt = performance.now();
      const now = await fetchJson(`/api/studies/${id}/running`).catch(() => running);
      if (study.running === running && JSON.stringify(now) !== JSON.stringify(running)) {
        study.running = now;
      }
    }

    if (study.running !== running || performance.now() - drawnAt > 1000) {
      drawnAt = performance.now();
      drawNow(parts.live, study, id);
    }
  });
  setInterval(() => study && !document.hidden && follow(), 300);
  addEventListener("keydown", event => {
    if (["INPUT", "TEXTAREA", "SELECT"].includes(document.activeElement?.tagName) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }

    const target = { "/": filter, t: document.getElementById("trials"), c: document.getElementById("charts"), s: document.getElementById("steering"), n: document.getElementById("notes") }[event.key];
    if (target) {
      event.preventDefault();
      target === filter ? filter.focus() : target.scrollIntoView();
    }
  });
}

/** What goes on at this moment. */
function drawNow(host, study, id) {
  const { card } = study;
  const state = make("div", { class: "now-line" }, stateMark(card.state), study.columns.length > 0 ? progress(card) : undefined,
    card.state === "running" && card.perMinute ? make("span", { class: "quiet" }, `${formatNumber(Number(card.perMinute.toPrecision(3)))} a minute`) : undefined,
    card.secondsLeft ? make("span", { class: "quiet" }, `about ${duration(card.secondsLeft)} left`) : undefined,
    study.owner ? make("span", { class: "quiet" }, make("bdi", {}, study.owner)) : make("span", { class: "quiet" }, card.last ? `last trial ${ago(card.last)}` : ""),
    study.damaged > 0 ? make("span", { class: "bad-number" }, `${study.damaged} damaged records were passed over`) : undefined,
    study.columns.length > 0 ? downloads(id) : undefined);
  const rows = study.running.map(trial => make("tr", {},
    make("td", { class: "number" }, link(`/studies/${id}/trials/${trial.number}`, `trial ${trial.number}`, { "data-key": `running ${trial.number}` })),
    make("td", { class: "number" }, trial.isWaiting ? make("span", { class: "quiet" }, "waits to be run again") : duration(Math.max(0, (Date.now() - Date.parse(trial.started)) / 1000))),
    make("td", { class: "number memory" }, memory(trial)),
    make("td", { class: "number" }, trial.step === undefined ? "" : `step ${trial.step}: ${formatValueOrDash(trial.value)}`),
    make("td", { class: "log-line" }, make("bdi", {}, trial.line ?? "")),
    make("td", {}, runningTools(id, trial, study))));
  const again = study.running.filter(trial => trial.isWaiting).length;
  const waiting = study.waiting.length === 0 ? undefined : make("p", { class: "quiet" }, `${study.waiting.length} chosen ${study.waiting.length === 1 ? "point waits" : "points wait"} to be tried.`);
  replaceKeepingFocus(host, state, rows.length === 0 ? undefined : make("details", { open: host.querySelector("details.running")?.open ?? true, class: "running" },
    make("summary", {}, `${rows.length - again} running${again > 0 ? `, ${again} to be run again` : ""}`),
    make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Running trials" }, make("table", { class: "trials" }, make("tbody", {}, ...rows)))), waiting);
}

function downloads(id) {
  const file = (name, text) => make("a", { href: `${root}/api/studies/${id}/download/${name}`, download: "", "data-key": `download ${name}` }, text);
  return make("span", { class: "downloads" }, "Download ", file("results.csv", "CSV"), " ", file("trials.jsonl", "JSON lines"), " ", file("best.json", "best"), " ", file("report.html", "report"));
}

/** A chart over columns that the reader chooses. */
class ChosenChart {
  constructor(id, host, callbacks, filter) {
    [this.id, this.filter] = [id, filter];
    this.selects = Object.fromEntries(["x", "y", "color"].map(name => [name, make("select", { id: `chosen-${name}` })]));
    this.frame = new ChartFrame("Axes of your choice", callbacks, () => fetchJson(this.address()), 3, form => this.address(form));
    Object.values(this.selects).forEach(select => select.addEventListener("change", () => {
      this.frame.scales = {};
      this.show(this.version, true);
    }));
    const box = make("details", { class: "chosen-box" }, make("summary", {}, "Choose what stands across, up, and in colours"),
      make("div", { class: "controls" },
        make("label", { for: "chosen-x" }, "Across"), this.selects.x, make("label", { for: "chosen-y" }, "up"), this.selects.y, make("label", { for: "chosen-color" }, "coloured by"), this.selects.color),
      this.frame.element);
    this.box = box;
    box.addEventListener("toggle", () => this.show(this.version));
    host.replaceChildren(box);
  }

  setColumns(columns, valueName) {
    const key = columns.map(column => column.name).join("\n");
    if (key === this.key) {
      return;
    }

    this.key = key;
    const names = columns.filter(column => column.name !== "error").map(column => column.name);
    const parameter = columns.find(column => column.group === "parameter")?.name ?? "trial";
    const defaults = { x: parameter, y: names.includes(valueName) ? valueName : names[2], color: "trial" };
    for (const [name, select] of Object.entries(this.selects)) {
      const kept = names.includes(select.value) ? select.value : defaults[name];
      select.replaceChildren(...names.map(each => make("option", { value: each, selected: each === kept }, each)));
    }
  }

  async show(version, isForced = false) {
    this.version = version;
    if (this.box.open && this.key) {
      const { x, y, color } = this.selects;
      await this.frame.show(isForced ? `${version}|${Math.random()}` : `${version}|${this.filter()}|${x.value}|${y.value}|${color.value}`);
    }
  }

  address(form) {
    const { x, y, color } = this.selects;
    return `/api/studies/${this.id}/chosen${form ? `.${form}` : ""}${query({ x: x.value, y: y.value, color: color.value, filter: this.filter() })}`;
  }
}
