using Hypermax.Results;
using Hypermax.Storage;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Results;

public sealed class TunedFileWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-tuned-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_Forest_OneValueALine()
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest();
        string path = Path.Combine(_folder, "Forest.hypertune.json");

        Assert.True(TunedFileWriter.Write(path, header, trials));

        Golden.Verify(File.ReadAllText(path), "json");
    }

    [Fact]
    public void Write_NothingChanged_LeavesTheFileAlone()
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest();
        string path = Path.Combine(_folder, "Forest.hypertune.json");
        TunedFileWriter.Write(path, header, trials);
        DateTime stamp = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, stamp);

        Assert.False(TunedFileWriter.Write(path, header, trials));

        Assert.Equal(stamp, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void Write_NoCompleteTrial_KeepsTheOldFile()
    {
        (StudyHeader header, _) = StudySamples.Forest();
        string path = Path.Combine(_folder, "Forest.hypertune.json");
        File.WriteAllText(path, "old");

        Assert.False(TunedFileWriter.Write(path, header, []));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(_folder));
    }
}
