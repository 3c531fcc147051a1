using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>Emits what is known of a parameter besides its distribution.</summary>
internal static class FactsEmitter
{
    /// <summary>Gets the entries of an object initializer for <c>ParameterFacts</c>; none where nothing is known.</summary>
    public static IReadOnlyList<string> Entries(FactsModel facts, double? start, string conditions, ProjectFacts project)
    {
        List<string> entries = [];
        if (conditions.Length > 0)
        {
            entries.Add($"Conditions = {conditions},");
        }

        if (start is double value)
        {
            entries.Add($"Default = {Literals.Number(value)},");
        }

        if (facts.Description is { } description)
        {
            entries.Add($"Description = {Literals.Text(description)},");
        }

        if (facts.Unit is { } unit)
        {
            entries.Add($"Unit = {Literals.Text(unit)},");
        }

        if (facts.FormerNames.Count > 0)
        {
            entries.Add($"FormerNames = new[] {{ {string.Join(", ", facts.FormerNames.Select(Literals.Text))} }},");
        }

        if (facts.Position is { } position)
        {
            entries.Add($"Position = {Position(position, project)},");
        }

        return entries;
    }

    public static string Position(PositionModel position, ProjectFacts project) =>
        $"new global::Hypermax.SourcePosition({Literals.Text(project.Relative(position.File))}, {Literals.Whole(position.Line)}, "
        + $"{Literals.Whole(position.Column)})";

    /// <summary>Writes a call whose last argument is the facts.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="call">The call up to the facts, which follow after a comma.</param>
    /// <param name="entries">The entries of the initializer.</param>
    /// <param name="label">What stands before the facts.</param>
    /// <param name="end">What closes the call.</param>
    public static void Call(CodeWriter writer, string call, IReadOnlyList<string> entries, string label = "facts: ", string end = "));")
    {
        if (entries.Count == 0)
        {
            writer.Line(call + end);
            return;
        }

        using (writer.Block($"{call}, {label}new global::Hypermax.ParameterFacts", "}" + end))
        {
            foreach (string entry in entries)
            {
                writer.Line(entry);
            }
        }
    }
}
