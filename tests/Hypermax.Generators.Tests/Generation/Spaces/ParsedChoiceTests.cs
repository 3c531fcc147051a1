using System.Reflection;
using Hypermax.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Tests.Generation.Spaces;

/// <summary>Choices of any type with a static Parse, those that the language has a keyword or a constant form for among them.</summary>
public sealed class ParsedChoiceTests
{
    [Theory]
    [InlineData("DateTime", "2020-01-01", "2021-01-01")]
    [InlineData("DateTime?", "2020-01-01", "2021-01-01")]
    [InlineData("nint", "1", "2")]
    [InlineData("UIntPtr", "1", "2")]
    [InlineData("DateOnly", "2020-01-01", "2021-01-01")]
    [InlineData("Int128", "1", "2")]
    [InlineData("System.Numerics.BigInteger", "1", "99999999999999999999999")]
    [InlineData("Guid", "00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002")]
    [InlineData("System.Net.IPAddress", "127.0.0.1", "::1")]
    [InlineData("TimeSpan", "00:01", "00:02")]
    public async Task Choice_OfATypeWithParse_IsBoundAndReadBack(string type, string first, string second)
    {
        GeneratorRun run = GeneratorRun.Of(
            $"using Hypermax;\n[SearchSpace] public partial record S([Choice(\"{first}\", \"{second}\")] {type} X, "
            + $"[Fixed(\"{first}\")] {type.TrimEnd('?')} Y); public static partial class O {{ [Objective] public static double F(S s) => 0; }}");
        Assembly assembly = run.Load();

        object space = GeneratorRun.Space(assembly, "S");
        double[] point = type.EndsWith('?') ? [1, 1, 0] : [1, 0];
        object value = space.GetType().GetMethod("Bind", [typeof(double[])])!.Invoke(space, [point])!;

        Assert.Empty((await run.Look()).Own);
        Assert.Empty(run.Problems());
        Assert.Equal(point, (double[])space.GetType().GetMethod("Unbind")!.Invoke(space, [value])!);
    }

    [Theory]
    [InlineData("Uri")]
    [InlineData("Type")]
    [InlineData("(int, int)")]
    [InlineData("IDisposable")]
    [InlineData("Exception")]
    [InlineData("Index")]
    [InlineData("Enum")]
    [InlineData("Array")]
    public async Task Parameter_OfATypeWithoutParse_IsAnError(string type)
    {
        IReadOnlyList<Diagnostic> own =
            (await GeneratorRun.Of($"using Hypermax;\n[SearchSpace] public partial record S([Choice(\"a\", \"b\")] {type} X);").Look()).Own;

        Assert.Equal("HMX0302", Assert.Single(own).Id);
    }
}
