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
      ...[this.choice(number), part("Outcome", ""), part("Metrics", ".metrics"), part("Parameters", ".parameters")].filter(each => each !== undefined));
    if (!this.dialog.open) {
      this.dialog.showModal();
    }

    history.replaceState(null, "", `#trial-${number}`);
    this.shown(number);
  }

  /** The command that makes a trial of a front the tuned values, to be copied. */
  choice(number) {
    const { front, chooseCommand } = this.trials.data;
    if (front === undefined) {
      return undefined;
    }

    const isOnFront = front.includes(number);
    const words = isOnFront ? "On the Pareto front: no other trial beats it in all objectives." : "Not on the Pareto front.";
    if (chooseCommand === undefined || !isOnFront) {
      return make("p", {}, words);
    }

    const command = chooseCommand.replace("{trial}", String(number));
    const copy = make("button", {
      type: "button",
      onclick: async () => {
        await navigator.clipboard.writeText(command);
        copy.textContent = "Copied";
        say("command copied");
      },
    }, "Copy");
    return make("div", { class: "choose" }, make("p", {}, words, " This command makes its parameters the tuned values:"), make("code", {}, command), copy);
  }

  content(column, row) {
    const text = column.text(row);
    return column.name === "log" && column.group === "" && safeLog.test(text) ? make("a", { href: text }, text) : make("bdi", {}, text);
  }

  step(label, number) {
    return make("button", { type: "button", disabled: !this.trials.rowOf.has(number), onclick: () => this.open(number) }, label);
  }
}
