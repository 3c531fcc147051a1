using Hypermax.Config.Faults;
using Hypermax.Config.Keys;
using Hypermax.Config.Text;
using Hypermax.Settings;

namespace Hypermax.Config;

/// <summary>Makes settings of <c>objectives</c> and <c>constraints</c>.</summary>
internal sealed class FigureSection(IReadOnlyDictionary<string, Node> values, GivenSettings given, FaultList faults)
{
    public void Read()
    {
        if (Section(FigureKeys.Objectives) is { } objectives)
        {
            string[] goals = [.. Entries(objectives, FigureKeys.Objectives).Select(entry => $"{entry.Name}:{entry.Value.Text}")];
            given.Add(FigureSettings.Objectives, string.Join(' ', goals), FigureKeys.Objectives, objectives);
        }

        if (Section(FigureKeys.Constraints) is { } constraints)
        {
            string[] bounds = [.. Entries(constraints, FigureKeys.Constraints).SelectMany(Bounds)];
            if (bounds.Length > 0)
            {
                given.Add(FigureSettings.Constraints, string.Join(' ', bounds), FigureKeys.Constraints, constraints);
            }
        }
    }

    private Node? Section(string key) => values.TryGetValue(key, out Node? section) && section.Members.Count > 0 ? section : null;

    // Entries that were refused have been told of.
    private IEnumerable<Member> Entries(Node section, string key) =>
        section.Members.DistinctBy(entry => entry.Name, StringComparer.Ordinal).Where(entry => values.ContainsKey($"{key}.{entry.Name}"));

    private IEnumerable<string> Bounds(Member entry)
    {
        string path = $"{FigureKeys.Constraints}.{entry.Name}";
        string? most = values.GetValueOrDefault($"{path}.{FigureKeys.AtMost}")?.Text;
        string? least = values.GetValueOrDefault($"{path}.{FigureKeys.AtLeast}")?.Text;
        if (most is null && least is null)
        {
            faults.Error(entry.Value, path, $"'{path}' has no bound, so that every value keeps it. Write for example \"{FigureKeys.AtMost}\": 20.");
        }

        return ((string?[])[most is null ? null : $"{entry.Name}<={most}", least is null ? null : $"{entry.Name}>={least}"]).OfType<string>();
    }
}
