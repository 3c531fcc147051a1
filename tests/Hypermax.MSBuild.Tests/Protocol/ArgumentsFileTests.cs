using Hypermax.Build.Protocol;

namespace Hypermax.Build.Tests.Protocol;

public sealed class ArgumentsFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_WhatWasWritten_GivesItBack()
    {
        string path = Path.Combine(_folder, "deep", "x.args");

        ArgumentsFile.Write(path, [new("project", "/tmp/Mein Übungs=Projekt;%20/a.csproj"), new("empty", " "), new("lines", "a\r\nb")]);
        IReadOnlyDictionary<string, string> read = ArgumentsFile.Read(path);

        Assert.Equal("/tmp/Mein Übungs=Projekt;%20/a.csproj", read["project"]);
        Assert.Equal("a  b", read["lines"]);
        Assert.Equal(2, read.Count);
    }

    [Fact]
    public void Write_SameContent_LeavesTheFileAlone()
    {
        string path = Path.Combine(_folder, "x.args");
        ArgumentsFile.Write(path, [new("a", "1")]);
        DateTime before = new(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, before);

        ArgumentsFile.Write(path, [new("a", "1")]);
        DateTime same = File.GetLastWriteTimeUtc(path);
        ArgumentsFile.Write(path, [new("a", "2")]);

        Assert.Equal(before, same);
        Assert.NotEqual(before, File.GetLastWriteTimeUtc(path));
    }
}
