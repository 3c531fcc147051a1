namespace Hypermax.Errors;

/// <summary>Finds the names that someone who mistyped one may have meant.</summary>
internal static class NearestNames
{
    /// <summary>Gets at most three names a few letters away from a word, nearest first; all of them when none is near.</summary>
    /// <param name="word">What was written; case does not matter.</param>
    /// <param name="names">What exists.</param>
    public static IReadOnlyList<string> Of(string word, IReadOnlyList<string> names)
    {
        int most = Math.Max(2, word.Length / 3);
        string[] near = [.. names
            .Select(name => (name, distance: NearestName.Edits(word.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(candidate => candidate.distance <= most)
            .OrderBy(candidate => candidate.distance)
            .ThenBy(candidate => candidate.name, StringComparer.Ordinal)
            .Select(candidate => candidate.name)
            .Take(3)];
        return near.Length > 0 ? near : names;
    }
}
