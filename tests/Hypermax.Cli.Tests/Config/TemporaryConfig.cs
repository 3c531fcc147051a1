namespace Hypermax.Tests.Config;

/// <summary>A configuration in a folder of its own.</summary>
internal sealed class TemporaryConfig : IDisposable
{
    public TemporaryConfig(string text, string name = "search.json")
    {
        Folder = Directory.CreateTempSubdirectory("hypermax-config-").FullName;
        Path = Add(name, text);
    }

    public string Folder { get; }

    public string Path { get; }

    public string Add(string name, string text)
    {
        string path = System.IO.Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
