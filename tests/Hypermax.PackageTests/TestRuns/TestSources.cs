namespace Hypermax.PackageTests.TestRuns;

/// <summary>A library with tuned values, and tests of it as people write them.</summary>
internal static class TestSources
{
    /// <summary>The space, and objectives that are as good as recorded, worse, noisy, and that have no file.</summary>
    public const string Library = """
        using Hypermax;

        namespace Shop;

        [SearchSpace]
        public partial record Recipe([LogUniform(1, 64)] int Size, [Uniform(-1, 1)] double Shift)
        {
            public double Loss => Math.Abs(Math.Log2(Size) - 3) + Math.Abs(Shift);
        }

        public static partial class Kitchen
        {
            [Objective(Trials = 12)]
            public static double Cook(Recipe recipe) => recipe.Loss;

            [Objective(Trials = 12)]
            public static double Burn(Recipe recipe) => recipe.Loss + (Environment.GetEnvironmentVariable("SHOP_IS_WORSE") == "1" ? 1 : 0);

            [Objective(Trials = 12)]
            public static double Noisy(Recipe recipe, TrialContext trial) => recipe.Loss + trial.Random.NextDouble();

            [Objective(Trials = 12, TrialMemoryMegabytes = 4000)]
            public static double Apart(Recipe recipe) => recipe.Loss + (Environment.GetEnvironmentVariable("HYPERMAX_SLOT") is null ? 100 : 0);

            [Objective]
            public static double Untuned(Recipe recipe) => recipe.Loss;

            [Objective(Trials = 12, TrialMemoryMegabytes = 4000)]
            public static double KeptApart(Recipe recipe, TrialContext trial) => Keep(recipe, trial);

            // While somebody holds the oven, no trial from the fifth on ends.
            public static double Keep(Recipe recipe, TrialContext trial)
            {
                while (trial.Number >= 4 && File.Exists(Environment.GetEnvironmentVariable("SHOP_HOLD")))
                {
                    Thread.Sleep(10);
                }

                return recipe.Loss;
            }
        }
        """;

    /// <summary>Tests that call; the words of the framework stand for themselves.</summary>
    public const string Calls = """
        using Hypermax.Testing;
        using Shop;
        IMPORT

        namespace Guards;

        [Class]
        public sealed class GuardTests
        {
            private static int _calls;

            [Test]
            public void Good() => HypermaxAssert.TunedStillGood(nameof(Kitchen.Cook));

            [Test]
            public void Worse() => HypermaxAssert.TunedStillGood(nameof(Kitchen.Burn));

            [Test]
            public void Found() => HypermaxAssert.FindsBelow<Recipe>(3, recipe => recipe.Loss, new() { Name = "Found", Trials = 20 });

            [Test]
            public void Missed() => HypermaxAssert.FindsBelow<Recipe>(-1, recipe => recipe.Loss, new() { Name = "Missed", Trials = 3 });

            [Test]
            public void Repeats() => HypermaxAssert.Repeatable<Recipe>((recipe, trial) => recipe.Loss + trial.Random.NextDouble());

            [Test]
            public void Differs() => HypermaxAssert.Repeatable<Recipe>((recipe, _) => recipe.Loss + Interlocked.Increment(ref _calls));
        }
        """;

    /// <summary>Tests for xunit, the same for both of its versions.</summary>
    public const string Xunit = """
        using Hypermax;
        using Hypermax.Testing;
        using Hypermax.Xunit;
        using Shop;
        using Xunit;

        namespace Guards;

        public sealed class Oven
        {
            public double Heat => 0.5;
        }

        public sealed class SearchTests(Oven oven, ITestOutputHelper output) : IClassFixture<Oven>
        {
            [Tune(Trials = 6, Seed = 1)]
            [Trait("Kind", "search")]
            public async Task<double> Search(Recipe recipe, TrialContext trial)
            {
                await Task.Yield();
                output.WriteLine($"cooked at {oven.Heat}");
                return recipe.Loss + oven.Heat;
            }

            [Tune(Trials = 4, Target = -1)]
            public double Missed(Recipe recipe) => recipe.Loss;

            [Tune(Skip = "not today")]
            public double Skipped(Recipe recipe) => recipe.Loss;

            [Tune(Trials = 0)]
            public double NoBudget(Recipe recipe) => recipe.Loss;

            [Tune(Trials = 3)]
            public double Throws(Recipe recipe) => throw new InvalidOperationException("no oven");

            [Tune(Trials = 12)]
            [Trait("Kind", "kept")]
            public double Kept(Recipe recipe, TrialContext trial) => Kitchen.Keep(recipe, trial);

            [Tune(Trials = 2, Timeout = 300)]
            public async Task<double> TimesOut(Recipe recipe, CancellationToken stop)
            {
                await Task.Delay(-1, stop);
                return recipe.Loss;
            }

            [Tune(Trials = 2, TrialSeconds = 0.2)]
            public double Hangs(Recipe recipe)
            {
                Thread.Sleep(Timeout.Infinite);
                return recipe.Loss;
            }
        }

        // In a collection of its own, so beside the others.
        public sealed class GuardTests
        {
            [Tune(Study = nameof(Kitchen.Apart), Trials = 3, Target = 50)]
            public void Apart()
            {
            }

            [Tune(Study = nameof(Kitchen.KeptApart), Trials = 12)]
            [Trait("Kind", "kept")]
            public void KeptApart()
            {
            }

            [TunedFact(nameof(Kitchen.Cook))]
            public void Good()
            {
            }

            [TunedFact(nameof(Kitchen.Burn), MaxLossIncrease = 0.5)]
            public void Worse() => throw new InvalidOperationException("must not be called");

            [TunedFact(nameof(Kitchen.Noisy))]
            public void Noisy(TunedVerdict verdict) => Assert.False(verdict.IsWorse);

            [TunedFact(nameof(Kitchen.Apart))]
            public void GoodApart()
            {
            }

            [Challenge(nameof(Kitchen.Cook), Trials = 10)]
            public void Challenged(ChallengeVerdict verdict) => Assert.True(verdict.Trials >= 10);

            [TunedFact(nameof(Kitchen.Untuned))]
            public void NoFile()
            {
            }
        }
        """;
}
