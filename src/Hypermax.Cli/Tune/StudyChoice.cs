using System.IO.Enumeration;
using Hypermax.Build.Protocol;
using Hypermax.Errors;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Search;
using Hypermax.Settings;

namespace Hypermax.Tune;

/// <summary>Picks the objectives that <c>HypertuneStudy</c> names.</summary>
internal static class StudyChoice
{
    /// <summary>Gets the names and globs that were asked for.</summary>
    public static string Wanted(TuneArguments arguments) => arguments.Settings.Text(BuildSettings.Study) ?? "*";

    /// <summary>Picks objectives; says what is wrong with their names and returns null when they cannot be searched.</summary>
    public static IReadOnlyList<WorkerObjective>? Of(TuneArguments arguments, IReadOnlyList<WorkerObjective> objectives, SearchLines lines)
    {
        if (Duplicate(objectives) is { } twice)
        {
            lines.Say(
                BuildRules.SharedFolder,
                $"Objectives '{twice.First.Name}' and '{twice.Second.Name}' share the study folder '{twice.First.Name}'; "
                + "names of studies must differ in more than case. Give one another name: [Objective(Name = \"…\")].",
                twice.Second.Position.In(arguments.ProjectFolder));
            return null;
        }

        string[] globs = Wanted(arguments).Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        WorkerObjective[] chosen =
        [
            .. objectives.Where(objective => Array.Exists(globs, glob => FileSystemName.MatchesSimpleExpression(glob, objective.Name))),
        ];
        if (!EarlierSearches.Check(arguments, objectives, lines))
        {
            return null;
        }

        if (chosen.Length > 0 || arguments.IsForSolution)
        {
            return arguments.Settings.Value(BuildSettings.Repeat) is null
                ? [.. chosen.Where(objective => arguments.Order.StageOf(objective.Name) == arguments.Stage)]
                : chosen;
        }

        string[] names = [.. objectives.Select(objective => objective.Name)];
        IReadOnlyList<string> near = NearestNames.Of(Wanted(arguments), names);
        string hint = near.Count < names.Length ? $"did you mean {Quoted(near)}?" : $"it has {Quoted(near)}.";
        lines.Say(
            BuildRules.NoSuchStudy,
            $"Property 'HypertuneStudy' must name a study of project '{arguments.ProjectName}'; it is '{Wanted(arguments)}', which matches none: "
            + $"{hint} Correct the name, or use * for any letters.");
        return null;
    }

    private static (WorkerObjective First, WorkerObjective Second)? Duplicate(IReadOnlyList<WorkerObjective> objectives)
    {
        IGrouping<string, WorkerObjective>? group = objectives.GroupBy(objective => objective.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(
            group => group.Skip(1).Any());
        return group is null ? null : (group.First(), group.ElementAt(1));
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
