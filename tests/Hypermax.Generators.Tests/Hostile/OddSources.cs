namespace Hypermax.Generators.Tests.Hostile;

/// <summary>Sources that the compiler takes and nobody expects.</summary>
public static class OddSources
{
    public static string[] All { get; } =
    [
        // Names.
        "[SearchSpace] public partial record S([Uniform(0, 1)] double @class, [Uniform(0, 1)] double @event, bool @bool, [Choice(\"a\")] string @string);",
        "[SearchSpace] public partial record @class([Uniform(0, 1)] double value, [Uniform(0, 1)] double vector, [Uniform(0, 1)] double start, [Uniform(0, "
        + "1)] double space, [Uniform(0, 1)] double item, [Uniform(0, 1)] double at, [Uniform(0, 1)] double i);",
        "[SearchSpace] public partial record S([Uniform(0, 1)] double? value, [Uniform(0, 1)] double? valueValue, [Uniform(0, 1)] double? Value, [Uniform(0, "
        + "1)] double? start, [Uniform(0, 1)] double? vector);",
        "[SearchSpace] public partial record S([Length(1, 2), Uniform(0, 1)] double[] items, [Length(1, 2), Uniform(0, 1)] double[] Items, [Length(0, 2), "
        + "Uniform(0, 1)] List<double>? i);",
        "[SearchSpace] public partial record S([Choice(\"1.0\")] Version A, [Choice(\"1.0\")] Version AChoices, [Choice(\"1.0\"), Length(1, 2)] Version[] AB);",
        "[SearchSpace] public abstract partial record S { public sealed record A([Choice(\"1.0\")] Version BC) : S; "
        + "public sealed record AB([Choice(\"2.0\")] Version C) : S; }",
        "[SearchSpace] public abstract partial record S { public sealed record A([Length(1, 2), Uniform(0, 1)] double[] BC) : S; "
        + "public sealed record AB([Length(1, 3), Uniform(0, 2)] double[] C) : S; }",
        "[SearchSpace] public abstract partial record S { public sealed record A([Uniform(0, 1)] double? X) : S; "
        + "public sealed record B([Uniform(0, 1)] double? X) : S; public sealed record C : S { [Uniform(0, 1)] public double? D { get; init; "
        + "} } public sealed record D2([Uniform(0, 1)] double? X) : S; public bool? Shared { get; init; } }",
        "[SearchSpace] public abstract partial record S { public sealed record A_B([Choice(\"1.0\")] Version C) : S; "
        + "public sealed record A([Choice(\"2.0\")] Version B_C, [Choice(\"3.0\")] Version Bind, [Length(1, 2), Uniform(0, 1)] double[] Choices) : S; }",
        "[SearchSpace] public abstract partial record S { public sealed record value([Uniform(0, 1)] double X) : S; "
        + "public sealed record Value([Uniform(0, 1)] double X) : S; public sealed record vector([Uniform(0, 1)] double X) : S; }",
        "[SearchSpace] public abstract partial record S { public sealed record Binder([Uniform(0, 1)] double X) : S; public sealed record SpaceBuilder : S; "
        + "public sealed record Hypermax : S; }",
        "namespace A.Hypermax { [SearchSpace] public partial record S([Uniform(0, 1)] double X); } namespace System2.System { [SearchSpace] public partial "
        + "record T([Uniform(0, 1)] double Math, TimeSpan? Nothing = null) { [NotSearched] public int global { get; set; } } }",
        "[SearchSpace] public partial record Größe([Uniform(0, 1)] double Länge, [Uniform(0, 1)] double 層, bool ı, bool İ, bool i, bool I);",
        "[SearchSpace] public partial record S([Uniform(0, 1)] double X, [Uniform(0, 1)] double x); [SearchSpace] public partial record s([Uniform(0, "
        + "1)] double X);",
        "[SearchSpace] public partial record S(Kind Kind); public enum Kind { @class, @default, A = 1, B = 1, C = -5 }",
        "[SearchSpace] public partial record S(Kind Kind, [Choice(Kind.Both, Kind.None)] Kind Other); [Flags] public enum Kind : "
        + "ulong { None = 0, One = 1, Two = 2, Both = 3, Most = ulong.MaxValue }",
        "[SearchSpace] public partial record S([property: Uniform(0, 1)] double X, [param: Uniform(0, 1)] double Y, [field: "
        + "Obsolete] [Uniform(0, 1)] double Z);",
        "[SearchSpace] public partial record S([Uniform(0, 1)] double X) { public double Y => X; public static double Z { get; set; "
        + "} public double this[int i] => X; public const double K = 1; public event Action? E; }",
        "[SearchSpace] public partial record S([Uniform(0, 1)] double X) { public S() : this(0.5) { } public S(int y) : this((double)y) { } }",
        "[SearchSpace] public partial record S { public S(double x) => X = x; [Uniform(0, 1)] public double X { get; init; } }",
        "[SearchSpace] public partial class S { [Uniform(0, 1)] public double X { get; } }",
        "[SearchSpace] public partial class S { [Uniform(0, 1)] public double X { get; private set; } }",
        "[SearchSpace] public partial class S { [Uniform(0, 1)] public double X; }",
        "[SearchSpace] public partial struct S { [Uniform(0, 1)] public double X { get; set; } public bool Y { get; init; } }",
        "[SearchSpace] public readonly partial record struct S([Uniform(0, 1)] double X) { public bool Y { get; init; } = true; }",
        "[SearchSpace] public partial record struct S([Uniform(0, 1)] double X, S2? Y); [SearchSpace] public partial record struct S2(bool B, [Uniform(0, "
        + "1)] double? C);",
        "public class Base { [Uniform(0, 1)] public double Low { get; init; } } [SearchSpace] public partial class S : "
        + "Base { [Uniform(0, 1)] public double High { get; init; } }",
        "[SearchSpace] public partial record Base([Uniform(0, 1)] double Low); [SearchSpace] public partial record S([Uniform(0, 1)] double Low, [Uniform(0, "
        + "1)] double High) : Base(Low);",
        "public interface I { double X { get; } } [SearchSpace] public partial record S([Uniform(0, 1)] double X) : "
        + "I, IComparable<S> { public int CompareTo(S? other) => 0; }",
        "[SearchSpace] public partial interface S { [Uniform(0, 1)] double X { get; set; } }",
        "[SearchSpace] public partial record S<T>([Uniform(0, 1)] double X, T Y) where T : struct;",
        "[SearchSpace] public partial record S<T>([Uniform(0, 1)] double X, T? Y) where T : class, ISearchSpace<T>;",
        "[SearchSpace] public partial record S<T>([Uniform(0, 1)] double X, T? Y, [Length(1, 2)] T[] Z) where T : struct, ISearchSpace<T>;",
        "[SearchSpace] public partial record S<@class>([Uniform(0, 1)] double X, @class Y) where @class : ISearchSpace<@class>;",
        "public partial class Outer { private partial class Middle { [SearchSpace] public partial record S([Uniform(0, 1)] double X); "
        + "} [SearchSpace] protected internal partial record T([Uniform(0, 1)] double X); [SearchSpace] private protected partial record U([Uniform(0, "
        + "1)] double X); }",
        "public partial record struct Outer<T>(T Value) { public partial interface Middle<U> where U : "
        + "class { [SearchSpace] public partial record S<V>([Uniform(0, 1)] double X, V W) where V : ISearchSpace<V>; } }",
        "[SearchSpace] internal sealed partial record S([Uniform(0, 1)] double X, Inner Inner); [SearchSpace] file partial record Inner2(bool B); "
        + "[SearchSpace] internal partial record Inner(bool B);",
        "[SearchSpace] public partial record S(Hidden H); [SearchSpace] internal partial record Hidden(bool B);",

        // Numbers.
        "[SearchSpace] public partial record S([Uniform(long.MinValue, long.MaxValue)] long X, [Uniform(0, ulong.MaxValue)] ulong Y);",
        "[SearchSpace] public partial record S([Uniform(-1e308, 1e308)] double X, [LogUniform(double.Epsilon, double.MaxValue)] double Y, "
        + "[Uniform(float.MinValue, float.MaxValue)] float Z);",
        "[SearchSpace] public partial record S([Uniform(0, 7e28)] decimal X, [LogUniform(1e-28, 1)] decimal Y, [Normal(0, 1e300)] decimal Z);",
        "[SearchSpace] public partial record S([Normal(0, 1)] byte X, [LogNormal(50, 50)] int Y, [Normal(1e10, 1)] int Z, [LogNormal(0, 1)] Half H);",
        "[SearchSpace] public partial record S([Uniform(0, 1, Step = 1e-300)] double X, [Uniform(0, 1, Step = 0.3333333333)] double Y, [Uniform(1, 2, "
        + "Step = double.Epsilon)] double Z);",
        "[SearchSpace] public partial record S([Uniform(0, 1, Default = double.NaN)] double X, [Uniform(0, 1, Default = -0.0)] double Y, [Uniform(0, 10, "
        + "Default = 3.5)] int Z);",
        "[SearchSpace] public partial record S([Uniform(0, 1e9, Unit = \"d\")] TimeSpan X, [LogUniform(1e-9, 1, Unit = \"us\")] TimeSpan Y, [Normal(0, "
        + "1)] TimeSpan Z);",
        "[SearchSpace] public partial record S([Uniform(0, 1)] double X = 0.5, [Uniform(0, 9)] int Y = 99, [Choice(\"a\", \"b\")] string Z = \"c\", "
        + "bool W = true, [Uniform(0, 1)] double? V = null);",
        "[SearchSpace] public partial record S([Uniform(0, 1)] nint X, [Uniform(0, 1)] Int128 Y, [Uniform(0, 1)] DateTime Z);",
        "[SearchSpace] public partial record S([Choice('\\'', '\\\\', '\\0', '\\uD800')] char X, [Choice(\"\\uD800\", \"\\\"\", \"{\", \"\\r\\n\", "
        + "\"\")] string Y);",
        "[SearchSpace] public partial record S([Choice(1, 1.0f, 1.5)] double X, [Choice(0.1f, 0.1)] double Y, [Choice((byte)1, 2L)] int Z, "
        + "[Choice(0.1)] float F, [Choice(0.1)] decimal D);",
        "[SearchSpace] public partial record S([Choice(1, \"a\", 2.5)] object X, [Choice(true, 1)] object? Y, [Length(0, 2), Choice(1, 2.5)] object[] Z, "
        + "[Fixed(1)] object W, [Length(1, 2), Choice(1, \"b\")] List<object>? V);",

        // Shapes.
        "[SearchSpace] public partial record S([Length(1, 2), Uniform(0, 1)] IEnumerable<double> A, [Length(1, 2)] ICollection<bool> B, [Length(1, "
        + "2)] System.Collections.Immutable.ImmutableArray<DayOfWeek>? C, [Length(256, 256)] bool[] D);",
        "[SearchSpace] public partial record S([Length(0, 0), Uniform(0, 1)] double[] A, [Length(-1, 3), Uniform(0, 1)] double[] B);",
        "[SearchSpace] public partial record S([Length(1, 2), Uniform(0, 1), LessThan(nameof(B))] double[] A, [Uniform(0, 1)] double B, [Uniform(0, 1), "
        + "SumsTo(1)] double? C, [Uniform(0, 1), SumsTo(1)] double D);",
        "[SearchSpace] public partial record S([Uniform(0, 5), LessThan(nameof(B)), SumsTo(3)] double A, [Uniform(0, 5), SumsTo(3)] double B, [UniformInt(0, "
        + "5), SumsTo(3, Group = \"g\")] int C, [UniformInt(0, 5), SumsTo(3, Group = \"g\")] int D);",
        "[SearchSpace] public partial record S(S? Self);",
        "[SearchSpace] public partial record S([Length(0, 2)] List<S> Children);",
        "[SearchSpace] public abstract partial record S { public sealed record Leaf : S; public sealed record Node(S Left, S Right) : S; }",
        "[SearchSpace] public abstract partial record S { public abstract record A : S { public sealed record X : A; } public abstract record B : "
        + "S { public sealed record X : B; } }",
        "[SearchSpace] public abstract partial record S([Uniform(0, 1)] double Common) { public sealed record A(double Common) : S(Common); "
        + "public sealed record B(double Common, bool C) : S(Common); }",
        "[SearchSpace] public abstract partial record S { public required bool Flag { get; init; } public sealed record A([Uniform(0, 1)] double X) : S; "
        + "public sealed record B : S { public required bool Other { get; init; } } }",
        "[SearchSpace] public abstract partial class S { private S() { } public sealed class A : S { [Uniform(0, 1)] public double X { get; init; "
        + "} } public sealed class B : S; }",
        "[SearchSpace] public abstract partial record S { public sealed record A(A2 Inner) : S; [SearchSpace] public partial record A2([Uniform(0, "
        + "1)] double X); public enum Kind { One } public sealed record C(Kind Kind) : S; }",
        "[SearchSpace] public abstract partial record S<T> where T : ISearchSpace<T> { public sealed record A(T Inner) : S<T>; "
        + "public sealed record B([Uniform(0, 1)] double X) : S<T>; }",
        "[SearchSpace] public abstract partial record S { [SearchSpace] public sealed partial record A([Uniform(0, 1)] double X) : S; "
        + "[SearchSpace] public abstract partial record B : S { public sealed record C : B; } }",
        "[SearchSpace] public partial record S(S.Inner A, S.Inner? B) { [SearchSpace] public partial record Inner([Uniform(0, 1)] double X, Deeper.More C); "
        + "public static partial class Deeper { [SearchSpace] public partial record More(bool X); } }",
        "[SearchSpace] public partial record S([Uniform(0, 1)] double X) { public static bool IsValid(S s) => s.X > 0.1; "
        + "public bool IsValid() => IsValid(this); public static bool IsValid(S a, S b) => true; }",
        "[SearchSpace] public partial record S([Uniform(0, 1)] double X) { public static Func<S, bool> IsValid { get; } = _ => true; }",
        "#nullable disable\n[SearchSpace] public partial record S([Choice(\"a\")] string X, Inner Y, [Uniform(0, 1)] double? Z); "
        + "[SearchSpace] public partial record Inner(bool B);",
        "[SearchSpace, Obsolete(\"old\")] public partial record S([Uniform(0, 1)] double X); [SearchSpace] public partial record T([Obsolete(\"x\")] "
        + "[Uniform(0, 1)] double X) { [Obsolete] public bool Y { get; init; } }",
        "[SearchSpace] public partial record S(in double X, [Uniform(0, 1)] params double[] Y);",
        "[SearchSpace] public unsafe partial record S([Uniform(0, 1)] double X, int* P);",
        "[SearchSpace] public partial record S([Uniform(0, 1)] double X, dynamic Y, (int, int) Z, Func<int> F, Type T, string[] U);",
        "/// <summary>A <see cref=\"Nope\"/> &amp; \"x\" { } \\ */ <code>\n/// </summary>\n/// <param name=\"X\">Is < 1 & > 0 </param>\n[SearchSpace] public "
        + "partial record S([Uniform(0, 1)] double X);",
        "[SearchSpace] public partial record S([Uniform(0, 1, Description = \"a \\\"b\\\" \\u2028 {x}\", Unit = \"µs\")] double X, "
        + "[FormerName(\"a.b\")] [Uniform(0, 1)] double Y);",
        "[SearchSpace] public partial record S([Uniform(0, 1)] double X); public static partial class O { [Objective] public static double F(S s) => 0; "
        + "[Objective] public static double f(S s) => 0; public static partial class Tuned2 { [Objective] public static double G(S s, "
        + "CancellationToken t = default) => 0; } }",
        "[SearchSpace] public partial record S([Uniform(0, 1)] double X); public static partial class O<T> { [Objective] public static double F(S s) => 0; "
        + "} public partial struct P { [Objective(Name = \"a b/c\")] public static double F(S s) => 0; } public partial interface Q { [Objective] static "
        + "double G(S s) => 0; }",
        "[SearchSpace] public partial record S([Uniform(0, 1)] double X) { [Objective] public static double F(S s) => 0; "
        + "[Objective] public static async Task<double> G(S s) { await Task.Yield(); return 0; } }",
    ];

    /// <summary>Gets sources in the newest version of C#.</summary>
    public static string[] Newest { get; } =
    [
        "[SearchSpace] public partial record S([Uniform(0, 1)] double X) { public partial S(); public partial S() : this(0.5) { } }",
        "[SearchSpace] public partial class S { public partial S(); public partial S() { } [Uniform(0, 1)] public double X { get; init; } }",
        "[SearchSpace] public partial record S([Uniform(0, 1)] double X) "
        + "{ public partial event Action Changed; public partial event Action Changed { add { } remove { } } }",
        "[SearchSpace] public abstract partial record S { public sealed record B : S; "
        + "public sealed partial record A([Uniform(0, 1)] double X) : S { public partial A(int y); public partial A(int y) : this(0.5) { } } }",
        "[SearchSpace] public partial class S { [Uniform(0, 1)] public double X { get => field; set => field = value; } }",
    ];
}
