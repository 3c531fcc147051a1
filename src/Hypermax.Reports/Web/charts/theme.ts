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

/** Colours of lines that fade into the paper: on dark paper light and dark change places, so that the best still stand out. */
export function fading(colors: ColorsSpec | undefined, theme: Theme): ColorsSpec | undefined {
  return colors && theme.isDark ? { ...colors, stops: colors.stops.map(([value, color]) => [value, mirrored(color)]) } : colors;
}

/** Colours of dots: those that would sink into dark paper are lightened until they stand out three times, as WCAG 2.2 asks of marks. */
export function standingOut(colors: ColorsSpec | undefined, theme: Theme): ColorsSpec | undefined {
  return colors && theme.isDark ? { ...colors, stops: colors.stops.map(([value, color]) => [value, lifted(color, luminance(theme.paper))]) } : colors;
}

function lifted(color: string, paper: number): string {
  let parts: number[] = rgb(color);
  while ((luminance(`rgb(${parts.join(",")})`) + 0.05) / (paper + 0.05) < 3) {
    parts = parts.map(part => Math.min(255, part + 8));
  }

  return `rgb(${parts.join(",")})`;
}

/** The same hue with light and dark exchanged, a little lighter than exactly so: dark paper is not black. */
function mirrored(color: string): string {
  const parts = rgb(color);
  const sum = Math.min(...parts) + Math.max(...parts);
  return `rgb(${parts.map(part => Math.round(Math.min(255, 24 + 0.9 * (part + 255 - sum)))).join(",")})`;
}

/** Red, green and blue from 0 to 255. */
export function rgb(color: string): [number, number, number] {
  const digits = color.startsWith("rgb") ? color.match(/\d+/g)!.map(Number) : [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16));
  return [digits[0]!, digits[1]!, digits[2]!];
}

/** Black or white, whichever reads better on a colour. */
export function inkOn(color: string): string {
  // From 0.19 on black has more contrast than white.
  return luminance(color) > 0.19 ? "#14171b" : "#ffffff";
}

/** Relative luminance as WCAG 2.2 defines it, from 0 to 1. */
function luminance(color: string): number {
  const [r, g, b] = rgb(color).map(part => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
