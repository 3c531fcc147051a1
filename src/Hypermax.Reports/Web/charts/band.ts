// Dragging a rectangle over a plot: zooms into it, or selects the trials in it. Ctrl and the wheel zoom too.

import type { Cartesian } from "./cartesian.ts";
import type { Callbacks } from "./main.ts";

const threshold = 5;

export class RubberBand {
  private readonly box = document.createElement("div");
  private readonly stop = new AbortController();
  private start: [number, number] | undefined;

  constructor(
    private readonly plot: HTMLElement,
    private readonly chart: Cartesian,
    private readonly callbacks: Callbacks,
    private readonly zoomed: () => void,
    reset: () => void) {
    this.box.className = "rubber-band";
    this.box.hidden = true;
    plot.append(this.box);
    const { signal } = this.stop;
    plot.addEventListener("pointerdown", event => this.begin(event), { signal });
    window.addEventListener("pointermove", event => this.move(event), { signal });
    window.addEventListener("pointerup", event => this.end(event), { signal });
    plot.addEventListener("dblclick", reset, { signal });
    plot.addEventListener("wheel", event => this.wheel(event), { signal, passive: false });
  }

  dispose(): void {
    this.stop.abort();
    this.box.remove();
  }

  private begin(event: PointerEvent): void {
    const at = this.pixel(event);
    if (event.button === 0 && this.isInside(at)) {
      this.start = at;
    }
  }

  private move(event: PointerEvent): void {
    if (!this.start) {
      return;
    }

    const at = this.pixel(event);
    const [width, height] = [Math.abs(at[0] - this.start[0]), Math.abs(at[1] - this.start[1])];
    this.box.hidden = Math.max(width, height) < threshold;
    Object.assign(this.box.style, {
      left: `${Math.min(at[0], this.start[0])}px`, top: `${Math.min(at[1], this.start[1])}px`, width: `${width}px`, height: `${height}px`,
    });
  }

  private end(event: PointerEvent): void {
    const { start } = this;
    this.start = undefined;
    if (!start || this.box.hidden) {
      return;
    }

    this.box.hidden = true;
    const [from, to] = [this.place(start), this.place(this.pixel(event))];
    if (this.callbacks.mode() === "select") {
      this.callbacks.select(this.chart.within(from, to));
    } else {
      this.chart.x.zoom(from[0], to[0]);
      this.chart.y.zoom(from[1], to[1]);
      this.zoomed();
    }
  }

  private wheel(event: WheelEvent): void {
    const at = this.pixel(event);
    if (!event.ctrlKey || !this.isInside(at)) {
      return;
    }

    event.preventDefault();
    const factor = event.deltaY < 0 ? 0.8 : 1.25;
    const center = this.place(at);
    [this.chart.x, this.chart.y].forEach((scale, i) => {
      const [from, to] = scale.window;
      scale.zoom(center[i]! - (center[i]! - from) * factor, center[i]! + (to - center[i]!) * factor);
    });
    this.zoomed();
  }

  private pixel(event: MouseEvent): [number, number] {
    const box = this.plot.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  private isInside([x, y]: [number, number]): boolean {
    const { left, right, top, bottom } = this.chart.margins;
    return x >= left && x <= this.plot.clientWidth - right && y >= top && y <= this.plot.clientHeight - bottom;
  }

  /** A pixel as shares of the whole axes. */
  private place([x, y]: [number, number]): [number, number] {
    const { left, right, top, bottom } = this.chart.margins;
    const across = (x - left) / (this.plot.clientWidth - left - right);
    const up = 1 - (y - top) / (this.plot.clientHeight - top - bottom);
    const at = ([from, to]: [number, number], share: number): number => from + Math.min(1, Math.max(0, share)) * (to - from);
    return [at(this.chart.x.window, across), at(this.chart.y.window, up)];
  }
}
