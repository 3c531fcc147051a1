using System.Text.Json.Nodes;
using Hypermax.Numerics;

namespace Hypermax.Generators.Tests.Language.Import;

/// <summary>Writes spaces that no one would write by hand, from a seed.</summary>
internal sealed class RandomSearchJson(int seed)
{
    private static readonly string[] Names =
    [
        "x", "X", "lr", "class", "record", "value", "Value", "0", "1", "-1", "a b", "a-b", "a_b", "\"", "\\", "ß", "ı", "İ", "_", "$", "Length", "HasValue",
        "Equals", "Sample", "Option0", "\u2028", "層", "😀",
        "get_x", "@", "#", "//", "Choices", "xChoices", "items", "Items", "i", "at", "start", "vector", "space",
    ];

    private static readonly Func<JsonNode?>[] Values =
    [
        () => null, () => true, () => false, () => 0, () => 1, () => -7, () => 0.5, () => 1e-9, () => 1e20, () => 3000000000, () => 9007199254740993, () =>
            long.MinValue,
        () => "", () => "a", () => "1", () => "true", () => "null", () => "\"quoted\"", () => "\\", () => "\n", () => "{0}", () => "ü", () => "\u2029",
    ];

    private static readonly double[] Roundings = [1, 2, 0.5, 0.1];

    private readonly SeedStream _stream = new(seed, 0, "search.json");

    /// <summary>Writes a space; it has a parameter at least, for one of none is refused.</summary>
    public string Write()
    {
        JsonObject root = Object(3);
        ((JsonObject)root["properties"]!)["least"] = Law();
        return root.ToJsonString();
    }

    private int Next(int count) => _stream.NextInt(count);

    private bool Chance(double probability) => _stream.NextDouble() < probability;

    private double Number(double scale) => Math.Round((_stream.NextDouble() - 0.5) * scale, Next(6));

    private JsonObject Object(int depth)
    {
        JsonObject properties = [];
        for (int i = Next(5) + (depth == 3 ? 2 : 0); i > 0; i--)
        {
            properties[Names[Next(Names.Length)]] = Node(depth - 1);
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    private JsonObject Node(int depth) => Next(depth > 0 ? 9 : 5) switch
    {
        0 => Enum(),
        1 => new JsonObject { ["type"] = "boolean" },
        2 => new JsonObject { ["constant"] = Values[Next(Values.Length - 1) + 1]() },
        3 or 4 => Law(),
        5 or 6 => Object(depth),
        7 => new JsonObject { ["type"] = "array", ["minItems"] = Next(2), ["maxItems"] = Next(2) + 1, ["items"] = Chance(0.5) ? Element(depth - 1) : Law() },
        _ => Choice(depth),
    };

    private JsonObject Element(int depth)
    {
        JsonObject element = Object(depth);
        ((JsonObject)element["properties"]!)[Names[0]] = Law();
        return element;
    }

    private JsonObject Enum()
    {
        JsonArray values = [];
        foreach (int i in Enumerable.Range(0, Values.Length).OrderBy(_ => _stream.NextDouble()).Take(Next(6) + 2))
        {
            values.Add(Values[i]());
        }

        return new JsonObject { ["enum"] = values };
    }

    private JsonObject Choice(int depth)
    {
        JsonArray branches = [];
        for (int i = Next(3); i >= 0; i--)
        {
            JsonObject branch = Object(depth - 1);
            if (Chance(0.5))
            {
                branch["title"] = Names[Next(Names.Length)];
            }

            branches.Add(branch);
        }

        if (Chance(0.3))
        {
            branches.Insert(Next(branches.Count + 1), new JsonObject { ["type"] = "null" });
        }

        return new JsonObject { [Chance(0.5) ? "oneOf" : "anyOf"] = branches };
    }

    private JsonObject Law()
    {
        double low = Number(100);
        double width = Math.Abs(Number(1000)) + 2;
        JsonObject law = Next(5) switch
        {
            0 => new JsonObject { ["type"] = "number", ["min"] = low, ["max"] = low + width },
            1 => new JsonObject { ["type"] = "number", ["scaling"] = "logarithmic", ["min"] = Math.Abs(low) + 1e-3, ["max"] = Math.Abs(low) + width },
            2 => new JsonObject { ["type"] = "number", ["mode"] = "normal", ["mean"] = low, ["stddev"] = width },
            3 => new JsonObject { ["type"] = "number", ["mode"] = "normal", ["scaling"] = "logarithmic", ["mean"] = Math.Abs(low) + 0.01, ["stddev"] = width },
            _ => new JsonObject { ["type"] = "number", ["mode"] = "randint", ["max"] = Next(1000) + 1 },
        };
        if (Chance(0.4))
        {
            law["rounding"] = Roundings[Next(Roundings.Length)];
        }

        return law;
    }
}
