using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hypermax.Config.Text;
using Hypermax.Settings;

namespace Hypermax.Config.Keys;

/// <summary>The values of a setting as JSON.</summary>
/// <param name="setting">The setting.</param>
/// <param name="isLenient">Whether a text as on the command line will do for a number or a switch, and null for none.</param>
internal sealed class SettingShape(Setting setting, bool isLenient)
    : Shape(setting.RuleWords + (setting.CanBeNone && isLenient ? ", or none" : string.Empty))
{
    /// <summary>Gets the names that others have, and what they are answered with.</summary>
    public IReadOnlyDictionary<string, string> Refusals { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Writes a node in the one form of text that settings are read from.</summary>
    public static string TextOf(Node node)
    {
        // 1e3 and 100.0 are whole numbers.
        if (node.Kind == NodeKind.Number && double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && value == Math.Floor(value) && Math.Abs(value) < 1L << 53)
        {
            return ((long)value).ToString(CultureInfo.InvariantCulture);
        }

        using JsonDocument json = JsonDocument.Parse(NodeJson.Write(node));
        return SettingJson.Text(json.RootElement);
    }

    public override bool Accepts(Node node, out string? hint)
    {
        hint = null;
        if (isLenient && setting.CanBeNone && (node.Kind == NodeKind.Null || TextOf(node) is Setting.None || (setting.IsNoneAtZero && TextOf(node) == "0")))
        {
            return true;
        }

        if (!HasKind(node.Kind))
        {
            hint = node.Kind == NodeKind.Text && setting.TryRead(node.Text, out _, out _) ? "Take it out of the quotes." : null;
            return false;
        }

        if (node.Kind == NodeKind.Text && Refusals.TryGetValue(node.Text, out hint))
        {
            return false;
        }

        return setting.TryRead(TextOf(node), out _, out hint);
    }

    public override JsonObject ToSchema()
    {
        JsonObject schema = Strict();
        if (!isLenient)
        {
            return schema;
        }

        List<JsonNode> forms = [schema];
        if (!HasStrictKind(NodeKind.Text))
        {
            forms.Add(new JsonObject { ["type"] = "string" });
        }

        if (setting.CanBeNone)
        {
            forms.Add(new JsonObject { ["enum"] = new JsonArray(null, Setting.None) });
        }

        return forms.Count == 1 ? schema : new JsonObject { ["anyOf"] = new JsonArray([.. forms]) };
    }

    private JsonObject Strict() => setting switch
    {
        Setting<bool> => new JsonObject { ["type"] = "boolean" },
        Setting<int> { Rule: WholeRule rule } when rule.High == int.MaxValue => new JsonObject { ["type"] = "integer", ["minimum"] = rule.Low },
        Setting<int> { Rule: WholeRule rule } => new JsonObject { ["type"] = "integer", ["minimum"] = rule.Low, ["maximum"] = rule.High },
        Setting<long> { Rule: LongRule rule } => new JsonObject { ["type"] = "integer", ["minimum"] = rule.Low },
        Setting<double> { Rule: NumberRule rule } => Bounds(rule),
        Setting<TimeSpan> => new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["exclusiveMaximum"] = 1e9 }, new JsonObject { ["type"] = "string" }),
        },
        Setting<string> { Rule: NameRule rule } => new JsonObject { ["enum"] = new JsonArray([.. rule.Names.Select(name => JsonValue.Create(name))]) },
        Setting<string> => new JsonObject { ["type"] = isLenient && setting == ProgramSettings.Command ? new JsonArray("string", "array") : "string" },
        Setting<IReadOnlyDictionary<string, string>> => new JsonObject { ["type"] = new JsonArray("object", "string"), ["minProperties"] = 1 },
        Setting<IReadOnlyList<string>> { Rule: SetRule rule } => new JsonObject
        {
            ["type"] = new JsonArray("array", "string"),
            ["minItems"] = 1,
            ["items"] = new JsonObject { ["enum"] = new JsonArray([.. rule.Names.Select(name => JsonValue.Create(name))]) },
        },
        Setting<IReadOnlyList<BoundsText>> => new JsonObject
        {
            ["type"] = new JsonArray("array", "string"),
            ["minItems"] = 1,
            ["pattern"] = "[<>]=",
            ["items"] = new JsonObject { ["type"] = "string", ["pattern"] = "[<>]=" },
        },
        _ => new JsonObject { ["type"] = new JsonArray("array", "string"), ["minItems"] = 1 },
    };

    private bool HasKind(NodeKind kind) => HasStrictKind(kind) || (isLenient && kind is NodeKind.Text);

    private bool HasStrictKind(NodeKind kind) => setting switch
    {
        Setting<bool> => kind is NodeKind.Flag,
        Setting<int> or Setting<long> or Setting<double> => kind is NodeKind.Number,
        Setting<TimeSpan> => kind is NodeKind.Number or NodeKind.Text,
        Setting<string> => kind is NodeKind.Text || (isLenient && setting == ProgramSettings.Command && kind is NodeKind.Array),
        Setting<IReadOnlyDictionary<string, string>> => kind is NodeKind.Object or NodeKind.Text,
        _ => kind is NodeKind.Array or NodeKind.Text,
    };

    private static JsonObject Bounds(NumberRule rule)
    {
        JsonObject schema = new() { ["type"] = "number" };
        if (rule.Low > double.MinValue)
        {
            schema[rule.IsAbove ? "exclusiveMinimum" : "minimum"] = rule.Low;
        }

        if (rule.High < double.MaxValue)
        {
            schema["maximum"] = rule.High;
        }

        return schema;
    }
}
