using Hypermax.SearchFile;

namespace Hypermax.Tests.SearchFile;

public sealed class PackageFoldersTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-packages-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("bin/Release/net8.0", "obj")]
    [InlineData("artifacts/bin/App/release", "artifacts/obj/App")]
    public void Of_RestoredProject_AreThoseThatItWasRestoredFrom(string output, string intermediate)
    {
        string fallback = Directory.CreateDirectory(Path.Combine(_folder, "fallback")).FullName;
        Directory.CreateDirectory(Path.Combine(_folder, intermediate));
        File.WriteAllText(
            Path.Combine(_folder, intermediate, "project.assets.json"), $$"""{"packageFolders": {"{{fallback}}/": {}, "/no/such/folder": {} } }""");

        string[] folders = PackageFolders.Of(Path.Combine(_folder, output, "App.dll"));

        Assert.Equal(fallback, folders[0]);
        Assert.DoesNotContain("/no/such/folder", folders);
    }

    [Fact]
    public void Of_BrokenAssetsFile_AreTheUsualOnes()
    {
        string[] usual = PackageFolders.Of(Path.Combine(_folder, "App.dll"));
        Directory.CreateDirectory(Path.Combine(_folder, "obj"));
        File.WriteAllText(Path.Combine(_folder, "obj", "project.assets.json"), "{");

        Assert.Equal(usual, PackageFolders.Of(Path.Combine(_folder, "App.dll")));
    }
}
