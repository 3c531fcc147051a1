using Hypermax.Numerics;
using Hypermax.Spaces;
using Hypermax.Spaces.CSharp;
using Hypermax.Spaces.Schema;
using Hypermax.Spaces.SearchJson;
using Hypermax.Spaces.Trees;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Spaces;

public sealed class SearchJsonTests
{
    /// <summary>The space of the published CIFAR-10 search, as a Hypermax user would write it.</summary>
    private const string Cifar = """
        { "hyperparameters": { "type": "object", "properties": {
            "activation": { "type": "string", "enum": ["relu", "elu", "selu", "rrelu"] },
            "layer1_layers": { "type": "number", "mode": "uniform", "scaling": "linear", "min": 1, "max": 3, "rounding": 1 },
            "layer1_size": { "type": "number", "min": 32, "max": 96, "rounding": 16 },
            "layer2_layers": { "type": "number", "min": 1, "max": 3, "rounding": 1 },
            "layer2_size": { "type": "number", "min": 64, "max": 192, "rounding": 32 },
            "layer3_layers": { "type": "number", "min": 1, "max": 3, "rounding": 1 },
            "layer3_size": { "type": "number", "min": 128, "max": 384, "rounding": 64 },
            "layer4_layers": { "type": "number", "min": 1, "max": 3, "rounding": 1 },
            "layer4_size": { "type": "number", "min": 256, "max": 768, "rounding": 128 },
            "learning_rate": { "type": "number", "min": 0.1, "max": 3.0 },
            "weight_decay": { "type": "number", "scaling": "logarithmic", "min": 2e-05, "max": 0.002 } } } }
        """;

    /// <summary>Choices within choices, names like numbers, mixed enums, normal modes, roundings that do not fit.</summary>
    private const string Hard = """
        { "type": "object", "properties": {
            "1": { "type": "number", "mode": "normal", "mean": 3, "stddev": 2 },
            "class": { "type": "number", "mode": "normal", "scaling": "logarithmic", "mean": 100, "stddev": 10 },
            "mixed": { "type": "string", "enum": ["a", 7, 0.5, true] },
            "ragged": { "type": "number", "min": 1, "max": 10, "rounding": 4 },
            "seed": { "type": "number", "mode": "randint", "max": 5 },
            "fixed": { "type": "number", "constant": 12 },
            "flag": { "type": "boolean" },
            "group": { "type": "object", "properties": { "inner-name": { "type": "number" } } },
            "opt": { "oneOf": [
                { "type": "object", "properties": { "lr": { "type": "number", "scaling": "logarithmic", "min": 0.001, "max": 1 } } },
                { "type": "object", "properties": {
                    "lr": { "type": "number", "min": 0, "max": 2 },
                    "schedule": { "anyOf": [
                        { "type": "object", "properties": { "decay": { "type": "number" } } },
                        { "type": "object", "properties": {} } ] } } } ] } } }
        """;

    [Fact]
    public void Read_Cifar_CardinalityOfTheSpecification() =>
        Assert.Equal(7.9085, Cardinality.Log10(SearchJsonReader.Read(Cifar)), 4);

    [Fact]
    public void Read_Hard_FlatSpaceIsAsDocumented() =>
        Golden.Verify(SpaceJson.Write(SearchJsonReader.Read(Hard)).Replace("{\"name\"", "\n{\"name\""), "json");

    [Fact]
    public void Read_RoundingThatDoesNotFit_MultiplesWithinTheBounds()
    {
        Dimension dimension = new(SearchJsonReader.Read(Hard).Parameters.Single(parameter => parameter.Name == "ragged"));

        Assert.Equal([4, 8], Enumerable.Range(0, dimension.LevelCount).Select(dimension.LevelValue));
    }

    [Theory]
    [InlineData(Cifar)]
    [InlineData(Hard)]
    public void Write_OfRead_ReadsBackAsTheSameSpace(string json)
    {
        SearchSpace space = SearchJsonReader.Read(json);

        SearchSpace again = SearchJsonReader.Read(SearchJsonWriter.Write(space));

        Assert.Equal(SpaceJson.Write(space), SpaceJson.Write(again));
    }

    [Theory]
    [InlineData(Cifar)]
    [InlineData(Hard)]
    public void Read_AnySpace_DrawsAreValid(string json)
    {
        SpaceGeometry geometry = new(SearchJsonReader.Read(json));

        for (int i = 0; i < 200; i++)
        {
            Assert.True(geometry.Contains(geometry.Sample(new SeedStream(1, i, "test"))));
        }
    }

    [Fact]
    public void CSharp_Cifar_ReadsLikeHandWritten() => Golden.Verify(CSharpSpaceWriter.Write(SearchJsonReader.ReadTree(Cifar), "Cifar", "Search"), "cs");

