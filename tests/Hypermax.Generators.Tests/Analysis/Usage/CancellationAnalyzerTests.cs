using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Usage;

public sealed class CancellationAnalyzerTests
{
    [Fact]
    public Task Token_NotUsed_HMX1104() => Verify("CancellationToken {|HMX1104:token|}", "return 0;");

    [Fact]
    public Task Token_UsedInLambda_Fine() => Verify("CancellationToken token", "Action check = () => token.ThrowIfCancellationRequested(); check(); return 0;");

    [Fact]
    public Task Token_Absent_Fine() => Verify("TrialContext trial", "return 0;");

    private static Task Verify(string parameter, string body) => Analyzers.Verify($$"""
        using Hypermax;

        [SearchSpace]
        public partial record Forest([Uniform(0, 1)] double Fraction);

        public static partial class Training
        {
            [Objective]
            public static double Train(Forest p, {{parameter}}) { {{body}} }
        }
        """);
}
