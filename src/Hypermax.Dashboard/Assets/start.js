// Puts the page together.

// The reader's choice of light and dark lasts.
function keepTheme() {
  const kept = localStorage.getItem("hypermax-theme");
  if (kept === "light" || kept === "dark") {
    document.documentElement.dataset.theme = kept;
  }

  new MutationObserver(() => {
    const { theme } = document.documentElement.dataset;
    if (theme) {
      localStorage.setItem("hypermax-theme", theme);
    }
  }).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
}

function showVisitor() {
  const host = document.getElementById("visitor");
  if (session.needsPassword && session.name) {
    host.replaceChildren(make("bdi", {}, session.name), session.maySteer ? "" : " (may look)", make("button", {
      type: "button",
      onclick: async () => {
        await change("POST", "/api/sign-out");
        location.assign(`${root}/sign-in`);
      },
    }, "Sign out"));
  }
}

async function start() {
  keepTheme();
  startTheme();
  try {
    session = await fetchJson("/api/session");
    showVisitor();
    await { list: startList, study: startStudy, trial: startTrial, trials: startTrials, compare: startCompare, signin: startSignin }[page.page]();
  } catch (error) {
    showNothing(error.message);
    document.documentElement.dataset.ready = "failed";
  }
}

start();
