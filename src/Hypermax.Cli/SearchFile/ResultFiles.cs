using System.Text;
using System.Text.Json;
using Hypermax.Config;
using Hypermax.Config.Text;
using Hypermax.Export;

namespace Hypermax.SearchFile;

/// <summary>The files of a result folder that a search begins with: its configuration, guidance, and who made it.</summary>
internal static class ResultFiles
{
    public const string Guidance = "guidance.json";

    // What Hypermax writes where nobody guides; people and tools fill it in.
    private const string NoGuidance = """
        {
            "filteringMode": "none",
            "filteringPercentile": 0,
            "lockedParameters": [],
            "refitParameters": [],
            "scrambleParameters": []
        }

        """;

    /// <summary>Writes them; the guidance only where there is none yet.</summary>
    /// <param name="folder">The folder; created when missing.</param>
    /// <param name="config">The configuration, which is written as JSON with its references in place.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static void Write(string folder, SearchConfig config)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (FileNotFoundException error)
        {
            // What some file systems say of a place where nothing can be made.
            throw new IOException($"The folder '{folder}' cannot be made.", error);
        }

        string json = NodeJson.Write(config.Root, indented: true) + "\n";
        Replace(Path.Combine(folder, EarlierResults.Configuration), json);
        string guidance = Path.Combine(folder, Guidance);
        if (!File.Exists(guidance))
        {
            Replace(guidance, NoGuidance);
        }

        if (StudyMetadata.Read(json) is { } metadata && config.Root.Find("hypermax_results") is not null)
        {
            using MemoryStream content = new();
            metadata.Write(content);
            Replace(Path.Combine(folder, StudyMetadata.FileName), Encoding.UTF8.GetString(content.ToArray()));
        }
    }

    /// <summary>Replaces a file as a whole; one with the same content is left alone.</summary>
    public static void Replace(string path, string content)
    {
        if (File.Exists(path) && File.ReadAllText(path) == content)
        {
            return;
        }

        string draft = FormattableString.Invariant($"{path}.{Guid.NewGuid():N}.tmp");
        File.WriteAllText(draft, content);
        File.Move(draft, path, overwrite: true);
    }
}
