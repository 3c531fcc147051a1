using System.Text.Json;
using Hypermax.Errors;
using Hypermax.Execution.Usages;
using Hypermax.Folder;
using Hypermax.PostgreSql.Administration;
using Hypermax.SearchFile;
using Hypermax.Settings;
using Hypermax.Storage.Journal;

namespace Hypermax.Stores;

/// <summary>What a study folder says of the store that keeps its study: the file <c>store.json</c>, in the place of a journal. It holds no password.</summary>
/// <param name="Address">The address of the store.</param>
/// <param name="Study">The name of the study in it.</param>
internal sealed record StoreMark(string Address, string Study)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "store.json";

    private const int Format = 1;

    /// <summary>Gets the mark of a search, or null where its study is kept in its folder.</summary>
    public static StoreMark? Of(StudyOptions options) => options is { StoreAddress: { } address, Name: { } study } && !StoreText.IsFolder(address)
        ? new StoreMark(StoreText.WithoutPassword(address), study)
        : null;

    /// <summary>Reads the mark of a folder; null where it has none.</summary>
    /// <exception cref="JournalFormatException">The file is damaged, or of a newer version.</exception>
    public static StoreMark? Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            return root.GetProperty("format").GetInt32() <= Format
                ? new StoreMark(root.GetProperty("store").GetString()!, root.GetProperty("study").GetString()!)
                : throw new JournalFormatException($"'{path}' was written by a newer version. Update Hypermax.");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JournalFormatException($"'{path}' says nothing of a store: {error.Message} Run the search again, which writes it anew.");
        }
    }

    /// <summary>Leaves the mark of a search in its folder, or takes away that of an earlier one.</summary>
    /// <param name="folder">The folder of the study.</param>
    /// <param name="options">The search.</param>
    public static void Leave(string folder, StudyOptions options)
    {
        if (Of(options) is not { } mark)
        {
            File.Delete(Path.Combine(folder, FileName));
            return;
        }

        Directory.CreateDirectory(folder);
        ResultFiles.Replace(
            Path.Combine(folder, FileName),
            JsonOutput.Write(writer =>
            {
                writer.WriteNumber("format", Format);
                writer.WriteString("store", mark.Address);
                writer.WriteString("study", mark.Study);
            }) + "\n");
    }

    /// <summary>Gets the address to open: who searched with the whole one in the environment may look at the study, and steer it, in the same way.</summary>
    public string OpenAddress =>
        Environment.GetEnvironmentVariable(StudySettings.Store.Variable) is { } given && StoreText.WithoutPassword(given) == Address ? given : Address;

    /// <summary>Reads the study as it stands in the store.</summary>
    /// <exception cref="IOException">The store cannot be reached, or has no such study.</exception>
    public JournalSnapshot ReadStudy()
    {
        using PostgresDatabase database = Open();
        return JournalSnapshot.OfRecords(database.Records(Study), $"Study '{Study}' of {database.Address}");
    }

    /// <summary>Gets how many processes search the study now, anywhere.</summary>
    public long Workers()
    {
        using PostgresDatabase database = Open();
        return database.Studies(Study) is [var study] ? study.Workers : 0;
    }

    /// <summary>Gets what the running trials use, wherever they run, by their numbers.</summary>
    public IReadOnlyDictionary<int, RunningUsage> Usages()
    {
        using PostgresDatabase database = Open();
        return database.Usages(Study);
    }

    /// <summary>Says how many search the study, for people; null when nobody does.</summary>
    /// <param name="workers">How many there are.</param>
    public string? Searchers(long workers) => workers == 0 ? null : $"{Counted.Of(workers, "worker")} on {Address}";

    private PostgresDatabase Open() => PostgresDatabase.Open(OpenAddress);
}
