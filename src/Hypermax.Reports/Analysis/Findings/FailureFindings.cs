using System.Globalization;
using Hypermax.Reports;
using Hypermax.Spaces;

namespace Hypermax.Analysis.Findings;

/// <summary>Finds where trials fail: a part at one end of a range, or a choice.</summary>
internal static class FailureFindings
{
    private const int LeastFailures = 5;

    public static IEnumerable<Finding> Find(StudyData data)
    {
        int failed = data.Failed.Count;
        if (failed >= LeastFailures && failed < data.Finished.Count)
        {
            (Finding Finding, double Score)[] places = [.. Enumerable.Range(0, data.Space.Count).Select(i => FindPlace(data, i)).OfType<(Finding, double)>()];
            foreach ((Finding finding, _) in places.OrderByDescending(place => place.Score).Take(2))
            {
                yield return finding;
            }
        }

        if (failed >= LeastFailures && failed * 5 >= data.Finished.Count)
        {
            IGrouping<FailureKind, TrialRecord> most = data.Failed.GroupBy(trial => trial.Outcome?.Failure ?? FailureKind.None).OrderByDescending(group => group.Count()).First();
            yield return new Finding(
                FindingKind.FailuresFrequent,
                string.Create(CultureInfo.InvariantCulture, $"{100.0 * failed / data.Finished.Count:0} % of the trials failed."),
                string.Create(CultureInfo.InvariantCulture, $"{failed} of {data.Finished.Count} finished trials failed, most often ({most.Count()}) with {most.Key}: {Shorten(most.First().Outcome?.Message)}."),
                "Look at the log of one of them first: the search learns little from trials that fail.");
        }
    }

    private static (Finding Finding, double Score)? FindPlace(StudyData data, int index)
    {
        TrialRecord[] trials = [.. data.Finished.Where(trial => !double.IsNaN(trial.Vector[index]))];
        int failed = trials.Count(trial => trial.State == TrialState.Failed);
        if (failed < LeastFailures || failed == trials.Length)
        {
            return null;
        }

        return data.Space.Parameters[index] switch
        {
            CategoricalParameter categorical => Choice(data, index, categorical, trials, failed),
            NumericParameter numeric => Range(data, index, numeric, trials, failed),
            _ => null,
        };
    }

    private static (Finding, double)? Choice(StudyData data, int index, CategoricalParameter parameter, TrialRecord[] trials, int failed)
    {
        int worst = -1;
        double most = 0;
        for (int choice = 0; choice < parameter.Choices.Count; choice++)
        {
            double score = Score(trials.Count(trial => trial.Vector[index] == choice), trials.Count(trial => trial.Vector[index] == choice && trial.State == TrialState.Failed), trials.Length, failed);
            (worst, most) = score > most ? (choice, score) : (worst, most);
        }

        if (worst < 0)
        {
            return null;
        }

        string value = PointJson.ToText(parameter, worst);
        int there = trials.Count(trial => trial.Vector[index] == worst);
        int failedThere = trials.Count(trial => trial.Vector[index] == worst && trial.State == TrialState.Failed);
        return (Make(parameter, $"where '{parameter.Name}' is '{value}'", failedThere, there, failed, trials.Length, $"Find out why '{value}' fails, or remove it from the choices."), most);
    }

    private static (Finding, double)? Range(StudyData data, int index, NumericParameter parameter, TrialRecord[] trials, int failed)
    {
        TrialRecord[] sorted = [.. trials.OrderBy(trial => trial.Vector[index])];
        int failedBelow = 0;
        double most = 0;
        int cut = 0;
        bool isAbove = false;
        for (int below = 1; below < sorted.Length; below++)
        {
            failedBelow += sorted[below - 1].State == TrialState.Failed ? 1 : 0;
            if (sorted[below].Vector[index] == sorted[below - 1].Vector[index])
            {
                continue;
            }

            double above = Score(sorted.Length - below, failed - failedBelow, sorted.Length, failed);
            double under = Score(below, failedBelow, sorted.Length, failed);
            if (Math.Max(above, under) > most)
            {
                (most, cut, isAbove) = (Math.Max(above, under), below, above >= under);
            }
        }

        if (most == 0)
        {
            return null;
        }

        double edge = isAbove ? sorted[cut].Vector[index] : sorted[cut - 1].Vector[index];
        double safe = isAbove ? sorted[cut - 1].Vector[index] : sorted[cut].Vector[index];
        TrialRecord[] there = isAbove ? sorted[cut..] : sorted[..cut];
        string where = $"where '{parameter.Name}' is {AttributeText.Number(parameter, edge)} or {(isAbove ? "above" : "below")}";
        string suggestion = $"Give these trials what they lack, or narrow the range: {(isAbove ? AttributeText.Of(parameter, parameter.Low, safe) : AttributeText.Of(parameter, safe, parameter.High))}.";
        return (Make(parameter, where, there.Count(trial => trial.State == TrialState.Failed), there.Length, failed, sorted.Length, suggestion), most);
    }

    /// <summary>Scores a region by how far its failures stand above chance; 0 unless it holds most failures and fails several times as often as the rest.</summary>
    private static double Score(int there, int failedThere, int all, int failed)
    {
        int elsewhere = all - there;
        if (there == 0 || elsewhere == 0 || failedThere < LeastFailures || failedThere * 10 < failed * 6)
        {
            return 0;
        }

        double rate = (double)failedThere / there;
        double other = (double)(failed - failedThere) / elsewhere;
        double overall = (double)failed / all;
        double deviation = Math.Sqrt(overall * (1 - overall) * ((1.0 / there) + (1.0 / elsewhere)));
        double score = deviation > 0 ? (rate - other) / deviation : 0;
        return rate >= 0.2 && rate >= 3 * other && score > 4 ? score : 0;
    }

    private static Finding Make(Parameter parameter, string where, int failedThere, int there, int failed, int all, string suggestion) => new(
        FindingKind.FailuresConcentrated,
        $"Trials fail {where}.",
        string.Create(CultureInfo.InvariantCulture, $"There {failedThere} of {there} trials failed ({100.0 * failedThere / there:0} %); elsewhere {failed - failedThere} of {all - there} ({100.0 * (failed - failedThere) / (all - there):0} %)."),
        suggestion,
        parameter.Name,
        parameter.Position);

    private static string Shorten(string? message)
    {
        string text = (message ?? "no message").ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return text.Length <= 120 ? text : text[..117] + "…";
    }
}
