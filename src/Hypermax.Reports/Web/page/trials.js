// The trials as rows: complete ones first, then the others; every column has a value and a text for each row.

/** A column of the table of trials over the rows of both parts. */
class TrialColumn {
  constructor(name, group, parts) {
    this.name = name;
    this.group = group;
    this.parts = parts;
    this.isText = parts.some(part => part.column?.labels);
  }

  /** A number, a text, or null. */
  value(row) {
    const part = row < this.parts[0].rows ? this.parts[0] : this.parts[1];
    const value = part.column?.values[row - part.start] ?? null;
    return value !== null && part.column.labels ? part.column.labels[value] : value;
  }

  text(row) {
    const value = this.value(row);
    return value === null ? "" : typeof value === "number" ? formatNumber(value) : value;
  }
}

/** Fills columns that are picked from others. */
function expandColumns(columns) {
  for (const column of columns) {
    if (column.of !== undefined) {
      const source = columns[column.of];
      column.labels = source.labels;
      column.values = columns[column.rows].values.map(row => source.values[row]);
    }
  }
}

class Trials {
  constructor(data) {
    this.data = data;
    const [complete, others] = ["complete", "others"].map(name => data.tables[name]);
    this.count = complete.rows + others.rows;
    this.completeCount = complete.rows;
    this.columns = [];
    for (const group of ["", ".metrics", ".parameters"]) {
      const [first, second] = [data.tables[`complete${group}`], data.tables[`others${group}`]];
      for (const name of new Set([...Object.keys(first.columns), ...Object.keys(second.columns)])) {
        const column = table => (Object.hasOwn(table.columns, name) ? data.columns[table.columns[name]] : undefined);
        this.columns.push(new TrialColumn(name, group, [
          { rows: complete.rows, start: 0, column: column(first) },
          { rows: others.rows, start: complete.rows, column: column(second) },
        ]));
      }
    }

    this.number = this.columns.find(column => column.group === "" && column.name === "trial");
    this.rowOf = new Map(Array.from({ length: this.count }, (_, row) => [this.number.value(row), row]));
  }

  fixed(name) {
    return this.columns.find(column => column.group === "" && column.name === name);
  }
}
