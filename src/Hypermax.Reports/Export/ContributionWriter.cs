using System.Globalization;
using System.Text.Json;
using Hypermax.Analysis.Correlations;
using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Sampling;
using Hypermax.Spaces;
using Hypermax.Spaces.SearchJson;
using Hypermax.Tables;
using Hypermax.Writing;

namespace Hypermax.Export;

/// <summary>Writes a folder in the layout of the public <c>hypermax-results</c> data sets:
/// <c>results.csv</c>, <c>search.json</c>, <c>best.json</c>, <c>correlations.csv</c>, <c>metadata.json</c>.</summary>
/// <remarks>Nothing is uploaded; the folder is for you to look at and to contribute.</remarks>
public static class ContributionWriter
{
    /// <summary>Writes the folder.</summary>
    /// <param name="data">The study.</param>
    /// <param name="folder">The folder; created when missing.</param>
    /// <param name="metadata">Who made the study and what it is about; null leaves that empty.</param>
    /// <returns>What was written and what could not be.</returns>
    public static ReportOutcome Write(StudyData data, string folder, StudyMetadata? metadata = null)
    {
        ReportRun run = new(folder);
        run.Try("results.csv", path => AtomicFile.Write(path, stream => ResultsCsvWriter.Write(stream, data.Header, data.Trials)));
        run.Try("search.json", path => AtomicFile.Write(path, stream => WriteSearch(stream, data)));
        if (data.Best is { } best)
        {
            run.Try("best.json", path => AtomicFile.Write(path, stream => WriteBest(stream, data, best)));
        }

        run.Try("correlations.csv", path => AtomicFile.Write(path, CsvTableWriter.ToUtf8(HypermaxCorrelations.Create(data))));
        run.Try("metadata.json", path => AtomicFile.Write(path, stream => WriteMetadata(stream, data, metadata ?? new StudyMetadata())));
        return run.ToOutcome();
    }

    private static void WriteSearch(Stream stream, StudyData data) => JsonText.Write(stream, writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("hyperparameters");
        using (JsonDocument space = JsonDocument.Parse(SearchJsonWriter.Write(data.Space)))
        {
            space.RootElement.WriteTo(writer);
        }

        writer.WriteStartObject("search");
        writer.WriteString("method", Samplers.Names.Contains(data.Header.Method, StringComparer.Ordinal) ? data.Header.Method : "random");
        writer.WriteNumber("iterations", data.Finished.Count);
        writer.WriteNumber("seed", data.Header.Seed);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    // One flat row under sorted keys, as those data sets have it; the nested form is that of a study folder.
    private static void WriteBest(Stream stream, StudyData data, TrialRecord best) => JsonText.Write(stream, writer =>
    {
        ResultColumns columns = new(data.Header, data.Trials);
        SortedDictionary<string, Action> members = new(StringComparer.Ordinal)
        {
            ["trial"] = () => writer.WriteNumberValue(best.Number),
            ["status"] = () => writer.WriteStringValue(ResultsCsvWriter.Status(best.State)),
            ["loss"] = () => writer.WriteNumberValue(data.Direction.ToLoss(best.Value)),
            ["time"] = () => writer.WriteNumberValue(best.Duration.TotalSeconds),
            ["log"] = () => writer.WriteStringValue(best.Outcome?.Log ?? string.Empty),
            ["error"] = () => writer.WriteStringValue(best.Outcome?.Message ?? string.Empty),
        };
        for (int i = 0; i < data.Space.Count; i++)
        {
            (Parameter parameter, double value) = (data.Space.Parameters[i], best.Point[i]);
            members[columns.ParameterHeaders[i]] = double.IsNaN(value) ? writer.WriteNullValue : () => PointJson.WriteValue(writer, parameter, value);
        }

        writer.WriteStartObject();
        foreach ((string name, Action write) in members)
        {
            writer.WritePropertyName(name);
            write();
        }

        writer.WriteEndObject();
    });

    private static void WriteMetadata(Stream stream, StudyData data, StudyMetadata metadata) => JsonText.Write(stream, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("name", metadata.Name ?? data.Header.Name);
        writer.WriteString("author", metadata.Author ?? string.Empty);
        writer.WriteString("contact", metadata.Contact ?? string.Empty);
        writer.WriteString("date", metadata.Date ?? data.Header.Created.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteString("description", metadata.Description ?? string.Empty);
        writer.WriteString("algorithm", metadata.Algorithm ?? data.Header.Method);
        StudyMetadata.WriteTexts(writer, "input_types", metadata.InputTypes ?? []);
        StudyMetadata.WriteTexts(writer, "output_types", metadata.OutputTypes ?? []);
        StudyMetadata.WriteTexts(writer, "metrics", metadata.Metrics ?? new ResultColumns(data.Header, data.Trials).Metrics.Prepend("loss"));
        writer.WriteEndObject();
    });
}
