using Hypermax.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Tests.Generation.Projects;

/// <summary>Code is made for every version of C# from 9 on; before that one error says what to do.</summary>
public sealed class LanguageVersionTests
{
    private const string Source = """
        using Hypermax;
        #pragma warning disable CS1591

        namespace App
        {
            [SearchSpace]
            public partial class Net
            {
                [Uniform(0, 1)]
                public double Rate { get; set; }

                [Uniform(0, 1)]
                public double? Dropout { get; set; }

                [Length(1, 2)]
                public bool[] Gates { get; set; } = new bool[0];
            }

            public static partial class Training
            {
                [Objective]
                public static double Train(Net p) { return p.Rate; }

                [Objective]
                public static double Test(Net p) { return p.Rate; }
            }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public async Task Code_OfAVersionThatHasRecords_CompilesWithoutAWord(LanguageVersion language)
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(Source, language));

        (IReadOnlyList<Diagnostic> own, IReadOnlyList<Diagnostic> generated, IReadOnlyList<Diagnostic> bare) = await run.Look();

        Assert.Empty(own);
        Assert.Empty(generated);
        Assert.Empty(bare);
        Assert.Equal(3, run.Sources.Count);
        Assert.Equal(language >= LanguageVersion.CSharp11, run.Sources["App.Net.SearchSpace.g.cs"].Contains("ISearchSpace", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp8, "8.0")]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    public async Task Code_OfAnOlderVersion_IsOneError(LanguageVersion language, string shown)
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(Source, language));

        IReadOnlyList<Diagnostic> found = (await run.Look()).Own;

        Diagnostic error = Assert.Single(found, diagnostic => diagnostic.Id.StartsWith("HMX", StringComparison.Ordinal));
        Assert.Equal("HMX0016", error.Id);
        Assert.Contains($"C# {shown}", error.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("<LangVersion>9</LangVersion>", error.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(run.Sources);
    }
}
