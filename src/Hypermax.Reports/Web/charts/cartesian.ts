// A chart with two axes: options for ECharts, zooming, selecting.

import type { Option, PointEvent } from "./echarts.ts";
import type { AxisSpec, ChartSpec, ColumnData, Layer } from "./spec.ts";
import { TableView } from "./spec.ts";
import type { Canvas } from "./marks.ts";
import { series } from "./marks.ts";
import type { Tick } from "./scale.ts";
import { Scale } from "./scale.ts";
import type { Theme } from "./theme.ts";
import { facts, tipElement, trialOf } from "./tip.ts";

const font = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif";
const unit: AxisSpec = { title: "", scale: "linear", min: 0, max: 1 };

export interface Margins {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export class Cartesian implements Canvas {
  readonly x: Scale;
  readonly y: Scale;
  margins: Margins = { left: 60, right: 16, top: 10, bottom: 46 };
  private readonly views = new Map<string, TableView>();

  constructor(readonly spec: ChartSpec, private readonly columns: ColumnData[], public theme: Theme) {
    this.x = new Scale(spec.x ?? unit);
    this.y = new Scale(spec.y ?? unit);
  }

  view(layer: Layer): TableView {
    let view = this.views.get(layer.table);
    if (!view) {
      view = new TableView(this.spec.tables[layer.table] ?? { rows: 0, columns: {} }, this.columns);
      this.views.set(layer.table, view);
    }

    return view;
  }

  option(width: number, height: number, selected: ReadonlySet<number>): Option {
    return {
      animation: false,
      textStyle: { fontFamily: font },
      ...this.frame(width, height),
      tooltip: { trigger: "item", confine: true, className: "chart-tip", transitionDuration: 0, formatter: (event: PointEvent) => this.tip(event) },
      series: [...this.spec.layers.map((layer, index) => series(this, layer, index)), this.rings(selected)],
    };
  }

  /** Axes for the part that is shown now. */
  frame(width: number, height: number): Option {
    const across = this.x.ticks(Math.max(2, Math.floor(width / (this.spec.x?.categories ? 40 : 80))));
    const down = this.y.ticks(Math.max(2, Math.floor(height / (this.spec.y?.categories ? 18 : 44))));
    const widest = Math.max(...down.map(tick => textWidth(tick.label)), 10);
    const slanted = across.some(tick => textWidth(tick.label) > (0.9 * width) / Math.max(1, across.length));
    const longest = Math.max(...across.map(tick => textWidth(tick.label)), 10);
    const left = Math.min(0.4 * width, widest) + 34;
    this.margins = { left, right: 18, top: 10, bottom: 44 + (slanted ? Math.min(90, longest * 0.6) : 0) };
    return {
      grid: { ...this.margins, containLabel: false },
      xAxis: { ...this.axis(this.x, across), nameGap: this.margins.bottom - 20, axisLabel: { ...this.labels(across, 110), rotate: slanted ? 35 : 0 } },
      yAxis: { ...this.axis(this.y, down), nameGap: left - 16, axisLabel: this.labels(down, 0.4 * width) },
    };
  }

  /** The trials within a rectangle given in shares of the plot. */
  within(from: [number, number], to: [number, number]): number[] {
    const [left, right, low, high] = [Math.min(from[0], to[0]), Math.max(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[1], to[1])];
    const found = new Set<number>();
    this.eachTrialPoint((trial, x, y) => {
      if (x >= left && x <= right && y >= low && y <= high) {
        found.add(trial);
      }
    });
    return [...found];
  }

  /** Calls back for every point that stands for a trial, with its place on both axes. */
  eachTrialPoint(call: (trial: number, x: number, y: number, layer: number, row: number) => void): void {
    this.spec.layers.forEach((layer, index) => {
      if (layer.kind !== "points" || !layer.trial) {
        return;
      }

      const table = this.view(layer);
      const [xs, ys, trials] = [table.values(layer.x), table.values(layer.y), table.values(layer.trial)];
      for (let row = 0; row < table.rows; row++) {
        if (xs[row] != null && ys[row] != null && trials[row] != null) {
          call(trials[row]!, this.x.place(xs[row]!), this.y.place(ys[row]!), index, row);
        }
      }
    });
  }

  trial(event: PointEvent): number | undefined {
    const layer = this.spec.layers[Number(event.seriesId)];
    return layer ? trialOf(layer, this.view(layer), this.row(event)) : undefined;
  }

  /** The places of selected trials, ringed above everything else. */
  rings(selected: ReadonlySet<number>): Option {
    const data: [number, number][] = [];
    if (selected.size > 0) {
      this.eachTrialPoint((trial, x, y) => {
        if (selected.has(trial)) {
          data.push([x, y]);
        }
      });
    }

    return { id: "selected", type: "scatter", data, silent: true, symbol: "circle", symbolSize: 11, z: 90, progressive: 0, clip: true, itemStyle: { color: "transparent", borderColor: this.theme.ink, borderWidth: 2 } };
  }

  /** What hovering over a mark shows, to be read aloud. */
  spoken(index: number, row: number): string {
    const layer = this.spec.layers[index]!;
    const list = facts(this.spec, layer, this.view(layer), row).filter(fact => fact.name !== "trial");
    return [`trial ${trialOf(layer, this.view(layer), row)}`, ...list.map(fact => `${fact.name}: ${fact.value}`)].join(", ");
  }

  private tip(event: PointEvent): HTMLElement | string {
    const layer = this.spec.layers[Number(event.seriesId)];
    if (!layer) {
      return "";
    }

    const row = this.row(event);
    return tipElement(layer.label ?? this.spec.title, facts(this.spec, layer, this.view(layer), row), trialOf(layer, this.view(layer), row));
  }

  private row(event: PointEvent): number {
    return Array.isArray(event.value) ? Number(event.value.at(-1)) : event.dataIndex;
  }

  private axis(scale: Scale, ticks: Tick[]): Option {
    return {
      type: "value",
      min: scale.window[0],
      max: scale.window[1],
      name: scale.axis.title,
      nameLocation: "middle",
      nameTextStyle: { color: this.theme.quiet, fontSize: 12 },
      nameTruncate: { maxWidth: 420, ellipsis: "…" },
      axisLine: { show: true, onZero: false, lineStyle: { color: this.theme.line } },
      axisTick: { show: true, customValues: ticks.map(tick => tick.place), lineStyle: { color: this.theme.line } },
      splitLine: { show: scale.axis.scale !== "category", lineStyle: { color: this.theme.grid } },
    };
  }

  private labels(ticks: Tick[], width: number): Option {
    const names = new Map(ticks.map(tick => [tick.place, tick.label]));
    return {
      customValues: ticks.map(tick => tick.place),
      formatter: (place: number) => names.get(place) ?? nearest(ticks, place),
      color: this.theme.quiet, fontSize: 11, hideOverlap: true, width, overflow: "truncate", ellipsis: "…",
    };
  }
}

function nearest(ticks: Tick[], place: number): string {
  return ticks.find(tick => Math.abs(tick.place - place) < 1e-9)?.label ?? "";
}

let ruler: CanvasRenderingContext2D | null = null;

function textWidth(content: string): number {
  ruler ??= document.createElement("canvas").getContext("2d");
  if (ruler) {
    ruler.font = `11px ${font}`;
  }

  return ruler?.measureText(content).width ?? content.length * 6;
}
