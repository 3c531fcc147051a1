using Hypermax.Generators.Generation;
using Hypermax.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Tests.Generation.Declarations;

/// <summary>Which edits make the generator read the project again: all that can matter, and none of the others.</summary>
public sealed class EditTests
{
    private const int Annotated = 3;

    private static readonly Dictionary<string, string> Project = new(StringComparer.Ordinal)
    {
        ["Forest.cs"] = """
            using Hypermax;

            namespace App;

            /// <summary>How a forest is grown.</summary>
            /// <param name="Trees">Their number.</param>
            [SearchSpace]
            public partial record Forest([Uniform(0, Limits.Most)] int Trees, Kind Kind, Inner Inner) : Common
            {
                public int Twice()
                {
                    return 2 * Trees;
                }

                [Uniform(0, 1)]
                public double Fraction { get; init; } = 0.5;

                public static bool IsValid(Forest value) => value.Trees > 1;
            }
            """,
        ["Inner.cs"] = """
            namespace App;

            public class Before
            {
                public int Sum() { return 1; }
            }

            [Hypermax.SearchSpace]
            public partial record Inner([Hypermax.LogUniform(1, 10)] double Rate);
            """,
        ["Limits.cs"] = "namespace App; public static class Limits { public const int Most = Others.Top - 1; public static int Nothing() => 1; }",
        ["Others.cs"] = "namespace App { public static class Others { public const int Top = 101; public static int Unused = 1; } }",
        ["Kind.cs"] = "namespace App; public enum Kind { First, Second }",
        ["Common.cs"] = "namespace App; public abstract record Common { public bool Flag { get; init; } }",
        ["Training.cs"] = """
            using Hypermax;

            namespace App;

            public static partial class Training
            {
                [Objective(Trials = 20)]
                public static double Train(Forest forest)
                {
                    double loss = 1;
                    return loss;
                }

                private static double Help() => 2;
            }
            """,
        ["Plain.cs"] = """
            using System.Text;

            namespace App;

            public class Plain
            {
                private readonly int _value = 1;

                public int Value
                {
                    get { return _value; }
                }

                public int Sum(int[] numbers)
                {
                    return numbers.Length + _value;
                }
            }
            """,
    };

