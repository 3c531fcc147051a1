using Hypermax.Reports;
using Hypermax.Spaces;

namespace Hypermax.Analysis.Findings;

/// <summary>A part of the range of a parameter, or a choice, that holds most of the trials that went badly.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Where">The part in words, such as <c>where 'Depth' is 31 or above</c>.</param>
/// <param name="Choice">The choice, or null for a part of a range.</param>
/// <param name="Narrowed">The range without that part, as it is declared, or null for a choice.</param>
/// <param name="Holds">Tells whether a value of the parameter lies in it.</param>
internal sealed record Region(Parameter Parameter, string Where, string? Choice, string? Narrowed, Func<double, bool> Holds)
{
    /// <summary>The bad trials without which nothing is said.</summary>
    public const int LeastBad = 5;

    public int BadThere { get; init; }

    public int There { get; init; }

    public int BadElsewhere { get; init; }

    public int Elsewhere { get; init; }

    private double Score { get; init; }

    /// <summary>Finds the regions that stand out, the clearest first, at most one for each parameter.</summary>
    /// <param name="data">The study.</param>
    /// <param name="among">The trials to look at.</param>
    /// <param name="isBad">Which of them went badly.</param>
    public static IReadOnlyList<Region> Find(StudyData data, IReadOnlyList<TrialRecord> among, Func<TrialRecord, bool> isBad) =>
        [.. Enumerable.Range(0, data.Space.Count).Select(i => Find(data, among, isBad, i)).OfType<Region>().OrderByDescending(region => region.Score)];

    private static Region? Find(StudyData data, IReadOnlyList<TrialRecord> among, Func<TrialRecord, bool> isBad, int index)
    {
        (double Value, bool IsBad)[] trials = [.. among.Where(trial => trial.Point.Has(index)).Select(trial => (trial.Point[index], isBad(trial)))];
        int bad = trials.Count(trial => trial.IsBad);
        if (bad < LeastBad || bad == trials.Length)
        {
            return null;
        }

        return data.Space.Parameters[index] switch
        {
            CategoricalParameter categorical => OfChoices(categorical, trials, bad),
            NumericParameter numeric => OfRange(data, numeric, trials, bad),
            _ => null,
        };
    }

    private static Region? OfChoices(CategoricalParameter parameter, (double Value, bool IsBad)[] trials, int bad)
    {
        int worst = -1;
        double most = 0;
        for (int choice = 0; choice < parameter.Choices.Count; choice++)
        {
            double score = ScoreOf(
                trials.Count(trial => trial.Value == choice), trials.Count(trial => trial.Value == choice && trial.IsBad), trials.Length, bad);
            (worst, most) = score > most ? (choice, score) : (worst, most);
        }

        if (worst < 0)
        {
            return null;
        }

        string value = PointJson.ToText(parameter, worst);
        return Make(trials, most, new Region(parameter, $"where '{parameter.Name}' is '{value}'", value, null, held => held == worst));
    }

    private static Region? OfRange(StudyData data, NumericParameter parameter, (double Value, bool IsBad)[] trials, int bad)
    {
        (double Value, bool IsBad)[] sorted = [.. trials.OrderBy(trial => trial.Value)];
        int badBelow = 0;
        double most = 0;
        int cut = 0;
        bool isAbove = false;
        for (int below = 1; below < sorted.Length; below++)
        {
            badBelow += sorted[below - 1].IsBad ? 1 : 0;
            if (sorted[below].Value == sorted[below - 1].Value)
            {
                continue;
            }

            double above = ScoreOf(sorted.Length - below, bad - badBelow, sorted.Length, bad);
            double beneath = ScoreOf(below, badBelow, sorted.Length, bad);
            if (Math.Max(above, beneath) > most)
            {
                (most, cut, isAbove) = (Math.Max(above, beneath), below, above >= beneath);
            }
        }

        if (most == 0)
        {
            return null;
        }

        (double under, double over) = (sorted[cut - 1].Value, sorted[cut].Value);
        return Make(trials, most, isAbove
            ? new Region(
                parameter,
                $"where '{parameter.Name}' is {RangeText.Number(parameter, over)} or above",
                null,
                RangeText.Of(data, parameter, parameter.Low, under),
                value => value >= over)
            : new Region(
                parameter,
                $"where '{parameter.Name}' is {RangeText.Number(parameter, under)} or below",
                null,
                RangeText.Of(data, parameter, over, parameter.High),
                value => value <= under));
    }

    private static Region Make((double Value, bool IsBad)[] trials, double score, Region region)
    {
        int there = trials.Count(trial => region.Holds(trial.Value));
        int badThere = trials.Count(trial => trial.IsBad && region.Holds(trial.Value));
        int bad = trials.Count(trial => trial.IsBad);
        return region with { Score = score, There = there, BadThere = badThere, Elsewhere = trials.Length - there, BadElsewhere = bad - badThere };
    }

    /// <summary>Scores a region by how far its bad trials stand above chance; 0 unless it holds most of them and they are several times as frequent as
    /// elsewhere.</summary>
    private static double ScoreOf(int there, int badThere, int all, int bad)
    {
        int elsewhere = all - there;
        if (there == 0 || elsewhere == 0 || badThere < LeastBad || badThere * 10 < bad * 6)
        {
            return 0;
        }

        double rate = (double)badThere / there;
        double other = (double)(bad - badThere) / elsewhere;
        double overall = (double)bad / all;
        double deviation = Math.Sqrt(overall * (1 - overall) * ((1.0 / there) + (1.0 / elsewhere)));
        double score = deviation > 0 ? (rate - other) / deviation : 0;
        return rate >= 0.2 && rate >= 3 * other && score > 4 ? score : 0;
    }
}
