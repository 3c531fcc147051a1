using System.Globalization;
using Hypermax.Build.Protocol;
using Hypermax.Building;
using Hypermax.Search;
using Hypermax.Testing.Objectives;

namespace Hypermax.Testing.Guarding;

/// <summary>What a tuned file recorded of its point, for comparison with the code of today.</summary>
/// <param name="Point">The point.</param>
/// <param name="Mean">The mean of its values; of an objective that repeats, the value.</param>
/// <param name="Spread">Their standard deviation; 0 for an objective that repeats.</param>
/// <param name="Values">The values, where the file lists them; none for an objective that repeats.</param>
/// <param name="Repeats">How many values there were.</param>
/// <param name="Trial">The trial that found the point, from which the seeds of its evaluations follow.</param>
/// <param name="Seed">The seed of the study.</param>
/// <param name="Origin">Where the values came from, in words.</param>
internal sealed record TunedRecord(Point Point, double Mean, double Spread, IReadOnlyList<double> Values, int Repeats, int Trial, long Seed, string Origin)
{
    /// <summary>The rule of the compiler, whose words a stale file has here too.</summary>
    private static readonly BuildRule Stale = new("HMX2001", LineKind.Error, "a tuned file fits its search space");

    /// <summary>Reads what the generator compiled in.</summary>
    /// <param name="objective">The objective.</param>
    /// <exception cref="HypermaxAssertException">There is no file, it is stale, or it lacks what a comparison needs.</exception>
    public static TunedRecord Of(DeclaredObjective objective)
    {
        TunedResult tuned = objective.Descriptor.Tuned
            ?? throw new HypermaxAssertException($"Study '{objective.Study}' has no tuned file that can be read: '{objective.Study}.hypertune.json' was "
                + $"not beside the project of '{objective.Assembly.GetName().Name}' when it was built. Tune it with 'dotnet build -t:Hypertune "
                + $"-p:HypertuneStudy={objective.Study}', and commit the file.");
        if (tuned.Stale is { } stale)
        {
            throw new HypermaxAssertException(stale) { Rule = Stale };
        }

        SearchSpace space = objective.Descriptor.Space;
        double[] vector = [.. space.Parameters.Select(parameter => tuned.Point.TryGetValue(parameter.Name, out double value) ? value : double.NaN)];
        return new TunedRecord(
            new Point(vector),
            Number(objective, tuned, "mean"),
            Number(objective, tuned, "spread", least: 0),
            ValuesOf(objective, tuned),
            (int)Number(objective, tuned, "repeats", least: 1),
            (int)Number(objective, tuned, "trial"),
            long.Parse(tuned.Facts.GetValueOrDefault("seed") ?? "0", CultureInfo.InvariantCulture),
            OriginOf(tuned));
    }

    /// <summary>Gets what to say where the point has no value any more.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="failure">How the evaluation ended.</param>
    public HypermaxAssertException Unusable(DeclaredObjective objective, TrialOutcome failure)
    {
        string ended = failure.State == TrialState.Pruned ? "was pruned" : $"failed ({failure.Failure}): {TrialText.FirstLine(failure.Message)}";
        return new HypermaxAssertException(string.Create(CultureInfo.InvariantCulture,
            $"The tuned values of '{objective.Study}' cannot be evaluated any more: the "
            + $"objective {ended} They are {TrialText.Point(objective.Descriptor.Space, Point)}. Correct '{objective.Descriptor.Method}', or "
            + $"tune again: {objective.Command}."));
    }

    private static string OriginOf(TunedResult tuned) =>
        string.Join(", ", new[] { Fact(tuned, "environment", string.Empty), Fact(tuned, "data", "data "), Fact(tuned, "version", "Hypermax ") }
            .OfType<string>());

    private static string? Fact(TunedResult tuned, string name, string before) => tuned.Facts.TryGetValue(name, out string? text) ? before + text : null;

    // Files of earlier versions have none.
    private static double[] ValuesOf(DeclaredObjective objective, TunedResult tuned)
    {
        if (!tuned.Facts.TryGetValue("values", out string? text))
        {
            return [];
        }

        double[] values = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
        int repeats = (int)Number(objective, tuned, "repeats");
        return values.Length == repeats && values.All(double.IsFinite)
            ? values
            : throw new HypermaxAssertException($"'values' of '{tuned.File}' must be the {Errors.Counted.Of(repeats, "number")} that 'repeats' counts, with "
                + $"blanks between them, but it is '{text}'. Bring the file back as it was committed, or tune again: {objective.Command}.");
    }

    private static double Number(DeclaredObjective objective, TunedResult tuned, string name, double least = double.MinValue) =>
        tuned.Facts.TryGetValue(name, out string? text)
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && double.IsFinite(value)
        && value >= least
            ? value
            : throw new HypermaxAssertException($"'{tuned.File}' does not say how its value spreads ('{name}' is "
                + $"{(text is null ? "missing" : $"'{text}'")}), so that worse cannot be told from noise. A search that comes to its end with "
                + $"TunedRepeats above 0 writes it: run 'dotnet build -t:Hypertune -p:HypertuneStudy={objective.Study}', and commit the file.");
}
