// The table of trials: the server sorts, filters and cuts it into pages.

const rowsOfPage = 50;

class ServerTable {
  constructor(study, host, shared) {
    [this.study, this.host, this.shared] = [study, host, shared];
    this.sort = { name: "trial", falling: true };
    this.from = 0;
    this.numbers = null;
    this.chosen = new Set();
    this.hiddenColumns = new Set(JSON.parse(localStorage.getItem(`hypermax-columns-${study}`) ?? "[]"));
    this.refresh = oneAtATime(() => this.load());
    this.count = make("span", { class: "quiet", role: "status" });
    this.chip = make("button", { type: "button", class: "chip", hidden: true, onclick: () => this.shared.brush(null) });
    this.compare = make("button", { type: "button", disabled: true, onclick: () => location.assign(`${root}/studies/${study}/compare?numbers=${[...this.chosen].join(",")}`) }, "Compare");
    this.columnsBox = make("details", { class: "columns-box" }, make("summary", {}, "Columns"), make("div", { class: "column-list" }));
    // Stays while its rows change, so that it stays where it was scrolled to.
    this.body = make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table of trials" });
    this.below = make("div");
    host.replaceChildren(make("div", { class: "controls" }, this.chip, this.count, this.compare, this.columnsBox), this.body, this.below);
  }

  /** The names of columns that can be had. */
  setColumns(columns) {
    const key = columns.map(column => column.name).join("\n");
    if (key === this.columnKey) {
      return;
    }

    this.columnKey = key;
    this.columns = columns;
    this.columnsBox.querySelector(".column-list").replaceChildren(...columns.filter(column => column.name !== "trial").map(column => {
      const box = make("input", { type: "checkbox", checked: !this.hiddenColumns.has(column.name) });
      box.addEventListener("change", () => {
        this.hiddenColumns[box.checked ? "delete" : "add"](column.name);
        localStorage.setItem(`hypermax-columns-${this.study}`, JSON.stringify([...this.hiddenColumns]));
        this.refresh();
      });
      return make("label", {}, box, " ", make("bdi", {}, column.name));
    }));
  }

  brush(numbers) {
    this.numbers = numbers;
    this.chip.hidden = numbers === null;
    this.chip.textContent = numbers === null ? "" : `${numbers.length} selected in a chart ✕`;
    this.from = 0;
    this.refresh();
  }

  async load() {
    const shown = (this.columns ?? []).filter(column => !this.hiddenColumns.has(column.name)).map(column => column.name);
    const values = {
      filter: this.shared.filter(), sort: this.sort.name, falling: this.sort.falling, from: this.from, count: rowsOfPage,
      column: this.hiddenColumns.size > 0 && shown.length > 0 ? shown : undefined,
      numbers: this.numbers === null ? undefined : this.numbers.slice(0, 1000).join(",") || "2147483647",
    };
    const data = await fetchJson(`/api/studies/${this.study}/trials${query(values)}`);
    this.draw(data);
  }

  draw(data) {
    this.from = data.from;
    this.count.textContent = data.matched === data.total ? `${data.total.toLocaleString("en")} trials` : `${data.matched.toLocaleString("en")} of ${data.total.toLocaleString("en")} trials`;
    const texts = new Set((this.columns ?? []).filter(column => column.isText).map(column => column.name));
    const head = make("tr", {}, make("th", { scope: "col" }, make("span", { class: "visually-hidden" }, "choose")), ...data.columns.map(name => this.head(name)));
    const rows = data.rows.map(row => make("tr", { class: row.state === "complete" ? undefined : "other", "data-trial": String(row.number) },
      make("td", {}, this.chooser(row.number)),
      ...row.cells.map((cell, i) => this.cell(row, data.columns[i], cell, texts.has(data.columns[i])))));
    const last = Math.max(0, Math.floor((data.matched - 1) / rowsOfPage) * rowsOfPage);

    // Out of sight it is as high as in sight, or what stands below it would jump when somebody comes near.
    this.body.style.setProperty("--rows", String(rows.length));
    replaceKeepingFocus(this.body, make("table", { class: "trials" }, make("thead", {}, head), make("tbody", {}, ...rows)));
    replaceKeepingFocus(this.below,
      data.matched === 0 ? make("p", { class: "quiet" }, data.total === 0 ? "No trial has begun yet." : "No trial passes the filter.") : undefined,
      data.matched > rowsOfPage ? make("div", { class: "controls pages" },
        this.leaf("First", 0, data.from > 0), this.leaf("Previous", Math.max(0, data.from - rowsOfPage), data.from > 0),
        make("span", {}, `${data.from + 1}–${data.from + data.rows.length} of ${data.matched.toLocaleString("en")}`),
        this.leaf("Next", data.from + rowsOfPage, data.from < last), this.leaf("Last", last, data.from < last)) : undefined);
    this.host.dataset.version = String(data.version);
  }

  head(name) {
    const isSorted = this.sort.name === name;
    return make("th", { scope: "col", "aria-sort": isSorted ? (this.sort.falling ? "descending" : "ascending") : undefined },
      make("button", {
        type: "button", class: "head", "data-key": `head ${name}`,
        onclick: () => {
          this.sort = { name, falling: isSorted && !this.sort.falling };
          this.from = 0;
          this.refresh();
        },
      }, make("bdi", {}, name)));
  }

  chooser(number) {
    const box = make("input", { type: "checkbox", "aria-label": `choose trial ${number} for a comparison`, "data-key": `choose ${number}`, checked: this.chosen.has(number) });
    box.addEventListener("change", () => {
      this.chosen[box.checked ? "add" : "delete"](number);
      this.compare.disabled = this.chosen.size < 2;
      this.compare.textContent = this.chosen.size < 2 ? "Compare" : `Compare ${this.chosen.size} trials`;
    });
    return box;
  }

  cell(row, name, text, isText) {
    if (name === "trial") {
      return make("td", { class: "number" }, link(`/studies/${this.study}/trials/${row.number}`, text, { "data-key": `trial ${row.number}` }));
    }

    return name === "status"
      ? make("td", {}, stateMark(row.state))
      : make("td", { class: isText ? undefined : "number", title: text.length > 40 ? text : undefined }, make("bdi", {}, text.length > 80 ? `${text.slice(0, 79)}…` : text));
  }

  leaf(label, from, enabled) {
    return make("button", {
      type: "button", disabled: !enabled, "data-key": `leaf ${label}`,
      onclick: () => {
        this.from = from;
        this.refresh();
      },
    }, label);
  }
}
