using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.CodeFixes.Declarations;

public sealed class DeclarationFixTests
{
    [Fact]
    public Task AddModifier_SpaceNotPartial_AddsPartial() => Fixes("HMX0001", "Add 'partial'",
        "[SearchSpace]\npublic record Space([Uniform(0, 1)] double X);",
        "[SearchSpace]\npublic partial record Space([Uniform(0, 1)] double X);");

    [Fact]
    public Task AddModifier_ContainerNotPartial_AddsPartial() => Fixes("HMX0002", "Add 'partial'",
        "internal static class Outer\n{\n    [SearchSpace]\n    public partial record Space([Uniform(0, 1)] double X);\n}",
        "internal static partial class Outer\n{\n    [SearchSpace]\n    public partial record Space([Uniform(0, 1)] double X);\n}");

    [Fact]
    public Task AddModifier_BranchOpen_AddsSealed() => Fixes("HMX0003", "Add 'sealed'",
        "[SearchSpace]\npublic abstract partial record Booster\n{\n    public partial record None : Booster;\n}",
        "[SearchSpace]\npublic abstract partial record Booster\n{\n    public sealed partial record None : Booster;\n}");

    [Fact]
    public Task AddModifier_ObjectiveOnInstance_AddsStatic() => Fixes("HMX1003", "Add 'static'",
        Space + "public class Training\n{\n    [Objective]\n    public double Train(Space p) => 0;\n}",
        Space + "public class Training\n{\n    [Objective]\n    public static double Train(Space p) => 0;\n}");

    [Fact]
    public Task RemoveAttribute_TestOfTwoKinds_IsOne() => Fixes("HMX1207", "Remove [Hypermax.Xunit.TunedFact(\"Train\")]",
        "public class Tests\n{\n    [Hypermax.Xunit.Challenge(\"Train\")]\n    [Hypermax.Xunit.TunedFact(\"Train\")]\n    public void Good() { }\n}",
        "public class Tests\n{\n    [Hypermax.Xunit.Challenge(\"Train\")]\n    public void Good() { }\n}");

    [Fact]
    public Task ReplaceValue_NumberOutsideItsRange_IsTheDefault() => Fixes("HMX1208", "Use 30",
        "public class Tests\n{\n    [Hypermax.Xunit.Challenge(\"Train\", Trials = 0)]\n    public void Good() { }\n}",
        "public class Tests\n{\n    [Hypermax.Xunit.Challenge(\"Train\", Trials = 30)]\n    public void Good() { }\n}");

    [Theory]
    [InlineData("    private static", "    internal static")]
    [InlineData("    static", "    internal static")]
    public Task MakeInternal_ObjectivePrivate_MakesItInternal(string before, string after) => Fixes("HMX1005", "Make it internal",
        Space + $"public class Training\n{{\n    [Objective]\n{before} double Train(Space p) => 0;\n}}",
        Space + $"public class Training\n{{\n    [Objective]\n{after} double Train(Space p) => 0;\n}}");

    [Theory]
    [InlineData("HMX1006", "[Objective]\n    public static")]
    [InlineData("HMX1204", "[Hypermax.Xunit.Tune]\n    public")]
    public Task AddSearchSpace_PlainRecord_MadeASpace(string id, string test) => Fixes(id, "Add [SearchSpace]",
        $"public class Training\n{{\n    {test} double Loss(Space p) => 0;\n}}\n\npublic record Space(bool X);",
        $"public class Training\n{{\n    {test} double Loss(Space p) => 0;\n}}\n\n[SearchSpace]\npublic partial record Space(bool X);");

    [Theory]
    [InlineData("HMX1006", "[Objective]\n    public static")]
    [InlineData("HMX1204", "[Hypermax.Xunit.Tune]\n    public")]
    public async Task AddSearchSpace_TypeOfTheFramework_NotOffered(string id, string test) => Assert.Empty(await Harness.CodeFixes.Titles(
        id, $"using Hypermax;\npublic class Training\n{{\n    {test} double Loss(double p) => 0;\n}}"));

