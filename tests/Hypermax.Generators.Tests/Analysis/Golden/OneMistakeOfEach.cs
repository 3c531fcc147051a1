// One mistake of each kind. The diagnostics that this file compiles to are in the .verified.txt beside it.
using Hypermax;

namespace Mistakes;

// HMX0001
[SearchSpace]
public record NotPartial([Uniform(0, 1)] double X);

// HMX0002
public static class Container
{
    [SearchSpace]
    public partial record Inside([Uniform(0, 1)] double X);
}

// HMX0003
[SearchSpace]
public abstract partial record OpenBranch
{
    public sealed record First : OpenBranch;
    public record Second : OpenBranch;
}

// HMX0004
[SearchSpace]
public abstract partial record NoBranches;

// HMX0005
[SearchSpace]
public abstract partial record Closed
{
    public sealed record First : Closed;
}

public sealed record Outside : Closed;

// HMX0006
[SearchSpace]
public partial class NoConstructor
{
    private NoConstructor() { }

    [Uniform(0, 1)]
    public double X { get; init; }
}

// HMX0007
[SearchSpace]
file partial record Hidden([Uniform(0, 1)] double X);

// HMX0008
[SearchSpace]
public partial record Recursive([Uniform(0, 1)] double X, [Length(0, 2)] Recursive[] Children);

// HMX0009
[SearchSpace]
public partial record Empty;

// HMX0010
[SearchSpace]
public partial record Clash([Uniform(0, 1)] double X) { public static int SearchSpace => 1; }

// HMX0011
[SearchSpace]
public partial class PrimaryConstructor(double x)
{
    public double X { get; } = x;
}

// HMX0012
[SearchSpace]
public abstract partial record Ambiguous
{
    public sealed record Same : Ambiguous;

    public abstract record Group : Ambiguous
    {
        public sealed new record Same : Group;
    }
}

// HMX0013
[SearchSpace]
public abstract partial record Unreachable
{
    public sealed record First : Unreachable;

    [Branch(Weight = 0)]
    public sealed record Never : Unreachable;
}

// HMX0014
[SearchSpace]
public abstract partial record TwoDefaults
{
    [Branch(IsDefault = true)]
    public sealed record First : TwoDefaults;

    [Branch(IsDefault = true)]
    public sealed record Second : TwoDefaults;
}

[SearchSpace]
public partial record Numbers(
    [Uniform(1, 0)] double BoundsReversed,                                  // HMX0101
    [Uniform(0, double.PositiveInfinity)] double NotFinite,                 // HMX0102
    [Uniform(0, 1, Step = 2)] double StepTooLong,                           // HMX0103
    [Uniform(0, 1, Step = 0.3)] double StepDoesNotFit,                      // HMX0104
    [Uniform(0, 1, Default = 2)] double DefaultOutside,                     // HMX0105
    [Uniform(0.5, 3)] int Fraction,                                         // HMX0106
    [LogUniform(0, 3)] int LogFromZero,                                     // HMX0107
    [Uniform(0, 300)] byte OutsideType,                                     // HMX0108
    [Normal(0, 0)] double NoDeviation,                                      // HMX0109
    [Uniform(0, 1, Step = 0.5, Default = 0.4)] double DefaultOffGrid,       // HMX0110
    [RandInt(0)] int NoCount,                                               // HMX0111
    [Uniform(0, 1), Absent(Probability = 30)] double? NoProbability);       // HMX0112

[SearchSpace]
public partial record Choices(
    [Choice] string NoChoices,                                              // HMX0201
    [Choice("a", "b", "a")] string Duplicate,                               // HMX0202
    [Choice(1, "2")] int OtherType,                                         // HMX0203
    [Choice("a", "b", Default = "c")] string DefaultNotAChoice,             // HMX0204
    [Choice("a", "b", Weights = new[] { 1.0 })] string WeightMissing,       // HMX0205
    [Choice("a", "b", Weights = new[] { 1.0, -1 })] string WeightNegative,  // HMX0206
    [Choice("a", "b", Weights = new[] { 0.5, 0.3 })] string WeightSum);     // HMX0207

[SearchSpace]
public partial record Parameters(
    [Uniform(0, 1)] string WrongType,                                       // HMX0301
    Dictionary<string, double> Unsupported,                                 // HMX0302
    int MissingLaw,                                                         // HMX0303
    [Uniform(0, 1), LogUniform(1, 2)] double TwoLaws,                       // HMX0304
    [Uniform(0, 1)] double[] MissingLength,                                 // HMX0306
    [Uniform(0, 1), Length(1, 2)] double LengthOnScalar,                    // HMX0307
    [Uniform(0, 1), Length(2, 1)] double[] BadLength,                       // HMX0308
    [Uniform(0, 1), Converter(typeof(string))] Version BadConverter,        // HMX0310
    [Uniform(0, 1), FormerName("MissingLaw")] double BadFormerName,         // HMX0311
    [Fixed("1")] int BadFixedValue,                                         // HMX0312
    [Uniform(0, 1), Ordered] double NoEffect,                               // HMX0313
    [Uniform(0, 1, Unit = "sec")] TimeSpan BadUnit)                         // HMX0314
{
    [Uniform(0, 1)]
    public double NotSettable { get; }                                      // HMX0309
}

public record NoSpace([Uniform(0, 1)] double X);                            // HMX0305

[SearchSpace]
public partial record FileNames([Name("a.b"), Uniform(0, 1)] double X);      // HMX0315

