using System.Globalization;
using Hypermax.Config.Faults;
using Hypermax.Config.Keys;
using Hypermax.Config.Text;
using Hypermax.Settings;

namespace Hypermax.Config;

/// <summary>Makes the setting <c>Fidelity</c> of Hypermax's own keys for its method <c>abh</c>: <c>min_budget</c>, <c>max_budget</c> and <c>eta</c>.</summary>
internal sealed class BudgetSection(IReadOnlyDictionary<string, Node> values, GivenSettings given, FaultList faults)
{
    public const string Smallest = "min_budget";
    public const string Whole = "max_budget";
    public const string Ratio = "eta";

    // What Hypermax has where the file does not say.
    private const long UsualSmallest = 1;
    private const long UsualWhole = 100;
    private const double UsualRatio = 3;

    /// <summary>Reads the keys.</summary>
    /// <param name="function">The kind of function, or null.</param>
    public void Read(string? function)
    {
        (string Path, Node Node)[] written =
            [.. ((string[])[Smallest, Whole, Ratio]).Select(key => (Path: $"search.{key}", Node: values.GetValueOrDefault($"search.{key}")!))
                .Where(key => key.Node is not null)];
        SettingSet settings = given.ToSet();
        string? method = settings.Text(StudySettings.Method);
        bool hasSchedule = settings.Text(StudySettings.Schedule) is not null || ScheduleNames.AsMethods.Contains(method, StringComparer.Ordinal);
        bool hasBudgets = settings.Options(StudySettings.Fidelity).Count > 0;
        if (written.Length == 0)
        {
            // An [Objective] says itself what its budgets are.
            if (method == "abh" && !hasBudgets && function != FunctionKeys.Dotnet && values.TryGetValue("search.method", out Node? chosen))
            {
                Give(UsualSmallest, UsualWhole, UsualRatio, "search.method", chosen);
            }
        }
        else if (!hasSchedule)
        {
            foreach ((string key, Node stray) in written)
            {
                faults.Warning(
                    stray.Place,
                    key,
                    $"'{key}' is for a schedule of budgets, such as the method abh, and is ignored. Remove it, or add \"schedule\": \"abh\".");
            }
        }
        else if (hasBudgets)
        {
            (string path, Node node) = written[0];
            faults.Error(node, path, $"'{path}' and 'fidelity' both say at which budgets trials run. Leave one of the two out.");
        }
        else
        {
            Translate(written[0].Path, written[0].Node);
        }
    }

    private void Translate(string path, Node node)
    {
        bool hadErrors = faults.HasErrors;
        long low = Budget(Smallest, UsualSmallest);
        long high = Budget(Whole, UsualWhole);
        double ratio = Number(Ratio) ?? UsualRatio;
        if (ratio <= 1)
        {
            Refuse(Ratio, "it must be above 1. It is the ratio of neighbouring budgets, and of the trials that get either. Write for example \"eta\": 3.");
        }

        if (low >= high && (hadErrors || !faults.HasErrors))
        {
            Refuse(
                values.ContainsKey($"search.{Whole}") ? Whole : Smallest,
                FormattableString.Invariant($"the smallest budget is then {low} and the whole one {high}, which must be above it. Change one of them."));
        }

        if (hadErrors || !faults.HasErrors)
        {
            Give(low, high, ratio, path, node);
        }
    }

    private long Budget(string key, long usual)
    {
        double budget = Number(key) ?? usual;
        if (budget is >= 1 and <= long.MaxValue / 2 && budget == Math.Floor(budget))
        {
            return (long)budget;
        }

        Refuse(key, "it must be a whole number, 1 or above. Count budgets in a smaller unit, such as batches for parts of an epoch.");
        return usual;
    }

    private double? Number(string key) =>
        values.TryGetValue($"search.{key}", out Node? node) ? double.Parse(node.Text, CultureInfo.InvariantCulture) : null;

    private void Refuse(string key, string why)
    {
        Node node = values[$"search.{key}"];
        faults.Error(node, $"search.{key}", $"'search.{key}' is {NodeJson.Shown(node)}; {why}");
    }

    private void Give(long low, long high, double ratio, string path, Node node) =>
        given.Add(StudySettings.Fidelity, string.Create(CultureInfo.InvariantCulture, $"min={low} max={high} eta={ratio:R}"), path, node);
}
