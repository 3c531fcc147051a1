using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class StudyNameAnalyzerTests
{
    [Fact]
    public Task Objectives_SameName_HMX1007() => Analyzers.Verify("""
        using Hypermax;

        [SearchSpace]
        public partial record Forest([Uniform(0, 1)] double Fraction);

        public static partial class Fast
        {
            [Objective]
            public static double Train(Forest p) => 0;

            [Objective(Trials = 3, Name = {|HMX1007:"train"|})]
            public static double Other(Forest p) => 0;
        }

        public static partial class Slow
        {
            [Objective]
            public static double {|HMX1007:Train|}(Forest p) => 0;

            [Objective(Name = "SlowTrain")]
            public static double Train(Forest p, TrialContext trial) => 0;
        }
        """);
}
