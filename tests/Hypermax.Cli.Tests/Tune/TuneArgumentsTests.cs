using Hypermax.Build.Protocol;
using Hypermax.Tune;

namespace Hypermax.Tests.Tune;

public sealed class TuneArgumentsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // NuGet's configuration may name folders to fall back on, as Visual Studio's own does; packages that lie there are copied nowhere.
    [Theory]
    [InlineData("/packages/;/packages/;/fallback", "/packages/ /packages/ /fallback")]
    [InlineData("/packages/;", "/packages/")]
    [InlineData(";", "")]
    public void Packages_AreAllFoldersOfNuGet(string said, string folders)
    {
        string path = Path.Combine(_folder, "x.args");
        ArgumentsFile.Write(path,
        [
            new("project", "App.csproj"), new("assembly", "App.dll"), new("worker", "worker.dll"), new("output", _folder), new("packages", said),
        ]);

        TuneArguments arguments = TuneArguments.Read(path, [], static _ => null, out _)!;

        Assert.Equal(folders.Split(' ', StringSplitOptions.RemoveEmptyEntries), arguments.Packages);
    }
}
