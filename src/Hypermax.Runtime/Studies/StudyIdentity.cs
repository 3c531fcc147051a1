using System.Globalization;
using Hypermax.Budgets;
using Hypermax.Execution.Losses;
using Hypermax.Spaces;
using Hypermax.Spaces.Changes;
using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>What a study is: compared here and nowhere else, whoever opens it.</summary>
/// <remarks>
/// What is not asked for is as recorded, apart from directions and loss. Trials, workers, time limits, stop rules, retries and guidance are how a
/// study is searched and may differ every time; see docs/formats/study-folder.md.
/// </remarks>
internal static class StudyIdentity
{
    /// <summary>The name of the difference in the method, which may be allowed.</summary>
    public const string Method = "method";

    /// <summary>The name of the difference in options of the same method, which may be allowed as well.</summary>
    public const string MethodOptions = "method options";

    private const string None = "none";

    private const string MethodRemedy = "Another method, or the same with other options, may go on with these trials when MethodChange says so.";

    /// <summary>Finds what would make trials that do not belong together, or a search that does not repeat.</summary>
    /// <param name="header">What the study is.</param>
    /// <param name="space">The space that is asked for.</param>
    /// <param name="options">What else is asked for.</param>
    /// <param name="method">The method that is asked for.</param>
    public static IReadOnlyList<StudyDifference> Compare(StudyHeader header, SearchSpace space, StudyOptions options, MethodChoice method)
    {
        List<StudyDifference> differences = [];
        if (SpaceDifference(header.Space, space) is { } difference)
        {
            differences.Add(difference);
        }

        Add(differences, "direction", Words(header.Directions), Words(options.Directions));
        if (options.ObjectiveNames.Count > 0)
        {
            Add(differences, "objective names", Words(header.ObjectiveNames), Words(options.ObjectiveNames));
        }

        if (options.Constraints.Count > 0)
        {
            Add(differences, "constraints", Words(header.Constraints.Select(Word)), Words(options.Constraints.Select(Word)));
        }

        Add(differences, "loss", header.Loss ?? MetricLoss.ObjectiveValue, LossText.Write(options.Loss) ?? MetricLoss.ObjectiveValue);
        Add(differences, "seed", Number(header.Seed), Number(options.Seed ?? header.Seed));

        Add(differences, "budgets", Words(header.Fidelity), Words(options.Fidelity ?? header.Fidelity));
        Add(differences, "schedule", header.Schedule ?? None, Schedules.NameIn(options) ?? header.Schedule ?? None);
        if (header.Schedule is { } schedule && (Schedules.NameIn(options) ?? schedule) == schedule && Schedules.OptionsIn(options, schedule) is { } asked)
        {
            Add(differences, "schedule options", Words(header.ScheduleOptions ?? string.Empty, "schedule"), Words(asked, "schedule"));
        }

        // A lag has a meaning in repeatable order alone.
        ProposalOrder order = options.Order ?? (options.Lag is null ? header.Order : ProposalOrder.Repeatable);
        Add(differences, "order", Word(header.Order), Word(order));
        if (header.Lag is int recorded && order == ProposalOrder.Repeatable && options.Lag is int lag)
        {
            Add(differences, "lag", Number(recorded), Number(lag));
        }

        Add(differences, Method, $"'{header.Method}'", $"'{method.Sampler.Name}'", MethodRemedy);
        if (header.Method == method.Sampler.Name && header.MethodOptions is { } known && method.Options is { } given)
        {
            Add(differences, MethodOptions, Words(known, Method), Words(given, Method), MethodRemedy);
        }

        if (options.Name is { } name)
        {
            Add(differences, "name", $"'{header.Name}'", $"'{name}'");
        }

        return differences;
    }

    private static void Add(List<StudyDifference> differences, string name, string recorded, string asked, string? remedy = null)
    {
        if (recorded != asked)
        {
            differences.Add(new StudyDifference(name, recorded, asked, remedy));
        }
    }

    private static StudyDifference? SpaceDifference(SearchSpace recorded, SearchSpace asked)
    {
        string before = SpaceJson.Hash(recorded);
        string now = SpaceJson.Hash(asked);
        return before == now
            ? null
            : new StudyDifference(
                "space",
                before,
                $"{now} ({string.Join("; ", SpaceDiff.Compare(recorded, asked))})",
                "Trials of different spaces do not mix; SpaceChange can carry over those that still have a meaning.");
    }

    private static string Words(Fidelity? fidelity) => fidelity is null ? None : FidelityLedger.Write(fidelity);

    private static string Words(string options, string owner) => options.Length == 0 ? $"the {owner}'s own" : $"'{options}'";

    private static string Words(IEnumerable<Direction> directions) =>
        string.Join(", ", directions.Select(direction => direction.ToWord()));

    private static string Words(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } words ? words : "none";

    private static string Word(OutcomeConstraint constraint) => constraint.ToString();

    private static string Word(ProposalOrder order) => order == ProposalOrder.Arrival ? "arrival" : "repeatable";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
