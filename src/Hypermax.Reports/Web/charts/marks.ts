// One ECharts series for each layer. A datum ends in the row of the layer's table it stands for.

import type { Option, RenderApi, RenderParams } from "./echarts.ts";
import type { BandLayer, BarsLayer, CellsLayer, ChartSpec, Layer, LineLayer, PointsLayer, RuleLayer, SpansLayer } from "./spec.ts";
import { TableView } from "./spec.ts";
import type { Scale } from "./scale.ts";
import type { Theme } from "./theme.ts";
import { colorizer, inkOn, standingOut } from "./theme.ts";
import { smoothField } from "./field.ts";

export interface Canvas {
  spec: ChartSpec;
  x: Scale;
  y: Scale;
  theme: Theme;
  view(layer: Layer): TableView;
}

type Datum = [number, number, number];
type Shape = Option | undefined;

/** From here on dots without a meaning in colour or size are drawn as one mark, in a fifth of the time, and smaller. */
const many = 2000;

const cross = "path://M-1,-0.75L-0.75,-1L0,-0.25L0.75,-1L1,-0.75L0.25,0L1,0.75L0.75,1L0,0.25L-0.75,1L-1,0.75L-0.25,0Z";

export function series(canvas: Canvas, layer: Layer, index: number): Option {
  const base = { id: String(index), z: 2 + index, clip: true, progressive: 0, animation: false };
  switch (layer.kind) {
    case "points": return { ...base, ...points(canvas, layer) };
    case "line": return { ...base, ...lines(canvas, layer) };
    case "band": return { ...base, ...band(canvas, layer) };
    case "bars": return { ...base, ...bars(canvas, layer) };
    case "spans": return { ...base, ...spans(canvas, layer) };
    case "cells": return { ...base, ...cells(canvas, layer) };
    case "rule": return { ...base, ...rule(canvas, layer) };
    default: throw new Error(`No drawing for layer '${(layer as Layer).kind}'.`);
  }
}

function points(canvas: Canvas, layer: PointsLayer): Option {
  const table = canvas.view(layer);
  const [xs, ys, colors, sizes] = [table.values(layer.x), table.values(layer.y), table.values(layer.color), table.values(layer.size)];
  const color = colorizer(standingOut(canvas.spec.colors, canvas.theme), canvas.theme);
  const data: Datum[] = [];
  for (let row = 0; row < table.rows; row++) {
    const [x, y] = [xs[row], ys[row]];
    if (x != null && y != null) {
      data.push([canvas.x.place(x), canvas.y.place(y), row]);
    }
  }

  const rowOf = (value: unknown): number => (value as Datum)[2];
  const common = { type: "scatter", data, cursor: layer.trial ? "pointer" : "default" };
  if (data.length > many && !layer.color && !layer.size && !layer.cross) {
    return { ...common, large: true, largeThreshold: many, symbolSize: 3, itemStyle: { opacity: layer.opacity, color: canvas.theme.roles[layer.role] } };
  }

  return {
    ...common,
    symbol: layer.cross ? cross : "circle",
    symbolSize: layer.size ? (value: Datum) => 2 * (sizes[rowOf(value)] ?? layer.radius) : 2 * layer.radius + (layer.cross ? 3 : 0),
    itemStyle: {
      opacity: layer.opacity,
      color: layer.color ? (item: { value: unknown }) => color(colors[rowOf(item.value)] ?? null) : canvas.theme.roles[layer.role],
    },
    emphasis: { scale: 1.5, itemStyle: { opacity: 1, borderColor: canvas.theme.ink, borderWidth: 1 } },
  };
}

