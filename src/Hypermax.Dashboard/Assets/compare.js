// Trials of one study side by side, and several studies.

async function startTrials() {
  const id = location.pathname.split("/").at(-2);
  const numbers = new URLSearchParams(location.search).get("numbers") ?? "";
  const [study, trials] = await Promise.all([fetchJson(`/api/studies/${id}`), fetchJson(`/api/studies/${id}/compare${query({ numbers })}`)]);
  setTitle("Comparison", link(`/studies/${id}`, study.card.title ?? study.card.name), make("span", {}, "trials compared"));
  const onlyDifferent = make("input", { type: "checkbox", checked: true });
  const host = make("div");
  const groups = [["Outcome", "facts"], ["Parameters", "parameters"], ["Metrics", "metrics"], ["Constraints", "constraints"], ["Attributes", "attributes"], ["Used", "usage"]];
  const draw = () => {
    const rows = groups.flatMap(([title, key]) => {
      const names = [...new Set(trials.flatMap(trial => trial[key].map(fact => fact.name)))];
      const lines = names.map(name => {
        const texts = trials.map(trial => trial[key].find(fact => fact.name === name)?.text ?? "");
        return { name, texts, differs: new Set(texts).size > 1 };
      }).filter(line => line.differs || !onlyDifferent.checked);
      return lines.length === 0 ? [] : [
        make("tr", { class: "group" }, make("th", { scope: "colgroup", colspan: String(trials.length + 1) }, title)),
        ...lines.map(line => make("tr", { class: line.differs ? "differs" : undefined }, make("th", { scope: "row" }, make("bdi", {}, line.name)),
          ...line.texts.map(text => make("td", {}, make("bdi", {}, text))))),
      ];
    });
    host.replaceChildren(make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Trials side by side" },
      make("table", { class: "side-by-side" },
        make("thead", {}, make("tr", {}, make("td"), ...trials.map(trial => make("th", { scope: "col" }, link(`/studies/${id}/trials/${trial.number}`, `Trial ${trial.number}`), " ", stateMark(trial.state))))),
        make("tbody", {}, ...rows))));
  };
  onlyDifferent.addEventListener("change", draw);
  document.getElementById("main").replaceChildren(
    make("h2", { class: "page-title" }, `${trials.length} trials side by side`),
    make("div", { class: "controls" }, make("label", {}, onlyDifferent, " only what differs")), host);
  draw();
  document.documentElement.dataset.ready = "true";
}

async function startCompare() {
  setTitle("Comparison", make("span", {}, "studies compared"));
  const ids = new URLSearchParams(location.search).get("ids") ?? "";
  const table = make("div");
  const charts = make("div", { class: "charts" });
  document.getElementById("main").replaceChildren(make("h2", { class: "page-title" }, "Studies side by side"), table, charts);
  let frames = [];
  const refresh = oneAtATime(async () => {
    const pages = (await Promise.all(ids.split(",").map(id => fetchJson(`/api/studies/${id}`).catch(() => null)))).filter(each => each !== null);
    const missing = ids.split(",").length - pages.length;
    table.replaceChildren(make("p", { class: "quiet", hidden: missing === 0 }, `${missing} of them ${missing === 1 ? "is" : "are"} not here, or no longer.`), make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Studies side by side" }, bestTable(pages)));
    const stamp = pages.map(each => each.card.version).join(",");
    const data = await fetchJson(`/api/comparison${query({ ids })}`);
    if (frames.length !== data.charts.length) {
      frames.forEach(frame => frame.dispose());
      frames = data.charts.map((chart, index) => {
        const frame = new ChartFrame(chart.title, { open: () => undefined, select: () => undefined, mode: () => "zoom", say, selected: () => new Set() }, () => structuredClone(frames.data), 3,
          form => `/api/comparison.${form}${query({ ids, name: chart.name })}`);
        frame.index = index;
        return frame;
      });
      charts.replaceChildren(...frames.map(frame => frame.element));
    }

    frames.data = data;
    await Promise.all(frames.map(frame => frame.show(stamp)));
    document.documentElement.dataset.ready = "true";
  }, 2000);
  await refresh();
  new News("/api/events", "/api/studies", () => refresh());
}

function bestTable(pages) {
  const names = [...new Set(pages.flatMap(each => each.parameters.map(parameter => parameter.name)))];
  const row = (name, text) => make("tr", {}, make("th", { scope: "row" }, make("bdi", {}, name)), ...pages.map(each => make("td", {}, text(each))));
  return make("table", { class: "side-by-side" },
    make("thead", {}, make("tr", {}, make("td"), ...pages.map(each => make("th", { scope: "col" }, link(`/studies/${each.card.id}`, each.card.title ?? each.card.name))))),
    make("tbody", {},
      row("place", each => make("span", { class: "quiet" }, make("bdi", {}, each.card.place))),
      row("state", each => stateMark(each.card.state)),
      row("best", each => make("strong", {}, formatValueOrDash(each.card.value))),
      row("value", each => make("bdi", {}, each.card.valueName ?? "")),
      row("trials", each => progress(each.card)),
      row("method", each => each.card.method ?? ""),
      make("tr", { class: "group" }, make("th", { scope: "colgroup", colspan: String(pages.length + 1) }, "Best values")),
      ...names.map(name => row(name, each => shortValue(each.parameters.find(parameter => parameter.name === name)?.best ?? "")))));
}
