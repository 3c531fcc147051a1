using Hypermax.Config.Faults;
using Hypermax.SearchFile;
using Hypermax.Tests.Config;

namespace Hypermax.Tests.Templates;

/// <summary><c>"$ref": "template:…"</c> in a configuration.</summary>
public sealed class TemplateReferenceTests
{
    [Fact]
    public void Reference_WholeTemplates_AreBranchesLikeAnyOther()
    {
        SearchSpace space = Read("""
            "learner": {"oneOf": [
              {"title": "boosting", "$ref": "template:lightgbm"},
              {"title": "svm", "$ref": "template:sklearn:SVC"}]}
            """).Config!.Space!;

        Assert.Contains(space.Parameters, parameter => parameter.Name == "learner.boosting.num_leaves");
        Assert.Contains(space.Parameters, parameter => parameter.Name == "learner.svm.kernel.rbf.gamma");
    }

    [Fact]
    public void Reference_PartOfATemplate_TakesKeysBesideItFirst()
    {
        NumericParameter leaves = Leaves("""{"$ref": "template:lightgbm#/properties/num_leaves", "max": 7, "default": 7}""");

        Assert.Equal((4, 7, 7), (leaves.Low, leaves.High, leaves.Default));
    }

    [Theory]
    [InlineData("template:lightgbm", 255, 31)] // of 10,000 rows
    [InlineData("template:lightgbm?rows=600", 30, 30)]
    [InlineData("template:lightgbm?rows=100&features=3", 15, 15)]
    [InlineData("template:mlnet:LightGbm?rows=600", 30, 30)]
    public void Reference_WithTheSizeOfData_HasRangesForIt(string address, double most, double start)
    {
        string name = address.Contains("mlnet", StringComparison.Ordinal) ? "NumberOfLeaves" : "num_leaves";

        NumericParameter leaves = Leaves($$"""{"$ref": "{{address}}#/properties/{{name}}"}""");

        Assert.Equal((most, start), (leaves.High, leaves.Default));
    }

    [Theory]
    [InlineData("template:lihgtgbm", "There is no template 'lihgtgbm'. Did you mean 'lightgbm'?")]
    [InlineData("template:SVC", "Did you mean 'sklearn:SVC'?")]
    [InlineData("template:lightgbm?row=5", "Did you mean 'rows'?")]
    [InlineData("template:lightgbm?rows=0", "whole numbers above 0")]
    [InlineData("template:lightgbm#/properties/num_leafs", "Did you mean 'num_leaves'?")]
    public void Reference_ThatNamesNothing_IsToldWithItsPlace(string address, string expected)
    {
        Fault fault = Assert.Single(Read($"\"a\": {{\"type\": \"boolean\"}},\n  \"b\": {{\"$ref\": \"{address}\"}}").Faults.All);

        Assert.Contains(expected, fault.Text, StringComparison.Ordinal);
        Assert.Equal((3, "hyperparameters.properties.b.$ref"), (fault.Place.Line, fault.Path));
    }

    private static NumericParameter Leaves(string node) => (NumericParameter)Assert.Single(Read($"\"leaves\": {node}").Config!.Space!.Parameters);

    private static ConfigCheck Read(string properties)
    {
        using TemporaryConfig file = new($$$"""
            {"hyperparameters": {"type": "object", "properties": {
              {{{properties}}}
            }}, "function": {"type": "executable", "command": "true"}}
            """);
        return ConfigCheck.Read(file.Path, []);
    }
}
