using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Hypermax.Testing;
using Hypermax.Xunit;

namespace Hypermax.Generators.Tests.RuleBook;

/// <summary>The generator knows the types of Hypermax by name only; every name it looks for is that of a type there is.</summary>
public sealed partial class NamesOfAttributesTests
{
    private static readonly string Sources = string.Concat(
        Directory.GetFiles(Path.Combine(Root(), "src", "Hypermax.Generators"), "*.cs", SearchOption.AllDirectories).Concat(
            Directory.GetFiles(Path.Combine(Root(), "src", "Hypermax.CodeFixes"), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));

    private static readonly Type[] Types = typeof(SearchSpaceAttribute).Assembly.GetExportedTypes();

    // Where the generator looks for names: what it reads, and what makes methods tests.
    private static readonly Type[] TestTypes = [.. typeof(TuneAttribute).Assembly.GetExportedTypes(), .. typeof(TestSearchResult).Assembly.GetExportedTypes()];

    [Fact]
    public void FullNames_InTheGenerator_AreTypes()
    {
        string[] names = [.. FullName().Matches(Sources).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

        Assert.Contains("Hypermax.SearchSpaceAttribute", names);
        Assert.Contains("Hypermax.Xunit.TuneAttribute", names);
        Assert.All(names, name => Assert.Contains([.. Types, .. TestTypes], type => type.FullName == name));
    }

    [Fact]
    public void AttributeNames_InTheGenerator_AreTypes()
    {
        string[] names =
        [
            .. AttributeName().Matches(Sources)
                .Select(match => match.Groups["name"].Value.Replace("Attribute", string.Empty, StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];

        Assert.Contains("LessThan", names);
        Assert.All(names, name => Assert.Contains(Types, type => type.FullName == $"Hypermax.{name}Attribute"));
    }

    [Fact]
    public void Attributes_OfParameters_AreAllKnownToTheGenerator() => Assert.All(
        Types.Where(type => type.IsSubclassOf(typeof(Attribute)) && !type.IsAbstract && !type.IsGenericType && type.Namespace == "Hypermax").Select(
            type => type.Name.Replace("Attribute", string.Empty, StringComparison.Ordinal)),
        name => Assert.True(
            Sources.Contains($"\"{name}\"", StringComparison.Ordinal)
                || Sources.Contains($"\"{name}Attribute\"", StringComparison.Ordinal)
                || Sources.Contains($"\"Hypermax.{name}Attribute\"", StringComparison.Ordinal),
            name));

    [GeneratedRegex("(GetTypeByMetadataName|ForAttributeWithMetadataName)\\(\\s*\"(?<name>Hypermax\\.[^\"]+)\"")]
    private static partial Regex FullName();

    [GeneratedRegex("(IsHypermax\\(\\w+, |MemberAttributes\\.Find\\([\\w.]+, )\"(?<name>\\w+)\"")]
    private static partial Regex AttributeName();

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
