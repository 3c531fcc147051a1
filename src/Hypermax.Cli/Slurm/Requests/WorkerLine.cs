using System.Globalization;
using Hypermax.Execution.Command;
using Hypermax.Settings;

namespace Hypermax.Slurm;

/// <summary>The command line of a worker, as a script has it.</summary>
internal sealed record WorkerLine
{
    /// <summary>Gets the words by which <c>hypermax</c> is started.</summary>
    public required IReadOnlyList<string> Program { get; init; }

    /// <summary>Gets the configuration, in full.</summary>
    public required string File { get; init; }

    /// <summary>Gets the folder of the study, in full: that of logs and the report where there is a store.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the address of the store, or null for the folder.</summary>
    public string? Store { get; init; }

    /// <summary>Gets the name of the study in the store.</summary>
    public string? Study { get; init; }

    /// <summary>Gets the properties, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    /// <summary>Gets how many trials a worker begins at most.</summary>
    public int? MaxTrials { get; init; }

    /// <summary>Gets after how long it begins none.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>Gets how long running trials have after a warning.</summary>
    public TimeSpan? Grace { get; init; }

    /// <summary>Gets whether it leaves when others run what is left.</summary>
    public bool LeavesWhenIdle { get; init; } = true;

    /// <summary>Writes it for a shell.</summary>
    public string Write()
    {
        List<string> words = [.. Program, "worker", File];
        if (Store is null)
        {
            words.AddRange(["--folder", Folder]);
        }
        else
        {
            words.AddRange(["--store", Store, "--study", Study!, .. StoreText.IsFolder(Store) ? Array.Empty<string>() : ["--folder", Folder]]);
        }

        Add(words, "--max-trials", MaxTrials?.ToString(CultureInfo.InvariantCulture));
        Add(words, "--max-time", Seconds(MaxTime));
        Add(words, "--grace", Seconds(Grace));
        if (LeavesWhenIdle)
        {
            words.Add("--idle-exit");
        }

        foreach (string property in Properties)
        {
            words.AddRange(["-p", property]);
        }

        return string.Join(' ', words.Select(CommandLine.Quote));
    }

    private static void Add(List<string> words, string option, string? value)
    {
        if (value is not null)
        {
            words.AddRange([option, value]);
        }
    }

    private static string? Seconds(TimeSpan? time) => time?.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
}
