using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.GeneratorBench;

/// <summary>A project with annotated types and with plain code, each type in a file of its own.</summary>
internal static class MadeProject
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    public static CSharpCompilation Create(int spaces, int plain) => CSharpCompilation.Create(
        "Made",
        [
            .. Enumerable.Range(0, spaces).Select(i => Parse(Space(i, high: 1000), $"/made/Space{i.ToString(CultureInfo.InvariantCulture)}.cs")),
            .. Enumerable.Range(0, plain).Select(i => Parse(Plain(i, value: 1), $"/made/Plain{i.ToString(CultureInfo.InvariantCulture)}.cs")),
        ],
        References(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static CSharpCompilation Edit(CSharpCompilation project, string path, string text)
    {
        SyntaxTree tree = project.SyntaxTrees.Single(candidate => candidate.FilePath == path);
        return project.ReplaceSyntaxTree(tree, Parse(text, path));
    }

    public static string Space(int i, int high) => string.Create(CultureInfo.InvariantCulture, $$"""
        using Hypermax;

        namespace Made;

        /// <summary>How a forest is grown.</summary>
        /// <param name="Trees">How many trees there are.</param>
        [SearchSpace]
        public partial record Space{{i}}(
            [LogUniform(1, {{high}}, Default = 100)] int Trees,
            [Uniform(0.1, 1.0, Step = 0.1)] double Fraction,
            [Normal(0, 1)] double Offset,
            [Choice("a", "b", "c", Weights = new double[] { 2, 1, 1 })] string Kind,
            [Uniform(0, 9), LessThan(nameof(Most))] int Least,
            [Uniform(1, 10)] int Most,
            [Uniform(0, 1)] double? Dropout,
            bool Bootstrap,
            [Length(1, 3), Uniform(0, 1)] double[] Shares,
            Branch{{i}} Branch);

        [SearchSpace]
        public abstract partial record Branch{{i}}
        {
            public sealed record None : Branch{{i}};
            public sealed record Some([LogUniform(1e-3, 1)] double Rate) : Branch{{i}};
        }
        """);

    public static string Plain(int i, int value) => string.Create(CultureInfo.InvariantCulture, $$"""
        namespace Made;

        public sealed class Plain{{i}}
        {
            public int Value { get; set; } = {{value}};

            public int Sum(int[] numbers)
            {
                int sum = {{value}};
                foreach (int number in numbers)
                {
                    sum += number * Value;
                }

                return sum;
            }
        }
        """);

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    private static ImmutableArray<MetadataReference> References()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string all = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return
        [
            .. all.Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == framework || Path.GetFileName(path) == "Hypermax.Attributes.dll")
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