    [Theory]
    [InlineData("Plain.cs", "numbers.Length + _value", "numbers.Length + _value + 1")]
    [InlineData("Plain.cs", "return _value;", "return\n\n_value;")]
    [InlineData("Plain.cs", "public int Sum", "/// <summary>Adds.</summary>\n    public int Sum")]
    [InlineData("Plain.cs", "_value = 1", "_value = 2")]
    [InlineData("Plain.cs", "public int Sum", "public int Other => 3;\n    public int Sum")]
    [InlineData("Plain.cs", "public class Plain", "public class Another;\n\npublic class Plain")]
    [InlineData("Plain.cs", "using System.Text;", "using System.Text;\nusing System.IO;")]
    [InlineData("Plain.cs", "public int Sum", "[System.Obsolete] public int Sum")]
    [InlineData("Plain.cs", "return _value;", "return \"\\u0041\".Length;")]
    [InlineData("Forest.cs", "2 * Trees", "3 * Trees")]
    [InlineData("Forest.cs", "value.Trees > 1", "value.Trees > 1 && value.Trees < 90")]
    [InlineData("Training.cs", "double loss = 1;", "double loss = 1;\n        loss += Help();")]
    [InlineData("Training.cs", "Help() => 2", "Help() => 3")]
    [InlineData("Inner.cs", "return 1;", "return 2;")]
    public void Run_EditThatCannotMatter_ReadsNothing(string file, string part, string by)
    {
        (ProjectReader reader, GeneratorRun first) = Start();

        GeneratorRun second = first.Again(Edit(first.Input, file, part, by));

        Assert.Equal(Annotated, reader.Readings);
        Assert.DoesNotContain(second.OutputReasons(), reason => reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
        Assert.Equal(Fresh(second.Input), Text(second));
    }

    [Theory]
    [InlineData("Others.cs", "Top = 101", "Top = 202")]
    [InlineData("Kind.cs", "Second", "Second, Third")]
    [InlineData("Common.cs", "bool Flag", "bool Sign")]
    [InlineData("Common.cs", "{ public bool", "{\npublic bool")]
    [InlineData("Inner.cs", "1, 10", "1, 20")]
    [InlineData("Inner.cs", "return 1;", "\nreturn 1;")]
    [InlineData("Forest.cs", "Their number", "How many there are")]
    [InlineData("Forest.cs", "= 0.5;", "= 0.25;")]
    [InlineData("Forest.cs", "return 2 * Trees;", "\nreturn 2 * Trees;")]
    [InlineData("Forest.cs", "static bool IsValid", "bool IsValid")]
    [InlineData("Forest.cs", "using Hypermax;", "using System;")]
    [InlineData("Training.cs", "Trials = 20", "Trials = 30")]
    [InlineData("Training.cs", "[Objective(Trials = 20)]", "")]
    [InlineData("Plain.cs", "public class Plain", "public static partial class Training { public static int Tuned; }\npublic class Plain")]
    [InlineData("Plain.cs", "namespace App;", "using Hypermax;\nnamespace App;\n[SearchSpace] public partial record More([Uniform(0, 1)] double X);")]
    [InlineData("Plain.cs", "using System.Text;\n\nnamespace App;",
        "global using Space = Hypermax.SearchSpaceAttribute;\nnamespace App;\n[Space] public partial record More([Hypermax.Uniform(0, 1)] double X);")]
    [InlineData("Plain.cs", "class Plain", "class UniformAttribute(int low, int high) : System.Attribute")]
    [InlineData("Plain.cs", "class Plain", "class FOREST")]
    [InlineData("Plain.cs", "class Plain", "class \\u004cimits { public const int Most = 3; } class Plain")]
    public void Run_EditThatMatters_WritesWhatAFreshRunWrites(string file, string part, string by)
    {
        (ProjectReader reader, GeneratorRun first) = Start();

        GeneratorRun second = first.Again(Edit(first.Input, file, part, by));

        Assert.Equal(Fresh(second.Input), Text(second));
    }

    [Theory]
    [InlineData("Training.cs", "Trials = 20", "Trials = 30", 1)]
    [InlineData("Kind.cs", "Second", "Second, Third", 2)]
    [InlineData("Others.cs", "Top = 101", "Top = 202", 2)]
    [InlineData("Inner.cs", "1, 10", "1, 20", 3)]
    public void Run_EditThatMattersToSome_ReadsThoseOnly(string file, string part, string by, int read)
    {
        (ProjectReader reader, GeneratorRun first) = Start();

        first.Again(Edit(first.Input, file, part, by));

        Assert.Equal(Annotated + read, reader.Readings);
    }

    [Fact]
    public void Run_TypesThatNameEachOther_AreNotTakenForEachOther()
    {
        GeneratorRun run = GeneratorRun.Of(
            Compilations.Create(
                "using Hypermax; [SearchSpace] public partial record A([Uniform(0, 1)] double X) { public static B? Other; "
                + "} [SearchSpace] public partial record B([Uniform(0, 1)] double Y) { public static A? Other; }"));

        Assert.Contains("record A", run.Sources["A.SearchSpace.g.cs"], StringComparison.Ordinal);
        Assert.Contains("record B", run.Sources["B.SearchSpace.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NullableOffBetweenTypes_IsRead()
    {
        (ProjectReader reader, GeneratorRun first) = Start();

        first.Again(Edit(first.Input, "Inner.cs", "return 1;", "return 1;\n#nullable disable\n"));

        Assert.Equal(2 * Annotated, reader.Readings);
    }

    [Fact]
    public void Run_ReferenceAndOptionsChanged_AreRead()
    {
        (ProjectReader reader, GeneratorRun first) = Start();

        CSharpCompilation input = (CSharpCompilation)first.Input;
        GeneratorRun second = first.Again(input.WithOptions(input.Options.WithNullableContextOptions(NullableContextOptions.Disable)));
        GeneratorRun third = second.Again(
            input.RemoveReferences(input.References.First(reference => reference.Display!.Contains("Hypermax.Attributes", StringComparison.Ordinal))));

        Assert.Equal(3 * Annotated, reader.Readings);
        Assert.Empty(third.Sources);
    }

    [Fact]
    public void Run_EditUndone_IsRemembered()
    {
        (ProjectReader reader, GeneratorRun first) = Start();

        GeneratorRun second = first.Again(Edit(first.Input, "Kind.cs", "Second", "Last"));
        GeneratorRun third = second.Again(first.Input.Clone());

        Assert.Equal(Annotated + 2, reader.Readings);
        Assert.Equal(Text(first), Text(third));
    }

    [Fact]
    public void Run_TypesComeAndGo_WritesWhatAFreshRunWrites()
    {
        (_, GeneratorRun run) = Start();
        Compilation project = run.Input;
        foreach (int mask in (int[])[1, 3, 2, 7, 5, 4, 0, 6, 2, 3, 1, 7, 0, 5])
        {
            string text = "using Hypermax;\nnamespace App;\n" + string.Concat(Enumerable.Range(0, 3)
                .Where(i => (mask & (1 << i)) != 0)
                .Select(i => $"[SearchSpace] public partial record Some{i}({(mask > 4 && i == 1 ? "object" : "[Uniform(0, 1)] double")} X);\n"));
            project = Edit(project, "Plain.cs", project.SyntaxTrees.Single(tree => tree.FilePath == "/project/Plain.cs").ToString(), text);

            run = run.Again(project);

            Assert.Equal(Fresh(project), Text(run));
        }
    }

    [Fact]
    public void Read_CompilationGone_KeepsNothingOfIt()
    {
        ProjectReader reader = new();
        WeakReference compilation = ReadOnce(reader);

        for (int i = 0; i < 10 && compilation.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(compilation.IsAlive);
        Assert.Equal(Annotated, reader.Readings);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference ReadOnce(ProjectReader reader)
    {
        Compilation compilation = Create();
        Assert.NotEmpty(reader.Read(compilation, CancellationToken.None).Spaces);
        return new WeakReference(compilation);
    }

    private static (ProjectReader Reader, GeneratorRun Run) Start()
    {
        ProjectReader reader = new();
        GeneratorRun run = GeneratorRun.Of(new HypermaxGenerator(reader), Create());
        Assert.Equal(4, run.Sources.Count);
        return (reader, run);
    }

    private static CSharpCompilation Create() => Compilations.Create(string.Empty, "/project/Empty.cs")
        .AddSyntaxTrees(Project.Select(file => Parse(file.Value, "/project/" + file.Key)));

    private static Compilation Edit(Compilation project, string file, string part, string by)
    {
        SyntaxTree tree = project.SyntaxTrees.Single(candidate => candidate.FilePath == "/project/" + file);
        string text = tree.ToString();
        Assert.Contains(part, text, StringComparison.Ordinal);
        return project.ReplaceSyntaxTree(tree, Parse(text.Replace(part, by, StringComparison.Ordinal), tree.FilePath));
    }

    private static string Fresh(Compilation project) => Text(GeneratorRun.Of(project.Clone()));

    private static string Text(GeneratorRun run) =>
        string.Join("\n", run.Sources.OrderBy(source => source.Key, StringComparer.Ordinal).Select(source => $"=== {source.Key}\n{source.Value}"));

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Compilations.ParseOptions, path);
}
