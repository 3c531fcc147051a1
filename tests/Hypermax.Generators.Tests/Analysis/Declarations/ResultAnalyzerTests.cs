using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class ResultAnalyzerTests
{
    private const string Space = """
        using Hypermax;

        [SearchSpace]
        public partial record Forest([Uniform(0, 1)] double Fraction);

        """;

    [Theory]
    [InlineData("public record Outcome([Minimize] double Error, [Maximize] long Speed, [Constraint(AtMost = 20)] float P99, string Note);")]
    [InlineData("public record struct Outcome([Minimize, Constraint(AtLeast = 0, AtMost = 1)] double Error);")]
    [InlineData("public class Outcome { [Minimize] public int Nodes { get; init; } [Constraint(AtMost = 5)] public double Mb => Nodes / 10.0; }")]
    [InlineData("public abstract class Shared { [Minimize] public double Error { get; init; } } public class Outcome : Shared;")]
    public Task Result_WithAnObjective_Fine(string type) => VerifyUse(type);

    [Theory]
    [InlineData("public record Outcome([Minimize, {|HMX1301:Maximize|}] double Error);")]
    [InlineData("public class Outcome { [Maximize] public double Error { get; init; } = 0; [Minimize] [{|HMX1301:Maximize|}] public double Both => 1; }")]
    public Task Figure_TwoDirections_HMX1301(string type) => VerifyUse(type);

    [Fact]
    public Task Objective_DirectionBesideFigures_HMX1301() => Analyzers.Verify(Space + """
        public record Outcome([Minimize] double Error);

        public static class Training
        {
            [Objective(Trials = 5, Direction = {|HMX1301:Direction.Maximize|})]
            public static Outcome Train(Forest p) => null!;
        }
        """);

    [Theory]
    [InlineData("public record Outcome([Minimize] double Error, [{|HMX1302:Minimize|}] string Note);")]
    [InlineData("public record Outcome([Minimize] double Error, [{|HMX1302:Constraint(AtMost = 1)|}] decimal Price);")]
    [InlineData("public record Outcome([Minimize] double Error, [{|HMX1302:Maximize|}] double? Maybe);")]
    [InlineData("public record Outcome([Minimize] double Error, [{|HMX1302:Minimize|}] System.TimeSpan Time);")]
    public Task Figure_OfAnotherType_HMX1302(string type) => VerifyUse(type);

    [Theory]
    [InlineData("Outcome", "public record Outcome(double Error);")]
    [InlineData("Task<Outcome>", "public record Outcome([Constraint(AtMost = 1)] double Error);")]
    [InlineData("Forest", "")]
    public Task Objective_ResultWithoutDirection_HMX1303(string returned, string type) => Analyzers.Verify(Space + $$"""
        {{type}}

        public static class Training
        {
            [Objective]
            public static {|HMX1303:{{returned}}|} Train(Forest p) => null!;
        }
        """);

    [Theory]
    [InlineData("[{|HMX1304:Constraint|}] double X")]
    [InlineData("[{|HMX1304:Constraint()|}] double X")]
    [InlineData("[Constraint(AtMost = {|HMX1304:double.NaN|})] double X")]
    [InlineData("[Constraint(AtLeast = 1, AtMost = {|HMX1304:double.PositiveInfinity|})] double X")]
    [InlineData("[Constraint(AtLeast = {|HMX1304:2|}, AtMost = 1)] double X")]
    public Task Constraint_BoundsThatNothingKeeps_HMX1304(string figure) => VerifyUse($"public record Outcome([Minimize] double Error, {figure});");

    [Fact]
    public Task Figures_NamesDifferInCaseOnly_HMX1305() =>
        VerifyUse("public record Outcome([Minimize] double Error, [Constraint(AtMost = 1)] double {|HMX1305:error|});");

    [Fact]
    public Task Result_SixObjectives_HMX1306() => VerifyUse(
        "public record {|HMX1306:Outcome|}([Minimize] int A, [Minimize] int B, [Minimize] int C, [Minimize] int D, [Minimize] int E, [Minimize] int F);");

    [Theory]
    [InlineData("[{|HMX1307:Minimize|}] private double X { get; init; }")]
    [InlineData("[{|HMX1307:Minimize|}] public static double X => 1;")]
    [InlineData("[{|HMX1307:Minimize|}] public double X { set { } }")]
    [InlineData("[{|HMX1307:Constraint(AtMost = 1)|}] public double X { protected get; init; }")]
    public Task Figure_ThatCodeCannotRead_HMX1307(string property) =>
        VerifyUse($"public class Outcome {{ [Minimize] public double Error {{ get; init; }} {property} }}");

    private static Task VerifyUse(string type) => Analyzers.Verify(Space + type + """

        public static class Training
        {
            [Objective]
            public static Outcome Train(Forest p) => default!;
        }
        """);
}
