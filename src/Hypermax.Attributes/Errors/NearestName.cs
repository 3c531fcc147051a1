namespace Hypermax.Errors;

/// <summary>Finds the name that someone who mistyped it probably meant; compiled into the generator too.</summary>
internal static class NearestName
{
    /// <summary>Gets the known name with the fewest edits, or null when none is near.</summary>
    /// <param name="word">What was written; case does not count.</param>
    /// <param name="names">What there is; the first of equally near ones wins.</param>
    public static string? Of(string word, IEnumerable<string> names)
    {
        string? nearest = null;
        int fewest = Math.Max(2, word.Length / 3) + 1;
        foreach (string name in names)
        {
            int edits = Edits(word.ToUpperInvariant(), name.ToUpperInvariant());
            if (edits < fewest && edits < name.Length)
            {
                (nearest, fewest) = (name, edits);
            }
        }

        return nearest;
    }

    /// <summary>Asks whether the nearest name was meant, as the beginning of a remedy; nothing where none is near.</summary>
    public static string Hint(string word, IEnumerable<string> names) => Of(word, names) is { } nearest ? $"Did you mean '{nearest}'? " : string.Empty;

    /// <summary>Gets Levenshtein's distance: how many letters have to be added, dropped or exchanged.</summary>
    public static int Edits(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 0; i < left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < right.Length; j++)
            {
                int replaced = diagonal + (left[i] == right[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
