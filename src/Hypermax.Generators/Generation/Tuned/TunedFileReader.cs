using Hypermax.Generators.Generation.Tuned.Model;
using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Generation.Tuned;

/// <summary>Reads tuned files (docs/formats/tuned-file.md) for the generator and the analyzers alike.</summary>
internal static class TunedFileReader
{
    public static bool IsTunedFile(string path) => path.EndsWith(TunedFileName.Suffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets the file of a study: the one called like it; among several, the one that lies highest.</summary>
    public static TunedFile? Find(IEnumerable<TunedFile> files, string study)
    {
        string stem = TunedFileName.StemOf(study);
        return files
            .Where(file => file.Stem == stem)
            .OrderBy(file => file.Path.Length)
            .ThenBy(file => file.Path, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>Gets the name of a file without its folder.</summary>
    public static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    public static TunedFile Read(string path, string text)
    {
        string name = NameOf(path);
        string stem = name.Substring(0, name.Length - TunedFileName.Suffix.Length);
        List<TunedEntry> entries = [];
        List<TunedEntry> facts = [];
        TunedDamage? damage = ConflictMarkers.Find(text);
        try
        {
            if (damage is null)
            {
                ReadFile(new JsonScanner(text), entries, facts);
            }
        }
        catch (JsonScannerException error)
        {
            damage = error.Damage;
        }

        return damage is null
            ? new TunedFile(path, stem, entries.ToEquatableArray(), facts.ToEquatableArray(), Damage: null)
            : new TunedFile(path, stem, EquatableArray<TunedEntry>.Empty, EquatableArray<TunedEntry>.Empty, damage);
    }

    private static void ReadFile(JsonScanner json, List<TunedEntry> entries, List<TunedEntry> facts)
    {
        bool hasParameters = false;
        json.ReadObject(key =>
        {
            if (key.Name != "parameters")
            {
                facts.Add(json.ReadValue(key));
                CheckFormat(json, key, facts[facts.Count - 1]);
                return;
            }

            hasParameters = true;
            json.ReadObject(parameter => entries.Add(json.ReadValue(parameter)));
        });
        json.ReadEnd();
        if (!facts.Any(fact => fact.Name == "format"))
        {
            throw json.Broken("it has no 'format'; a tuned file says which version it has", 1, 1);
        }

        if (!hasParameters)
        {
            throw json.Broken("it has no 'parameters'; a tuned file lists the values", 1, 1);
        }
    }

    private static void CheckFormat(JsonScanner json, TunedEntry key, TunedEntry fact)
    {
        if (key.Name == "format" && (fact.Kind != TunedKind.Number || fact.Text != "1"))
        {
            throw json.Broken($"its format is {fact.Text}, but this version of Hypermax reads format 1; update Hypermax or tune again", key.Line, key.Column);
        }
    }
}
