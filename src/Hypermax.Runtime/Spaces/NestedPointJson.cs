using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hypermax.Spaces;

/// <summary>Writes a point in the nested form that a model wants: dots in paths become objects within objects.</summary>
/// <remarks>
/// Choices between branches become an object with its branch under <c>$type</c>, <c>$index</c> or <c>$value</c>, lists become arrays, and
/// absent values null; see docs/formats/best-json.md.
/// </remarks>
internal static class NestedPointJson
{
    private static readonly JsonWriterOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the point as one line of JSON, as commands get it.</summary>
    /// <param name="space">The space.</param>
    /// <param name="vector">The point in vector form; inactive parameters are left out.</param>
    /// <param name="budget">What the trial may spend, to stand with it as <c>$budget</c>; null for nothing.</param>
    public static string Write(SearchSpace space, ReadOnlySpan<double> vector, double? budget = null)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Line))
        {
            Write(writer, space, vector, budget);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes the point as an object.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="space">The space.</param>
    /// <param name="vector">The point in vector form; inactive parameters are left out.</param>
    /// <param name="budget">What the trial may spend, to stand with it as <c>$budget</c>; null for nothing.</param>
    public static void Write(Utf8JsonWriter writer, SearchSpace space, ReadOnlySpan<double> vector, double? budget = null)
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

        WriteObject(writer, root, budget);
    }

    private static void WriteNode(Utf8JsonWriter writer, PointNode node)
    {
        if (node.Children.Count == 0)
        {
            WriteValue(writer, node.Parameter!, node.Value);
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
            WriteValue(writer, node.Parameter!, node.Value);
        }
        else
        {
            WriteObject(writer, node);
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, PointNode node, double? budget = null)
    {
        writer.WriteStartObject();
        string? branch = null;
        if (node.IsActive)
        {
            branch = PointJson.ToText(node.Parameter!, node.Value);
            WriteBranch(writer, node.Parameter!, node.Value);
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

        if (budget is double amount)
        {
            writer.WriteNumber("$budget", amount);
        }

        writer.WriteEndObject();
    }

    // A continuous parameter stays a float in languages that tell 26 and 26.0 apart.
    internal static void WriteValue(Utf8JsonWriter writer, Parameter parameter, double value)
    {
        if (PointJson.ToExternal(parameter, value) is double number && double.IsFinite(number))
        {
            string text = number.ToString("R", CultureInfo.InvariantCulture);
            writer.WriteRawValue(text.AsSpan().IndexOfAny('.', 'E') >= 0 ? text : text + ".0");
            return;
        }

        PointJson.WriteValue(writer, parameter, value);
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

    // A number is what programs of Hypermax look for, whether the space has it as a number or, from a search.json, as the name of the branch.
    private static void WriteBranch(Utf8JsonWriter writer, Parameter parameter, double value)
    {
        if (parameter is CategoricalParameter categorical && categorical.Choices.Select((choice, i) => IsNumber(choice, i)).All(isNumber => isNumber))
        {
            writer.WriteNumber("$index", (int)value);
            return;
        }

        bool isNamed = parameter is CategoricalParameter named && named.Choices.All(choice => choice is string);
        writer.WritePropertyName(isNamed ? "$type" : "$value");
        WriteValue(writer, parameter, value);
    }

    private static bool IsNumber(object choice, int index) =>
        choice is long number ? number == index : choice is string name && name == index.ToString(CultureInfo.InvariantCulture);
}
