using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hypermax.Spaces.Trees;

namespace Hypermax.Spaces.SearchJson;

/// <summary>Writes a space as the <c>hyperparameters</c> section of a Hypermax <c>search.json</c>.</summary>
public static class SearchJsonWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the section as indented text.</summary>
    /// <param name="space">The space.</param>
    /// <exception cref="NotSupportedException">The space has something that the format lacks, such as lists; the message names the parameter.</exception>
    public static string Write(SearchSpace space) => Write(SpaceTree.Build(space));

    /// <summary>Writes the section as indented text.</summary>
    /// <param name="root">The nested form of the space.</param>
    public static string Write(SpaceNode root)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            Node(writer, root);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Node(Utf8JsonWriter writer, SpaceNode node, object? title = null)
    {
        writer.WriteStartObject();
        if (title is string text)
        {
            writer.WriteString("title", text);
        }

        switch (node)
        {
            case ObjectNode group:
                writer.WriteString("type", "object");
                writer.WriteStartObject("properties");
                foreach ((string name, SpaceNode part) in group.Properties)
                {
                    writer.WritePropertyName(name);
                    Node(writer, part);
                }

                writer.WriteEndObject();
                break;
            case BranchesNode choice:
                writer.WriteStartArray("oneOf");
                foreach ((object label, ObjectNode branch) in choice.Branches)
                {
                    Node(writer, branch, label);
                }

                writer.WriteEndArray();
                break;
            case LeafNode { Parameter: CategoricalParameter categorical }:
                Categorical(writer, categorical);
                break;
            case LeafNode { Parameter: NumericParameter numeric }:
                Numeric(writer, numeric);
                break;
        }

        writer.WriteEndObject();
    }

    private static void Categorical(Utf8JsonWriter writer, CategoricalParameter parameter)
    {
        writer.WriteString("type", parameter.Choices.All(choice => choice is string) ? "string" : parameter.Choices.All(choice => choice is bool) ? "boolean" : "number");
        if (parameter.IsConstant)
        {
            writer.WritePropertyName("constant");
            PointJson.WriteChoice(writer, parameter.Choices[0]);
        }
        else
        {
            writer.WriteStartArray("enum");
            foreach (object choice in parameter.Choices)
            {
                PointJson.WriteChoice(writer, choice);
            }

            writer.WriteEndArray();
        }

        Description(writer, parameter);
    }

    private static void Numeric(Utf8JsonWriter writer, NumericParameter parameter)
    {
        writer.WriteString("type", "number");
        writer.WriteString("mode", parameter.Law is Law.Normal or Law.LogNormal ? "normal" : "uniform");
        writer.WriteString("scaling", parameter.IsLog ? "logarithmic" : "linear");
        if (parameter.Law is Law.Normal or Law.LogNormal)
        {
            writer.WriteNumber("mean", parameter.Law == Law.Normal ? parameter.Mean : Math.Exp(parameter.Mean));
            writer.WriteNumber("stddev", parameter.Law == Law.Normal ? parameter.Deviation : Math.Exp(parameter.Deviation));
        }

        if (double.IsFinite(parameter.Low) && !(parameter.Law == Law.LogNormal && parameter.Low == 0))
        {
            writer.WriteNumber("min", parameter.Low);
        }

        if (double.IsFinite(parameter.High))
        {
            writer.WriteNumber("max", parameter.High);
        }

        if (parameter.Step is double step)
        {
            writer.WriteNumber("rounding", step);
        }

        Description(writer, parameter);
    }

    private static void Description(Utf8JsonWriter writer, Parameter parameter)
    {
        if (parameter.Description is not null)
        {
            writer.WriteString("description", parameter.Description);
        }
    }
}
