using System.Text.RegularExpressions;
using Hypermax.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Tests.Generation.Spaces;

/// <summary>Descriptions come from doc comments of every form, whether the project asks for documentation or not.</summary>
public sealed class DocCommentTests
{
    [Theory]
    [InlineData(
        "/** <summary>S</summary>\n * <param name=\"X\">Block\n *   x.</param>\n */\n[SearchSpace] public partial record S([Uniform(0, 1)] double X);",
        "Block x.")]
    [InlineData("/// <param name='X'>Single &#xB5;s quoted</param>\n[SearchSpace] public partial record S([Uniform(0, 1)] double X);", "Single µs quoted")]
    [InlineData(
        "/// <param  name = \"X\" >\n///   Two\n///   lines <c>a</c><br/>and \"quotes\" \\ back {0} %\n/// </param>\n[SearchSpace] public partial record "
        + "S([Uniform(0, 1)] double X);",
        "Two lines a and \"quotes\" \\ back {0} %")]
    [InlineData(
        "[SearchSpace] public partial class S {\n/// <summary>Uses &#181; &apos;q&apos; <![CDATA[ a<b && c ]]> <see cref=\"List{T}\"/> <see "
        + "langword=\"null\"/> <see href=\"http://x\">link</see> <see cref=\"T:System.Int32\"/><para>end</para></summary>\n[Uniform(0, "
        + "1)] public double X { get; set; } }",
        "Uses µ 'q' a<b && c List<T> null link System.Int32 end")]
    [InlineData("[SearchSpace] public partial class S {\n/** <summary>One line.</summary> */ [Uniform(0, 1)] public double X { get; set; } }", "One line.")]
    [InlineData("[SearchSpace] public partial class S {\n/// <summary>Broken < 1 & > 0</summary>\n[Uniform(0, 1)] public double X { get; set; } }",
        "Broken < 1 & > 0")]
    [InlineData(
        "[SearchSpace] public partial class S {\n// plain\n/// <summary>Behind others.</summary>\n#region r\n[Uniform(0, 1)] public double X { get; set; "
        + "}\n#endregion\n}",
        "Behind others.")]
    [InlineData(
        "public class B {\n/// <summary>Inherited.</summary>\n[Uniform(0, 1)] public virtual double X { get; set; } }\n[SearchSpace] public partial class S : "
        + "B { public override double X { get; set; } }",
        "Inherited.")]
    [InlineData("/// <param name=\"X\">Of the base.</param>\npublic record B([Uniform(0, 1)] double X);\n[SearchSpace] public partial record S() : B(1);",
        "Of the base.")]
    public void Description_OfADocComment_IsItsText(string source, string expected)
    {
        foreach (DocumentationMode mode in new[] { DocumentationMode.None, DocumentationMode.Parse, DocumentationMode.Diagnose })
        {
            SyntaxTree tree = CSharpSyntaxTree.ParseText(
                "using Hypermax; using System.Collections.Generic;\n" + source, Compilations.ParseOptions.WithDocumentationMode(mode), "/project/Source.cs");
            GeneratorRun run = GeneratorRun.Of(Compilations.Create(string.Empty).RemoveAllSyntaxTrees().AddSyntaxTrees(tree));

            Match description = Regex.Match(run.Sources["S.SearchSpace.g.cs"], "Description = (?<text>\".*\"),\n");

            Assert.Equal(SymbolDisplay.FormatLiteral(expected, quote: true), description.Groups["text"].Value);
        }
    }
}
