using System.Text.Json;
using Hypermax.Charts.Scales;
using Hypermax.Export;
using Hypermax.Reports;
using Hypermax.Results;

namespace Hypermax.Dataset.Judging;

/// <summary>Judges the files beside the table: who made it, and whether the best trial is that of the table.</summary>
internal static class FileRemarks
{
    public static IEnumerable<DatasetRemark> Of(DatasetFolder folder)
    {
        string[] missing = [.. Missing(folder.Metadata ?? new StudyMetadata())];
        yield return missing.Length == 0
            ? new DatasetRemark(DatasetLevel.Good, "files", $"{StudyMetadata.FileName} says who made it and what it is.")
            : new DatasetRemark(
                DatasetLevel.Note,
                "files",
                $"{StudyMetadata.FileName} does not say {string.Join(", ", missing)}. Write them there, or under 'hypermax_results' of search.json.");
        if (Best(folder) is { } remark)
        {
            yield return remark;
        }
    }

    private static IEnumerable<string> Missing(StudyMetadata metadata)
    {
        (string Key, string? Text)[] wanted = [("author", metadata.Author), ("contact", metadata.Contact), ("description", metadata.Description)];
        return wanted.Where(entry => entry.Text is null).Select(entry => $"'{entry.Key}'");
    }

    private static DatasetRemark? Best(DatasetFolder folder)
    {
        string path = Path.Combine(folder.Path, BestJsonWriter.FileNames[0]);
        if (!File.Exists(path) || folder.Study.Best is not { } best)
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            double loss = Number(document.RootElement, "loss");
            double trial = Number(document.RootElement, "trial");
            double lowest = folder.Study.Losses[folder.Study.BestRow];
            return IsMeanOfRows(folder.Study, trial, loss) ? null
                : Math.Abs(loss - lowest) > 1e-9 * Math.Abs(lowest)
                ? new DatasetRemark(
                    DatasetLevel.Problem,
                    "files",
                    $"best.json has the loss {NumberText.Digits(loss, 6)}, the best row {NumberText.Digits(lowest, 6)}: "
                        + "rows are missing, or it is of another table.")
                : trial != best.Number && !double.IsNaN(trial)
                ? new DatasetRemark(
                    DatasetLevel.Note,
                    "files",
                    FormattableString.Invariant($"best.json calls the best trial {trial}, the table {best.Number}: rows were taken out, or numbered anew."))
                : null;
        }
        catch (JsonException error)
        {
            return new DatasetRemark(DatasetLevel.Problem, "files", $"best.json cannot be read: {error.Message}");
        }
    }

    // Where points were evaluated repeatedly the best is the one with the lowest mean, which no row need have.
    private static bool IsMeanOfRows(StudyData study, double trial, double loss)
    {
        if (study.Complete.FirstOrDefault(row => row.Number == trial) is not { } best)
        {
            return false;
        }

        double[] losses = [.. Enumerable.Range(0, study.Complete.Count).Where(i => study.Complete[i].Point.Equals(best.Point)).Select(i => study.Losses[i])];
        return losses.Length > 1 && losses.Min() <= loss && loss <= losses.Max();
    }

    private static double Number(JsonElement json, string key) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble()
            : double.NaN;
}
