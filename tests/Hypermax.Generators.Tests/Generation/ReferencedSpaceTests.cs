using System.Reflection;
using System.Runtime.Loader;
using Hypermax.Building;
using Hypermax.Generators.Tests.Harness;
using Hypermax.Spaces;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Tests.Generation;

/// <summary>Spaces of one assembly in another, twice in one space, in generic and nested types, and of every kind of type.</summary>
public sealed class ReferencedSpaceTests
{
    private const string Library = """
        using Hypermax;

        namespace Shop.Models;

        /// <summary>A layer.</summary>
        /// <param name="Size">How many units.</param>
        [SearchSpace]
        public partial record Layer([LogUniform(8, 512)] int Size, [Name("act fn")] Activation Activation, [Uniform(0, 1, Default = 0.25)] double? Dropout);

        public enum Activation { [Name("re-lu")] Relu, Tanh }

        [SearchSpace]
        public readonly partial record struct Window([Uniform(0, 1), LessThan(nameof(High))] double Low, [Uniform(0, 1)] double High)
        {
            public static bool IsValid(Window window) => window.High > 0.1;
        }

        [SearchSpace]
        public partial class Options
        {
            [Uniform(1, 5)] public required int Retries { get; init; }
            [Choice("a", 1, 0.5)] public required object Mixed { get; set; }
            public bool Fast { get; init; } = true;
            [NotSearched] public string Note { get; set; } = "";
        }

        [SearchSpace]
        public abstract partial record Optimizer
        {
            [Name("0")]
            public sealed record Sgd([LogUniform(1e-4, 1)] double Rate, [Uniform(0, 1), SumsTo(1)] double A, [Uniform(0, 1), SumsTo(1)] double B) : Optimizer;

            public abstract record Adaptive : Optimizer
            {
                [Branch(Weight = 3)]
                public sealed record Adam([Uniform(0, 1)] double Beta, Window Window) : Adaptive;
                public sealed record Rms([Uniform(0, 1)] double Decay) : Adaptive;
            }
        }

        public static partial class Outer<TKey>
        {
            [SearchSpace]
            public partial record Pair<T>([Uniform(0, 1)] double Weight, T Left, T Right) where T : ISearchSpace<T>;

            public partial struct Middle
            {
                [SearchSpace]
                public partial record struct Inner([Uniform(0, 1)] double X, bool Y);
            }
        }

        public static partial class Study
        {
            [Objective(Trials = 3)]
            public static double Train(Optimizer optimizer) => 0;
        }
        """;

    private const string User = """
        using Hypermax;
        using Shop.Models;

        namespace Shop;

        [SearchSpace]
        public partial record Network(
            Layer First,
            [FormerName("Old")] Layer Second,
            Layer? Third,
            [Length(1, 3)] Layer[] Rest,
            Window Window,
            Window? Perhaps,
            Options Options,
            Optimizer Optimizer,
            Optimizer? Other,
            Outer<int>.Pair<Layer> Pair,
            Outer<string>.Pair<Window>? Windows,
            Outer<int>.Middle.Inner Inner,
            Activation Activation);

        public static partial class Studies
        {
            [Objective(Trials = 3)]
            public static double Direct(Layer layer) => layer.Size;

            [Objective(Trials = 3)]
            public static double Nested(Network network, TrialContext trial) => network.First.Size;

            [Objective(Trials = 3)]
            public static double Generic(Outer<int>.Pair<Outer<int>.Middle.Inner> pair) => pair.Weight;

            [Objective(Trials = 3)]
            public static double Branch(Optimizer optimizer) => optimizer is Optimizer.Sgd sgd ? sgd.Rate : 0;
        }
        """;

