using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hypermax.Spaces;

namespace Hypermax.Execution.Command;

/// <summary>The nested JSON form of a point: an object for every segment of a path.</summary>
public static class NestedPointJson
{
    /// <summary>The key of the own value of a parameter that has others below it.</summary>
    public const string OwnValue = "$value";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a point as one line of JSON.</summary>
    /// <param name="space">The space.</param>
    /// <param name="vector">The point in vector form; inactive parameters are left out.</param>
    public static string Write(SearchSpace space, double[] vector)
    {
        Node root = new();
        for (int i = 0; i < space.Count; i++)
        {
            if (!double.IsNaN(vector[i]))
            {
                Node node = root;
                foreach (string segment in space.Parameters[i].Name.Split('.'))
                {
                    node = node.Child(segment);
                }

                node.Value = PointJson.ToExternal(space.Parameters[i], vector[i]);
            }
        }

        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            Write(writer, root);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter writer, Node node)
    {
        writer.WriteStartObject();
        if (node.Value is { } own)
        {
            writer.WritePropertyName(OwnValue);
            WriteValue(writer, own);
        }

        foreach ((string key, Node child) in node.Children)
        {
            writer.WritePropertyName(key);
            if (child.Children.Count == 0 && child.Value is { } value)
            {
                WriteValue(writer, value);
            }
            else
            {
                Write(writer, child);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            default:
                WriteDouble(writer, (double)value);
                break;
        }
    }

    // A continuous parameter stays a float in languages that tell 26 and 26.0 apart.
    private static void WriteDouble(Utf8JsonWriter writer, double value)
    {
        string text = value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        writer.WriteRawValue(text.AsSpan().IndexOfAny('.', 'E') >= 0 ? text : text + ".0");
    }

    private sealed class Node
    {
        public object? Value { get; set; }

        public List<KeyValuePair<string, Node>> Children { get; } = [];

        public Node Child(string key)
        {
            foreach ((string known, Node child) in Children)
            {
                if (known == key)
                {
                    return child;
                }
            }

            Node added = new();
            Children.Add(new(key, added));
            return added;
        }
    }
}
