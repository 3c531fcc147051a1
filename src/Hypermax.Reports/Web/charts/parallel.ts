// Parallel coordinates: every axis from 0 to 1 with our own ticks; empty cells stand on a line of their own below.

import type { Option, PointEvent } from "./echarts.ts";
import type { ChartSpec, ColumnData, ParallelLayer } from "./spec.ts";
import { TableView } from "./spec.ts";
import { Scale } from "./scale.ts";
import type { Theme } from "./theme.ts";
import { colorizer, fading } from "./theme.ts";
import { formatValue } from "./format.ts";
import { tipElement } from "./tip.ts";

const missing = -0.07;

export class Parallel {
  readonly layer: ParallelLayer;
  readonly table: TableView;

  constructor(readonly spec: ChartSpec, columns: ColumnData[], public theme: Theme) {
    this.layer = spec.layers.find(layer => layer.kind === "parallel") as ParallelLayer;
    this.table = new TableView(spec.tables[this.layer.table] ?? { rows: 0, columns: {} }, columns);
  }

  option(width: number): Option {
    const axes = this.layer.axes.map(({ axis }) => new Scale(axis));
    const columns = this.layer.axes.map(({ column }) => this.table.values(column));
    const gaps = columns.map(values => values.some(value => value === null));
    const color = colorizer(fading(this.spec.colors, this.theme), this.theme);
    const colors = this.table.values(this.layer.color);
    const opacity = Math.max(0.12, Math.min(0.8, 12 / Math.sqrt(Math.max(1, this.table.rows)))) * this.layer.opacity;
    const room = (width - 100) / Math.max(1, axes.length - 1);
    return {
      animation: false,
      parallel: { left: 56, right: 56, top: 40, bottom: 28, axisExpandable: false },
      parallelAxis: axes.map((scale, dim) => this.axis(scale, dim, gaps[dim]!, room, dim === 0 ? "left" : dim === axes.length - 1 ? "right" : "center")),
      tooltip: { trigger: "item", confine: true, className: "chart-tip", transitionDuration: 0, formatter: (event: PointEvent) => this.tip(event.dataIndex) },
      series: [{
        id: "0",
        type: "parallel",
        progressive: 0,
        smooth: false,
        inactiveOpacity: 0.02,
        activeOpacity: Math.min(1, opacity * 1.5),
        lineStyle: { width: 1.2, opacity },
        emphasis: { lineStyle: { width: 3, opacity: 1 } },
        data: Array.from({ length: this.table.rows }, (_, row) => ({
          value: axes.map((scale, dim) => {
            const value = columns[dim]![row];
            return value == null ? missing : scale.place(value);
          }),
          lineStyle: { color: color(colors[row] ?? null) },
        })),
      }],
    };
  }

  trial(event: PointEvent): number | undefined {
    return this.table.values(this.layer.trial)[event.dataIndex] ?? undefined;
  }

  trials(rows: number[]): number[] {
    const numbers = this.table.values(this.layer.trial);
    return rows.map(row => numbers[row]).filter(number => number != null);
  }

  // Names at the ends grow inwards, or the edge of the chart would cut them.
  private axis(scale: Scale, dim: number, hasGaps: boolean, room: number, align: "left" | "center" | "right"): Option {
    const ticks = scale.ticks(6);
    const labels = hasGaps ? [{ place: missing, label: "none" }, ...ticks] : ticks;
    return {
      dim,
      type: "value",
      min: hasGaps ? missing : 0,
      max: 1,
      name: scale.axis.title,
      nameLocation: "end",
      nameGap: dim % 2 === 0 ? 10 : 24,
      nameTruncate: { maxWidth: Math.max(50, (align === "center" ? 1.7 : 1.05) * room), ellipsis: "…" },
      nameTextStyle: { color: this.theme.ink, fontSize: 11, align },
      axisLine: { lineStyle: { color: this.theme.line } },
      axisTick: { customValues: labels.map(tick => tick.place), lineStyle: { color: this.theme.line } },
      axisLabel: {
        customValues: labels.map(tick => tick.place),
        formatter: (place: number) => shorten(labels.find(tick => Math.abs(tick.place - place) < 1e-9)?.label ?? "", Math.max(6, Math.floor((room - 16) / 6))),
        color: this.theme.ink, fontSize: 10, backgroundColor: this.theme.isDark ? "rgba(22,27,34,.88)" : "rgba(255,255,255,.9)", padding: [1, 2],
      },
      splitLine: { show: false },
      areaSelectStyle: { width: 16, borderWidth: 1, color: this.theme.roles.primary, borderColor: this.theme.roles.primary, opacity: 0.3 },
    };
  }

  private tip(row: number): HTMLElement {
    const list = this.layer.axes.slice(0, 14).map(({ column, axis }) => {
      const value = this.table.values(column)[row];
      return { name: axis.title, value: value == null ? "–" : axis.categories?.[value] ?? this.table.text(column, row, formatValue) };
    });
    return tipElement(this.spec.title, list, this.trial({ dataIndex: row }));
  }
}

function shorten(label: string, length: number): string {
  return label.length > length ? `${label.slice(0, length - 1)}…` : label;
}