    [Fact]
    public async Task Space_OfAnotherAssembly_IsTheSameAsOfThisOne()
    {
        (GeneratorRun library, GeneratorRun user) = Compile();
        GeneratorRun whole = GeneratorRun.Of(
            Compilations.Create(User).AddSyntaxTrees(CSharpSyntaxTree.ParseText(Library, Compilations.ParseOptions, "Library.cs")));
        Assert.Empty(library.Problems());
        Assert.Empty(user.Problems());
        Assert.Empty(whole.Problems());
        Assert.Empty(await Analyzers.Run((CSharpCompilation)user.Output));

        SearchSpace apart = SpaceOf(Load(library, user), "Shop.Network");
        SearchSpace together = SpaceOf(whole.Load(), "Shop.Network");

        Assert.Equal(SpaceJson.Hash(together), SpaceJson.Hash(apart));
        Assert.Equal(
            together.Parameters.Select(parameter => (parameter.Name, parameter.Default)),
            apart.Parameters.Select(parameter => (parameter.Name, parameter.Default)));
        Assert.Contains(apart.Parameters, parameter => parameter.Name == "Second.act fn" && parameter.FormerNames.Contains("Old.act fn"));
        Assert.Equal("How many units.", apart.Parameters.Single(parameter => parameter.Name == "First.Size").Description);
    }

    [Fact]
    public async Task Objectives_OverSpacesOfAnotherAssembly_BindAndRun()
    {
        (GeneratorRun library, GeneratorRun user) = Compile();
        Assembly assembly = Load(library, user);
        IReadOnlyList<ObjectiveDescriptor> objectives = ObjectiveRegistry.Of(assembly)!;

        Assert.Equal(["Branch", "Direct", "Generic", "Nested"], objectives.Select(objective => objective.Name));
        foreach (ObjectiveDescriptor objective in objectives)
        {
            double[] point = [.. Enumerable.Repeat(double.NaN, objective.Space.Count)];
            for (int i = 0; i < point.Length; i++)
            {
                point[i] = objective.Space.IsActive(i, point) ? DefaultPoint.ValueOf(objective.Space.Parameters[i]) : double.NaN;
            }

            Assert.True(await objective.Evaluate(point, null!) >= 0, objective.Name);
        }

        Type tuned = assembly.GetType("Shop.Studies+Tuned")!;
        Assert.All(["Direct", "Nested", "Generic", "Branch"], name => Assert.NotNull(tuned.GetProperty(name)!.GetValue(null)));
    }

    // As where two versions of a library are referenced: code reaches neither by global::.
    [Fact]
    public void Space_OfAnAssemblyBehindAnAlias_IsNamedByTheAlias()
    {
        string user = "extern alias shop;\n" + User.Replace("using Shop.Models;", "using shop::Shop.Models;", StringComparison.Ordinal);
        (GeneratorRun library, GeneratorRun aliased) = Compile(user, "other", "shop");
        (_, GeneratorRun plain) = Compile();

        Assert.Empty(aliased.Problems());
        Assert.Equal(
            SpaceJson.Hash(SpaceOf(Load(library, plain), "Shop.Network")), SpaceJson.Hash(SpaceOf(Load(library, aliased), "Shop.Network")));
        Assert.Contains("extern alias other;", aliased.Sources["Shop.Network.SearchSpace.g.cs"], StringComparison.Ordinal);
    }

    private static (GeneratorRun Library, GeneratorRun User) Compile(string code = User, params string[] aliases)
    {
        GeneratorRun library = GeneratorRun.Of(Compilations.Create(Library, "Library.cs").WithAssemblyName("Library"));
        using MemoryStream stream = new();
        Assert.Empty(library.Output.Emit(stream).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return (library, GeneratorRun.Of(Compilations.Create(code).AddReferences(MetadataReference.CreateFromImage(
            stream.ToArray(), new MetadataReferenceProperties(aliases: [.. aliases])))));
    }

    private static SearchSpace SpaceOf(Assembly assembly, string type) => (SearchSpace)assembly.GetType(type)!.GetProperty("SearchSpace")!.GetValue(null)!;

    private static Assembly Load(params GeneratorRun[] runs)
    {
        AssemblyLoadContext context = new("referenced", isCollectible: true);
        Assembly? last = null;
        foreach (GeneratorRun run in runs)
        {
            using MemoryStream stream = new();
            run.Output.Emit(stream);
            stream.Position = 0;
            last = context.LoadFromStream(stream);
        }

        return last!;
    }
}