    [Theory]
    [InlineData("HMX0101", "Swap the bounds", "[Uniform(10, 1)] double X", "[Uniform(1, 10)] double X")]
    [InlineData("HMX0101", "Swap the bounds", "[QUniform(1e3, 0.5, 0.5)] double X", "[QUniform(0.5, 1e3, 0.5)] double X")]
    [InlineData("HMX0101", "Swap the bounds", "[Uniform(low: 9, high: 3, Step = 2)] int X", "[Uniform(low: 3, high: 9, Step = 2)] int X")]
    [InlineData("HMX0105", "Use 1", "[Uniform(0, 1, Default = 2.5)] double X", "[Uniform(0, 1, Default = 1)] double X")]
    [InlineData("HMX0106", "Use 1", "[Uniform(0.5, 3)] int X", "[Uniform(1, 3)] int X")]
    [InlineData("HMX0106", "Use 2", "[Uniform(0, 2.9)] int X", "[Uniform(0, 2)] int X")]
    [InlineData("HMX0106", "Use 2", "[Uniform(0, 10, Step = 2.5)] int X", "[Uniform(0, 10, Step = 2)] int X")]
    [InlineData("HMX0107", "Use 1", "[LogUniform(0, 100)] int X", "[LogUniform(1, 100)] int X")]
    [InlineData("HMX0107", "Use a linear scale: [Uniform]", "[LogUniform(-1, 100)] double X", "[Uniform(-1, 100)] double X")]
    [InlineData("HMX0107", "Use a linear scale: [QUniform]", "[Hypermax.QLogUniform(0, 10, 2)] double X", "[Hypermax.QUniform(0, 10, 2)] double X")]
    [InlineData("HMX0110", "Use 0.25", "[Uniform(0, 1, Step = 0.25, Default = 0.3)] double X", "[Uniform(0, 1, Step = 0.25, Default = 0.25)] double X")]
    [InlineData("HMX0407", "Use 0.3", "[Uniform(0, 1, Default = 0.7), SumsTo(1)] double X, [Uniform(0, 1, Default = 0.5), SumsTo(1)] double Y",
        "[Uniform(0, 1, Default = 0.7), SumsTo(1)] double X, [Uniform(0, 1, Default = 0.3), SumsTo(1)] double Y")]
    [InlineData("HMX0202", "Remove the second \"a\"", "[Choice(\"a\", \"b\", \"a\")] string X", "[Choice(\"a\", \"b\")] string X")]
    [InlineData("HMX0202", "Remove the second 1", "[Choice(new object[] { 1, 1, 2 })] int X", "[Choice(new object[] { 1, 2 })] int X")]
    [InlineData("HMX0304", "Remove [LogUniform(1, 2)]", "[Uniform(0, 1), LogUniform(1, 2)] double X", "[Uniform(0, 1)] double X")]
    [InlineData("HMX0307", "Remove [Length(1, 2)]", "[Length(1, 2)] bool X", "bool X")]
    [InlineData("HMX0313", "Remove [Ordered]", "[Uniform(0, 1), Ordered] double X", "[Uniform(0, 1)] double X")]
    [InlineData("HMX0401", "Use nameof(Other)", "[Uniform(0, 1), LessThan(\"Othr\")] double X", "[Uniform(0, 1), LessThan(nameof(Other))] double X")]
    public Task Parameter_Mistake_Mended(string id, string title, string before, string after) => Fixes(id, title,
        $"[SearchSpace]\npublic partial record Space([Uniform(0, 1)] double Other, {before});",
        $"[SearchSpace]\npublic partial record Space([Uniform(0, 1)] double Other, {after});");

    [Fact]
    public async Task SwapBounds_EqualBounds_NotOffered() => Assert.Empty(await Harness.CodeFixes.Titles(
        "HMX0101", "using Hypermax;\n[SearchSpace]\npublic partial record Space([Uniform(3, 3)] double X);"));

    [Fact]
    public Task AddInit_GetOnly_AddsInit() => Fixes("HMX0309", "Add 'init'",
        "[SearchSpace]\npublic partial record Space\n{\n    [Uniform(0, 1)]\n    public double X { get; }\n}",
        "[SearchSpace]\npublic partial record Space\n{\n    [Uniform(0, 1)]\n    public double X { get; init; }\n}");

    [Fact]
    public Task RemoveAttribute_OutsideOfSpace_Removed() => Fixes("HMX0305", "Remove [Uniform(0, 1)]",
        "public class Plain\n{\n    [Uniform(0, 1)]\n    public double X { get; set; }\n}",
        "public class Plain\n{\n    public double X { get; set; }\n}");

    [Fact]
    public Task ReplaceValue_MethodMisspelt_TakesNearest() => Fixes("HMX1009", "Use \"cmaes\"",
        Space + "public class Training\n{\n    [Objective(Method = \"cma-es\")]\n    public static double Train(Space p) => 0;\n}",
        Space + "public class Training\n{\n    [Objective(Method = \"cmaes\")]\n    public static double Train(Space p) => 0;\n}");

    private const string Space = "[SearchSpace]\npublic partial record Space([Uniform(0, 1)] double X);\n\n";

    private static Task Fixes(string id, string title, string before, string after) =>
        Harness.CodeFixes.Verify(id, title, "using Hypermax;\n\n" + before + "\n", "using Hypermax;\n\n" + after + "\n");
}
