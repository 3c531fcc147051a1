// The filter language of the table: words that must all occur, and comparisons such as Trees>100 or status=fail.

const comparison = /^(?:"([^"]+)"|([^\s<>=!:"]+))(<=|>=|!=|<|>|=|:)(.*)$/;

/** @returns {(row: number) => boolean} Whether a row passes; an empty text lets all pass. */
function compileFilter(text, trials) {
  const tests = (text.match(/(?:"[^"]*"|\S)+/g) ?? []).map(term => compileTerm(term, trials));
  return row => tests.every(test => test(row));
}

function compileTerm(term, trials) {
  const match = comparison.exec(term);
  const name = match ? match[1] ?? match[2] : "";
  const column = match && (trials.columns.find(each => each.name === name) ?? trials.columns.find(each => each.name.toLowerCase() === name.toLowerCase()));
  if (!column) {
    const word = term.replaceAll("\"", "").toLowerCase();
    return row => trials.columns.some(each => each.text(row).toLowerCase().includes(word));
  }

  const [operator, wanted] = [match[3], match[4].replaceAll("\"", "")];
  const number = wanted === "" ? NaN : Number(wanted);
  const word = wanted.toLowerCase();
  return row => {
    const value = column.value(row);
    if (operator === ":") {
      return column.text(row).toLowerCase().includes(word);
    }

    if (value === null) {
      return operator === "!=" ? wanted !== "" : operator === "=" && wanted === "";
    }

    const order = typeof value === "number" && !Number.isNaN(number) ? value - number : String(value).toLowerCase() < word ? -1 : String(value).toLowerCase() > word ? 1 : 0;
    switch (operator) {
      case "<": return order < 0;
      case "<=": return order <= 0;
      case ">": return order > 0;
      case ">=": return order >= 0;
      case "!=": return order !== 0;
      default: return order === 0;
    }
  };
}
