// What hovering says, as elements: no text from a study is ever parsed as markup.

import type { ChartSpec, Layer } from "./spec.ts";
import { TableView } from "./spec.ts";
import { formatValue } from "./format.ts";

export interface Fact {
  name: string;
  value: string;
}

/** The facts of one mark: its columns under the titles of their axes, and its trial. */
export function facts(spec: ChartSpec, layer: Layer, table: TableView, row: number): Fact[] {
  const list: Fact[] = [];
  const add = (name: string | undefined, column: string | undefined): void => {
    const value = column === undefined ? "" : table.text(column, row, formatValue);
    if (name && value !== "" && !list.some(fact => fact.name === name)) {
      list.push({ name, value });
    }
  };
  const range = (name: string, low: string, high: string): void => {
    const [from, to] = [table.text(low, row, formatValue), table.text(high, row, formatValue)];
    list.push({ name, value: `${from} … ${to}` });
  };
  const axis = (axisSpec: ChartSpec["x"], column: string): void => {
    const value = table.values(column)[row];
    if (axisSpec && value != null) {
      list.push({ name: axisSpec.title || column, value: axisSpec.categories?.[value] ?? table.text(column, row, formatValue) });
    }
  };
  switch (layer.kind) {
    case "points":
      axis(spec.x, layer.xValue ?? layer.x);
      axis(spec.y, layer.y);
      break;
    case "line":
      add("series", layer.series);
      break;
    case "bars":
      axis(layer.horizontal ? spec.y : spec.x, layer.place);
      axis(layer.horizontal ? spec.x : spec.y, layer.value);
      if (layer.low && layer.high && table.values(layer.low)[row] != null) {
        range("spread", layer.low, layer.high);
      }

      break;
    case "spans":
      range(spec.x?.title ?? "from", layer.from, layer.to);
      axis(spec.y, layer.lane);
      break;
    case "cells":
      if (spec.x?.scale !== "category" && spec.x) {
        range(spec.x.title, layer.x1, layer.x2);
      }

      if (spec.y?.scale !== "category" && spec.y) {
        range(spec.y.title, layer.y1, layer.y2);
      }

      break;
    default:
  }

  if ("color" in layer && layer.color) {
    const value = table.values(layer.color)[row];
    const role = value == null ? undefined : spec.colors?.roles[value]?.[0];
    if (role !== undefined) {
      list.push({ name: spec.colors!.title, value: role });
    } else {
      add(spec.colors?.title ?? layer.color, layer.color);
    }
  }

  return list;
}

/** The number of the trial behind a mark, or undefined. */
export function trialOf(layer: Layer, table: TableView, row: number): number | undefined {
  return ("trial" in layer && layer.trial ? table.values(layer.trial)[row] : undefined) ?? undefined;
}

export function tipElement(title: string, list: Fact[], trial: number | undefined): HTMLElement {
  const box = document.createElement("div");
  box.append(line("strong", trial === undefined ? title : `trial ${trial}`));
  for (const fact of list.filter(each => each.name !== "trial")) {
    const row = document.createElement("div");
    row.append(line("span", `${shorten(fact.name)}: `), line("b", shorten(fact.value)));
    box.append(row);
  }

  return box;
}

function line(tag: string, content: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = content;
  return element;
}

function shorten(content: string): string {
  return content.length > 120 ? `${content.slice(0, 119)}…` : content;
}
