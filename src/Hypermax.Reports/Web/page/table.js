// The table of trials: sorted by a click on a head, filtered by text, a hundred rows at a time.

const pageSize = 100;

class TrialTable {
  constructor(host, trials, valueName, larger, open) {
    this.trials = trials;
    this.open = open;
    this.sort = { column: trials.fixed(valueName), falling: larger };
    this.page = 0;
    this.selection = null;
    this.filter = make("input", { type: "search", id: "trial-filter", placeholder: "gini  Trees>100  status=fail", spellcheck: "false", autocomplete: "off" });
    this.count = make("span", { class: "quiet", role: "status" });
    this.chip = make("button", { type: "button", class: "chip", hidden: true, onclick: () => this.select(null) });
    this.head = make("tr");
    this.body = make("tbody");
    this.pages = make("div", { class: "controls pages" });
    this.filter.addEventListener("input", () => this.refresh());
    host.replaceChildren(
      make("div", { class: "controls" }, make("label", { for: "trial-filter" }, "Filter"), this.filter, this.chip, this.count),
      make("p", { class: "quiet hint" }, "Words must occur somewhere in the row; comparisons name a column: Trees>100, loss<=0.5, status=fail, \"a b\"=3."),
      make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table of trials" }, make("table", { class: "trials" }, make("thead", {}, this.head), this.body)),
      this.pages);
    this.refresh();
  }

  /** Shows these trials only; null shows all again. */
  select(numbers) {
    this.selection = numbers;
    this.chip.hidden = numbers === null;
    this.chip.textContent = numbers === null ? "" : `${numbers.size} selected in a chart ✕`;
    this.refresh();
  }

  refresh() {
    const { trials } = this;
    const passes = compileFilter(this.filter.value, trials);
    this.rows = [];
    for (let row = 0; row < trials.count; row++) {
      if ((this.selection === null || this.selection.has(trials.number.value(row))) && passes(row)) {
        this.rows.push(row);
      }
    }

    this.order();
    this.page = 0;
    this.draw();
  }

  order() {
    const { column, falling } = this.sort;
    const values = new Map(this.rows.map(row => [row, column.value(row)]));
    const direction = falling ? -1 : 1;
    this.rows.sort((a, b) => {
      const [x, y] = [values.get(a), values.get(b)];
      // Empty cells stand last in both directions.
      return x === null || y === null ? (x === null) - (y === null) || a - b : x < y ? -direction : x > y ? direction : a - b;
    });
  }

  draw() {
    const from = this.page * pageSize;
    const shown = this.rows.slice(from, from + pageSize);
    this.count.textContent = this.rows.length === this.trials.count ? `${this.rows.length} trials` : `${this.rows.length} of ${this.trials.count} trials`;
    this.head.replaceChildren(...this.trials.columns.map(column => this.headCell(column)));
    this.body.replaceChildren(...shown.map(row => make("tr", { class: row >= this.trials.completeCount ? "other" : undefined },
      ...this.trials.columns.map(column => this.cell(column, row)))));
    const last = Math.max(0, Math.ceil(this.rows.length / pageSize) - 1);
    this.pages.hidden = last === 0;
    this.pages.replaceChildren(
      this.pageButton("First", 0, this.page > 0), this.pageButton("Previous", this.page - 1, this.page > 0),
      make("span", {}, `${from + 1}–${from + shown.length} of ${this.rows.length}`),
      this.pageButton("Next", this.page + 1, this.page < last), this.pageButton("Last", last, this.page < last));
  }

  headCell(column) {
    const isSorted = this.sort.column === column;
    return make("th", { scope: "col", class: column.isText ? undefined : "number", "aria-sort": isSorted ? (this.sort.falling ? "descending" : "ascending") : undefined },
      make("button", {
        type: "button",
        class: "head",
        onclick: () => {
          this.sort = { column, falling: isSorted ? !this.sort.falling : false };
          this.order();
          this.page = 0;
          this.draw();
          this.head.children[this.trials.columns.indexOf(column)].firstElementChild.focus();
          say(`sorted by ${column.name}, ${this.sort.falling ? "largest" : "smallest"} first`);
        },
      }, make("bdi", {}, column.name)));
  }

  cell(column, row) {
    if (column === this.trials.number) {
      const number = column.value(row);
      return make("td", { class: "number" }, make("button", { type: "button", class: "link", onclick: () => this.open(number) }, String(number)));
    }

    const text = column.text(row);
    return make("td", { class: column.isText ? undefined : "number", title: text.length > 40 ? text : undefined }, make("bdi", {}, text.length > 80 ? `${text.slice(0, 79)}…` : text));
  }

  pageButton(label, page, enabled) {
    return make("button", {
      type: "button",
      disabled: !enabled,
      onclick: () => {
        this.page = page;
        this.draw();
      },
    }, label);
  }
}
