using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class BranchWeightAnalyzerTests
{
    [Fact]
    public Task Weight_Negative_HMX0206() => Verify("Weight = {|HMX0206:-1|}", "Weight = {|HMX0206:double.NaN|}");

    [Fact]
    public Task Weights_AllZero_HMX0206() => Verify("Weight = {|HMX0206:0|}", "Weight = {|HMX0206:0|}");

    [Fact]
    public Task Weight_Zero_HMX0013() => Verify("Weight = {|HMX0013:0|}", "Weight = 2");

    [Fact]
    public Task Default_Twice_HMX0014() => Verify("IsDefault = true", "Weight = 2, IsDefault = {|HMX0014:true|}");

    [Fact]
    public Task Branch_OutsideOfHierarchy_HMX0313() => Analyzers.Verify("""
        using Hypermax;

        [{|HMX0313:Branch(Weight = 2)|}]
        public sealed record Alone;
        """);

    private static Task Verify(string first, string second) => Analyzers.Verify($$"""
        using Hypermax;

        [SearchSpace]
        public abstract partial record Booster
        {
            [Branch({{first}})]
            public sealed record None : Booster;

            [Branch({{second}})]
            public sealed record Gradient([Uniform(0, 1)] double Rate) : Booster;
        }
        """);
}
