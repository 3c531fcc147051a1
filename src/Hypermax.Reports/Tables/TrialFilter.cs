using System.Globalization;
using Hypermax.Errors;

namespace Hypermax.Tables;

/// <summary>A comparison that a trial must pass: a column, a sign and a value.</summary>
internal sealed class TrialFilter
{
    private static readonly string[] Signs = ["<=", ">=", "!=", "=", "<", ">", "~"];

    private readonly TrialColumn _column;
    private readonly string _sign;
    private readonly string _value;
    private readonly double _number;

    private TrialFilter(TrialColumn column, string sign, string value)
    {
        (_column, _sign, _value) = (column, sign, value);
        _number = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
        if (sign is "=" or "!=" && value.Length > 0 && column.Texts is { } texts && !texts.Contains(value, StringComparer.Ordinal))
        {
            throw new FormatException(
                $"'{column.Name}' is never '{value}'; it is one of {string.Join(", ", texts)}. {NearestName.Hint(value, texts)}Correct the filter.");
        }

        if (sign is "<" or ">" or "<=" or ">=" && double.IsNaN(_number))
        {
            throw new FormatException($"'{column.Name}{sign}{value}' compares with '{value}', which is no number. Give one, or use = != or ~ (contains).");
        }
    }

    /// <summary>Reads a filter.</summary>
    /// <exception cref="FormatException">There is no sign or no such column.</exception>
    public static TrialFilter Parse(string text, TrialTable table)
    {
        int place = text.AsSpan().IndexOfAny("<>=!~");
        string? sign = place > 0 ? Array.Find(Signs, known => text.AsSpan(place).StartsWith(known, StringComparison.Ordinal)) : null;
        return sign is null
            ? throw new FormatException($"'{text}' is no filter; write a column, one of = != < <= > >= ~ and a value, such as 'loss<0.1' or 'status=fail'.")
            : new TrialFilter(table.Find(text[..place].Trim()), sign, text[(place + sign.Length)..].Trim());
    }

    public bool Passes(TrialRecord trial)
    {
        double number = _column.Number(trial);
        bool isSame = double.IsNaN(number) || double.IsNaN(_number) ? _column.Text(trial) == _value : number == _number;
        return _sign switch
        {
            "=" => isSame,
            "!=" => !isSame,
            "<" => number < _number,
            "<=" => number <= _number,
            ">" => number > _number,
            ">=" => number >= _number,
            _ => _column.Text(trial).Contains(_value, StringComparison.OrdinalIgnoreCase),
        };
    }
}
