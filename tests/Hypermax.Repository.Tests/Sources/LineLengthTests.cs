namespace Hypermax.Repository.Tests.Sources;

/// <summary>Sources can be read side by side: no line is longer than the margin in <c>.editorconfig</c> says.</summary>
public sealed class LineLengthTests
{
    private const int Most = 160;

    // What tests write and compare, and what is written from the ledger of settings.
    private static readonly string[] Made = ["/Golden/", "/obj/", "/bin/", "/node_modules/", ".Settings.cs"];

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("samples")]
    [InlineData("benchmarks")]
    public void Lines_OfSources_EndBeforeTheMargin(string room)
    {
        string root = RepositoryFolder.PathOf(room);
        string[] files = [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Where(file => !IsMade(file))];

        string[] longer =
        [
            .. from file in files
               from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
               where line.Text.Length > Most
               select FormattableString.Invariant($"{Path.GetRelativePath(root, file)}({line.Number}): {line.Text.Length} columns"),
        ];

        Assert.NotEmpty(files);
        Assert.Empty(longer);
    }

    private static bool IsMade(string file) =>
        Array.Exists(Made, part => file.Replace('\\', '/').Contains(part, StringComparison.Ordinal));
}
