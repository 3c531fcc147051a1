using Hypermax.Charts.Scales;
using Hypermax.Errors;
using Hypermax.Reports;
using Hypermax.Summary;

namespace Hypermax.Dataset.Judging;

/// <summary>Judges the times: whether there are any, and whether they can be seconds.</summary>
internal static class TimeRemarks
{
    private const double SecondsOfYear = 365.25 * 86_400;

    public static IEnumerable<DatasetRemark> Of(DatasetFolder folder)
    {
        StudyData study = folder.Study;
        if (!study.HasTimes)
        {
            return [new DatasetRemark(DatasetLevel.Note, "times", "No row says how long its trial took; replays tell trials, not hours.")];
        }

        double[] seconds = [.. study.Finished.Select(trial => trial.Duration.TotalSeconds).Where(time => time > 0).Order()];
        double all = seconds.Sum();
        string measured = $"Trials took {Time(seconds[0])} to {Time(seconds[^1])}, half of them less than {Time(Quantiles.Of(seconds, 0.5))}; "
            + $"together {Time(all)}";
        int without = study.Finished.Count - seconds.Length;
        return
        [
            all switch
            {
                > 20 * SecondsOfYear => new DatasetRemark(
                    DatasetLevel.Problem, "times", FormattableString.Invariant($"{measured}, {all / SecondsOfYear:0} years. Times are seconds; ")
                    + $"as milliseconds these would be {Time(all / 1000)}. Divide them by 1000 if that is what they are."),
                _ when Quantiles.Of(seconds, 0.5) < 0.001 => new DatasetRemark(
                    DatasetLevel.Note,
                    "times",
                    $"{measured}. Nothing is trained in that time: a function of numbers, or times in another unit; times are seconds."),
                _ => new DatasetRemark(DatasetLevel.Good, "times", $"{measured}."),
            },
            .. without == 0 ? Array.Empty<DatasetRemark>() : [new DatasetRemark(DatasetLevel.Note, "times", $"{Counted.Of(without, "row")} have no time.")],
        ];
    }

    private static string Time(double seconds) => seconds < TimeSpan.MaxValue.TotalSeconds / 2 ? Words.Time(TimeSpan.FromSeconds(seconds)) : "ages";
}
