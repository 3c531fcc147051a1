using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Spaces.Reading;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>Object creation over as many lines as it needs.</summary>
internal static class Construction
{
    /// <summary>Adds a member to the arguments of the constructor or to the properties set afterwards.</summary>
    public static void Sort(MemberModel member, string expression, List<string> arguments, List<string> properties)
    {
        string label = Identifiers.Escape(member.Name);
        if (member.IsPositional)
        {
            arguments.Add($"{label}: {expression}");
        }
        else
        {
            properties.Add($"{label} = {expression}");
        }
    }

    /// <summary>Gets the code of an object creation.</summary>
    /// <param name="type">The type.</param>
    /// <param name="arguments">The named arguments of the constructor; each may have several lines.</param>
    /// <param name="properties">The entries of the object initializer; each may have several lines.</param>
    public static string Code(string type, IReadOnlyList<string> arguments, IReadOnlyList<string> properties)
    {
        string call = arguments.Count == 0
            ? $"new {type}()"
            : $"new {type}(\n    {string.Join(",\n    ", arguments.Select(Indent))})";
        return properties.Count == 0
            ? call
            : $"{call}\n{{\n    {string.Join(",\n    ", properties.Select(Indent))},\n}}";
    }

    private static string Indent(string code) => code.Replace("\n", "\n    ");
}
