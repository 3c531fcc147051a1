using Hypermax.Analysis;
using Hypermax.Charts;
using Hypermax.Charts.Folder;
using Hypermax.Reports;

namespace Hypermax.Tests.Charts.Folder;

public sealed class ChartFolderWriterTests : IDisposable
{
    private static readonly ChartFolderOptions Few = new()
    {
        PngScale = 0.25,
        PairPngScale = 0.25,
        Charts = new ChartOptions { MostPairedParameters = 2, MostParameters = 2 },
    };

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "hypermax-charts-" + Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void Write_NewFolder_HasPictureAndTableOfEveryChart()
    {
        ChartFolderOutcome outcome = ChartFolderWriter.Write(new StudyAnalysis(ChartStudies.Forest()), _folder, Few);

        Assert.Empty(outcome.Failures);
        Assert.Equal(outcome.Entries.Count, outcome.DrawnCount);
        Assert.All(outcome.Entries.SelectMany(entry => entry.Files), file => Assert.True(File.Exists(Path.Combine(_folder, file)), file));
        Assert.All(outcome.Entries, entry => Assert.Equal([".csv", ".png", ".svg"], entry.Files.Select(Path.GetExtension).Distinct().Order()));
    }

    [Fact]
    public void Write_NothingChanged_DrawsNothing()
    {
        ChartFolderWriter.Write(new StudyAnalysis(ChartStudies.Forest()), _folder, Few);

        Assert.Equal(0, ChartFolderWriter.Write(new StudyAnalysis(ChartStudies.Forest()), _folder, Few).DrawnCount);
    }

    [Fact]
    public void Write_OneMoreTrial_DrawsOnlyWhatChanged()
    {
        ChartFolderWriter.Write(new StudyAnalysis(ChartStudies.Forest(44)), _folder, Few);

        // Trial 44 fails, so charts of complete trials stay as they are.
        ChartFolderOutcome outcome = ChartFolderWriter.Write(new StudyAnalysis(ChartStudies.Forest(45)), _folder, Few);

        Assert.InRange(outcome.DrawnCount, 1, outcome.Entries.Count / 2);
    }

    [Fact]
    public void Write_FewerCharts_RemovesTheirFilesAndNoOthers()
    {
        ChartFolderWriter.Write(new StudyAnalysis(ChartStudies.Forest()), _folder, Few);
        string mine = Path.Combine(_folder, "notes.txt");
        File.WriteAllText(mine, "mine");

        ChartFolderWriter.Write(new StudyAnalysis(ChartStudies.Forest()), _folder, Few with { HasPng = false });

        Assert.Empty(Directory.GetFiles(_folder, "*.png", SearchOption.AllDirectories));
        Assert.True(File.Exists(mine));
    }

    [Fact]
    public void Write_BrokenIndex_DrawsAgain()
    {
        ChartFolderWriter.Write(new StudyAnalysis(ChartStudies.Forest()), _folder, Few);
        File.WriteAllText(Path.Combine(_folder, "index.json"), "{\"format\":");

        ChartFolderOutcome outcome = ChartFolderWriter.Write(new StudyAnalysis(ChartStudies.Forest()), _folder, Few);

        Assert.Equal(outcome.Entries.Count, outcome.DrawnCount);
    }

    [Fact]
    public void Write_IndexNamesAForeignFile_LeavesIt()
    {
        string foreign = _folder + ".txt";
        File.WriteAllText(foreign, "keep");
        try
        {
            Directory.CreateDirectory(_folder);
            File.WriteAllText(
                Path.Combine(_folder, "index.json"),
                $$"""{"format":1,"study":"","charts":[{"name":"x","kind":"k","title":"t","hash":"h","files":["../{{Path.GetFileName(foreign)}}"]}]"""
                + $$""","failures":[]}""");

            ChartFolderWriter.Write(new StudyAnalysis(ChartStudies.Forest()), _folder, Few);

            Assert.True(File.Exists(foreign));
        }
        finally
        {
            File.Delete(foreign);
        }
    }

    [Fact]
    public void Write_AFileInTheWay_ListsTheChartWithItsReason()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "history.svg", "in the way"));

        ChartFolderOutcome outcome = ChartFolderWriter.Write(new StudyAnalysis(ChartStudies.Forest()), _folder, Few);

        ReportFailure failure = Assert.Single(outcome.Failures);
        Assert.Equal("charts/history", failure.Part);
        Assert.NotEmpty(failure.Reason);
        Assert.Contains(outcome.Entries, entry => entry.Name == "distribution");
    }
}
