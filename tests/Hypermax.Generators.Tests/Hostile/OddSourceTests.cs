using System.Reflection;
using Hypermax.Generators.Tests.Harness;
using Hypermax.Numerics;
using Hypermax.Spaces;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Tests.Hostile;

/// <summary>For every odd source there is code that compiles, and spaces that can be built and bound, or a diagnostic at the user's words.</summary>
public sealed class OddSourceTests
{
    [Fact]
    public async Task Source_Odd_CompilesToWorkingSpacesOrHasADiagnostic()
    {
        List<string> problems = [];
        foreach (string source in OddSources.All)
        {
            problems.AddRange((await Check("using Hypermax;\n" + source)).Select(problem => $"{source}\n    {problem}"));
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    [Fact]
    public async Task Source_InTheNewestCSharp_CompilesToWorkingSpaces()
    {
        List<string> problems = [];
        foreach (string source in OddSources.Newest)
        {
            CSharpCompilation input = Compilations.Newest("using Hypermax;\n" + source);
            problems.AddRange(
                GeneratorRun.Of(input).Problems().Concat(await Check(input)).Select(problem => $"{source}\n    {problem}"));
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    private static Task<IReadOnlyList<string>> Check(string source) => Check(Compilations.Create(source, "/project/Source.cs"));

    private static async Task<IReadOnlyList<string>> Check(CSharpCompilation input)
    {
        input = input.WithOptions(input.Options.WithAllowUnsafe(enabled: true));
        GeneratorRun run = GeneratorRun.Of(input);
        IReadOnlyList<Diagnostic> found = await Analyzers.Run(run.Bare());

        List<string> problems =
        [
            .. found.Where(diagnostic => IsGenerated(diagnostic) && !IsInherited(diagnostic)).Select(diagnostic => "generated: " + diagnostic),
        ];
        bool isExplained = found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        if (!isExplained && problems.Count == 0)
        {
            problems.AddRange(Spaces(input, run));
        }

        return problems;
    }

    private static bool IsGenerated(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    // What the user marked obsolete, generated code uses all the same.
    private static bool IsInherited(Diagnostic diagnostic) => diagnostic.Id is "CS0612" or "CS0618";

    private static IEnumerable<string> Spaces(CSharpCompilation input, GeneratorRun run)
    {
        Assembly assembly = run.Load();
        foreach (INamedTypeSymbol type in input.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>())
        {
            bool isSpace = type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SearchSpaceAttribute");
            if (!isSpace || IsOpen(type))
            {
                continue;
            }

            Type loaded = assembly.GetTypes().Single(
                candidate => candidate.FullName!.Replace('+', '.') == type.ToDisplayString().Replace("@", string.Empty, StringComparison.Ordinal));
            if (loaded.GetProperty("SearchSpace", BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly) is not { } property)
            {
                yield return $"no code for {type} and no diagnostic";
            }
            else if (Use(property) is { } problem)
            {
                yield return $"{type}: {problem}";
            }
        }
    }

    private static string? Use(PropertyInfo property)
    {
        try
        {
            object typed = property.GetValue(null)!;
            SpaceGeometry geometry = new((SearchSpace)typed);
            MethodInfo bind = typed.GetType().GetMethod(nameof(SearchSpace<int>.Bind), [typeof(double[])])!;
            MethodInfo unbind = typed.GetType().GetMethod(nameof(SearchSpace<int>.Unbind))!;
            for (int i = 0; i < 5; i++)
            {
                double[] point = geometry.Sample(new SeedStream(3, i, "test"));
                double[] again = (double[])unbind.Invoke(typed, [bind.Invoke(typed, [point])])!;
                for (int k = 0; k < point.Length; k++)
                {
                    // Narrow types hold fewer digits than the double that the value was drawn as.
                    bool isSame = point[k].Equals(again[k]) || Math.Abs(point[k] - again[k]) <= 1e-3 * Math.Max(1, Math.Abs(point[k]));
                    if (!isSame)
                    {
                        return $"{geometry.Space.Parameters[k].Name} was {point[k]:R} and came back as {again[k]:R}";
                    }
                }
            }

            return null;
        }
        catch (TargetInvocationException error)
        {
            return (error.InnerException?.InnerException ?? error.InnerException ?? error).ToString().Split('\n')[0];
        }
        catch (ArgumentException error)
        {
            return error.Message;
        }
    }

    private static bool IsOpen(INamedTypeSymbol type) => type.IsGenericType || (type.ContainingType is { } outer && IsOpen(outer));
}
