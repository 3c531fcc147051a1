// Puts the page together.

async function start() {
  startTheme();
  const data = JSON.parse(await unpack("report-data"));
  expandColumns(data.columns);
  const trials = new Trials(data);
  let wall;
  const dialog = new TrialDialog(trials, number => wall?.select(new Set(number === null ? [] : [number])));
  const table = new TrialTable(document.getElementById("trial-table"), trials, data.valueName, data.larger, number => dialog.open(number));
  const script = await unpack("charts-script");
  if (script !== undefined) {
    // Its hash stands in the page's policy: a changed script would not run.
    const element = document.createElement("script");
    element.textContent = script;
    document.head.append(element);
    wall = new ChartWall(data, {
      open: number => dialog.open(number),
      select: numbers => {
        table.select(numbers === null ? null : new Set(numbers));
        wall.select(new Set(numbers ?? []));
        say(numbers === null ? "all trials shown" : `${numbers.length} trials selected; the table below shows them`);
      },
      mode: () => document.querySelector("input[name=drag]:checked")?.value ?? "zoom",
      say,
    });
    wall.startChooser();
  }

  dialog.fromAddress();

  // What was put in above has moved the section that was asked for.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
  document.documentElement.dataset.ready = "true";
}

start();
