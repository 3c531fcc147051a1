// A smooth picture of a grid: bicubic (Catmull–Rom) between the cells, edges repeated, kept within the four nearest cells.

const resolution = 160;

export function smoothField(values: (number | null)[], across: number, color: (value: number) => string): HTMLCanvasElement {
  const down = Math.max(1, Math.round(values.length / across));
  const canvas = document.createElement("canvas");
  canvas.width = resolution;
  canvas.height = resolution;
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(resolution, resolution);
  const cell = (column: number, row: number): number =>
    values[Math.min(down - 1, Math.max(0, row)) * across + Math.min(across - 1, Math.max(0, column))] ?? 0;
  for (let y = 0; y < resolution; y++) {
    // Rows of the picture run downwards, rows of cells upwards.
    const v = ((resolution - 0.5 - y) / resolution) * down - 0.5;
    for (let x = 0; x < resolution; x++) {
      const u = ((x + 0.5) / resolution) * across - 0.5;
      const [r, g, b] = parts(color(bicubic(cell, u, v)));
      image.data.set([r, g, b, 255], 4 * (y * resolution + x));
    }
  }

  context.putImageData(image, 0, 0);
  return canvas;
}

function bicubic(cell: (column: number, row: number) => number, u: number, v: number): number {
  const [i, j] = [Math.floor(u), Math.floor(v)];
  const column = (row: number): number => catmullRom(cell(i - 1, row), cell(i, row), cell(i + 1, row), cell(i + 2, row), u - i);
  const value = catmullRom(column(j - 1), column(j), column(j + 1), column(j + 2), v - j);
  const near = [cell(i, j), cell(i + 1, j), cell(i, j + 1), cell(i + 1, j + 1)];
  return Math.min(Math.max(...near), Math.max(Math.min(...near), value));
}

function catmullRom(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

function parts(color: string): [number, number, number] {
  const [r, g, b] = color.slice(4, -1).split(",").map(Number);
  return [r ?? 0, g ?? 0, b ?? 0];
}
