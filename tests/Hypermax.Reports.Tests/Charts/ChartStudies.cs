using Hypermax.Numerics;
using Hypermax.Reports;
using Hypermax.Spaces;
using Hypermax.Storage;

namespace Hypermax.Tests.Charts;

/// <summary>Studies for tests of charts and analysis.</summary>
internal static class ChartStudies
{
    /// <summary>A study whose losses are a function of uniform draws in vector form.</summary>
    public static StudyData Of(SearchSpace space, int trials, Func<double[], double> loss, Direction direction = Direction.Minimize)
    {
        SpaceGeometry geometry = new(space);
        return new StudyData(
            StudySamples.Header("Charts", space, direction),
            [.. Enumerable.Range(0, trials).Select(number =>
            {
                double[] vector = geometry.Sample(new SeedStream(11, number, "charts"));
                return StudySamples.Trial(number, loss(vector), vector);
            })]);
    }

    /// <summary>A study of given trials over one or more parameters from 0 to 10.</summary>
    public static StudyData Of(IReadOnlyList<(double Loss, double[] Vector)> trials, SearchSpace? space = null) => new(
        StudySamples.Header("Charts", space ?? Plain(trials[0].Vector.Length)),
        [.. trials.Select((trial, number) => StudySamples.Trial(number, trial.Loss, trial.Vector))]);

    public static SearchSpace Plain(int parameters, double low = 0, double high = 10) =>
        new("Plain", Enumerable.Range(0, parameters).Select(i => new NumericParameter("p" + (char)('a' + i), Law.Uniform, low, high)));

    public static StudyData Forest(int trials = 40)
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> records) = StudySamples.Forest(trials);
        return new StudyData(header, records);
    }
}
