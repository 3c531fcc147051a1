// The parts of ECharts that are used; nothing outside this folder knows of it.

import { init, use } from "echarts/core";
import type { EChartsType } from "echarts/core";
import { CustomChart, ParallelChart, ScatterChart } from "echarts/charts";
import { GridComponent, ParallelComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";

use([CustomChart, ParallelChart, ScatterChart, GridComponent, ParallelComponent, TooltipComponent, CanvasRenderer]);

export { init };
export type { EChartsType };

/* eslint-disable-next-line -- options are plain data; ECharts' own types add nothing that the checker can use here. */
export type Option = Record<string, unknown>;

export interface RenderApi {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

export interface RenderParams {
  dataIndex: number;
  coordSys: { x: number; y: number; width: number; height: number };
}

export interface PointEvent {
  seriesId?: string;
  dataIndex: number;
  value?: unknown;
}
