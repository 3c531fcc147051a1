// The JSON form of charts that C# writes; see docs/formats/chart.md.

export type Role = "primary" | "secondary" | "tertiary" | "best" | "trend" | "muted" | "failed" | "running" | "infeasible";

export interface AxisSpec {
  title: string;
  scale: "linear" | "log" | "category";
  min: number;
  max: number;
  categories?: string[];
  reversed?: boolean;
  whole?: boolean;
  ticks?: number[];
}

export interface ColorsSpec {
  title: string;
  log?: boolean;
  stops: [number, string][];
  roles: [string, Role][];
}

interface LayerBase {
  table: string;
  label?: string;
  role: Role;
  opacity: number;
}

export interface PointsLayer extends LayerBase {
  kind: "points";
  x: string;
  xValue?: string;
  y: string;
  color?: string;
  size?: string;
  trial?: string;
  radius: number;
  cross?: boolean;
}

export interface LineLayer extends LayerBase {
  kind: "line";
  x: string;
  y: string;
  series?: string;
  color?: string;
  trial?: string;
  width: number;
  step?: boolean;
  dashed?: boolean;
}

export interface BandLayer extends LayerBase {
  kind: "band";
  x: string;
  low: string;
  high: string;
}

export interface BarsLayer extends LayerBase {
  kind: "bars";
  place: string;
  value: string;
  low?: string;
  high?: string;
  text?: string;
  thickness: number;
  offset: number;
  horizontal?: boolean;
}

export interface SpansLayer extends LayerBase {
  kind: "spans";
  from: string;
  to: string;
  lane: string;
  color?: string;
  trial?: string;
}

export interface CellsLayer extends LayerBase {
  kind: "cells";
  x1: string;
  x2: string;
  y1: string;
  y2: string;
  color: string;
  text?: string;
  across: number;
  smooth?: boolean;
}

export interface RuleLayer extends LayerBase {
  kind: "rule";
  value: number;
  vertical?: boolean;
}

export interface ParallelLayer extends LayerBase {
  kind: "parallel";
  color: string;
  trial?: string;
  axes: { column: string; axis: AxisSpec }[];
}

export type Layer = PointsLayer | LineLayer | BandLayer | BarsLayer | SpansLayer | CellsLayer | RuleLayer | ParallelLayer;

export interface TableSpec {
  rows: number;
  columns: Record<string, number>;
}

export interface ColumnData {
  labels?: string[];
  values: (number | null)[];
}

export interface ChartSpec {
  name: string;
  kind: string;
  title: string;
  note?: string;
  description: string;
  parameters: string[];
  width: number;
  height: number;
  x?: AxisSpec;
  y?: AxisSpec;
  colors?: ColorsSpec;
  layers: Layer[];
  tables: Record<string, TableSpec>;
}

/** The columns of one layer's table, by name. */
export class TableView {
  readonly rows: number;

  constructor(private readonly spec: TableSpec, private readonly columns: ColumnData[]) {
    this.rows = spec.rows;
  }

  get names(): string[] {
    return Object.keys(this.spec.columns);
  }

  /** The values of a column; an absent column is empty everywhere. */
  values(name: string | undefined): (number | null)[] {
    return this.column(name)?.values ?? [];
  }

  column(name: string | undefined): ColumnData | undefined {
    const index = name !== undefined && Object.hasOwn(this.spec.columns, name) ? this.spec.columns[name] : undefined;
    return index === undefined ? undefined : this.columns[index];
  }

  /** A cell as people read it. */
  text(name: string, row: number, format: (value: number) => string): string {
    const column = this.column(name);
    const value = column?.values[row];
    return value === null || value === undefined ? "" : column?.labels ? column.labels[value] ?? "" : format(value);
  }
}