function lines(canvas: Canvas, layer: LineLayer): Option {
  const table = canvas.view(layer);
  const [xs, ys, groups, colors] = [table.values(layer.x), table.values(layer.y), table.values(layer.series), table.values(layer.color)];
  const color = colorizer(canvas.spec.colors, canvas.theme);
  const paths: { row: number; points: [number, number][] }[] = [];
  let open: { row: number; points: [number, number][] } | undefined;
  for (let row = 0; row < table.rows; row++) {
    const [x, y] = [xs[row], ys[row]];
    if (x == null || y == null || (layer.series && row > 0 && groups[row] !== groups[row - 1])) {
      open = undefined;
    }

    if (x != null && y != null) {
      if (!open) {
        open = { row, points: [] };
        paths.push(open);
      }

      const last = open.points.at(-1);
      const here: [number, number] = [canvas.x.place(x), canvas.y.place(y)];
      if (layer.step && last) {
        open.points.push([here[0], last[1]]);
      }

      open.points.push(here);
    }
  }

  return custom(
    paths.map(path => [path.points[0]![0], path.points[0]![1], path.row]),
    (params, api) => {
      const path = paths[params.dataIndex]!;
      return {
        type: "polyline",
        shape: { points: path.points.map(point => api.coord(point)) },
        style: {
          fill: "none",
          stroke: layer.color ? color(colors[path.row] ?? null) : canvas.theme.roles[layer.role],
          lineWidth: layer.width,
          opacity: layer.opacity,
          lineDash: layer.dashed ? [6, 4] : undefined,
          lineJoin: "round",
        },
      };
    },
    !layer.trial && !layer.series);
}

function band(canvas: Canvas, layer: BandLayer): Option {
  const table = canvas.view(layer);
  const [xs, lows, highs] = [table.values(layer.x), table.values(layer.low), table.values(layer.high)];
  const rows = [...Array(table.rows).keys()].filter(row => xs[row] != null && lows[row] != null && highs[row] != null);
  const edge = (values: (number | null)[], order: number[]) => order.map(row => [canvas.x.place(xs[row]!), canvas.y.place(values[row]!)] as [number, number]);
  const outline = [...edge(highs, rows), ...edge(lows, [...rows].reverse())];
  return custom(rows.length ? [[0, 0, 0]] : [], (_, api) => ({
    type: "polygon",
    shape: { points: outline.map(point => api.coord(point)) },
    style: { fill: canvas.theme.roles[layer.role], opacity: layer.opacity },
  }), true);
}

function bars(canvas: Canvas, layer: BarsLayer): Option {
  const table = canvas.view(layer);
  const [places, values, lows, highs] = [table.values(layer.place), table.values(layer.value), table.values(layer.low), table.values(layer.high)];
  const [along, across] = layer.horizontal ? [canvas.x, canvas.y] : [canvas.y, canvas.x];
  const start = along.axis.scale === "log" ? along.axis.min : 0;
  const at = (length: number, place: number): [number, number] => (layer.horizontal ? [along.place(length), across.place(place)] : [across.place(place), along.place(length)]);
  const rows = [...Array(table.rows).keys()].filter(row => places[row] != null && values[row] != null);
  const style = { stroke: canvas.theme.ink, lineWidth: 1, fill: "none" };
  return custom(rows.map(row => [...at(values[row]!, places[row]!), row]), (params, api) => {
    const row = rows[params.dataIndex]!;
    const place = places[row]! + layer.offset;
    const half = layer.thickness / 2;
    const [a, b] = [api.coord(at(start, place - half)), api.coord(at(values[row]!, place + half))];
    const children: Shape[] = [{
      type: "rect",
      shape: { x: Math.min(a[0], b[0]), y: Math.min(a[1], b[1]), width: Math.max(1, Math.abs(a[0] - b[0])), height: Math.max(1, Math.abs(a[1] - b[1])) },
      style: { fill: canvas.theme.roles[layer.role], opacity: layer.opacity },
    }];
    const end = api.coord(at(Math.max(values[row]!, highs[row] ?? -Infinity), place));
    if (lows[row] != null && highs[row] != null) {
      const [low, high] = [api.coord(at(lows[row]!, place)), api.coord(at(highs[row]!, place))];
      children.push({ type: "line", shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] }, style });
    }

    if (layer.text) {
      children.push(text(table.text(layer.text, row, String), layer.horizontal ? end[0] + 5 : end[0], layer.horizontal ? end[1] : end[1] - 5, canvas.theme.ink, layer.horizontal ? "left" : "center", layer.horizontal ? "middle" : "bottom"));
    }

    return { type: "group", children };
  });
}

