// Colours by meaning; the shades come with the data, so that pictures and pages show the same.

import type { ColorsSpec, Role } from "./spec.ts";

export interface Theme {
  isDark: boolean;
  ink: string;
  quiet: string;
  line: string;
  grid: string;
  paper: string;
  roles: Record<Role, string>;
}

/** Turns the values of a colour column into colours; see the specification of chart colours. */
export function colorizer(colors: ColorsSpec | undefined, theme: Theme): (value: number | null) => string {
  if (!colors || (colors.stops.length === 0 && colors.roles.length === 0)) {
    return () => theme.roles.primary;
  }

  if (colors.roles.length > 0) {
    return value => theme.roles[colors.roles[value ?? -1]?.[1] ?? "muted"];
  }

  const warp = colors.log ? Math.log : (value: number) => value;
  const stops = colors.stops.map(([value, color]) => ({ at: warp(value), color: rgb(color) }));
  return value => {
    if (value === null || value === undefined) {
      return theme.roles.muted;
    }

    const at = warp(value);
    const next = stops.findIndex(stop => stop.at >= at);
    const [a, b] = next < 0 ? [stops.at(-1)!, stops.at(-1)!] : [stops[Math.max(0, next - 1)]!, stops[next]!];
    const share = b.at > a.at ? (at - a.at) / (b.at - a.at) : 0;
    return `rgb(${a.color.map((part, i) => Math.round(part + (b.color[i]! - part) * Math.min(1, Math.max(0, share)))).join(",")})`;
  };
}

/** Red, green and blue from 0 to 255. */
export function rgb(color: string): [number, number, number] {
  const digits = color.startsWith("rgb") ? color.match(/\d+/g)!.map(Number) : [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16));
  return [digits[0]!, digits[1]!, digits[2]!];
}

/** Black or white, whichever reads better on a colour. */
export function inkOn(color: string): string {
  const [r, g, b] = rgb(color);
  return 0.299 * r + 0.587 * g + 0.114 * b > 140 ? "#14171b" : "#ffffff";
}
