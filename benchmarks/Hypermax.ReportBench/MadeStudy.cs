using Hypermax.Numerics;
using Hypermax.Reports;
using Hypermax.Spaces;
using Hypermax.Storage;

namespace Hypermax.ReportBench;

/// <summary>A made-up study of any size, the same every time: log numbers, whole numbers and plain numbers in turn, random draws.</summary>
internal static class MadeStudy
{
    public static StudyData Create(int parameters, int trials)
    {
        SearchSpace space = new("Made", Enumerable.Range(0, parameters).Select(Parameter));
        SpaceGeometry geometry = new(space);
        DateTimeOffset start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        TrialRecord[] records = new TrialRecord[trials];
        for (int number = 0; number < trials; number++)
        {
            SeedStream stream = new(1, number, "report-bench");
            double[] vector = geometry.Sample(stream);
            double[] units = [.. vector.Select((value, i) => geometry.Dimensions[i].ToUnit(value))];
            double loss = 0.1 + (2 * Math.Pow(units[0] - 0.7, 2)) + (0.5 * Math.Pow(units[1] - units[0], 2)) + (0.02 * stream.NextNormal());
            double seconds = 5 + (20 * units[^1]) + stream.NextDouble();
            records[number] = new TrialRecord
            {
                Number = number,
                Point = [.. vector],
                State = TrialState.Complete,
                Started = start.AddSeconds(10 * (number / 2)),
                Duration = TimeSpan.FromSeconds(seconds),
                Worker = number % 2,
                Outcome = TrialOutcome.Of(loss),
            };
        }

        StudyHeader header = new() { Name = "Made", Space = space, Seed = 1, Method = "random", Version = "0", Created = start };
        return new StudyData(header, records);
    }

    private static Parameter Parameter(int index)
    {
        string name = FormattableString.Invariant($"group{index / 4}.parameter{index}");
        return (index % 3) switch
        {
            0 => new NumericParameter(name, Law.LogUniform, 1e-4, 1),
            1 => new NumericParameter(name, Law.Uniform, 1, 40, isInteger: true),
            _ => new NumericParameter(name, Law.Uniform, 0, 1),
        };
    }
}
