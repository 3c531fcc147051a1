// One trial, whole.

async function startTrial() {
  const words = location.pathname.split("/");
  const [id, number] = [words.at(-3), Number(words.at(-1))];
  const main = document.getElementById("main");
  let study;
  let log;
  const noteHost = make("div");
  const fileHost = make("div");
  const files = new ArtifactFiles(`/api/studies/${id}/trials/${number}`, fileHost);
  const head = make("div", { class: "trial-head" });
  const body = make("div", { class: "columns" });
  const chart = form => `/api/studies/${id}/trials/${number}/chart${form ? `.${form}` : ""}`;
  const reports = new ChartFrame("Intermediate values", { open: () => undefined, select: () => undefined, mode: () => "zoom", say, selected: () => new Set() }, () => fetchJson(chart()), 3, chart);
  reports.element.hidden = true;
  const logBox = make("pre", { class: "log", tabindex: "0", "aria-label": "log" });
  const logSection = make("div", { hidden: true }, make("h3", {}, "Log"), logBox);
  main.replaceChildren(head, body, reports.element, logSection, fileHost, noteHost);

  const runs = new LongRuns();
  let readAt = 0;
  let drawn;
  let timer;
  const refresh = oneAtATime(async () => {
    const isWhole = study === undefined || performance.now() - readAt > 850;
    let trial;
    try {
      if (isWhole) {
        readAt = performance.now();
        study = await fetchJson(`/api/studies/${id}`);
      }

      trial = await fetchJson(`/api/studies/${id}/trials/${number}`);
    } catch (error) {
      if (error.status === 404 && !body.hasChildNodes()) {
        showNothing(error.message, study ? `/studies/${id}` : "/", study ? "All of the study" : "All studies");
      } else {
        showTrouble(error.message);
      }

      document.documentElement.dataset.ready = "true";
      return;
    }

    showTrouble(study.card.trouble);
    const shown = JSON.stringify([study, trial]);
    if (shown !== drawn) {
      drawn = shown;
      setTitle(`Trial ${number}`, link(`/studies/${id}`, study.card.title ?? study.card.name), make("span", {}, `trial ${number}`));
      drawTrial(head, body, study, trial, id);
    }

    reports.element.hidden = trial.reports.length === 0;
    if (trial.reports.length > 0 && session.hasCharts) {
      await reports.show(String(trial.reports.length));
    }

    const text = (await fetchJson(`/api/studies/${id}/trials/${number}/log?lines=400`)).text ?? null;
    logSection.hidden = text === null;
    if (text !== log) {
      const isAtEnd = logBox.scrollHeight - logBox.scrollTop - logBox.clientHeight < 40;
      log = text;
      logBox.textContent = text ?? "";
      if (isAtEnd) {
        logBox.scrollTop = logBox.scrollHeight;
      }
    }

    if (isWhole) {
      await files.refresh();
    }

    if (trial.state === "running") {
      // What a trial prints and uses is no news of the study.
      clearTimeout(timer);
      timer = setTimeout(() => document.hidden || refresh(), runs.isAny([number]) ? 250 : 1000);
    }

    document.documentElement.dataset.ready = "true";
  }, 300);
  await refresh();
  if (!noteHost.isConnected) {
    return;
  }

  startNote(noteHost, `/api/studies/${id}/trials/${number}/note`, "Note on this trial");
  let seen;
  new News(`/api/studies/${id}/events`, `/api/studies/${id}/news`, news => {
    if (news.version !== seen) {
      seen = news.version;
      readAt = 0;
      refresh();
    }
  });
  document.addEventListener("visibilitychange", () => document.hidden || refresh());
  addEventListener("keydown", event => {
    if (["INPUT", "TEXTAREA", "SELECT"].includes(document.activeElement?.tagName)) {
      return;
    }

    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      head.querySelector(event.key === "ArrowLeft" ? "a[rel=prev]" : "a[rel=next]")?.click();
    }
  });
}

function drawTrial(head, body, study, trial, id) {
  const isBest = study.card.bestTrial === trial.number;
  const steps = [["Previous", trial.previous, "prev"], ["Next", trial.next, "next"]].map(([label, number, rel]) => number === undefined
    ? undefined
    : link(`/studies/${id}/trials/${number}`, label, { rel, class: "button", "data-key": rel }));
  replaceKeepingFocus(head,
    make("h2", { class: "page-title" }, `Trial ${trial.number} `, stateMark(trial.state), isBest ? make("span", { class: "tag best" }, "best") : undefined),
    make("div", { class: "controls" }, ...steps, ...trialTools(id, trial, study)));
  const part = (title, facts) => facts.length === 0 ? undefined : make("div", {}, make("h3", {}, title), factsTable(facts, title));
  const nested = make("details", {}, make("summary", {}, "As the objective gets them"), make("pre", {}, JSON.stringify(trial.nested, null, 2)));
  const wasOpen = body.querySelector("details")?.open;
  nested.open = wasOpen === true;
  replaceKeepingFocus(body,
    make("div", {}, part("Outcome", trial.facts),
      trial.error ? make("div", {}, make("h3", {}, "Error"), make("pre", { class: "error" }, trial.error)) : undefined,
      make("h3", {}, "Why this point"), make("p", {}, make("bdi", {}, trial.why)),
      part("Metrics", trial.metrics), part("Constraints", trial.constraints), part("Attributes", trial.attributes), part("Used", trial.usage),
      make("h3", {}, "Once more"), make("p", { class: "quiet" }, "This command has the same point tried again."), commandBox(trial.command)),
    make("div", {}, part("Parameters", trial.parameters), nested));
}
