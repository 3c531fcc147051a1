// The charts of a page: fetched and drawn when they come near the window, drawn anew when their trials have changed.

let themes;
let drawing;

/** Loads the script that draws charts, once; false where there is none. */
function loadDrawing() {
  drawing ??= (async () => {
    if (!session.hasCharts) {
      return false;
    }

    const script = make("script", { src: `${root}/assets/charts.js?${page.stamp}` });
    const loaded = new Promise((resolve, reject) => {
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error("The charts' script could not be loaded.")));
    });
    document.head.append(script);
    [themes] = await Promise.all([fetchJson(`/assets/themes.json?${page.stamp}`).then(data => data.themes), loaded]);
    return true;
  })();
  return drawing;
}

/** Fills columns that are picked from others, as the report does. */
function fillColumns(columns) {
  for (const column of columns) {
    if (column.of !== undefined) {
      const source = columns[column.of];
      column.labels = source.labels;
      column.values = columns[column.rows].values.map(row => source.values[row]);
    }
  }
}

/** One chart in its frame; with the addresses of files to take along, where there are any. */
class ChartFrame {
  constructor(title, callbacks, ask, level = 4, files = undefined) {
    [this.callbacks, this.ask, this.files] = [callbacks, ask, files];
    this.scales = {};
    this.version = undefined;
    this.host = make("div", { class: "host" });
    this.host.style.minHeight = "260px";
    this.heading = make("h4", { "aria-level": String(level) }, make("bdi", {}, title));
    this.note = make("p", { class: "note", hidden: true });
    this.about = make("details", {}, make("summary", {}, "About this chart"), this.words = make("span", {}));
    this.logs = make("span", { class: "logs" });
    this.links = ["svg", "png", "csv"].map(form => make("a", { download: "", "data-form": form }, form.toUpperCase()));
    this.downloads = make("span", { class: "downloads", hidden: true }, "Download ", ...this.links.flatMap(link => [link, " "]));
    this.element = make("figure", { "data-name": title },
      this.heading, this.note,
      make("div", { class: "frame-tools" }, this.logs, make("button", { type: "button", class: "unzoom", onclick: () => this.handle?.resetZoom() }, "Whole chart")),
      this.host, make("div", { class: "frame-foot" }, this.about, this.downloads));
    themeListeners.push(dark => this.handle?.redraw(themes[dark ? "dark" : "light"]));
  }

  /** Fetches the chart and draws it, unless it shows these trials already or is about to. */
  async show(version) {
    if (this.version === version) {
      return;
    }

    if (this.coming !== version) {
      this.coming = version;
      this.shown = this.load(version).finally(() => { this.coming = this.coming === version ? undefined : this.coming; });
    }

    await this.shown;
  }

  async load(version) {
    try {
      const canDraw = await loadDrawing();
      const data = await this.ask();
      this.version = version;
      if (!canDraw) {
        this.host.replaceChildren(make("img", { src: data.picture, alt: this.heading.textContent }));
        this.showFiles();
        this.element.dataset.drawn = "true";
        return;
      }

      fillColumns(data.columns);
      this.data = data;
      this.spec = data.charts[this.index ?? 0];
      this.draw();
    } catch (error) {
      // One chart that cannot be drawn must not take the others with it.
      this.handle?.dispose();
      this.handle = undefined;
      this.host.replaceChildren(make("p", { class: "quiet" }, `This chart could not be drawn: ${error.message}`));
      this.element.dataset.drawn = "failed";
    }
  }

  draw() {
    const spec = structuredClone(this.spec);
    for (const name of ["x", "y"]) {
      this.rescale(spec, name);
    }

    this.heading.replaceChildren(make("bdi", {}, spec.title));
    this.element.dataset.name = spec.title;
    this.note.hidden = !spec.note;
    this.note.textContent = spec.note ?? "";
    this.words.textContent = ` ${spec.description}`;
    this.element.classList.toggle("wide", spec.width >= 800 || spec.kind === "parallel_coordinates");
    this.handle?.dispose();
    this.host.style.minHeight = `${spec.height}px`;
    this.handle = HypermaxCharts.draw(this.host, spec, this.data.columns, themes[isDark() ? "dark" : "light"], this.callbacks);
    if (this.callbacks.selected().size > 0) {
      this.handle.select(this.callbacks.selected());
    }

    this.showLogs();
    this.showFiles();
    this.element.dataset.drawn = "true";
    this.element.dataset.version = String(this.version);
  }

  // The same chart on another scale: places are computed in the page, so nothing is fetched.
  rescale(spec, name) {
    const axis = spec[name];
    const wanted = this.scales[name];
    if (!axis || wanted === undefined || axis.categories || axis.scale === wanted) {
      return;
    }

    if (wanted === "log" && axis.min <= 0) {
      const least = Math.min(...this.positives(spec, name));
      if (!Number.isFinite(least)) {
        return;
      }

      axis.min = least / 1.5;
    }

    axis.scale = wanted;
    delete axis.ticks;
  }

  positives(spec, name) {
    return spec.layers.flatMap(layer => {
      const column = spec.tables[layer.table]?.columns[layer[name]];
      return column === undefined ? [] : this.data.columns[column].values.filter(value => value > 0);
    });
  }

  // The same links with every chart: whoever has come to one by key stays there.
  showFiles() {
    this.downloads.hidden = this.files === undefined;
    if (this.files !== undefined) {
      this.links.forEach(link => {
        link.href = root + this.files(link.dataset.form);
        link.setAttribute("aria-label", `Download ${this.heading.textContent} as ${link.textContent}`);
      });
    }
  }

