using System.Text.Json;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Files;
using Hypermax.Folder;
using Hypermax.Settings;

namespace Hypermax.Slurm;

/// <summary>What the jobs of a search run their trials by, as the folder of the jobs says it: the settings, and the worker of an objective.</summary>
internal sealed record NodePlan
{
    private const string FileName = "plan.json";

    // Slurm gives cores and GPUs out; numbers of this machine mean nothing on a node.
    private static readonly Setting[] OfHere = [TrialSettings.Executor, TrialSettings.ExecutorOptions, TrialSettings.Gpus, TrialSettings.SlotCores];

    /// <summary>Gets the settings.</summary>
    public required SettingSet Settings { get; init; }

    /// <summary>Gets how a worker is started; null where a program or a Python function is searched.</summary>
    public WorkerCommand? Worker { get; init; }

    /// <summary>Gets the name of the objective that the worker runs.</summary>
    public string? Objective { get; init; }

    private SettingSource Source => SourceOf(Worker is not null);

    /// <summary>Writes it.</summary>
    /// <param name="folder">The folder of the jobs.</param>
    public void Write(string folder) => WholeFile.Write(Path.Combine(folder, FileName), JsonOutput.Write(writer =>
    {
        writer.WriteStartObject("settings");
        foreach ((Setting setting, SettingValue given) in Settings.Given.Where(given => !OfHere.Contains(given.Key) && Source.Known.Contains(given.Key)))
        {
            writer.WriteString(Source.NameOf(setting), setting.WriteOrNone(given.Value));
        }

        if (ExecutorSettings.OptionsOf(Settings, ofJobs: false) is { Count: > 0 } options)
        {
            writer.WriteString(Source.NameOf(TrialSettings.ExecutorOptions), TrialSettings.ExecutorOptions.Write(options));
        }

        writer.WriteEndObject();
        if (Worker is { } worker)
        {
            writer.WriteString("objective", Objective);
            writer.WriteStartArray("worker");
            writer.WriteStringValue(worker.FileName);
            foreach (string argument in worker.Arguments)
            {
                writer.WriteStringValue(argument);
            }

            writer.WriteEndArray();
        }
    }) + "\n");

    /// <summary>Reads it.</summary>
    /// <param name="folder">The folder of the jobs.</param>
    /// <param name="violations">Takes what is wrong, which only another release can have written.</param>
    public static NodePlan Read(string folder, Violations violations)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
        JsonElement json = document.RootElement;
        string[]? worker = json.TryGetProperty("worker", out JsonElement words) ? [.. words.EnumerateArray().Select(word => word.GetString()!)] : null;
        return new NodePlan
        {
            Settings = SettingReader.Read(
                SourceOf(worker is not null),
                json.GetProperty("settings").EnumerateObject().Select(setting => new KeyValuePair<string, string>(setting.Name, setting.Value.GetString()!)),
                violations),
            Worker = worker is null ? null : new WorkerCommand { FileName = worker[0], Arguments = worker[1..] },
            Objective = json.TryGetProperty("objective", out JsonElement objective) ? objective.GetString() : null,
        };
    }

    private static SettingSource SourceOf(bool isObjective) => isObjective ? SettingSource.TuneOption : SettingSource.RunOption;
}
