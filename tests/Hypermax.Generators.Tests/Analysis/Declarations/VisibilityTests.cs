using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

/// <summary>What generated code cannot see, set or read is said at the user's words; what it can is taken without a word.</summary>
public sealed class VisibilityTests
{
    private const string Converter = "class Conv { public static P Convert(double v) => new(v); public static double ConvertBack(P p) => p.V; }";

    private const string Start = "using Hypermax;\npublic readonly record struct P(double V);\n";

    [Theory]
    [InlineData("[SearchSpace] public partial record S([Uniform(0, 1), Converter({|HMX0310:typeof(Conv)|})] P X); file static {converter}")]
    [InlineData("[SearchSpace] public partial record S([Uniform(0, 1), Converter({|HMX0310:typeof(S.Conv)|})] P X) { private static {converter} }")]
    [InlineData("[SearchSpace] public partial record S([Uniform(0, 1), Converter({|HMX0310:typeof(S.Conv)|})] P X) { protected {converter} }")]
    [InlineData("[SearchSpace] public partial record S([Uniform(0, 1), Converter({|HMX0310:typeof(S.Inner.Conv)|})] P X) { private static class Inner { "
        + "public {converter} } }")]
    [InlineData("[SearchSpace] public abstract partial record H { public sealed record A([Uniform(0, 1), Converter({|HMX0310:typeof(A.Conv)|})] P X) : "
        + "H { private static {converter} } public sealed record B : H; }")]
    [InlineData("[SearchSpace] public partial record S([Uniform(0, 1), Converter(typeof(S.Conv))] P X) { internal static {converter} }")]
    public Task Converter_ThatCodeCannotSee_IsNamed(string source) =>
        Analyzers.Verify(Start + source.Replace("{converter}", Converter, StringComparison.Ordinal));

    [Theory]
    [InlineData("[SearchSpace] public partial class S { [{|HMX0309:Uniform(0, 1)|}] public double X { init { } } }")]
    [InlineData("[SearchSpace] public partial class S { [{|HMX0309:Uniform(0, 1)|}] public double X { private get; set; } }")]
    [InlineData("[SearchSpace] public partial class S { [{|HMX0309:Uniform(0, 1)|}] public double X { get; protected set; } public bool Y { get; set; } }")]
    [InlineData(
        "[SearchSpace] public abstract partial class H { public sealed class B : H { [{|HMX0309:Uniform(0, 1)|}] public double X { private get; init; } } }")]
    [InlineData("[SearchSpace] public partial record {|HMX0006:S|}([Uniform(0, 1)] double X) { public double X { private get; init; } = X; }")]
    [InlineData("[SearchSpace] public partial class S { [Uniform(0, 1)] public double X { internal get; init; } public bool WriteOnly { set { } } }")]
    public Task Property_ThatCodeCannotReadOrSet_IsNamed(string source) => Analyzers.Verify(Start + source);

    [Theory]
    [InlineData("[SearchSpace] public partial class S { public partial double X { get; init; } } public partial class S { private double _x; "
        + "[Uniform(0, 1)] public partial double X { get => _x; init => _x = value; } }")]
    [InlineData("[SearchSpace] public partial record S(bool B); public static partial class O { [Objective] public static partial double F(S s); "
        + "} public static partial class O { public static partial double F(S s) => 0; }")]
    [InlineData("[SearchSpace] public partial record S(bool B); public static partial class O { public static partial double F(S s); "
        + "} public static partial class O { [Objective] public static partial double F(S s) => 0; }")]
    public Task Member_InTwoParts_IsOne(string source) => Analyzers.Verify(Start + source);

    [Theory]
    [InlineData("public static class T { public static void M() { [Objective] static double {|HMX1005:F|}(S s) => 0; F(null!); "
        + "Func<S, double> g = [{|HMX1005:Objective|}] (s) => 0; g(null!); } }")]
    [InlineData("public static class T { public static Func<S, double> G { get; } = [{|HMX1005:Objective|}] static double (S s) => 0; }")]
    [InlineData("public static class T { public static double Q { [Objective] {|HMX1005:get|} => 0; } }")]
    public Task Objective_ThatIsNoMethod_IsNamed(string source) => Analyzers.Verify(Start + "[SearchSpace] public partial record S(bool B);\n" + source);

    [Theory]
    [InlineData("public sealed class RateAttribute() : ParameterAttribute; [SearchSpace] public partial record S([{|HMX0316:Rate|}] double X);")]
    [InlineData("public abstract class LawAttribute : ParameterAttribute; public sealed class Rate : LawAttribute; "
        + "[SearchSpace] public partial record S([{|HMX0316:Rate|}] bool X);")]
    [InlineData("public sealed class Rate : ParameterAttribute; public record S([{|HMX0305:Rate|}] double X);")]
    [InlineData(
        "namespace Own { public sealed class UniformAttribute : ParameterAttribute; [SearchSpace] public partial record S([{|HMX0316:Uniform|}] double X); }")]
    public Task Law_OfTheUsersOwn_IsNamed(string source) => Analyzers.Verify(Start + source);

    [Theory]
    [InlineData("[SearchSpace] public partial record {|HMX0010:SearchSpace|}(bool X);")]
    [InlineData("[SearchSpace] public partial record S<{|HMX0010:GeneratedBinder|}>(bool X);")]
    [InlineData("[SearchSpace] public partial record S(bool {|HMX0010:SearchSpace|});")]
    public Task Name_OfAGeneratedMember_IsTaken(string source) => Analyzers.Verify(Start + source);

    [Theory]
    [InlineData("[SearchSpace] public abstract partial record H { [Uniform(0, 1)] public virtual double R { get; init; } public sealed record A : H; "
        + "public sealed record B : H { [Uniform(5, 6)] public override double {|HMX0015:R|} { get; init; } } }")]
    [InlineData("[SearchSpace] public abstract partial record H { [Uniform(0, 1)] public double R { get; init; } public sealed record A : "
        + "H { [Uniform(5, 6)] public new double {|HMX0015:R|} { get; init; } } }")]
    [InlineData("[SearchSpace] public abstract partial record H { [Uniform(0, 1)] public virtual double R { get; init; } public abstract record G : "
        + "H { [Uniform(5, 6)] public override double {|HMX0015:R|} { get; init; } public sealed record A : G; } }")]
    [InlineData("[SearchSpace] public abstract partial record H { public abstract double R { get; init; } public sealed record A : "
        + "H { public override double {|HMX0303:R|} { get; init; } } public sealed record B : H { [Uniform(0, 1)] public override double R { get; init; "
        + "} } }")]
    public Task Parameter_ThatBranchesShare_IsDeclaredOnce(string source) => Analyzers.Verify(Start + source);

    [Theory]
    [InlineData("[SearchSpace] public partial record S([Choice({|HMX0203:\"0.1\"|})] decimal M);",
        "Write it as a number such as 0.1, which becomes a decimal, or change the type of 'M'.")]
    [InlineData("[SearchSpace] public partial record S([Fixed({|HMX0312:1|})] DateTime M);", "Write it as a string, which 'DateTime.Parse' reads.")]
    public async Task Advice_ForTypesWithoutConstants_CanBeFollowed(string source, string advice)
    {
        await Analyzers.Verify(Start + source);

        IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> found = await Analyzers.Run(Compilations.Create(MarkedSource.Parse(Start + source).Text));

        Assert.EndsWith(advice, Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
