using Hypermax.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Tests.Analysis.TunedFiles;

public sealed class TunedFileAnalyzerTests
{
    private const string Source = """
        using Hypermax;

        [SearchSpace]
        public partial record Forest(
            [LogUniform(1, 1000)] int Trees,
            [Uniform(0.1, 1)] double Fraction,
            [Choice("gini", "entropy")] string Criterion,
            Booster Booster);

        [SearchSpace]
        public abstract partial record Booster
        {
            public sealed record None : Booster;
            public sealed record Gradient([LogUniform(1e-3, 0.5)] double Rate) : Booster;
        }

        public static partial class Training
        {
            [Objective]
            public static double Train(Forest p) => p.Fraction;
        }
        """;

    private const string Good = """
        {
          "format": 1,
          "study": "Train",
          "space": "e06dd6753f960589",
          "value": 0.25,
          "parameters": {
            "Trees": 412,
            "Fraction": 0.31,
            "Criterion": "entropy",
            "Booster": "Gradient",
            "Booster.Gradient.Rate": 0.1
          }
        }
        """;

    [Fact]
    public async Task File_Fits_Fine() => Assert.Empty(await Found("Train", Good));

    [Theory]
    [InlineData("\"Trees\": 412", "\"Trees\": 4120", "7,5", "'Trees' is 4120; it must be a whole number between 1 and 1000")]
    [InlineData("\"Trees\": 412", "\"Leaves\": 9", "7,5", "'Trees' is missing; 'Leaves' is no parameter of the type any more")]
    [InlineData("\"entropy\"", "\"chi2\"", "9,5", "'Criterion' is \"chi2\"; it must be one of gini, entropy")]
    [InlineData("\"Fraction\": 0.31,", "", "1,1", "'Fraction' is missing")]
    [InlineData("\"Gradient\"", "\"Forest\"", "10,5", "'Booster' is \"Forest\"; it must be one of None, Gradient")]
    public async Task File_Stale_HMX2001(string before, string after, string place, string difference)
    {
        Diagnostic found = Assert.Single(await Found("Train", Good.Replace(before, after)));

        Assert.Equal("HMX2001", found.Id);
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.Equal(place, Place(found));
        Assert.Contains(difference, found.GetMessage());
        Assert.Contains("dotnet build -t:Hypertune", found.GetMessage());
        Assert.Contains("'Forest'", found.GetMessage());
    }

    [Theory]
    [InlineData("\"Trees\": 412,", "\"Trees\": 412", "8,5", "a ',' or '}' was expected here")]
    [InlineData("0.31", "0,31", "8,19", "a key in quotes was expected here")]
    [InlineData("0.31", "zero", "8,17", "a string, a number, true or false was expected here")]
    [InlineData("\"entropy\"", "\"entropy", "9,18", "the string that begins here does not end")]
    [InlineData("\"format\": 1,", "", "1,1", "it has no 'format'")]
    public async Task File_Damaged_HMX2002(string before, string after, string place, string fault)
    {
        Diagnostic found = Assert.Single(await Found("Train", Good.Replace(before, after)));

        Assert.Equal("HMX2002", found.Id);
        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
        Assert.Equal(place, Place(found));
        Assert.Contains(fault, found.GetMessage());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1, 2]")]
    [InlineData("{ \"format\": 1, \"parameters\": { ")]
    public async Task File_NoJson_HMX2002(string text) => Assert.Equal("HMX2002", Assert.Single(await Found("Train", text)).Id);

    [Theory]
    [InlineData("<<<<<<< HEAD", 7)]
    [InlineData("=======", 7)]
    [InlineData("||||||| 5f2c1aa", 7)]
    [InlineData(">>>>>>> other/branch\r", 7)]
    public async Task File_WithConflictMarkers_HMX2006(string marker, int line)
    {
        Diagnostic found = Assert.Single(await Found("Train", Good.Replace("    \"Trees\": 412", marker + "\n    \"Trees\": 412", StringComparison.Ordinal)));

        Assert.Equal("HMX2006", found.Id);
        Assert.Equal(line, found.Location.GetLineSpan().StartLinePosition.Line + 1);
        Assert.Contains($"line {line} is '{marker.TrimEnd()}'", found.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("git checkout --ours -- Train.hypertune.json", found.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<<<<<<")]
    [InlineData("<<<<<<<<")]
    [InlineData("<<<<<<<no")]
    public async Task File_WithOtherSigns_HMX2002(string line) =>
        Assert.Equal(
            "HMX2002", Assert.Single(await Found("Train", Good.Replace("    \"Trees\": 412", line + "\n    \"Trees\": 412", StringComparison.Ordinal))).Id);

    [Fact]
    public async Task File_OfNoStudy_HMX2003()
    {
        Diagnostic found = Assert.Single(await Found("Trian", Good));

        Assert.Equal("HMX2003", found.Id);
        Assert.Contains("Rename the file to 'Train.hypertune.json'", found.GetMessage());
    }

    [Fact]
    public async Task File_OfANewerFormat_HMX2004()
    {
        Diagnostic found = Assert.Single(await Found("Train", Good.Replace("\"format\": 1", "\"format\": 7")));

        Assert.Equal("HMX2004", found.Id);
        Assert.Equal("2,3", Place(found));
    }

    [Fact]
    public async Task Files_TwoOfOneStudy_HMX2005()
    {
        IReadOnlyList<Diagnostic> found = await Analyzers.Run(
            Generated(Source), new TextFile("/project/Train.hypertune.json", Good), new TextFile("/project/old/Train.hypertune.json", Good));

        Assert.Equal(["HMX2005"], found.Select(diagnostic => diagnostic.Id));
        Assert.Equal("/project/old/Train.hypertune.json", found[0].Location.GetLineSpan().Path);
    }

    [Fact]
    public async Task File_OfABrokenObjective_IsNotCalledUnknown()
    {
        IReadOnlyList<Diagnostic> found = await Analyzers.Run(
            Generated(Source.Replace("static double Train", "static int Train").Replace("=> p.Fraction", "=> 0")), new TextFile(
                "/project/Train.hypertune.json", Good));

        Assert.Equal(["HMX1001"], found.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task OtherJson_LeftAlone() =>
        Assert.Empty(await Analyzers.Run(Generated(Source), new TextFile("/project/appsettings.json", "{")));

    private static async Task<IReadOnlyList<Diagnostic>> Found(string name, string text) =>
        await Analyzers.Run(Generated(Source), new TextFile($"/project/{name}.hypertune.json", text));

    // Analyzers see what the generator added.
    private static CSharpCompilation Generated(string source) => (CSharpCompilation)GeneratorRun.Of(Compilations.Create(source)).Output;

    private static string Place(Diagnostic diagnostic)
    {
        Microsoft.CodeAnalysis.Text.LinePosition start = diagnostic.Location.GetLineSpan().StartLinePosition;
        return $"{start.Line + 1},{start.Character + 1}";
    }
}
