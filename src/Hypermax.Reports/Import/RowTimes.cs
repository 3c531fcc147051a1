using System.Globalization;
using CsvHelper;

namespace Hypermax.Import;

/// <summary>Reads when the trial of a row began and how long it took, in seconds, as a time span, or from its beginning to its end.</summary>
internal sealed class RowTimes(ImportColumns columns, NumberText numbers, DateTimeOffset began)
{
    private static readonly double MostSeconds = TimeSpan.MaxValue.TotalSeconds / 2;

    public (DateTimeOffset Started, TimeSpan Duration) Of(CsvParser parser)
    {
        DateTimeOffset? started = Moment(RowReader.Cell(parser, columns.Started));
        DateTimeOffset? ended = Moment(RowReader.Cell(parser, columns.Ended));
        TimeSpan duration = Span(RowReader.Cell(parser, columns.Time)) ?? (ended > started ? ended.Value - started.Value : TimeSpan.Zero);
        return (started ?? began, duration);
    }

    private static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment)
            ? moment
            : null;

    // '811.587641', '0:01:30.5' and what pandas writes, '0 days 00:01:30.500000'.
    private TimeSpan? Span(string text)
    {
        if (numbers.TryRead(text, out double seconds))
        {
            return seconds > 0 && seconds < MostSeconds ? TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond)) : null;
        }

        string span = text.Replace(" days ", ".", StringComparison.Ordinal);
        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(span, CultureInfo.InvariantCulture, out TimeSpan read) && read > TimeSpan.Zero
            ? read
            : null;
    }
}
