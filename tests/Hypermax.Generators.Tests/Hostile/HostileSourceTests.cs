using System.Globalization;
using Hypermax.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Tests.Hostile;

/// <summary>Whatever the source is, generator and analyzers neither throw nor hang, and every search space has code or a diagnostic.</summary>
public sealed class HostileSourceTests
{
    // With five seeds, and 240 sources in the tests of the generator alone, several hundred.
    private const int MutationsOfSeed = 50;

    private const string Forest = """
        using Hypermax;

        namespace Sample;

        public enum Criterion { Gini, Entropy }

        [SearchSpace]
        public partial record Forest(
            [LogUniform(1, 1000, Default = 100)] int Trees,
            [Uniform(0.1, 1.0, Step = 0.1)] double Fraction,
            [Normal(0, 1, Low = -3, High = 3)] float Bias,
            [Choice("a", "b", Weights = new double[] { 2, 1 })] string Kind,
            [Uniform(1, 60, Unit = "s")] TimeSpan Window,
            [Uniform(0, 9), LessThan(nameof(Most))] int Least,
            [Uniform(1, 10)] int Most,
            [Uniform(0, 1), SumsTo(1)] double Left,
            [Uniform(0, 1), SumsTo(1)] double Right,
            [Uniform(0, 1), Absent(Probability = 0.25)] double? Dropout,
            Criterion Criterion,
            bool Bootstrap,
            Booster Booster,
            [Length(1, 3)] Layer[] Layers)
        {
            public static bool IsValid(Forest value) => value.Trees > 1;
        }

        [SearchSpace]
        public abstract partial record Booster
        {
            [Branch(Weight = 2)]
            public sealed record None : Booster;

            public abstract record Gradient : Booster
            {
                public sealed record Slow([LogUniform(1e-3, 0.1)] double Rate) : Gradient;
                public sealed record Fast([LogUniform(0.1, 1)] double Rate) : Gradient;
            }
        }

        [SearchSpace]
        public partial class Layer
        {
            [UniformInt(1, 64)]
            public required int Width { get; init; }

            [Fixed("relu")]
            public string Activation { get; init; } = "relu";

            [NotSearched]
            public object? Tag { get; set; }
        }

        public static partial class Training
        {
            [Objective(Trials = 20, Method = "tpe")]
            public static async Task<double> Train(Forest p, TrialContext trial, CancellationToken token)
            {
                await Task.Delay(1, token);
                return p.Booster switch { Booster.None => 0, Booster.Gradient.Slow slow => slow.Rate, Booster.Gradient.Fast => 1 };
            }

            [Objective(Name = "layer")]
            public static double Fit(Layer layer) => layer.Width;
        }
        """;

    private const string LayerOnly = """
        using Hypermax;

        [SearchSpace]
        public partial record Layer([UniformInt(1, 64)] int Width, [Fixed("relu")] string Activation);

        public static partial class Training
        {
            [Objective(Name = "layer")]
            public static double Fit(Layer layer) => layer.Width;
        }
        """;

    private const string Tuned = """
        { "format": 1, "study": "layer", "parameters": { "Width": 8, "Activation": "relu" } }
        """;

    [Fact]
    public async Task Source_Unbroken_HasCodeAndNoDiagnostics() => Assert.Empty((await Look(Forest, Tuned)).Found);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    public async Task Source_Mutated_CodeOrDiagnostic(int seed, bool valid)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        var mutations = new Mutations(seed);
        var failures = new List<string>();
        int compiled = 0;
        int explained = 0;
        for (int i = 0; i < MutationsOfSeed; i++)
        {
            string source = valid ? mutations.NextValid(Forest) : mutations.Next(Forest);
            (Compilation output, IReadOnlyList<Diagnostic> found) = await Look(source, Tuned);

            Diagnostic[] errorsInSource =
            [
                .. found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree?.FilePath == "Source.cs"),
            ];
            explained += errorsInSource.Length > 0 && errorsInSource.All(diagnostic => diagnostic.Id.StartsWith("HMX", StringComparison.Ordinal)) ? 1 : 0;
            if (errorsInSource.Length > 0)
            {
                continue;
            }

            compiled++;
            string[] errors =
            [
                .. found
                    .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal))
                    .Select(diagnostic => diagnostic.ToString()),
            ];
            string[] silent =
            [
                .. Spaces(output).Where(type => !type.GetMembers("SearchSpace").Any()).Select(type => $"{type.Name} has neither code nor a diagnostic"),
            ];
            if (errors.Length + silent.Length > 0)
            {
                failures.Add($"{string.Join("\n", errors.Take(3).Concat(silent))}\n{Difference(source)}");
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} failures:\n{string.Join("\n---\n", failures)}");
        if (valid)
        {
            // The test would say nothing if all mutations, or none, were caught by the compiler.
            Assert.InRange(compiled, 3, MutationsOfSeed - 3);
            Assert.InRange(explained, 3, MutationsOfSeed - 3);
        }
    }

    [Fact]
    public async Task TunedFile_Mutated_CodeOrDiagnostic()
    {
        for (int cut = 0; cut < Tuned.Length; cut += 3)
        {
            string text = Tuned.Remove(cut, Math.Min(3, Tuned.Length - cut));

            (_, IReadOnlyList<Diagnostic> found) = await Look(LayerOnly, text);

            Assert.All(found, diagnostic => Assert.StartsWith("HMX2", diagnostic.Id));
        }
    }

    private static async Task<(Compilation Output, IReadOnlyList<Diagnostic> Found)> Look(string source, string tuned)
    {
        // GeneratorRun fails when the generator throws, Analyzers.Run when an analyzer does.
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(source), ("layer.hypertune.json", tuned));
        Task<IReadOnlyList<Diagnostic>> looking = Analyzers.Run((CSharpCompilation)run.Output, new TextFile("layer.hypertune.json", tuned));
        return (run.Output, await looking.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    private static IEnumerable<INamedTypeSymbol> Spaces(Compilation compilation) =>
        compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .Where(type => type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SearchSpaceAttribute"));

    private static string Difference(string mutated)
    {
        string[] left = Forest.Split('\n');
        string[] right = mutated.Split('\n');
        return string.Join("\n", Enumerable.Range(0, Math.Max(left.Length, right.Length))
            .Where(i => left.ElementAtOrDefault(i) != right.ElementAtOrDefault(i))
            .Take(3)
            .Select(i => $"  - {left.ElementAtOrDefault(i)?.Trim()}\n  + {right.ElementAtOrDefault(i)?.Trim()}"));
    }
}
