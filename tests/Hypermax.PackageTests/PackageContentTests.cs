using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hypermax.PackageTests.Sandboxes;

namespace Hypermax.PackageTests;

/// <summary>What is in the packages: what readers and lawyers look for, and nothing that nobody needs.</summary>
[Collection(PackageCollection.Name)]
public sealed class PackageContentTests(PackageFeed feed)
{
    // What reports are written with; versions of what packages depend on indirectly are named by them, too.
    private const string Reporting = "CsvHelper MathNet.Numerics System.IO.Hashing System.Numerics.Tensors System.Text.Json";

    [Theory]
    [InlineData("Hypermax.Attributes", false, "")]
    [InlineData("Hypermax.Runtime", false, "Hypermax.Attributes MathNet.Numerics")]
    [InlineData("Hypermax.Reports", true, "Hypermax.Runtime " + Reporting)]
    [InlineData("Hypermax.BenchmarkDotNet", false, "BenchmarkDotNet.Annotations Hypermax.Attributes MathNet.Numerics")]
    [InlineData("Hypermax.Testing", false, "Hypermax.Reports Hypermax.Runtime " + Reporting)]
    [InlineData("Hypermax.Xunit", false, "Hypermax.Testing xunit.extensibility.core xunit.extensibility.execution " + Reporting)]
    [InlineData("Hypermax.Xunit.V3", false, "Hypermax.Testing xunit.v3.extensibility.core " + Reporting)]
    [InlineData("Hypermax.Conformance", false, "Hypermax.Runtime MathNet.Numerics xunit.extensibility.core")]
    [InlineData("Hypermax.Hosting", false, "Hypermax.Runtime MathNet.Numerics Microsoft.Extensions.Diagnostics.HealthChecks "
        + "Microsoft.Extensions.Hosting.Abstractions Microsoft.Extensions.Options")]
    [InlineData("Hypermax.PostgreSql", false, "Hypermax.Runtime MathNet.Numerics Npgsql")]
    [InlineData("Hypermax.RabbitMq", false, "Hypermax.Runtime MathNet.Numerics RabbitMQ.Client")]
    [InlineData("Hypermax.Dashboard", false, "CsvHelper Hypermax.Reports Markdig MathNet.Numerics System.IO.Hashing System.Numerics.Tensors")]
    [InlineData("Hypermax.MSBuild", true, "Hypermax.Attributes")]
    [InlineData("Hypermax.Templates", false, "")]
    public void Package_OfEveryKind_HasWhatPeopleLookFor(string id, bool carriesForeignParts, string dependencies)
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(feed.Folder, $"{id}.{feed.Version}.nupkg"));
        string[] files = [.. package.Entries.Select(entry => entry.FullName)];
        XElement metadata = XDocument.Parse(PackageFile.Read(package, $"{id}.nuspec")).Root!.Elements().First();
        string? Fact(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Contains("README.md", files);
        Assert.Contains("icon.png", files);
        Assert.All(["projectUrl", "releaseNotes", "description", "readme", "icon"], fact => Assert.False(string.IsNullOrWhiteSpace(Fact(fact)), fact));
        Assert.Contains(metadata.Elements(), element => element.Name.LocalName == "repository" && element.Attribute("url") is not null);
        Assert.Equal("MIT", Fact("license"));
        Assert.Equal(carriesForeignParts, files.Contains("THIRD-PARTY-NOTICES.txt"));
        Assert.DoesNotContain(files, file => file.StartsWith("tools/", StringComparison.Ordinal) && file.EndsWith(".xml", StringComparison.Ordinal));
        Assert.Equal(
            dependencies.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            metadata.Descendants()
                .Where(element => element.Name.LocalName == "dependency")
                .Select(element => element.Attribute("id")!.Value)
                .Distinct()
                .Order(StringComparer.Ordinal));
        string symbols = Path.Combine(feed.Folder, $"{id}.{feed.Version}.snupkg");
        Assert.Equal(id != "Hypermax.Templates", File.Exists(symbols));
        if (id != "Hypermax.Templates" && Directory.Exists(Path.Combine(PackageFeed.Repository, ".git")))
        {
            Assert.All(SourceLinks(symbols), link => Assert.Matches($"/\\*\":\"{Regex.Escape(Fact("projectUrl")!)}raw/[0-9a-f]{{40}}/\\*\"", link));
        }
    }

    // Where the symbols of each assembly say that its sources are.
    private static List<string> SourceLinks(string symbols)
    {
        Guid sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
        List<string> links = [];
        using ZipArchive package = ZipFile.OpenRead(symbols);
        foreach (ZipArchiveEntry entry in package.Entries.Where(entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal)))
        {
            using MemoryStream stream = new();
            using (Stream content = entry.Open())
            {
                content.CopyTo(stream);
            }

            stream.Position = 0;
            using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(stream);
            MetadataReader reader = provider.GetMetadataReader();
            CustomDebugInformation link = reader.GetCustomDebugInformation(EntityHandle.ModuleDefinition)
                .Select(reader.GetCustomDebugInformation)
                .Single(fact => reader.GetGuid(fact.Kind) == sourceLink);
            links.Add(Encoding.UTF8.GetString(reader.GetBlobBytes(link.Value)));
        }

        Assert.NotEmpty(links);
        return links;
    }
}
