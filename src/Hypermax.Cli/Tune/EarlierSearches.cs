using Hypermax.Build.Protocol;
using Hypermax.Errors;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Search;

namespace Hypermax.Tune;

/// <summary>Searches that build on each other: what is wrong with their names, and what becomes of the later ones when an earlier one fails.</summary>
internal static class EarlierSearches
{
    /// <summary>Checks that everything that is named exists.</summary>
    public static bool Check(TuneArguments arguments, IReadOnlyList<WorkerObjective> objectives, SearchLines lines)
    {
        string[] names = [.. objectives.Select(objective => objective.Name)];
        SearchOrder order = arguments.Order;
        string[] mentioned = [.. order.Studies.Concat(order.Studies.SelectMany(order.EarlierOf)).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] strays = [.. mentioned.Where(study => !SearchOrder.IsElsewhere(study) && !names.Contains(study, StringComparer.OrdinalIgnoreCase))];
        foreach (string stray in strays)
        {
            lines.Say(
                BuildRules.NoEarlierSearch,
                $"A HypertuneSearch item names the study '{stray}', which project '{arguments.ProjectName}' does not have. {Hint(stray, names)}",
                new SourcePosition(arguments.Project, 1, 1));
        }

        string[] missing = [.. mentioned.Where(study => SearchOrder.IsElsewhere(study) && !File.Exists(arguments.TunedFileOf(study)))];
        foreach (string study in missing)
        {
            string folder = Path.GetDirectoryName(arguments.TunedFileOf(study))!;
            string project = study[..study.IndexOf('/', StringComparison.Ordinal)];
            string[] there =
            [
                .. Directory.EnumerateFiles(folder, "*" + TunedFileName.Suffix)
                    .Select(file => $"{project}/{Path.GetFileName(file)[..^TunedFileName.Suffix.Length]}"),
            ];
            lines.Say(
                BuildRules.NoEarlierSearch,
                $"DependsOn of a HypertuneSearch names '{study}', which has no tuned values in '{folder}'. {Hint(study, there)} "
                + "Search that project first, or the solution, which does.",
                new SourcePosition(arguments.Project, 1, 1));
        }

        return strays.Length + missing.Length == 0;
    }

    /// <summary>Says which later searches are not run, for one that they build on failed.</summary>
    public static void TellUnsearched(TuneArguments arguments, IReadOnlyList<WorkerObjective> objectives, IReadOnlyCollection<string> failed, SearchLines lines)
    {
        foreach (WorkerObjective later in objectives)
        {
            if (arguments.Order.AllEarlierOf(later.Name).FirstOrDefault(earlier => failed.Contains(earlier, StringComparer.OrdinalIgnoreCase)) is { } cause)
            {
                lines.Say(
                    BuildRules.EarlierFailed,
                    $"Study '{later.Name}' was not searched, for it builds on '{cause}', whose search failed. Correct that one first.",
                    later.Position.In(arguments.ProjectFolder));
            }
        }
    }

    private static string Hint(string name, string[] known)
    {
        if (known.Length == 0)
        {
            return "There are none.";
        }

        IReadOnlyList<string> near = NearestNames.Of(name, known);
        string names = string.Join(", ", near.Select(other => $"'{other}'"));
        return near.Count < known.Length || known.Length == 1 ? $"Did you mean {names}?" : $"There are {names}.";
    }
}
