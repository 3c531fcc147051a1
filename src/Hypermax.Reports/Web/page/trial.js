// One trial, whole: opened from a point, a row, or the address (#trial-12).

const safeLog = /^(?!\/|[A-Za-z]+:)(?!.*\.\.)[\w./ -]+$/;

class TrialDialog {
  constructor(trials, shown) {
    this.trials = trials;
    this.shown = shown;
    this.dialog = document.getElementById("trial");
    this.dialog.addEventListener("close", () => {
      history.replaceState(null, "", location.pathname + location.search + "#trials");
      shown(null);
    });
    this.dialog.addEventListener("click", event => {
      if (event.target === this.dialog) {
        this.dialog.close();
      }
    });
    addEventListener("hashchange", () => this.fromAddress());
  }

  fromAddress() {
    const match = /^#trial-(\d+)$/.exec(location.hash);
    if (match) {
      this.open(Number(match[1]));
    }
  }

  open(number) {
    const row = this.trials.rowOf.get(number);
    if (row === undefined) {
      return;
    }

    const list = group => this.trials.columns
      .filter(column => column.group === group && column.value(row) !== null)
      .map(column => make("tr", {}, make("th", { scope: "row" }, make("bdi", {}, column.name)), make("td", {}, this.content(column, row))));
    const part = (title, group) => {
      const rows = list(group);
      return rows.length === 0 ? undefined : make("div", {}, make("h3", {}, title), make("table", {}, make("tbody", {}, ...rows)));
    };
    this.dialog.replaceChildren(
      make("div", { class: "dialog-head" },
        make("h2", { id: "trial-title" }, `Trial ${number}`),
        this.step("Previous", number - 1), this.step("Next", number + 1),
        make("button", { type: "button", autofocus: true, onclick: () => this.dialog.close() }, "Close")),
      ...[part("Outcome", ""), part("Metrics", ".metrics"), part("Parameters", ".parameters")].filter(each => each !== undefined));
    if (!this.dialog.open) {
      this.dialog.showModal();
    }

    history.replaceState(null, "", `#trial-${number}`);
    this.shown(number);
  }

  content(column, row) {
    const text = column.text(row);
    return column.name === "log" && column.group === "" && safeLog.test(text) ? make("a", { href: text }, text) : make("bdi", {}, text);
  }

  step(label, number) {
    return make("button", { type: "button", disabled: !this.trials.rowOf.has(number), onclick: () => this.open(number) }, label);
  }
}
