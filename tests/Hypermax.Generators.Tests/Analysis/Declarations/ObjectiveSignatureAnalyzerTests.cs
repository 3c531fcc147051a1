using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class ObjectiveSignatureAnalyzerTests
{
    private const string Space = """
        using Hypermax;

        [SearchSpace]
        public partial record Forest([Uniform(0, 1)] double Fraction);

        """;

    [Theory]
    [InlineData("public static double Train(Forest p) => 0;")]
    [InlineData("internal static Task<double> Train(Forest p, TrialContext trial) => Task.FromResult(0.0);")]
    [InlineData("public static ValueTask<double> Train(CancellationToken token, Forest p, TrialContext trial) => new(token.IsCancellationRequested ? 1 : 0);")]
    [InlineData("protected internal static double Train(Forest p) => 0;")]
    public Task Objective_AllowedSignature_Fine(string method) => Verify(method);

    [Theory]
    [InlineData("public static {|HMX1001:int|} Train(Forest p) => 0;")]
    [InlineData("public static {|HMX1001:void|} Train(Forest p) { }")]
    [InlineData("public static {|HMX1001:Task|} Train(Forest p) => Task.CompletedTask;")]
    [InlineData("public static {|HMX1001:Task<float>|} Train(Forest p) => Task.FromResult(0f);")]
    [InlineData("public static {|HMX1001:double?|} Train(Forest p) => null;")]
    public Task Objective_OtherReturnType_HMX1001(string method) => Verify(method);

    [Theory]
    [InlineData("public static double {|HMX1002:Train|}() => 0;")]
    [InlineData("public static double {|HMX1002:Train|}(TrialContext trial) => 0;")]
    [InlineData("public static double Train(Forest p, Forest {|HMX1002:q|}) => 0;")]
    [InlineData("public static double Train(Forest p, TrialContext a, TrialContext {|HMX1002:b|}) => 0;")]
    [InlineData("public static double Train(ref Forest {|HMX1002:p|}) => 0;")]
    [InlineData("public static double Train(in Forest {|HMX1002:p|}) => 0;")]
    public Task Objective_OtherParameters_HMX1002(string method) => Verify(method);

    [Fact]
    public Task Objective_OnInstance_HMX1003() => Verify("public double {|HMX1003:Train|}(Forest p) => 0;", "class");

    [Fact]
    public Task Objective_Generic_HMX1004() => Verify("public static double {|HMX1004:Train|}<T>(Forest p) => 0;");

    [Fact]
    public Task Objective_InGenericType_HMX1004() => Analyzers.Verify(Space + """
        public static class Training<T>
        {
            [Objective]
            public static double {|HMX1004:Train|}(Forest p) => 0;
        }
        """);

    [Theory]
    [InlineData("private static double {|HMX1005:Train|}(Forest p) => 0;")]
    [InlineData("static double {|HMX1005:Train|}(Forest p) => 0;")]
    public Task Objective_Private_HMX1005(string method) => Verify(method);

    [Fact]
    public Task Objective_InPrivateType_HMX1005() => Analyzers.Verify(Space + """
        public static class Outer
        {
            private static class Training
            {
                [Objective]
                public static double {|HMX1005:Train|}(Forest p) => 0;
            }
        }
        """);

    [Fact]
    public Task Objective_LocalFunction_HMX1005() => Analyzers.Verify(Space + """
        public static class Training
        {
            public static double Outer(Forest p)
            {
                return Train(p);

                [Objective]
                static double {|HMX1005:Train|}(Forest p) => 0;
            }
        }
        """);

    [Theory]
    [InlineData("public static double Train({|HMX1006:double|} p) => 0;")]
    [InlineData("public static double Train({|HMX1006:Dictionary<string, object>|} p) => 0;")]
    [InlineData("public static double Train({|HMX1006:Plain|} p) => 0;")]
    public Task Objective_NoSearchSpace_HMX1006(string method) => Verify(method + "\n    public sealed record Plain(int X);");

    [Fact]
    public Task Objective_UnknownType_LeftToTheCompiler() => Verify("public static double Train({|CS0246:Nowhere|} p) => 0;");

    private static Task Verify(string method, string kind = "partial class") => Analyzers.Verify($$"""
        {{Space}}
        public {{kind}} Training
        {
            [Objective]
            {{method}}
        }
        """);
}
