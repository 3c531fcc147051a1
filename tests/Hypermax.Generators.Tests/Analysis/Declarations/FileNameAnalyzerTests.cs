using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class FileNameAnalyzerTests
{
    [Theory]
    [InlineData("[Name({|HMX0315:\"\"|})] [Uniform(0, 1)] double X")]
    [InlineData("[Name({|HMX0315:\"a.b\"|})] [Uniform(0, 1)] double X")]
    [InlineData("[Name({|HMX0315:\"$branch\"|})] [Uniform(0, 1)] double X")]
    [InlineData("[Uniform(0, 1)] double X, [Name({|HMX0315:\"X\"|})] bool Y")]
    [InlineData("[Name(\"Y\")] [Uniform(0, 1)] double X, bool {|HMX0315:Y|}")]
    [InlineData("[Name(\"Y\")] [Uniform(0, 1)] double X, [Name(\"X\")] bool Y")]
    [InlineData("[Name(\"x-1\")] [FormerName(\"X\")] [Uniform(0, 1)] double X")]
    public Task Parameter_NameOfItsOwn_HMX0315WhereItCannotBe(string parameters) => Analyzers.Verify($$"""
        using Hypermax;

        [SearchSpace]
        public partial record Space({{parameters}});
        """);

    [Theory]
    [InlineData("[Name({|HMX0315:\"a.b\"|})] public sealed partial record A : Space; public sealed partial record B : Space;")]
    [InlineData("[Name(\"B\")] public sealed partial record A : Space; public sealed partial record {|HMX0315:B|} : Space;")]
    [InlineData("[Name(\"0\")] public sealed partial record A : Space; [Name(\"1\")] public sealed partial record B : Space;")]
    [InlineData("[Name({|HMX0315:\"A\"|})] [Uniform(0, 1)] public double X { get; init; } public sealed partial record A : Space;")]
    public Task Branch_NameOfItsOwn_HMX0315WhereItCannotBe(string branches) => Analyzers.Verify($$"""
        using Hypermax;

        [SearchSpace]
        public abstract partial record Space
        {
            {{branches}}
        }
        """);

    [Fact]
    public Task Enum_TwoMembersOfOneName_HMX0315AtTheParameter() => Analyzers.Verify("""
        using Hypermax;

        public enum Kernel { [Name("rbf")] Gauss, [Name("rbf")] Radial }

        public enum Layer { [Name("batch-norm")] BatchNorm, Dense, Full = Dense }

        [SearchSpace]
        public partial record Space(Kernel {|HMX0315:Kernel|}, Layer Layer, [Fixed(Kernel.Gauss)] Kernel Other);
        """);

    [Fact]
    public Task Type_NoBranch_HMX0313() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        [{|HMX0313:Name("space")|}]
        public partial record Space([Uniform(0, 1)] double X);
        """);

    [Fact]
    public Task Parameter_OutsideOfASpace_HMX0305() => Analyzers.Verify("""
        using Hypermax;

        public record Space([{|HMX0305:Name("x")|}] double X);
        """);
}
