// The list of studies.

async function startList() {
  setTitle("Studies");
  const main = document.getElementById("main");
  const search = make("input", { type: "search", id: "study-search", placeholder: "name, state or tag", autocomplete: "off", spellcheck: "false" });
  const archived = make("input", { type: "checkbox", id: "show-archived" });
  const compare = make("button", { type: "button", disabled: true, id: "compare-studies" }, "Compare");
  const host = make("div");
  const chosen = new Set();
  let sort = { name: "last", falling: true };
  let data = { studies: [], notices: [] };
  const columns = [
    { name: "study", value: card => (card.title ?? card.name).toLowerCase(), cell: card => nameCell(card) },
    { name: "state", value: card => card.state, cell: card => stateMark(card.state) },
    { name: "best", isNumber: true, value: card => card.value ?? null, cell: card => make("span", { title: card.valueName ?? "" }, formatValueOrDash(card.value)) },
    { name: "trials", isNumber: true, value: card => card.finished, cell: card => progress(card) },
    { name: "running", isNumber: true, value: card => card.running, cell: card => card.state === "ended" ? "" : String(card.running) },
    { name: "failed", isNumber: true, value: card => card.failed, cell: card => card.failed > 0 ? make("span", { class: "bad-number" }, String(card.failed)) : "0" },
    { name: "a minute", isNumber: true, value: card => card.perMinute ?? null, cell: card => card.state === "running" && card.perMinute ? formatNumber(Number(card.perMinute.toPrecision(3))) : "" },
    { name: "left", isNumber: true, value: card => card.secondsLeft ?? null, cell: card => card.secondsLeft ? duration(card.secondsLeft) : "" },
    { name: "method", value: card => card.method ?? "", cell: card => card.method ?? "" },
    { name: "last", value: card => card.last ?? "", cell: card => card.last ? make("span", { title: card.last }, ago(card.last)) : "" },
  ];

  function nameCell(card) {
    const tags = card.tags.map(tag => make("span", { class: "tag" }, make("bdi", {}, tag)));
    return make("span", { class: "study-name" }, link(`/studies/${card.id}`, card.title ?? card.name, { "data-key": `study ${card.id}` }), ...tags,
      make("span", { class: "quiet place" }, make("bdi", {}, card.trouble ?? card.place)));
  }

  function chooser(card) {
    const box = make("input", { type: "checkbox", "aria-label": `choose ${card.name} for a comparison`, "data-key": `choose ${card.id}`, checked: chosen.has(card.id) });
    box.addEventListener("change", () => {
      chosen[box.checked ? "add" : "delete"](card.id);
      compare.disabled = chosen.size < 2;
      compare.textContent = chosen.size < 2 ? "Compare" : `Compare ${chosen.size} studies`;
    });
    return box;
  }

  function draw() {
    const words = search.value.toLowerCase().split(/\s+/).filter(word => word !== "");
    const text = card => [card.title, card.name, card.place, card.state, card.method, ...card.tags].join(" ").toLowerCase();
    const column = columns.find(each => each.name === sort.name);
    const direction = sort.falling ? -1 : 1;
    const cards = data.studies
      .filter(card => (archived.checked || !card.isArchived) && words.every(word => text(card).includes(word)))
      .sort((a, b) => {
        const [x, y] = [column.value(a), column.value(b)];
        return x === null || y === null ? (x === null) - (y === null) : x < y ? -direction : x > y ? direction : 0;
      });
    const head = make("tr", {}, make("th", { scope: "col" }, make("span", { class: "visually-hidden" }, "choose")), ...columns.map(each => make("th",
      { scope: "col", class: each.isNumber ? "number" : undefined, "aria-sort": sort.name === each.name ? (sort.falling ? "descending" : "ascending") : undefined },
      make("button", {
        type: "button", class: "head", "data-key": `head ${each.name}`,
        onclick: () => {
          sort = { name: each.name, falling: sort.name === each.name ? !sort.falling : each.isNumber || each.name === "last" };
          draw();
        },
      }, each.name))));
    const rows = cards.map(card => make("tr", { "data-study": card.id }, make("td", {}, chooser(card)),
      ...columns.map(each => make("td", { class: each.isNumber ? "number" : undefined, "data-label": each.name }, each.cell(card) || undefined))));
    const hidden = data.studies.length - cards.length;
    replaceKeepingFocus(host,
      make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table of studies" },
        make("table", { class: "studies" }, make("thead", {}, head), make("tbody", {}, ...rows))),
      data.studies.length === 0 ? make("p", { class: "quiet" }, "There is no study where the server was told to look. A search makes one when it begins; it will appear here by itself.") : undefined,
      hidden > 0 ? make("p", { class: "quiet" }, `${hidden} more are hidden by the search or archived.`) : undefined);
  }

  const refresh = oneAtATime(async () => {
    data = await fetchJson("/api/studies");
    showTrouble(data.notices.join(" "));
    draw();
    document.documentElement.dataset.ready = "true";
  }, 500);
  search.addEventListener("input", draw);
  archived.addEventListener("change", draw);
  compare.addEventListener("click", () => location.assign(`${root}/compare?ids=${[...chosen].join(",")}`));
  main.replaceChildren(
    make("h2", { class: "page-title" }, "Studies"),
    make("div", { class: "controls" }, make("label", { for: "study-search" }, "Search"), search,
      make("label", {}, archived, " archived too"), compare),
    host,
    make("div", { id: "run" }));
  await refresh();
  startRun(document.getElementById("run"));
  new News("/api/events", "/api/studies", () => refresh());
  addEventListener("keydown", event => {
    if (event.key === "/" && document.activeElement?.tagName !== "INPUT") {
      event.preventDefault();
      search.focus();
    }
  });
}

/** The files that searches can be started from, with what those print that were started here. */
async function startRun(host) {
  if (!session.mayRun) {
    return;
  }

  let timer;
  const refresh = oneAtATime(async () => {
    const files = await fetchJson("/api/run");
    replaceKeepingFocus(host, files.length === 0 ? undefined : section("run-section", "Start a search", make("ul", { class: "run-list" }, ...files.map(row))));
    clearTimeout(timer);
    timer = setTimeout(() => document.hidden || refresh(), files.some(file => file.running) ? 1000 : 10_000);
  });

  function row(file) {
    const button = make("button", {
      type: "button", disabled: file.running, "data-key": `run ${file.id}`, "aria-label": `Start ${file.path}`,
      onclick: async () => {
        button.disabled = true;
        try {
          const answer = await change("POST", "/api/run", { file: file.id });
          toast(answer.text, answer.isDone);
        } catch (error) {
          toast(error.message, false);
        }

        refresh();
      },
    }, file.running ? "Runs" : "Start");
    const ended = file.exit === undefined ? undefined : make("span", { class: file.exit === 0 ? "quiet" : "bad-number" }, file.exit === 0 ? "ended" : `ended with code ${file.exit}`);
    return make("li", {}, make("code", {}, file.path), " ", button, " ", ended, make("pre", { hidden: !file.output, tabindex: "0", "aria-label": `what ${file.path} printed` }, file.output ?? ""));
  }

  document.addEventListener("visibilitychange", () => document.hidden || refresh());
  await refresh();
}
