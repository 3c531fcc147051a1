// Colours by meaning, in a light and a dark shade each.

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

export const light: Theme = {
  isDark: false, ink: "#1b1f24", quiet: "#59636e", line: "#aab2bb", grid: "#e6e9ec", paper: "#ffffff",
  roles: {
    primary: "#2f6fb7", secondary: "#d9822b", tertiary: "#6b4fb3", best: "#0b7a4b",
    trend: "#c0392b", muted: "#9aa4ae", failed: "#b42318", running: "#c79a00",
  },
};

export const dark: Theme = {
  isDark: true, ink: "#e6e9ed", quiet: "#9aa5b1", line: "#59636e", grid: "#2a3037", paper: "#14171b",
  roles: {
    primary: "#6cb0ff", secondary: "#f0a35c", tertiary: "#b39ddb", best: "#4cc38a",
    trend: "#ff8f85", muted: "#6b7682", failed: "#ff8f85", running: "#e6c34a",
  },
};

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
