// Walking over the points of a chart by arrow keys: what hovering shows is said, Enter opens the trial.

import type { EChartsType } from "./echarts.ts";
import type { Cartesian } from "./cartesian.ts";
import type { Callbacks } from "./main.ts";

interface Stop {
  trial: number;
  x: number;
  layer: number;
  row: number;
}

export function walk(plot: HTMLElement, chart: Cartesian, echarts: EChartsType, callbacks: Callbacks): () => void {
  let stops: Stop[] | undefined;
  let at = -1;
  const moves: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, PageDown: 20, PageUp: -20, Home: -Infinity, End: Infinity };
  const pressed = (event: KeyboardEvent): void => {
    const here = stops?.[at];
    if (event.key === "Enter" && here) {
      // Else the same key press would go on to the button that the opened trial puts under it.
      event.preventDefault();
      callbacks.open(here.trial);
    }

    const move = moves[event.key];
    if (move === undefined) {
      return;
    }

    stops ??= collect(chart);
    if (stops.length === 0) {
      return;
    }

    event.preventDefault();
    at = Math.min(stops.length - 1, Math.max(0, at + move));
    const stop = stops[at]!;
    echarts.dispatchAction({ type: "showTip", seriesId: String(stop.layer), dataIndex: dataIndex(chart, stop) });
    callbacks.say(chart.spoken(stop.layer, stop.row));
  };
  plot.addEventListener("keydown", pressed);
  return () => plot.removeEventListener("keydown", pressed);
}

function collect(chart: Cartesian): Stop[] {
  const stops: Stop[] = [];
  chart.eachTrialPoint((trial, x, _, layer, row) => stops.push({ trial, x, layer, row }));
  return stops.sort((a, b) => a.x - b.x || a.trial - b.trial);
}

// The series leaves rows without a place out, so its indices run behind the rows.
function dataIndex(chart: Cartesian, stop: Stop): number {
  const layer = chart.spec.layers[stop.layer]!;
  if (layer.kind !== "points") {
    return stop.row;
  }

  const table = chart.view(layer);
  const [xs, ys] = [table.values(layer.x), table.values(layer.y)];
  let index = 0;
  for (let row = 0; row < stop.row; row++) {
    index += xs[row] != null && ys[row] != null ? 1 : 0;
  }

  return index;
}
