using System.Text;
using System.Text.Json.Nodes;
using Hypermax.Numerics;

namespace Hypermax.Tests.Spaces.Json;

/// <summary>Random changes of JSON documents: of their structure, of their values, of their text; and JSON made of nothing but chance.</summary>
internal sealed class JsonMutations(SeedStream stream)
{
    private const string Marks = "{}[]\",:0e-.\\ua\u00e9\0 ";

    private static readonly string[] Words =
    [
        "name", "params", "type", "low", "high", "log", "step", "choices", "weights", "ordered", "when", "default", "law", "mean", "deviation", "from", "to",
        "relations", "kind",
        "members", "total", "at", "file", "line", "formerNames", "min", "max", "scale", "q", "float", "int", "categorical", "normal", "logNormal", "lessThan",
        "sum", "properties", "object",
        "number", "integer", "oneOf", "enum", "constant", "mode", "scaling", "randint", "rounding", "stddev", "items", "maxItems", "x", "a.b", "", "true", "0",
        "ẞ", "lo", "hihg",
    ];

    private static readonly string[] Parts =
    [
        "\"log\":true", "\"log\":\"true\"", "\"log\":false", "\"scale\":\"log\"", "\"step\":1", "\"step\":0.25", "\"q\":5", "\"default\":1", "\"unit\":\"s\"",
        "\"unit\":5",
        "\"weights\":[1,2,3]", "\"weights\":[0,0,0]", "\"ordered\":true", "\"when\":{\"p0\":1}", "\"when\":{\"p0\":{\"from\":1}}", "\"when\":{\"p9\":1}", "\"f"
            + "ormerNames\":[\"o\"]",
        "\"at\":{\"file\":\"f\",\"line\":1,\"column\":1}", "\"low\":0", "\"law\":\"logNormal\"", "\"description\":\"d\"",
    ];

    private static readonly string[] Literals =
    [
        "null", "true", "false", "0", "-0", "1", "-1", "0.1", "1e308", "-1e308", "1e400", "5e-324", "1e-300", "9007199254740993", "9223372036854775807", "9999"
            + "9999999999999999999",
        "\"NaN\"", "\"\"", "\"0\"", "\"true\"", "\"\\ud800\"", "[]", "{}", "[1,2]", "[null]", "{\"from\":2}", "[\"a\",\"a\"]", "1000000000",
    ];

    /// <summary>Changes a document in one to three places.</summary>
    public string Mutate(string json)
    {
        int changes = 1 + stream.NextInt(3);
        for (int change = 0; change < changes; change++)
        {
            json = stream.NextInt(4) == 0 ? MutateText(json) : MutateTree(json);
        }

        return json;
    }

