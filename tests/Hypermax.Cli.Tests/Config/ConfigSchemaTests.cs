using System.Runtime.CompilerServices;
using System.Text.Json;
using Hypermax.Config;
using Hypermax.Config.Faults;
using Hypermax.Config.Keys;
using Hypermax.Config.Text;
using Hypermax.Spaces.SearchJson;
using Hypermax.TestSupport;
using Json.Schema;

namespace Hypermax.Tests.Config;

/// <summary>The schema that is printed, the one that is published, and the reader say the same.</summary>
public sealed class ConfigSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(ConfigSchema.Write());

    // A value of every kind, and some at the edges of rules.
    private static readonly string[] Values =
    [
        "true", "0", "1", "-1", "2.5", "1024", "1025", "1e3", "\"text\"", "\"2\"", "\"none\"", "\"10m\"", "\"atpe\"", "\"abh\"", "\"maximize\"", "\"a=1\"",
        "[\"a\"]",
        "[]", "{}", "{\"a\": 1}", "[[1]]", "\"python_function\"", "\"metric\"",
    ];

    [Fact]
    public void Schema_IsOneOfTheDraft() => Assert.True(MetaSchemas.Draft202012.Evaluate(JsonDocument.Parse(ConfigSchema.Write()).RootElement).IsValid);

    [Fact]
    public void Schema_Published_IsTheOneThatIsPrinted() => Golden.VerifyFile(ConfigSchema.Write(), At("docs/formats/search.schema.json"));

    [Fact]
    public void Schema_KnowsEveryKeyOfANode() => Assert.Equal(
        SearchJsonKeys.Known.Values.SelectMany(keys => keys).Concat(SearchJsonKeys.Notes).Append(SearchJsonRelations.Key).Append("$ref")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        NodeKeys.Keys.Keys.Order(StringComparer.Ordinal));

    public static TheoryData<string> Sections => [.. (string[])["", "function", "search", "results", "ui", "settings", "metrics.m"]];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Schema_AndReader_AcceptTheSameValues(string path)
    {
        SectionShape section = path.Split('.', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [] => ConfigKeys.Document,
            ["metrics", _] => MetricKeys.Section,
            [var name] => (SectionShape)ConfigKeys.Document.Find(name)!.Shape,
            _ => throw new ArgumentException(path, nameof(path)),
        };
        foreach (ConfigKey key in section.Keys)
        {
            // Texts with a form of their own are read, and a schema says only that they are texts.
            foreach (string value in Values.Where(value => value[0] != '"' || !HasForms(key, isLenient: path == "settings")))
            {
                Node node = JsonNodes.Read("x", System.Text.Encoding.UTF8.GetBytes(value));
                bool isRead = key.Shape.Accepts(node, out _);
                bool isValid = JsonSchema.FromText(key.Shape.ToSchema().ToJsonString()).Evaluate(JsonDocument.Parse(value).RootElement).IsValid;
                Assert.True(isRead == isValid || key.Shape is SectionShape or MapShape, $"{path}.{key.Name}: {value}: read {isRead}, schema {isValid}");
            }
        }
    }

    [Theory]
    [InlineData("""{"type": "number", "min": 1, "max": 5}""", true)]
    [InlineData("""{"type": "number", "min": "1"}""", false)]
    [InlineData("""{"type": "number", "mode": "gaussian"}""", false)]
    [InlineData("""{"type": "number", "scaling": "log"}""", false)]
    [InlineData("""{"type": "number", "rounding": 0}""", false)]
    [InlineData("""{"type": "integer", "min": 1, "max": 9}""", true)]
    [InlineData("""{"type": "boolean"}""", true)]
    [InlineData("""{"type": "bool"}""", false)]
    [InlineData("""{"enum": []}""", false)]
    [InlineData("""{"enum": [1, 1]}""", false)]
    [InlineData("""{"enum": [[1]]}""", false)]
    [InlineData("""{"type": "string", "enum": ["a", null]}""", true)]
    [InlineData("""{"type": "string"}""", false)]
    [InlineData("""{"const": 3}""", true)]
    [InlineData("""{"constant": "adam"}""", true)]
    [InlineData("""{"constant": {}}""", false)]
    [InlineData("""{"type": "object"}""", false)]
    [InlineData("""{"oneOf": []}""", false)]
    [InlineData("""{"oneOf": [{"type": "null"}, {"type": "boolean"}]}""", true)]
    [InlineData("""{"type": "array", "maxItems": 3, "items": {"type": "boolean"}}""", true)]
    [InlineData("""{"type": "array", "items": {"type": "boolean"}}""", false)]
    [InlineData("""{"type": "array", "maxItems": 999, "items": {"type": "boolean"}}""", false)]
    [InlineData("""{"min": 1, "max": 2}""", false)]
    public void Schema_AndReader_AgreeOnNodes(string node, bool isRight)
    {
        string text = """{"hyperparameters": {"type": "object", "properties": {"y": {"type": "boolean"}, "x": """ + node + "}}}";

        Assert.Equal(isRight, Schema.Evaluate(JsonDocument.Parse(text).RootElement).IsValid);
        FaultList faults = new();
        SpaceSection.Read(JsonNodes.Read("x", System.Text.Encoding.UTF8.GetBytes(text)).Find("hyperparameters")!.Value, "x", faults);
        Assert.Equal(isRight, !faults.HasErrors);
    }

    [Theory]
    [InlineData("""{"type": "python_function", "module": "m", "name": "f"}""", true)]
    [InlineData("""{"type": "python_function", "module": "m"}""", false)]
    [InlineData("""{"type": "executable", "executable": "./x"}""", true)]
    [InlineData("""{"type": "command", "command": ["./x", "1"]}""", true)]
    [InlineData("""{"type": "executable"}""", false)]
    [InlineData("""{"type": "remote", "command": "./x"}""", false)]
    [InlineData("""{"type": "remote", "command": "./x", "hosts": ["a"]}""", true)]
    [InlineData("""{"command": "./x"}""", false)]
    [InlineData("""{"type": "magic"}""", false)]
    public void Schema_AndReader_AgreeOnFunctions(string function, bool isRight)
    {
        string text = """{"hyperparameters": {"type": "object", "properties": {"y": {"type": "boolean"}}}, "function": """ + function + "}";

        Assert.Equal(isRight, Schema.Evaluate(JsonDocument.Parse(text).RootElement).IsValid);
        using TemporaryConfig file = new(text);
        FaultList faults = new();
        ConfigReader.Read(file.Path, faults);
        Assert.Equal(isRight, !faults.HasErrors);
    }

    private static string At(string path, [CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../..", path));

    private static bool HasForms(ConfigKey key, bool isLenient) =>
        key.Shape is SettingShape && key.Setting is { } setting && (isLenient || setting.ValueType != typeof(bool))
        && !setting.RuleWords.StartsWith("one of", StringComparison.Ordinal);
}
