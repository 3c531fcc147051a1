// Where values stand on an axis, as shares from 0 at its start to 1 at its end, and where its ticks are.
// The window is the part that is shown, in shares too; drawing never sees values, so log and reversed axes need no care.

import type { AxisSpec } from "./spec.ts";
import { formatTick } from "./format.ts";

export interface Tick {
  place: number;
  label: string;
}

export class Scale {
  window: [number, number] = [0, 1];
  private readonly from: number;
  private readonly size: number;

  constructor(readonly axis: AxisSpec) {
    this.from = this.warp(axis.min);
    this.size = this.warp(axis.max) - this.from || 1;
  }

  get isZoomed(): boolean {
    return this.window[0] > 0 || this.window[1] < 1;
  }

  /** The share at which a value stands; values beyond the ends stand at the edge. */
  place(value: number): number {
    const share = Math.min(1, Math.max(0, (this.warp(value) - this.from) / this.size));
    return this.axis.reversed ? 1 - share : share;
  }

  /** The value at a share. */
  value(place: number): number {
    const warped = this.from + (this.axis.reversed ? 1 - place : place) * this.size;
    return this.axis.scale === "log" ? 10 ** warped : warped;
  }

  /** Shows the part between two places of the whole axis. */
  zoom(a: number, b: number): void {
    const [from, to] = [Math.max(0, Math.min(a, b)), Math.min(1, Math.max(a, b))];
    if (to - from > 1e-6) {
      this.window = [from, to];
    }
  }

  reset(): void {
    this.window = [0, 1];
  }

  /** Ticks of the part that is shown, at most about so many. */
  ticks(room: number): Tick[] {
    const { axis } = this;
    const [a, b] = [this.value(this.window[0]), this.value(this.window[1])];
    const [min, max] = [Math.min(a, b), Math.max(a, b)];
    if (axis.categories) {
      const shown = axis.categories.map((label, value) => ({ value, label: label.replace(/\s+/g, " ") })).filter(tick => tick.value >= min && tick.value <= max);
      return thin(shown, room).map(tick => ({ place: this.place(tick.value), label: tick.label }));
    }

    const values = axis.ticks && !this.isZoomed
      ? thin(axis.ticks.filter(value => value >= min && value <= max), room)
      : axis.scale === "log" ? logTicks(min, max, room) : linearTicks(min, max, room, axis.whole);
    return values.map(value => ({ place: this.place(value), label: formatTick(value) }));
  }

  private warp(value: number): number {
    return this.axis.scale === "log" ? Math.log10(Math.max(value, 1e-300)) : value;
  }
}

function linearTicks(min: number, max: number, room: number, whole = false): number[] {
  const rough = (max - min) / Math.max(1, room);
  if (!(rough > 0)) {
    return [min];
  }

  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find(factor => factor * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const wide = whole ? Math.max(1, Math.round(step)) : step;
  const values: number[] = [];
  for (let k = Math.ceil(min / wide - 1e-9); k * wide <= max + wide * 1e-9; k++) {
    values.push(Number((k * wide).toPrecision(12)));
  }

  return values;
}

function logTicks(min: number, max: number, room: number): number[] {
  const [from, to] = [Math.floor(Math.log10(min) + 1e-9), Math.ceil(Math.log10(max) - 1e-9)];
  const powers = (factors: number[]): number[] => {
    const values = [];
    for (let exponent = from; exponent <= to; exponent++) {
      values.push(...factors.map(factor => Number(`${factor}e${exponent}`)));
    }

    return values.filter(value => value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9));
  };
  const fine = powers([1, 2, 5]);
  if (fine.length < 3) {
    return linearTicks(min, max, room);
  }

  const coarse = powers([1]);
  return fine.length <= room ? fine : coarse.length >= 2 ? thin(coarse, room) : thin(fine, room);
}

function thin<T>(items: T[], room: number): T[] {
  const every = Math.max(1, Math.ceil(items.length / Math.max(1, room)));
  return items.filter((_, index) => index % every === 0);
}
