// Numbers as people read them; never the browser's locale, so that a report reads the same everywhere.

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A value with up to six significant digits. */
export function formatValue(value: number): string {
  if (!Number.isFinite(value)) {
    return "–";
  }

  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) {
    return trim(value.toExponential(5));
  }

  return String(Number(value.toPrecision(6)));
}

/** A tick: short, and on log axes powers of ten beyond a few digits. */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
    const exponent = Math.floor(Math.log10(size) + 1e-9);
    const mantissa = Number((value / 10 ** exponent).toPrecision(3));
    const power = "10" + [...String(exponent)].map(digit => (digit === "-" ? "⁻" : superscripts[Number(digit)])).join("");
    return mantissa === 1 ? power : `${mantissa}·${power}`;
  }

  return String(Number(value.toPrecision(4)));
}

function trim(text: string): string {
  return text.replace(/\.?0+e/, "e").replace("e+", "e");
}
