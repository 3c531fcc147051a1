using Hypermax.Analysis.Stages;
using Hypermax.Errors;

namespace Hypermax.Dataset.Judging;

/// <summary>Judges the stages: random over the full space, random within narrower ranges, narrower again, then an optimiser.</summary>
internal static class StageRemarks
{
    public static IEnumerable<DatasetRemark> Of(DatasetFolder folder)
    {
        IReadOnlyList<StageSpan> stages = folder.Stages;
        int rows = folder.Study.Finished.Count;
        int random = stages.Where(stage => stage.IsRandom).Sum(stage => stage.Count);
        string share = FormattableString.Invariant($"{random} of {Counted.Of(rows, "row")} ({100.0 * random / Math.Max(1, rows):0} %) are random");
        yield return random * 5 >= rows * 4
            ? new DatasetRemark(DatasetLevel.Good, "stages", $"{share}.")
            : new DatasetRemark(
                DatasetLevel.Problem, "stages", $"{share}; what an optimiser chose is no fair picture of the space. Add random trials: four rows in five.");
        if (stages is [{ IsRandom: true, Narrowed.Count: > 0 } first, ..])
        {
            yield return new DatasetRemark(
                DatasetLevel.Note, "stages", $"Nowhere random over the full space: {Counted.Of(first.Narrowed.Count, "range")} of the first stage "
                + "are narrower than search.json says. Give the space as it was searched, or search it whole first.");
        }

        yield return stages.Skip(1).Count(stage => stage is { IsRandom: true, Narrowed.Count: > 0 }) switch
        {
            0 => new DatasetRemark(DatasetLevel.Note, "stages", "The ranges were never narrowed to those of the best tenth: the best part is thinly covered."),
            1 => new DatasetRemark(DatasetLevel.Note, "stages", "The ranges were narrowed once; the protocol narrows twice."),
            _ => new DatasetRemark(DatasetLevel.Good, "stages", "The ranges were narrowed twice."),
        };
        yield return stages is [.., { IsRandom: false } last]
            ? new DatasetRemark(DatasetLevel.Good, "stages", $"The last {Counted.Of(last.Count, "row")} are of an optimiser, the cherry.")
            : new DatasetRemark(
                DatasetLevel.Note,
                "stages",
                "No optimiser ran at the end: the minimum may lie outside the narrowed ranges. Add 100 to 200 trials of tpe or atpe.");
        if (!folder.SaysStages)
        {
            yield return new DatasetRemark(
                DatasetLevel.Note,
                "stages",
                $"No column '{DatasetFolder.StageColumn}' says which stage a row belongs to; stages are told from where the values lie.");
        }
    }
}
