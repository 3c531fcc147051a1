using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class ConstructionAnalyzerTests
{
    [Theory]
    [InlineData("public partial class {|HMX0006:Space|} { public Space(int x) { } [Uniform(0, 1)] public double X { get; set; } }")]
    [InlineData("public partial class {|HMX0006:Space|} { private Space() { } [Uniform(0, 1)] public double X { get; set; } }")]
    [InlineData("public partial record {|HMX0006:Space|} { protected Space() { } [Uniform(0, 1)] public double X { get; init; } }")]
    [InlineData("public partial record {|HMX0006:Space|}([Uniform(0, 1)] in double X);")]
    [InlineData("public partial record {|HMX0006:Space|}([Uniform(0, 1)] double X) { [NotSearched] public required int Y { get; init; } }")]
    [InlineData("public partial class {|HMX0006:Space|} { [Uniform(0, 1)] public double X { get; set; } public required int Y; }")]
    [InlineData("public partial record {|HMX0006:Space|}([Uniform(0, 1)] double X) { private readonly double X = X; public double Twice => X * 2; }")]
    public Task Space_NoConstructor_HMX0006(string type) => Verify(type);

    [Fact]
    public Task Space_FileLocal_HMX0007() => Verify("file partial record {|HMX0007:Space|}([Uniform(0, 1)] double X);");

    [Theory]
    [InlineData("public partial record {|HMX0009:Space|};")]
    [InlineData("public partial class {|HMX0009:Space|} { public int X { get; } }")]
    public Task Space_NoParameters_HMX0009(string type) => Verify(type);

    [Theory]
    [InlineData("public static partial class {|HMX0011:Space|};")]
    [InlineData("public ref partial struct {|HMX0011:Space|} { [Uniform(0, 1)] public double X { get; set; } }")]
    [InlineData("public partial class {|HMX0011:Space|}(double x) { [Uniform(0, 1)] public double X { get; set; } = x; }")]
    public Task Space_OtherKind_HMX0011(string type) => Verify(type);

    [Theory]
    [InlineData("internal partial class Space { [Uniform(0, 1)] public required double X { get; init; } }")]
    [InlineData("public readonly partial record struct Space([Uniform(0, 1)] double X);")]
    [InlineData("public partial record Space<T>([Uniform(0, 1)] double X);")]
    public Task Space_Constructible_Fine(string type) => Verify(type);

    private static Task Verify(string type) => Analyzers.Verify($"""
        using Hypermax;

        [SearchSpace]
        {type}
        """);
}
