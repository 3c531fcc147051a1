using Hypermax.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Tests.Generation.Spaces;

/// <summary>Whatever the user calls things, generated code names them and is not misled by them.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("namespace N.@record.file { [SearchSpace] public partial record @required([Uniform(0, 1)] double @field); "
        + "public static partial class @file { [Objective] public static double @partial(@required s) => 0; } }")]
    [InlineData("namespace N { public class var { } public class dynamic { } public class @async { } public class @nint { } [SearchSpace] public partial "
        + "record S([Uniform(0, 1)] double var, [Length(1, 2), Uniform(0, 1)] double[] items, T? dynamic); "
        + "[SearchSpace] public partial record T([Length(1, 2)] bool[] exists); public static partial class O { [Objective] public static double var(S s) => "
        + "0; } }")]
    [InlineData("namespace N { public class Hypermax { } public class System { } public class Binding { } public class Condition { } public class "
        + "SpaceBuilder { } [SearchSpace] public partial record S([Uniform(0, 1)] double X, bool? Y, [Length(1, 2), Uniform(0, 1)] List<double> Z); "
        + "public static partial class O { [Objective] public static double F(S s) => 0; } }")]
    [InlineData("[SearchSpace] public partial record @scoped<@required>(@required T, [Uniform(0, 1)] double X) where @required : ISearchSpace<@required>; "
        + "[SearchSpace] public partial record @await(bool @not); [SearchSpace] public partial record @partial(@scoped<@await> A, @enum B); "
        + "public enum @enum { @var, @record, @file, @class }")]
    [InlineData("[SearchSpace] public abstract partial record @where { public sealed record @required([Uniform(0, 1)] double @var) : @where; "
        + "public abstract record @record : @where { public sealed record @scoped(bool @not) : @record; } public bool? @and { get; init; "
        + "} } public static partial class @notnull { [Objective] public static double @unmanaged(@where s) => 0; }")]
    [InlineData("namespace N\\u0041 { [SearchSpace] public partial record S\\u0042([Uniform(0, 1)] double X\\u0043, bool a\\u0301b); "
        + "public static partial class Été‿x { [Objective] public static double F(SB s) => s.XC; } }")]
    [InlineData(
        "[SearchSpace] public partial record _([Uniform(0, 1)] double __); public static partial class O { [Objective] public static double _(_ s) => 0; }")]
    public async Task Code_OfOddNames_Compiles(string source)
    {
        GeneratorRun run = GeneratorRun.Of("using Hypermax;\n" + source);

        (IReadOnlyList<Diagnostic> own, IReadOnlyList<Diagnostic> generated, IReadOnlyList<Diagnostic> bare) = await run.Look();

        Assert.DoesNotContain(own, diagnostic => diagnostic.Id != "CS8981");
        Assert.Empty(generated);
        Assert.Empty(bare);
        Assert.True(run.Sources.Count >= 2, string.Join(", ", run.Sources.Keys));
    }

    [Theory]
    [InlineData("namespace {0}; [SearchSpace] public partial record {0}([Uniform(0, 1)] double X);", 'A')]
    [InlineData("namespace {0}; [SearchSpace] public partial record {0}([Uniform(0, 1)] double X);", '層')]
    [InlineData(
        "public partial class {0}<T> {{ [SearchSpace] public partial record S([Uniform(0, 1)] double X); [SearchSpace] public partial record s([Uniform(0, "
        + "1)] double X); }}",
        'Ω')]
    public void FileNames_OfLongNames_FitIntoAFileSystemAndDiffer(string source, char letter)
    {
        GeneratorRun run = GeneratorRun.Of(
            "using Hypermax;\n" + string.Format(System.Globalization.CultureInfo.InvariantCulture, source, new string(letter, 200)));

        Assert.Empty(run.Problems());
        Assert.All(run.Sources.Keys, name => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 1, 140));
        Assert.Equal(run.Sources.Count, run.Sources.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void FileNames_OfMarksThatFilesCannotHave_AreReplaced()
    {
        GeneratorRun run = GeneratorRun.Of(
            "using Hypermax;\n[SearchSpace] public partial record a\u0301b(bool X); [SearchSpace] public partial record a\u0300b(bool X);");

        Assert.Equal(3, run.Sources.Count);
        Assert.DoesNotContain(run.Problems(), problem => !problem.Contains("CS8981", StringComparison.Ordinal));
    }

    [Fact]
    public void Code_OfAnySpace_HasNoVar() =>
        Assert.All(
            GeneratorRun.Of(Stories.Forest, ("/project/Train.hypertune.json", Stories.ForestTuned)).Sources.Values,
            text => Assert.DoesNotContain("var ", text));
}