function spans(canvas: Canvas, layer: SpansLayer): Option {
  const table = canvas.view(layer);
  const [froms, tos, lanes, colors] = [table.values(layer.from), table.values(layer.to), table.values(layer.lane), table.values(layer.color)];
  const color = colorizer(canvas.spec.colors, canvas.theme);
  const rows = [...Array(table.rows).keys()].filter(row => froms[row] != null && tos[row] != null && lanes[row] != null);
  return custom(rows.map(row => [canvas.x.place(froms[row]!), canvas.y.place(lanes[row]!), row]), (params, api) => {
    const row = rows[params.dataIndex]!;
    const a = api.coord([canvas.x.place(froms[row]!), canvas.y.place(lanes[row]! - 0.35)]);
    const b = api.coord([canvas.x.place(tos[row]!), canvas.y.place(lanes[row]! + 0.35)]);
    return {
      type: "rect",
      shape: { x: a[0], y: Math.min(a[1], b[1]), width: Math.max(1, b[0] - a[0]), height: Math.max(1, Math.abs(a[1] - b[1])) },
      style: { fill: layer.color ? color(colors[row] ?? null) : canvas.theme.roles[layer.role], opacity: layer.opacity, stroke: canvas.theme.paper, lineWidth: 0.5 },
    };
  });
}

function cells(canvas: Canvas, layer: CellsLayer): Option {
  const table = canvas.view(layer);
  const color = colorizer(canvas.spec.colors, canvas.theme);
  const [x1, x2, y1, y2, values] = [layer.x1, layer.x2, layer.y1, layer.y2, layer.color].map(name => table.values(name)) as [
    (number | null)[], (number | null)[], (number | null)[], (number | null)[], (number | null)[]];
  const rows = [...Array(table.rows).keys()];
  const field = layer.smooth ? smoothField(values, layer.across, color) : undefined;
  const box = (api: RenderApi, row: number) => {
    const [a, b] = [api.coord([canvas.x.place(x1[row]!), canvas.y.place(y1[row]!)]), api.coord([canvas.x.place(x2[row]!), canvas.y.place(y2[row]!)])];
    return { x: Math.min(a[0], b[0]), y: Math.min(a[1], b[1]), width: Math.abs(a[0] - b[0]), height: Math.abs(a[1] - b[1]) };
  };
  return custom(rows.map(row => [canvas.x.place(x1[row]!), canvas.y.place(y1[row]!), row]), (params, api) => {
    const row = params.dataIndex;
    const cell = box(api, row);
    const fill = color(values[row] ?? null);
    const children: Shape[] = [];
    if (field && row === 0) {
      // The first cell carries the whole field, so that the texts of all cells stand above it.
      const last = box(api, rows.length - 1);
      children.push({ type: "image", silent: true, style: { image: field, x: cell.x, y: last.y, width: last.x + last.width - cell.x, height: cell.y + cell.height - last.y } });
    }

    // A smooth field still needs its cells for hovering.
    children.push({ type: "rect", shape: cell, style: field ? { fill: "rgba(0,0,0,0)" } : { fill, stroke: canvas.theme.paper, lineWidth: 0.5, opacity: layer.opacity } });
    if (layer.text && cell.width > 24) {
      children.push(text(table.text(layer.text, row, String), cell.x + cell.width / 2, cell.y + cell.height / 2, inkOn(fill), "center", "middle"));
    }

    return { type: "group", children };
  });
}

function rule(canvas: Canvas, layer: RuleLayer): Option {
  return custom([[0, 0, 0]], (params, api) => {
    const { x, y, width, height } = params.coordSys;
    const at = layer.vertical ? api.coord([canvas.x.place(layer.value), 0])[0] : api.coord([0, canvas.y.place(layer.value)])[1];
    return {
      type: "line",
      shape: layer.vertical ? { x1: at, x2: at, y1: y, y2: y + height } : { x1: x, x2: x + width, y1: at, y2: at },
      style: { stroke: canvas.theme.roles[layer.role], lineWidth: 1.5, lineDash: [5, 4], opacity: layer.opacity },
    };
  }, true);
}

function text(content: string, x: number, y: number, fill: string, align: string, verticalAlign: string): Option {
  return { type: "text", silent: true, style: { text: content, x, y, fill, align, verticalAlign, fontSize: 11 } };
}

function custom(data: (number[] | Datum)[], renderItem: (params: RenderParams, api: RenderApi) => Shape, silent = false): Option {
  // 'none' keeps ECharts from reading places as extents; the axes are fixed.
  return { type: "custom", data, renderItem, silent, encode: { x: 0, y: 1 } };
}