    /// <summary>Makes a value of JSON by chance.</summary>
    public string Make(int depth = 0)
    {
        int kind = stream.NextInt(depth > 4 ? 2 : 5);
        return kind switch
        {
            0 or 1 => stream.NextInt(2) == 0 ? Literals[stream.NextInt(Literals.Length)] : $"\"{Word()}\"",
            2 => $"[{string.Join(',', Enumerable.Range(0, stream.NextInt(4)).Select(_ => Make(depth + 1)))}]",
            _ => $"{{{string.Join(',', Enumerable.Range(0, stream.NextInt(6)).Select(_ => $"\"{Word()}\":{Make(depth + 1)}"))}}}",
        };
    }

    /// <summary>Makes a space whose parameters have what they need and a random part more.</summary>
    public string MakeSpace()
    {
        string[] needed =
        [
            "\"type\":\"float\",\"low\":0,\"high\":1", "\"type\":\"int\",\"low\":1,\"high\":1000000", "\"type\":\"categorical\",\"choices\":[1,\"a\",true]",
            "\"type\":\"float\",\"law\":\"normal\",\"mean\":0,\"deviation\":1",
        ];
        IEnumerable<string> parameters = Enumerable.Range(0, 1 + stream.NextInt(3)).Select(i =>
            FormattableString.Invariant($"{{\"name\":\"p{i}\",{needed[stream.NextInt(needed.Length)]},")
            + FormattableString.Invariant($"{(stream.NextInt(4) == 0 ? $"\"{Word()}\":{Make(3)}" : Parts[stream.NextInt(Parts.Length)])}}}"));
        return $"{{\"params\":[{string.Join(',', parameters)}]}}";
    }

    private string MutateText(string json)
    {
        StringBuilder text = new(json);
        int place = stream.NextInt(Math.Max(1, text.Length));
        switch (stream.NextInt(4))
        {
            case 0 when text.Length > 0:
                text.Remove(place, Math.Min(1 + stream.NextInt(3), text.Length - place));
                break;
            case 1:
                text.Insert(place, Marks[stream.NextInt(Marks.Length)]);
                break;
            case 2 when text.Length > 0:
                text[place] = (char)(text[place] ^ (1 << stream.NextInt(7)));
                break;
            default:
                text.Insert(place, Make());
                break;
        }

        return text.ToString();
    }

    private string MutateTree(string json)
    {
        JsonNode? root;
        List<JsonNode> nodes = [];
        try
        {
            root = JsonNode.Parse(json);
            Collect(root, nodes);
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or ArgumentException or InvalidOperationException)
        {
            return MutateText(json);
        }

        if (nodes.Count == 0)
        {
            return Make();
        }

        if (nodes[stream.NextInt(nodes.Count)] is JsonObject record)
        {
            Change(record);
        }
        else if (nodes[stream.NextInt(nodes.Count)] is JsonArray list)
        {
            Change(list);
        }

        return Text(root!);
    }

    private void Change(JsonObject record)
    {
        string[] keys = [.. record.Select(entry => entry.Key)];
        string key = keys.Length > 0 ? keys[stream.NextInt(keys.Length)] : Word();
        switch (stream.NextInt(4))
        {
            case 0:
                record.Remove(key);
                break;
            case 1:
                JsonNode? value = record[key];
                record.Remove(key);
                record[Misspelt(key)] = value?.DeepClone();
                break;
            case 2:
                record[key] = Value();
                break;
            default:
                record[Word()] = Value();
                break;
        }
    }

    private void Change(JsonArray list)
    {
        int place = list.Count > 0 ? stream.NextInt(list.Count) : 0;
        switch (stream.NextInt(3))
        {
            case 0 when list.Count > 0:
                list.RemoveAt(place);
                break;
            case 1 when list.Count > 0:
                list.Insert(place, list[stream.NextInt(list.Count)]?.DeepClone());
                break;
            default:
                list.Insert(place, Value());
                break;
        }
    }

    private JsonNode? Value()
    {
        string json = stream.NextInt(3) == 0 ? Make() : Literals[stream.NextInt(Literals.Length)];
        try
        {
            return JsonNode.Parse(json)?.DeepClone();
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or ArgumentException or InvalidOperationException)
        {
            return JsonValue.Create(json);
        }
    }

    private string Misspelt(string key) => key.Length == 0 ? "k" : stream.NextInt(3) switch
    {
        0 => key + key[^1],
        1 => key[..^1],
        _ => Word(),
    };

    private string Word() => Words[stream.NextInt(Words.Length)];

    private static string Text(JsonNode root)
    {
        try
        {
            return root.ToJsonString();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            // Half of a surrogate pair: stays a document of its own.
            return "{\"params\":[\"\\ud800\"]}";
        }
    }

    private static void Collect(JsonNode? node, List<JsonNode> nodes)
    {
        IEnumerable<JsonNode?> below = node switch
        {
            JsonObject record => record.Select(entry => entry.Value),
            JsonArray list => list,
            _ => [],
        };
        if (node is JsonObject or JsonArray)
        {
            nodes.Add(node);
        }

        foreach (JsonNode? child in below)
        {
            Collect(child, nodes);
        }
    }
}
