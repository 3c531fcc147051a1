using System.Text.Json;
using Hypermax.Reports;
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

    [Theory]
    [InlineData(new[] { 0.5, 0.25, 1e-9 }, "0.5 0.25 1E-09")]
    [InlineData(new[] { 0.5 }, null)]
    [InlineData(new[] { 0.5, 0.5 }, null)]
    public void Write_Repeats_AreListedWhereTheySpreadAndKeptWhenTheSameIsFound(double[] repeats, string? expected)
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest();
        string path = Path.Combine(_folder, "Forest.hypertune.json");

        TunedFileWriter.Write(path, header, trials, repeats);
        Assert.False(TunedFileWriter.Write(path, header, trials));

        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(path));
        Assert.Equal(repeats.Length, file.RootElement.GetProperty("repeats").GetInt32());
        Assert.Equal(expected, file.RootElement.TryGetProperty("values", out JsonElement values) ? values.GetString() : null);
    }

    // Its search evaluates the point again then, for a guard needs the values.
    [Fact]
    public void HasRepeats_FileWithoutItsValues_IsNotEnough()
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest();
        TrialRecord best = trials.Where(trial => trial.IsComplete).MinBy(trial => trial.Value)!;
        string path = Path.Combine(_folder, "Forest.hypertune.json");
        TunedFileWriter.Write(path, header, trials, [0.5, 0.25]);

        bool before = TunedFile.HasRepeats(path, header, best);
        File.WriteAllLines(path, File.ReadAllLines(path).Where(line => !line.Contains("\"values\"", StringComparison.Ordinal)));

        Assert.True(before);
        Assert.False(TunedFile.HasRepeats(path, header, best));
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
