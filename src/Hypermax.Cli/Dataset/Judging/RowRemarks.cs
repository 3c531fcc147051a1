using Hypermax.Errors;

namespace Hypermax.Dataset.Judging;

/// <summary>Judges how many rows there are, and which of them could be read.</summary>
internal static class RowRemarks
{
    private const int Most = 15_000;

    public static IEnumerable<DatasetRemark> Of(DatasetFolder folder)
    {
        int rows = folder.Study.Finished.Count;
        int parameters = folder.Study.Geometry.Dimensions.Count(dimension => dimension.LevelCount != 1);

        // "If your space is very small (only 2 or 3 parameters), significantly less."
        (int least, int enough) = parameters <= 3 ? (100, 300) : (1000, 3000);
        string count = $"{Counted.Of(rows, "row")} for {Counted.Of(parameters, "parameter")}";
        yield return rows switch
        {
            _ when rows < least => new DatasetRemark(
                DatasetLevel.Problem, "rows", FormattableString.Invariant($"{count}; too few to simulate searches with. Go on to {enough} or more.")),
            _ when rows < enough => new DatasetRemark(
                DatasetLevel.Note, "rows", FormattableString.Invariant($"{count}; the protocol asks for {enough} to {Most}.")),
            _ => new DatasetRemark(DatasetLevel.Good, "rows", $"{count}."),
        };
        int running = folder.Study.Trials.Count - rows;
        if (running > 0)
        {
            yield return new DatasetRemark(DatasetLevel.Note, "rows", $"{Counted.Of(running, "trial")} of the study had not ended and do not count.");
        }

        foreach (string note in folder.Notes)
        {
            yield return new DatasetRemark(DatasetLevel.Note, "rows", note);
        }
    }
}
