// The whole of what a page may ask: draw a chart into an element, and tell it of the theme, its size and what is selected.

import type { EChartsType, PointEvent } from "./echarts.ts";
import { init } from "./echarts.ts";
import type { ChartSpec, ColumnData } from "./spec.ts";
import { Cartesian } from "./cartesian.ts";
import { Parallel } from "./parallel.ts";
import { RubberBand } from "./band.ts";
import { walk } from "./keyboard.ts";
import { legend } from "./legend.ts";
import type { Theme } from "./theme.ts";

export interface Callbacks {
  /** A mark that stands for a trial was chosen. */
  open(trial: number): void;
  /** The trials within a rectangle or between marks of axes were chosen; null when all are shown again. */
  select(trials: number[] | null): void;
  /** What dragging does now. */
  mode(): "zoom" | "select";
  /** Says something to those who cannot see it. */
  say(text: string): void;
}

export interface Handle {
  redraw(theme: Theme): void;
  select(trials: ReadonlySet<number>): void;
  resetZoom(): void;
  dispose(): void;
}

/** Draws a chart. The element gets a canvas and a legend; its height follows the specification. */
export function draw(host: HTMLElement, spec: ChartSpec, columns: ColumnData[], theme: Theme, callbacks: Callbacks): Handle {
  const plot = document.createElement("div");
  plot.className = "plot";
  plot.style.height = `${spec.height}px`;
  plot.setAttribute("role", "img");
  plot.setAttribute("aria-label", `${spec.title}. ${spec.description}`);
  plot.tabIndex = 0;
  host.replaceChildren(plot);
  return spec.layers.some(layer => layer.kind === "parallel")
    ? drawParallel(host, plot, spec, columns, theme, callbacks)
    : drawCartesian(host, plot, spec, columns, theme, callbacks);
}

function drawCartesian(host: HTMLElement, plot: HTMLElement, spec: ChartSpec, columns: ColumnData[], theme: Theme, callbacks: Callbacks): Handle {
  const chart = new Cartesian(spec, columns, theme);
  const echarts = init(plot);
  let selected: ReadonlySet<number> = new Set();
  const full = (): void => {
    echarts.setOption(chart.option(plot.clientWidth, plot.clientHeight, selected), { notMerge: true });
    showLegend(host, spec, columns, chart.theme);
  };
  const reframe = (): void => {
    echarts.setOption(chart.frame(plot.clientWidth, plot.clientHeight));
    host.classList.toggle("zoomed", chart.x.isZoomed || chart.y.isZoomed);
  };
  const resetZoom = (): void => {
    chart.x.reset();
    chart.y.reset();
    reframe();
  };
  full();
  onTrial(echarts, event => chart.trial(event), callbacks);
  const band = new RubberBand(plot, chart, callbacks, reframe, resetZoom);
  const stopWalking = walk(plot, chart, echarts, callbacks);
  const stopWatching = watch(plot, () => {
    echarts.resize();
    reframe();
  });
  return {
    redraw: next => {
      chart.theme = next;
      full();
    },
    select: trials => {
      selected = trials;
      echarts.setOption({ series: [chart.rings(trials)] });
    },
    resetZoom,
    dispose: () => {
      stopWatching();
      stopWalking();
      band.dispose();
      echarts.dispose();
    },
  };
}

function drawParallel(host: HTMLElement, plot: HTMLElement, spec: ChartSpec, columns: ColumnData[], theme: Theme, callbacks: Callbacks): Handle {
  const chart = new Parallel(spec, columns, theme);
  const echarts = init(plot);
  const full = (): void => {
    echarts.setOption(chart.option(plot.clientWidth), { notMerge: true });
    showLegend(host, spec, columns, chart.theme);
  };
  full();
  onTrial(echarts, event => chart.trial(event), callbacks);
  echarts.on("axisareaselected", () => {
    // ECharts offers the rows between the marks nowhere but in its series model.
    const model = (echarts as unknown as { getModel(): { getSeriesByIndex(index: number): { getRawIndicesByActiveState(state: string): number[] } } }).getModel();
    const rows = model.getSeriesByIndex(0).getRawIndicesByActiveState("active");
    callbacks.select(rows.length === 0 ? null : chart.trials(rows));
  });
  const stopWatching = watch(plot, () => {
    echarts.resize();
    full();
  });
  return {
    redraw: next => {
      chart.theme = next;
      full();
    },
    select: () => undefined,
    resetZoom: full,
    dispose: () => {
      stopWatching();
      echarts.dispose();
    },
  };
}

function onTrial(echarts: EChartsType, trialOf: (event: PointEvent) => number | undefined, callbacks: Callbacks): void {
  echarts.on("click", event => {
    const trial = trialOf(event as unknown as PointEvent);
    if (trial !== undefined) {
      callbacks.open(trial);
    }
  });
}

function showLegend(host: HTMLElement, spec: ChartSpec, columns: ColumnData[], theme: Theme): void {
  host.querySelector(":scope > .legend")?.remove();
  const box = legend(spec, columns, theme);
  if (box) {
    host.prepend(box);
  }
}

/** Calls back when the width of an element changed. */
function watch(element: HTMLElement, changed: () => void): () => void {
  let width = element.clientWidth;
  const observer = new ResizeObserver(() => {
    if (element.clientWidth !== width && element.clientWidth > 0) {
      width = element.clientWidth;
      changed();
    }
  });
  observer.observe(element);
  return () => observer.disconnect();
}