    [Fact]
    public void CSharp_Hard_KeepsEveryName() => Golden.Verify(CSharpSpaceWriter.Write(SearchJsonReader.ReadTree(Hard), "Hard"), "cs");

    [Fact]
    public void Schema_Hard_ConditionsBecomeRules() => Golden.Verify(ParameterSchema.Write(SearchJsonReader.Read(Hard)), "json");

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "tuple" } } }""", "hyperparameters.a", "types are")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "array" } } }""", "hyperparameters.a", "no 'maxItems'")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "array", "maxItems": 3 } } }""", "hyperparameters.a", "no 'items'")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "array", "minItems": 4, "maxItems": 3, "items": { "type": "number" } } } }""",
        "hyperparameters.a", "4 to 3")]
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "array", "maxItems": 3, "items": { "type": "array", "maxItems": 3, "items": { "type":"""
        + """ "number" } } } } }""",
        "hyperparameters.a.items", "into an object")]
    [InlineData("""{ "type": "number" }""", "hyperparameters", "single value")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "number", "max": 1e999 } } }""", "hyperparameters.a", "finite")]
    [InlineData("""{ "type": "object", "properties": { "a": { "enum": [1, 1e999] } } }""", "hyperparameters.a", "finite")]
    [InlineData("""{ "type": "object", "properties": { "a": { "enum": ["\ud800"] } } }""", "valid JSON", "")]
    [InlineData("""{ "type": "object", "properties": { "$branch": { "type": "number" } } }""", "hyperparameters.$branch", "selects a branch")]
    [InlineData("""{ "type": "object", "properties": { "a.b": { "type": "number" } } }""", "hyperparameters.a.b", "no dots")]
    [InlineData("""{ "type": "object", "properties": { "a": { "constant": null } } }""", "hyperparameters.a", "null")]
    [InlineData("""{ "type": "object", "properties": { "a": { "enum": [null, 1, null] } } }""", "hyperparameters.a", "twice")]
    [InlineData("""{ "type": "object", "properties": { "a": { "oneOf": [ { "type": "null" }, { "enum": [null, 1] } ] } } }""", "hyperparameters.a",
        "twice over")]
    [InlineData("""{ "type": "object", "properties": { "a": { "enum": ["x", "y"], "weights": [1] } } }""", "hyperparameters.a", "weights [1]")]
    [InlineData("""{ "type": "object", "properties": { "a": { "enum": ["x", "y"], "default": "z" } } }""", "hyperparameters.a", "default z")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "number", "default": 2 } } }""", "hyperparameters.a", "default 2")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "integer", "rounding": 0.5 } } }""", "hyperparameters.a", "whole number apart")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "number", "mode": "gauss" } } }""", "hyperparameters.a", "'gauss'")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "number", "scaling": "log" } } }""", "hyperparameters.a", "'log'")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "number", "scaling": "logarithmic" } } }""", "hyperparameters.a", "begins above 0")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "number", "min": 2, "max": 1 } } }""", "hyperparameters.a", "must not exceed")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "number", "min": "2" } } }""", "hyperparameters.a", "out of the quotes")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "number", "min": 1, "max": 2, "rounding": 5 } } }""", "hyperparameters.a", "no multiple")]
    [InlineData("""{ "type": "object", "properties": { "a": { "enum": [] } } }""", "hyperparameters.a", "at least one value")]
    [InlineData("""{ "type": "object", "properties": { "a": { "enum": [1, 1] } } }""", "hyperparameters.a", "twice")]
    [InlineData("""{ "type": "object", "properties": { "a": { "enum": [null] } } }""", "hyperparameters.a", "always null")]
    [InlineData("""{ "type": "object", "properties": { "a": { "oneOf": [] } } }""", "hyperparameters.a", "no branches")]
    [InlineData("""{ "type": "object", "properties": { "a": {} } }""", "hyperparameters.a", "no 'type'")]
    [InlineData("""{ "type": "object", "properties": { "a": 3 } }""", "hyperparameters.a", "is 3")]
    [InlineData("""{ "type": "object" """, "valid JSON", "")]
    public void Read_BrokenNode_NamesPathAndRule(string json, string path, string rule)
    {
        FormatException error = Assert.ThrowsAny<FormatException>(() => SearchJsonReader.Read(json));

        Assert.Contains(path, error.Message);
        Assert.Contains(rule, error.Message);
    }

    [Fact]
    public void Cardinality_BranchesOfVeryDifferentSize_PlainSum()
    {
        SearchSpace space = SearchJsonReader.Read("""
            { "oneOf": [ { "type": "object", "properties": {} },
                         { "type": "object", "properties": { "a": { "type": "number" }, "b": { "type": "number" },
                                                             "c": { "type": "number" }, "d": { "type": "number" } } } ] }
            """);

        Assert.Equal(Math.Log10(1 + 160_000), Cardinality.Log10(space), 10);
    }
}
