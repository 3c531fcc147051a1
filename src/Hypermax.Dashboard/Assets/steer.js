// Steering a search, by the requests of 'hypermax guide'.

async function steer(id, request) {
  try {
    const answer = await change("POST", `/api/studies/${id}/guide`, request);
    toast(answer.text, answer.isDone);
    return answer.isDone;
  } catch (error) {
    toast(error.message, false);
    return false;
  }
}

/** Asks in words before something is done. */
function confirmed(title, lines, button) {
  return new Promise(resolve => {
    const dialog = make("dialog", { "aria-labelledby": "confirm-title" },
      make("h2", { id: "confirm-title" }, title), ...lines.map(line => make("p", {}, make("bdi", {}, line))),
      make("div", { class: "controls" },
        make("button", { type: "button", class: "primary", autofocus: true, onclick: () => { dialog.returnValue = "yes"; dialog.close("yes"); } }, button),
        make("button", { type: "button", onclick: () => dialog.close("no") }, "Leave it")));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Ends a trial that runs, if one is sure. */
async function endTrial(id, number) {
  if (await confirmed(`End trial ${number}?`, ["It is stopped now and counts as failed, without a value. The search goes on."], "End it")) {
    await steer(id, { action: "end", trial: number });
  }
}

/** What can be done to a running trial. */
function runningTools(id, trial, study) {
  return session.maySteer && study.means.actions.includes("end") && !trial.isWaiting
    ? make("button", { type: "button", class: "small", "data-key": `end ${trial.number}`, "aria-label": `End trial ${trial.number}`, onclick: () => endTrial(id, trial.number) }, "End")
    : undefined;
}

/** What can be done with a trial on its own page. */
function trialTools(id, trial, study) {
  const can = action => session.maySteer && study.means.actions.includes(action);
  return [
    can("end") && trial.state === "running"
      ? make("button", { type: "button", "data-key": "end", onclick: () => endTrial(id, trial.number) }, "End this trial") : undefined,
    can("enqueue")
      ? make("button", { type: "button", "data-key": "again", onclick: () => steer(id, { action: "enqueue", from: String(trial.number) }) }, "Try this point again") : undefined,
  ];
}

class SteerPanel {
  constructor(id, host, changed) {
    [this.id, this.host, this.changed] = [id, host, changed];
    this.inputs = new Map();
  }

  async do(request) {
    if (await steer(this.id, request)) {
      this.changed();
    }
  }

  show(study) {
    if (!session.maySteer) {
      this.host.replaceChildren(section("steering", "Steering", make("p", { class: "quiet" }, "You may look, but not steer.")));
      return;
    }

    if (study.means.refusal) {
      this.body = undefined;
      this.host.replaceChildren(section("steering", "Steering", make("p", { class: "quiet" }, study.means.refusal)));
      return;
    }

    this.study = study;
    if (!this.body) {
      [this.wishKey, this.auditKey] = [undefined, undefined];
      this.search = make("div", { class: "controls", id: "steer-search" });
      this.wishes = make("div");
      this.enqueue = make("div");
      this.audit = make("div");
      this.label = make("div");
      this.body = section("steering", "Steering", this.search, make("h3", {}, "Parameters"), this.wishes, this.enqueue, this.label, this.audit);
      this.host.replaceChildren(this.body);
      this.drawEnqueue(study);
      this.drawLabel(study);
    }

    this.drawSearch(study);
    this.drawWishes(study);
    this.drawAudit();
  }

  drawSearch({ card, owner }) {
    if (!owner) {
      replaceKeepingFocus(this.search, make("p", { class: "quiet" }, "No search runs. What you ask about parameters and points here is recorded, and the next search obeys."));
      return;
    }

    if (this.search.querySelector("#planned") && this.search.dataset.state === card.state) {
      return;
    }

    this.search.dataset.state = card.state;
    const trials = make("input", { type: "number", id: "planned", min: "1", step: "1", value: card.planned ?? "", "aria-label": "trials in all" });
    const isPaused = card.state === "paused";
    replaceKeepingFocus(this.search,
      make("button", { type: "button", "data-key": "pause", onclick: () => this.do({ action: isPaused ? "resume" : "pause" }) }, isPaused ? "Resume" : "Pause"),
      make("button", {
        type: "button", "data-key": "stop", disabled: card.state === "stopping",
        onclick: async () => {
          if (await confirmed("Stop the search?", ["No new trial starts; the search ends when the running trials have ended. It can be continued later."], "Stop")) {
            this.do({ action: "stop" });
          }
        },
      }, "Stop after the running trials"),
      make("label", { for: "planned" }, "Trials in all"), trials,
      make("button", { type: "button", "data-key": "trials", onclick: () => this.do({ action: "trials", trials: Number(trials.value) }) }, "Set"));
  }

  drawWishes(study) {
    const key = JSON.stringify(study.parameters.map(parameter => [parameter.name, parameter.wish, parameter.best]));
    if (key === this.wishKey) {
      return;
    }

    this.wishKey = key;
    const rows = study.parameters.map(parameter => make("tr", { "data-parameter": parameter.name },
      make("th", { scope: "row" }, make("bdi", {}, parameter.name)),
      make("td", { class: "quiet" }, make("bdi", {}, parameter.range)),
      make("td", { "data-label": "best" }, parameter.best === undefined ? undefined : shortValue(parameter.best)),
      make("td", {}, parameter.wish ? make("strong", {}, parameter.wish) : make("span", { class: "quiet" }, "free")),
      make("td", { class: "actions" }, ...this.actions(parameter))));
    replaceKeepingFocus(this.wishes, make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Parameters" },
      make("table", { class: "wishes" }, make("thead", {}, make("tr", {}, ...["parameter", "declared", "best", "now", "change"].map(name => make("th", { scope: "col" }, name)))), make("tbody", {}, ...rows))));
  }

  actions(parameter) {
    const { name } = parameter;
    const button = (label, onclick, title) => make("button", { type: "button", class: "small", title, "data-key": `${label} ${name}`, onclick }, label);
    const list = [
      button("Lock", () => this.lock(parameter), "The same value in every new trial"),
      parameter.kind === "choice" ? undefined : button("Range", () => this.range(parameter), "Only a part of its range"),
      button("Scramble", () => this.do({ action: "scramble", parameter: name }), "Drawn at random for every new trial"),
      button("Relearn", () => this.do({ action: "relearn", parameter: name }), "Of its past only new trials count"),
      parameter.wish ? button("Free", () => this.do({ action: "free", parameter: name }), "Takes back what people said") : undefined,
    ];
    return list.filter(each => each !== undefined);
  }

  lock(parameter) {
    const input = this.valueInput(parameter, parameter.best ?? parameter.default ?? "");
    this.form(`Lock ${parameter.name}`, [["Value", input]], "Lock", () => ({
      request: { action: "lock", parameter: parameter.name, value: input.value },
      words: [`'${parameter.name}' ${parameter.wish ? `is ${parameter.wish} now` : "is chosen by the search now"}.`, `From now on it is ${input.value} in every new trial.`],
    }));
  }

  range(parameter) {
    const low = make("input", { value: String(parameter.low ?? ""), inputmode: "decimal" });
    const high = make("input", { value: String(parameter.high ?? ""), inputmode: "decimal" });
    this.form(`Range of ${parameter.name}`, [["From", low], ["To", high]], "Change", () => ({
      request: { action: "range", parameter: parameter.name, low: low.value, high: high.value },
      words: [`'${parameter.name}' was declared as ${parameter.range}${parameter.wish ? `, and is ${parameter.wish} now` : ""}.`,
        `From now on it is proposed from ${low.value} to ${high.value}. Trials that lie outside stay.`],
    }));
  }

  /** Asks for values, then says in words what will be done. */
  form(title, fields, button, make_) {
    const dialog = make("dialog", { "aria-labelledby": "form-title" });
    const form = make("form", { method: "dialog" }, make("h2", { id: "form-title" }, title),
      ...fields.map(([label, input]) => make("p", {}, make("label", {}, `${label} `, input))),
      make("div", { class: "controls" }, make("button", { type: "submit", class: "primary" }, "Next"), make("button", { type: "button", onclick: () => dialog.close() }, "Cancel")));
    form.addEventListener("submit", async event => {
      event.preventDefault();
      dialog.close();
      const { request, words } = make_();
      if (await confirmed(title, words, button)) {
        this.do(request);
      }
    });
    dialog.addEventListener("close", () => dialog.remove());
    dialog.append(form);
    document.body.append(dialog);
    dialog.showModal();
  }

  valueInput(parameter, value, canBeEmpty = false) {
    if (parameter.choices) {
      return make("select", {}, canBeEmpty ? make("option", { value: "" }, "") : undefined, ...parameter.choices.map(choice => make("option", { value: choice, selected: choice === value }, choice)));
    }

    return make("input", { value, inputmode: "decimal", placeholder: canBeEmpty ? parameter.range : undefined });
  }

  drawEnqueue(study) {
    const inputs = study.parameters.map(parameter => [parameter, this.valueInput(parameter, "", true)]);
    const from = make("select", { id: "enqueue-from" }, make("option", { value: "best" }, "the best trial"), make("option", { value: "default" }, "declared defaults"));
    const form = make("form", { id: "enqueue" }, make("div", { class: "grid-form" }, ...inputs.map(([parameter, input]) => make("label", { title: parameter.when ? `exists when ${parameter.when}` : undefined }, make("bdi", {}, parameter.name), input))),
      make("div", { class: "controls" }, make("label", { for: "enqueue-from" }, "What is left empty comes from"), from, make("button", { type: "submit", class: "primary" }, "Try this point next")));
    form.addEventListener("submit", async event => {
      event.preventDefault();
      const values = Object.fromEntries(inputs.filter(([, input]) => input.value !== "").map(([parameter, input]) => [parameter.name, input.value]));
      await this.do({ action: "enqueue", values, from: from.value });
    });
    this.enqueue.replaceChildren(make("details", {}, make("summary", {}, "Try a point of your own"), form));
  }

  drawLabel({ card }) {
    const title = make("input", { id: "label-title", value: card.title ?? "", maxlength: "200", placeholder: card.name });
    const tags = make("input", { id: "label-tags", value: card.tags.join(", "), maxlength: "1000" });
    const archived = make("input", { type: "checkbox", checked: card.isArchived });
    const form = make("form", { id: "label" }, make("div", { class: "controls" }, make("label", { for: "label-title" }, "Called"), title, make("label", { for: "label-tags" }, "Tags, by commas"), tags,
      make("label", {}, archived, " archived"), make("button", { type: "submit" }, "Save")));
    form.addEventListener("submit", async event => {
      event.preventDefault();
      try {
        await change("PUT", `/api/studies/${this.id}/label`, { title: title.value, tags: tags.value.split(","), isArchived: archived.checked });
        toast("Saved; the study itself is unchanged.");
        this.changed();
      } catch (error) {
        toast(error.message, false);
      }
    });
    this.label.replaceChildren(make("details", {}, make("summary", {}, "Name, tags, archive"), form));
  }

  async drawAudit() {
    const entries = await fetchJson(`/api/studies/${this.id}/audit`);
    const key = entries[0]?.at + String(entries.length);
    if (key === this.auditKey) {
      return;
    }

    this.auditKey = key;
    const isOpen = this.audit.querySelector("details")?.open === true;
    this.audit.replaceChildren(...(entries.length === 0 ? [] : [make("details", { open: isOpen }, make("summary", {}, `Who asked what (${entries.length})`),
      make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Who asked what" }, make("table", { class: "trials audit" }, make("tbody", {}, ...entries.map(entry => make("tr", { class: entry.isDone ? undefined : "other" },
        make("td", {}, new Date(entry.at).toLocaleString("en-GB")), make("td", {}, make("bdi", {}, entry.who)), make("td", {}, make("code", {}, entry.action)), make("td", {}, make("bdi", {}, entry.answer))))))))]));
  }
}