  showLogs() {
    const able = ["x", "y"].filter(name => this.spec[name] && !this.spec[name].categories && !this.spec.layers.some(layer => layer.kind === "cells" || layer.kind === "parallel"));
    replaceKeepingFocus(this.logs, ...able.map(name => {
      const scale = this.scales[name] ?? this.spec[name].scale;
      return make("button", {
        type: "button",
        class: "small",
        "data-key": name,
        "aria-pressed": String(scale === "log"),
        title: `Logarithmic ${name === "x" ? "across" : "up"}`,
        onclick: () => {
          this.scales[name] = scale === "log" ? "linear" : "log";
          this.draw();
        },
      }, `log ${name}`);
    }));
  }

  dispose() {
    this.handle?.dispose();
    this.element.remove();
  }
}

/** The charts of a study under their headings. */
class Wall {
  constructor(study, host, callbacks) {
    [this.study, this.host] = [study, host];
    this.frames = new Map();
    this.near = new Set();
    this.versions = { quick: 0, slow: 0 };
    this.filter = "";
    this.parameter = "";
    this.selected = new Set();
    this.callbacks = { ...callbacks, say, mode: () => document.querySelector("input[name=drag]:checked")?.value ?? "zoom", selected: () => this.selected };
    this.observer = new IntersectionObserver(entries => {
      for (const entry of entries) {
        const frame = this.frames.get(entry.target.dataset.key);
        if (entry.isIntersecting && frame) {
          this.near.add(frame);
          frame.show(this.stamp(frame));
        } else if (frame) {
          this.near.delete(frame);
        }
      }
    }, { rootMargin: "250px" });
  }

  stamp(frame) {
    return `${frame.entry.isQuick ? this.versions.quick : this.versions.slow}|${this.filter}`;
  }

  /** Lists what can be had, and draws what is near the window. */
  async refresh(news) {
    const [oldQuick, oldSlow] = [this.listedQuick, this.listedSlow];
    this.versions = { quick: news.quick, slow: news.slow };
    const stamps = [`${news.quick}|${this.filter}`, `${news.slow}|${this.filter}`];
    const path = `/api/studies/${this.study}/charts`;
    if (oldQuick !== stamps[0]) {
      this.ofStudy = await fetchJson(path + query({ filter: this.filter }));
      this.listedQuick = stamps[0];
      // What stands below others is not near the window before these are there.
      this.place(this.ofParameters ? [...this.ofStudy.charts, ...this.ofParameters.charts] : this.ofStudy.charts.filter(chart => chart.group === "Progress"));
    }

    await Promise.all([...this.near].filter(frame => frame.entry.isQuick).map(frame => frame.show(this.stamp(frame))));
    if (oldSlow !== stamps[1]) {
      this.ofParameters = await fetchJson(path + query({ filter: this.filter, of: "parameters" }));
      this.listedSlow = stamps[1];
      this.place([...this.ofStudy.charts, ...this.ofParameters.charts]);
      await Promise.all([...this.near].map(frame => frame.show(this.stamp(frame))));
    }
  }

  place(entries) {
    const names = new Set(entries.map(entry => entry.name));
    for (const [name, frame] of this.frames) {
      if (!names.has(name)) {
        this.observer.unobserve(frame.element);
        this.near.delete(frame);
        frame.dispose();
        this.frames.delete(name);
      }
    }

    for (const entry of entries) {
      if (!this.frames.has(entry.name)) {
        const title = entry.parameters.length > 0 ? entry.parameters.join(" and ") : entry.kind.replaceAll("_", " ");
        const frame = new ChartFrame(title, this.callbacks, () => this.fetch(frame.entry), 4, form => this.addressOf(frame.entry, form));
        frame.entry = entry;
        frame.element.dataset.key = entry.name;
        this.frames.set(entry.name, frame);
        this.group(entry.group).append(frame.element);
        this.observer.observe(frame.element);
      }
    }

    this.showParameter(this.parameter);
  }

  group(title) {
    let group = [...this.host.querySelectorAll(".chart-group")].find(each => each.dataset.title === title);
    if (!group) {
      group = make("div", { class: "chart-group", "data-title": title }, make("h3", {}, title), make("div", { class: "charts" }));
      const order = ["Progress", "Parameters together", "Parameters one by one", "Pairs of parameters", "How the search ran"];
      const after = [...this.host.querySelectorAll(".chart-group")].find(each => order.indexOf(each.dataset.title) > order.indexOf(title));
      this.host.insertBefore(group, after ?? null);
    }

    return group.querySelector(".charts");
  }

  addressOf(entry, form) {
    return `/api/studies/${this.study}/chart${form ? `.${form}` : ""}${query({ name: entry.name, filter: this.filter, slow: !entry.isQuick })}`;
  }

  fetch(entry) {
    return session.hasCharts
      ? fetchJson(this.addressOf(entry))
      : { picture: `${root}${this.addressOf(entry, "svg")}&at=${entry.isQuick ? this.versions.quick : this.versions.slow}` };
  }

  /** Shows the charts about one parameter, or all. */
  showParameter(name) {
    this.parameter = name;
    for (const frame of this.frames.values()) {
      frame.element.hidden = name !== "" && frame.entry.parameters.length > 0 && !frame.entry.parameters.includes(name);
    }

    this.host.querySelectorAll(".chart-group").forEach(group => { group.hidden = !group.querySelector("figure:not([hidden])"); });
  }

  select(numbers) {
    this.selected = numbers;
    this.frames.forEach(frame => frame.handle?.select(numbers));
  }
}
