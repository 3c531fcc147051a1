using System.Globalization;
using System.Text.Json;
using Hypermax.Spaces;

namespace Hypermax.Results;

/// <summary>Writes a point in the nested form that a model wants: dots in paths become objects within objects.</summary>
/// <remarks>
/// Choices between branches become an object with its branch under <c>$type</c>, <c>$index</c> or <c>$value</c>, lists become arrays, and
/// absent values null; see docs/formats/best-json.md.
/// </remarks>
internal static class NestedPoint
{
    /// <summary>Writes the point as an object.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="space">The space.</param>
    /// <param name="vector">The point in vector form; inactive parameters are left out.</param>
    public static void Write(Utf8JsonWriter writer, SearchSpace space, double[] vector)
    {
        PointNode root = new();
        for (int i = 0; i < space.Count; i++)
        {
            PointNode node = root;
            foreach (string segment in space.Parameters[i].Name.Split('.'))
            {
                node = node.Child(segment);
            }

            node.Parameter = space.Parameters[i];
            node.Value = vector[i];
        }

        // A closed hierarchy at the root has its branch under a name of its own.
        if (root.Find("$branch") is { Parameter: { } branch } choice)
        {
            root.Children.RemoveAll(child => child.Node == choice);
            (root.Parameter, root.Value) = (branch, choice.Value);
        }

        WriteObject(writer, root);
    }

    private static void WriteNode(Utf8JsonWriter writer, PointNode node)
    {
        if (node.Children.Count == 0)
        {
            PointJson.WriteValue(writer, node.Parameter!, node.Value);
        }
        else if (IsAbsent(node))
        {
            writer.WriteNullValue();
        }
        else if (node.Find("Length") is { IsActive: true, Parameter: NumericParameter } length && IsList(node))
        {
            WriteList(writer, node, (int)length.Value);
        }
        else if (node.Find("HasValue") is not null && node.IsActive && node.Children.Count == 1)
        {
            PointJson.WriteValue(writer, node.Parameter!, node.Value);
        }
        else
        {
            WriteObject(writer, node);
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, PointNode node)
    {
        writer.WriteStartObject();
        string? branch = null;
        if (node.IsActive)
        {
            branch = PointJson.ToText(node.Parameter!, node.Value);
            writer.WritePropertyName(ValueKey(node.Parameter!));
            PointJson.WriteValue(writer, node.Parameter!, node.Value);
        }

        // What belongs to the branch that was taken stands beside its name, as polymorphic readers of JSON want it.
        IEnumerable<(string Name, PointNode Node)> members = node.Children.SelectMany(child =>
            branch is not null && child.Name == branch && !child.Node.IsActive ? child.Node.Children : [child]);
        foreach ((string name, PointNode child) in members)
        {
            if (child.HasActive && name != "HasValue")
            {
                writer.WritePropertyName(name);
                WriteNode(writer, child);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, PointNode node, int length)
    {
        writer.WriteStartArray();
        for (int i = 0; i < length; i++)
        {
            if (node.Find(i.ToString(CultureInfo.InvariantCulture)) is { HasActive: true } element)
            {
                WriteNode(writer, element);
            }
        }

        writer.WriteEndArray();
    }

    private static bool IsAbsent(PointNode node) =>
        node.Find("HasValue") is { IsActive: true, Parameter: CategoricalParameter flag } has && flag.Choices[(int)has.Value] is false;

    private static bool IsList(PointNode node) =>
        node.Children.TrueForAll(child => child.Name is "Length" or "HasValue" || child.Name.All(char.IsAsciiDigit));

    private static string ValueKey(Parameter parameter)
    {
        if (parameter is not CategoricalParameter categorical)
        {
            return "$value";
        }

        if (categorical.Choices.All(choice => choice is string))
        {
            return "$type";
        }

        return categorical.Choices.Select((choice, index) => choice is long number && number == index).All(same => same) ? "$index" : "$value";
    }
}
