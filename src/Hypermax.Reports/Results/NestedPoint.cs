using System.Text.Json;
using Hypermax.Spaces;

namespace Hypermax.Results;

/// <summary>Writes a point in the nested form that a model wants: dots in paths become objects within objects.</summary>
/// <remarks>
/// A parameter that is itself the root of others (a choice between branches) becomes an object too, with its own value
/// under <c>$type</c> (text), <c>$index</c> (choices counted from 0) or <c>$value</c> (anything else); see docs/formats/best-json.md.
/// </remarks>
internal static class NestedPoint
{
    /// <summary>Writes the point as an object.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="space">The space.</param>
    /// <param name="vector">The point in vector form; inactive parameters are left out.</param>
    public static void Write(Utf8JsonWriter writer, SearchSpace space, double[] vector)
    {
        Node root = new();
        for (int i = 0; i < space.Count; i++)
        {
            Node node = root;
            foreach (string segment in space.Parameters[i].Name.Split('.'))
            {
                node = node.Child(segment);
            }

            node.Parameter = space.Parameters[i];
            node.Value = vector[i];
        }

        WriteObject(writer, root);
    }

    private static void WriteObject(Utf8JsonWriter writer, Node node)
    {
        writer.WriteStartObject();
        if (node.IsActive)
        {
            writer.WritePropertyName(ValueKey(node.Parameter!));
            PointValue.Write(writer, node.Parameter!, node.Value);
        }

        foreach ((string name, Node child) in node.Children)
        {
            if (child.Children.Count > 0)
            {
                if (child.HasActive)
                {
                    writer.WritePropertyName(name);
                    WriteObject(writer, child);
                }
            }
            else if (child.IsActive)
            {
                writer.WritePropertyName(name);
                PointValue.Write(writer, child.Parameter!, child.Value);
            }
        }

        writer.WriteEndObject();
    }

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

    private sealed class Node
    {
        public Parameter? Parameter { get; set; }

        public double Value { get; set; } = double.NaN;

        // A list keeps the order of the space; groups have few members, so a scan is cheap.
        public List<(string Name, Node Node)> Children { get; } = [];

        public bool IsActive => Parameter is not null && !double.IsNaN(Value);

        public bool HasActive => IsActive || Children.Exists(child => child.Node.HasActive);

        public Node Child(string name)
        {
            int index = Children.FindIndex(child => child.Name == name);
            if (index >= 0)
            {
                return Children[index].Node;
            }

            Node node = new();
            Children.Add((name, node));
            return node;
        }
    }
}
