namespace Hypermax.PackageTests.Sandboxes;

/// <summary>The small programs that the tests build.</summary>
public static class Sources
{
    /// <summary>A space and an objective that takes a moment, with a branch and an enum; best at Size = 8.</summary>
    public const string Objective = """
        using Hypermax;

        namespace Shop;

        [SearchSpace]
        public partial record Recipe([LogUniform(1, 64)] int Size, [Uniform(-1, 1)] double Shift, Mode Mode, Extra Extra);

        public enum Mode { Plain, Fancy }

        [SearchSpace]
        public abstract partial record Extra
        {
            public sealed partial record None : Extra;
            public sealed partial record Some([Uniform(0, 1)] double Amount) : Extra;
        }

        public static partial class Kitchen
        {
            [Objective(Trials = 12, Method = "tpe")]
            public static double Cook(Recipe recipe, TrialContext trial)
            {
                trial.SetMetric("size", recipe.Size);
                return Math.Abs(Math.Log2(recipe.Size) - 3) + Math.Abs(recipe.Shift) + (recipe.Extra is Extra.Some some ? some.Amount : 0.1);
            }
        }
        """;

    /// <summary>A program that prints the tuned values.</summary>
    public const string Program = """
        using Shop;

        Recipe tuned = Kitchen.Tuned.Cook;
        Console.WriteLine($"size {tuned.Size}");
        """;
}
