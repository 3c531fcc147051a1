using System.Collections.Concurrent;
using System.Text.Json;
using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Sources;

namespace Hypermax.Dashboard.Notes;

/// <summary>Labels of studies, each in <c>dashboard.json</c> in the folder of its study.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal static class StudyLabels
{
    private const string FileName = "dashboard.json";
    private const int MostLetters = 200;
    private const int MostTags = 20;

    private static readonly ConcurrentDictionary<string, (DateTime Written, StudyLabel Label)> Known = new(StringComparer.Ordinal);

    /// <summary>Gets the label of a study; one that cannot be read is none.</summary>
    public static StudyLabel Of(StudyPlace place)
    {
        if (place.Folder is null)
        {
            return StudyLabel.None;
        }

        string path = Path.Combine(place.Folder, FileName);
        DateTime written = File.GetLastWriteTimeUtc(path);
        if (Known.TryGetValue(path, out (DateTime Written, StudyLabel Label) known) && known.Written == written)
        {
            return known.Label;
        }

        StudyLabel label = Read(path);
        Known[path] = (written, label);
        return label;
    }

    /// <summary>Writes on a study.</summary>
    /// <exception cref="FormatException">A text is too long, or there are too many tags.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static void Write(string folder, LabelEdit edit)
    {
        string[] tags = [.. (edit.Tags ?? []).Select(tag => tag.Trim()).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)];
        if (edit.Title?.Length > MostLetters || tags.Length > MostTags || tags.Any(tag => tag.Length > MostLetters))
        {
            throw new FormatException(FormattableString.Invariant(
                $"A title or a tag has more than {MostLetters} letters, or there are more than {MostTags} tags. Write less."));
        }

        LabelEdit kept = new(string.IsNullOrWhiteSpace(edit.Title) ? null : edit.Title.Trim(), tags, edit.IsArchived);
        string path = Path.Combine(folder, FileName);
        Writing.AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(kept, DashboardJson.Default.LabelEdit));
        Known.TryRemove(path, out _);
    }

    private static StudyLabel Read(string path)
    {
        try
        {
            LabelEdit? edit = File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), DashboardJson.Default.LabelEdit) : null;
            return edit is null ? StudyLabel.None : new StudyLabel(edit.Title, edit.Tags ?? [], edit.IsArchived);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return StudyLabel.None;
        }
    }
}
