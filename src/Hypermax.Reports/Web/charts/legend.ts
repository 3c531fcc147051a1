// Legends are ordinary page text beside the canvas, so they can be read, printed and selected.

import type { ChartSpec, ColumnData } from "./spec.ts";
import { TableView } from "./spec.ts";
import type { Theme } from "./theme.ts";
import { fading, standingOut } from "./theme.ts";
import { formatTick } from "./format.ts";

export function legend(spec: ChartSpec, columns: ColumnData[], theme: Theme): HTMLElement | undefined {
  const box = document.createElement("div");
  box.className = "legend";
  for (const layer of spec.layers) {
    if (layer.label) {
      box.append(entry(layer.label, theme.roles[layer.role], layer.kind === "line" || layer.kind === "rule" ? "line" : layer.kind === "points" ? (layer.cross ? "cross" : "dot") : "box"));
    }
  }

  const has = (kind: string): boolean => spec.layers.some(layer => layer.kind === kind);
  const colors = has("parallel") ? fading(spec.colors, theme) : has("cells") ? spec.colors : standingOut(spec.colors, theme);
  if (colors && colors.roles.length > 0) {
    const used = usedRoles(spec, columns);
    box.append(...colors.roles.filter((_, index) => used.has(index)).map(([label, role]) => entry(label, theme.roles[role], "box")));
  }

  if (colors && colors.stops.length > 0) {
    box.append(bar(spec, colors));
  }

  return box.childElementCount > 0 ? box : undefined;
}

/** The roles that some mark has; a legend of the others would only raise questions. */
function usedRoles(spec: ChartSpec, columns: ColumnData[]): Set<number | null> {
  const used = new Set<number | null>();
  for (const layer of spec.layers) {
    if ("color" in layer && layer.color) {
      const table = new TableView(spec.tables[layer.table] ?? { rows: 0, columns: {} }, columns);
      table.values(layer.color).forEach(value => used.add(value));
    }
  }

  return used;
}

function entry(label: string, color: string, shape: string): HTMLElement {
  const item = document.createElement("span");
  item.className = "entry";
  const swatch = document.createElement("i");
  swatch.className = `swatch ${shape}`;
  swatch.style.background = color;
  const name = document.createElement("bdi");
  name.textContent = label;
  item.append(swatch, name);
  return item;
}

function bar(spec: ChartSpec, colors: NonNullable<ChartSpec["colors"]>): HTMLElement {
  const warp = colors.log ? Math.log : (value: number) => value;
  const [first, last] = [colors.stops[0]![0], colors.stops.at(-1)![0]];
  const share = (value: number): number => (last > first ? (100 * (warp(value) - warp(first))) / (warp(last) - warp(first)) : 0);
  const item = document.createElement("span");
  item.className = "entry";
  const name = document.createElement("bdi");
  name.textContent = colors.title || spec.title;
  const [low, high] = [first, last].map(value => {
    const end = document.createElement("span");
    end.textContent = formatTick(value);
    return end;
  }) as [HTMLElement, HTMLElement];
  const ramp = document.createElement("i");
  ramp.className = "ramp";
  ramp.style.background = colors.stops.length > 1
    ? `linear-gradient(to right, ${colors.stops.map(([value, color]) => `${color} ${share(value).toFixed(2)}%`).join(", ")})`
    : colors.stops[0]![1];
  item.append(name, low, ramp, high);
  return item;
}
