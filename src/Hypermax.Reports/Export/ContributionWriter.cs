using System.Text.Json;
using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Spaces;
using Hypermax.Spaces.SearchJson;
using Hypermax.Storage;
using Hypermax.Writing;

namespace Hypermax.Export;

/// <summary>Writes a folder in the layout of the public <c>hypermax-results</c> data sets: <c>results.csv</c>, <c>search.json</c>, <c>best.json</c>, <c>metadata.json</c>.</summary>
/// <remarks>Nothing is uploaded; the folder is for you to look at and to contribute.</remarks>
public static class ContributionWriter
{
    /// <summary>Writes the folder.</summary>
    /// <param name="data">The study.</param>
    /// <param name="folder">The folder; created when missing.</param>
    /// <returns>What was written and what could not be.</returns>
    public static ReportOutcome Write(StudyData data, string folder)
    {
        ReportRun run = new(folder);
        run.Try("results.csv", path => AtomicFile.Write(path, stream => ResultsCsvWriter.Write(stream, data.Header, data.Trials)));
        run.Try("search.json", path => AtomicFile.Write(path, stream => WriteSearch(stream, data.Header)));
        if (data.Best is { } best)
        {
            run.Try("best.json", path => AtomicFile.Write(path, stream => WriteBest(stream, data, best)));
        }

        run.Try("metadata.json", path => AtomicFile.Write(path, stream => WriteMetadata(stream, data)));
        return run.ToOutcome();
    }

    private static void WriteSearch(Stream stream, StudyHeader header) => JsonText.Write(stream, writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("hyperparameters");
        using (JsonDocument space = JsonDocument.Parse(SearchJsonWriter.Write(header.Space)))
        {
            space.RootElement.WriteTo(writer);
        }

        writer.WriteStartObject("search");
        writer.WriteString("method", header.Method);
        writer.WriteNumber("seed", header.Seed);
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
            ["loss"] = () => writer.WriteNumberValue(TrialRanking.Loss(best.Value, data.Direction)),
            ["time"] = () => writer.WriteNumberValue(best.Duration.TotalSeconds),
            ["log"] = () => writer.WriteStringValue(best.Outcome?.Log ?? string.Empty),
            ["error"] = () => writer.WriteStringValue(best.Outcome?.Message ?? string.Empty),
        };
        for (int i = 0; i < data.Space.Count; i++)
        {
            (Parameter parameter, double value) = (data.Space.Parameters[i], best.Vector[i]);
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

    private static void WriteMetadata(Stream stream, StudyData data) => JsonText.Write(stream, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("name", data.Header.Name);
        foreach (string blank in (string[])["author", "contact"])
        {
            writer.WriteString(blank, string.Empty);
        }

        writer.WriteString("date", data.Header.Created.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteString("description", string.Empty);
        writer.WriteString("algorithm", data.Header.Method);
        foreach (string list in (string[])["input_types", "output_types"])
        {
            writer.WriteStartArray(list);
            writer.WriteEndArray();
        }

        writer.WriteStartArray("metrics");
        foreach (string metric in new ResultColumns(data.Header, data.Trials).Metrics.Prepend("loss"))
        {
            writer.WriteStringValue(metric);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