[SearchSpace]
public partial record Relations(
    [Uniform(0, 1), LessThan("Hihg")] double Unknown,                       // HMX0401
    [Uniform(0, 1), LessThan(nameof(Flag))] double Incomparable,            // HMX0402
    [Uniform(0, 1), LessThan(nameof(Circle))] double Circle,                // HMX0403
    [Uniform(2, 3), LessThan(nameof(High))] double Impossible,              // HMX0404
    [Uniform(0, 1), SumsTo(3)] double SumA,                                 // HMX0405
    [Uniform(0, 1), SumsTo(3)] double SumB,
    [Uniform(0, 1, Default = 0.8), LessThan(nameof(Later))] double Earlier, // HMX0407
    [Uniform(0, 1, Default = 0.5)] double Later,
    [Uniform(0, 1)] double High,
    bool Flag)
{
    public static bool IsValid() => true;                                   // HMX0406
}

[SearchSpace]
public partial record Good([Uniform(0, 1)] double X, Branches Branches);

[SearchSpace]
public abstract partial record Branches
{
    public sealed record First : Branches;
    public sealed record Second([Uniform(0, 1)] double Y) : Branches;
}

// HMX0015
[SearchSpace]
public abstract partial record Sharing
{
    [Uniform(0, 1)]
    public virtual double Rate { get; init; }

    public sealed record Again : Sharing
    {
        [Uniform(5, 6)]
        public override double Rate { get; init; }
    }
}

// HMX0316
public sealed class RateAttribute : ParameterAttribute;

[SearchSpace]
public partial record OwnLaw([Rate] double X);

public partial class Objectives
{
    // HMX0501
    public static double Switch(Branches branches) => branches switch
    {
        Branches.First => 0,
        _ => throw new InvalidOperationException(),
    };

    // HMX1001
    [Objective]
    public static int Return(Good p) => 0;

    // HMX1002
    [Objective]
    public static double TwoSpaces(Good p, Good q) => 0;

    // HMX1003
    [Objective]
    public double Instance(Good p) => 0;

    // HMX1004
    [Objective]
    public static double Generic<T>(Good p) => 0;

    // HMX1005
    [Objective]
    private static double Private(Good p) => 0;

    // HMX1006
    [Objective]
    public static double NoSpace(double x) => x;

    // HMX1007
    [Objective(Name = "Return")]
    public static double SameName(Good p) => 0;

    // HMX1008
    [Objective(Trials = 0)]
    public static double NoTrials(Good p) => 0;

    // HMX1009
    [Objective(Method = "cma-es")]
    public static double NoMethod(Good p) => 0;

    // HMX1010
    [Objective(Name = "a/b")]
    public static double NoFileName(Good p) => 0;

    // HMX1020
    [Objective]
    [Fidelity(81, 1)]
    public static double Budgets(Good p) => 0;

    // HMX1301 to HMX1307
    [Objective]
    public static NoGoal Figures(Good p) => new(p.X);

    // HMX1101, HMX1102, HMX1103, HMX1104
    [Objective]
    public static double Unrepeatable(Good p, CancellationToken token) =>
        new Random().NextDouble() + DateTime.Now.Millisecond + Guid.NewGuid().GetHashCode();

    // HMX2001 to HMX2006 are in the tuned files of the test
    [Objective]
    public static double Tuned1(Good p) => p.X;

    [Objective]
    public static double Tuned2(Good p) => p.X;

    [Objective]
    public static double Tuned3(Good p) => p.X;

    [Objective]
    public static double Tuned5(Good p) => p.X;

    [Objective]
    public static double Untuned(Good p) => p.X;
}

// HMX1303
public record NoGoal([Constraint(AtMost = 1)] double X);

// HMX1301, HMX1302, HMX1304, HMX1305
public record Mistaken([Minimize, Maximize] double Both, [Minimize] string Text, [Constraint] double NoBound, [Maximize] double both);

// HMX1306, HMX1307
public class TooMany
{
    [Minimize] public int A { get; init; }

    [Minimize] public int B { get; init; }

    [Minimize] public int C { get; init; }

    [Minimize] public int D { get; init; }

    [Minimize] public int E { get; init; }

    [Minimize] private int F { get; init; }
}

public class Tests
{
    // HMX1201
    [Hypermax.Xunit.Tune]
    public void Return(Good p) { }

    // HMX1202
    [Hypermax.Xunit.Tune]
    public double TwoSpaces(Good p, Good q) => 0;

    // HMX1203
    [Hypermax.Xunit.Tune]
    public double Generic<T>(Good p) => 0;

    // HMX1204
    [Hypermax.Xunit.Tune]
    public double NoSpace(NoSpace p) => p.X;

    // HMX1205
    [Hypermax.Xunit.TunedFact(nameof(Objectives.Tuned1))]
    public void Result(Good p) { }

    // HMX1206
    [Hypermax.Xunit.Tune(Study = nameof(Objectives.Switch))]
    public void Study() { }

    // HMX1207
    [Hypermax.Xunit.Challenge(nameof(Objectives.Tuned1))]
    [Hypermax.Xunit.TunedFact(nameof(Objectives.Tuned1))]
    public void Both() { }

    // HMX1208
    [Hypermax.Xunit.Challenge(nameof(Objectives.Tuned1), Trials = 0)]
    public void Numbers() { }

    // HMX1209
    [Hypermax.Xunit.TunedFact(nameof(Objectives.Untuned))]
    public void Untuned() { }
}
