using System.Globalization;
using Hypermax.Reports;

namespace Hypermax.Html;

/// <summary>Chooses the trials that a page carries: a browser draws twenty thousand of them at ease, and a million never.</summary>
internal static class PageTrials
{
    private const int Most = 20_000;
    private const int Best = 100;

    /// <summary>Gets the study itself, or one with the best hundred of its trials and evenly many of the others.</summary>
    /// <param name="data">The study.</param>
    public static StudyData Of(StudyData data)
    {
        if (data.Trials.Count <= Most)
        {
            return data;
        }

        HashSet<int> numbers = [.. data.BestTrials(Best).Select(trial => trial.Number)];
        int step = Step(data);
        return new StudyData(data.Header, [.. data.Trials.Where((trial, index) => index % step == 0 || numbers.Contains(trial.Number))]);
    }

    /// <summary>Says what was left out, or null when nothing was.</summary>
    /// <param name="data">The study.</param>
    /// <param name="shown">What the page carries of it.</param>
    public static string? Note(StudyData data, StudyData shown) => shown.Trials.Count == data.Trials.Count
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"Charts and table of this page carry {shown.Trials.Count:#,0} of {data.Trials.Count:#,0} trials: "
            + $"the best {Best} and one in {Step(data):#,0} of all. Figures and findings are of all; results.csv has all.");

    private static int Step(StudyData data) => (data.Trials.Count + Most - Best - 1) / (Most - Best);
}
