using System.Text.Json;
using Hypermax.Dashboard.Contracts;
using Hypermax.Studies.Watching;

namespace Hypermax.Dashboard.Notes;

/// <summary>Labels of studies, each in <c>dashboard.json</c> among the papers of its study.</summary>
internal static class StudyLabels
{
    private const string Name = "dashboard.json";
    private const int MostLetters = 200;
    private const int MostTags = 20;

    /// <summary>Gets the label of a study; one that cannot be read is none.</summary>
    public static StudyLabel Of(StudyPlace place)
    {
        string text = place.Papers.Glance(Name);
        try
        {
            return text.Length > 0 && JsonSerializer.Deserialize(text, DashboardJson.Default.LabelEdit) is { } edit
                ? new StudyLabel(edit.Title, [.. (edit.Tags ?? []).OfType<string>()], edit.IsArchived)
                : StudyLabel.None;
        }
        catch (JsonException)
        {
            return StudyLabel.None;
        }
    }

    /// <summary>Writes on a study.</summary>
    /// <exception cref="FormatException">A text is too long, or there are too many tags.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(StudyPlace place, LabelEdit edit)
    {
        if (edit.Tags?.Any(tag => tag is null) == true)
        {
            throw new FormatException("One of the tags is null; a tag is a text. Leave it out.");
        }

        string[] tags = [.. (edit.Tags ?? []).OfType<string>().Select(tag => tag.Trim()).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)];
        if (edit.Title?.Length > MostLetters || tags.Length > MostTags || tags.Any(tag => tag.Length > MostLetters))
        {
            throw new FormatException(FormattableString.Invariant(
                $"A title or a tag has more than {MostLetters} letters, or there are more than {MostTags} tags. Write less."));
        }

        LabelEdit kept = new(string.IsNullOrWhiteSpace(edit.Title) ? null : edit.Title.Trim(), tags, edit.IsArchived);
        place.Papers.Write(Name, JsonSerializer.Serialize(kept, DashboardJson.Default.LabelEdit), before: null);
    }
}
