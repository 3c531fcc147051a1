using System.CommandLine;
using System.CommandLine.Parsing;
using Hypermax.Execution.Command;
using Hypermax.Execution.Slurm;
using Hypermax.Run;
using Hypermax.Settings;
using Hypermax.Usage;

namespace Hypermax.Slurm;

/// <summary>The options about what the tasks of a job array do and ask for.</summary>
internal sealed class TaskOptions
{
    // Larger than any machine.
    private const int Most = 1_000_000_000;
    private readonly Argument<string> _file = new("file") { Description = "The configuration: search.json or search.yaml." };
    private readonly Option<string?> _folder = new("--folder")
    {
        Description = "The folder of the study, which all nodes see. With --store, where logs and the report go.",
    };

    private readonly IReadOnlyList<Option> _store = Shortcuts.CreateStore();
    private readonly Option<string> _array = new("--array")
    {
        Description = "The tasks, as Slurm writes them: 1-100%10 is a hundred, ten at once.",
        DefaultValueFactory = _ => "1-10",
    };

    private readonly Option<string?> _time = new("--time")
    {
        Description = "The time limit of a task, as Slurm writes it: minutes, or 1:30:00, or 2-12:00:00.",
        CustomParser = ReadTime,
    };

    private readonly Option<string?> _partition = new("--partition") { Description = "The partition." };
    private readonly Option<int?> _cpus = new Option<int?>("--cpus")
    {
        Description = "The cores of a task. By default SlotCores for each trial at once, where that is set.",
    }.Within(1, Most);

    private readonly Option<int?> _gpus = new Option<int?>("--gpus") { Description = "The GPUs of a task." }.Within(1, Most);
    private readonly Option<long?> _memory = new Option<long?>("--memory")
    {
        Description = "The memory of a task in mebibytes. By default TrialMemoryMegabytes for each trial at once and 512 more, where that is set.",
    }.Within(1L, Most);

    private readonly Option<string?> _mail = new("--mail") { Description = "Who gets one mail when the whole array has ended." };
    private readonly Option<string[]> _sbatch = new("--sbatch")
    {
        Description = "An option of sbatch as it is, such as --sbatch=--account=me. May be given several times.",
        DefaultValueFactory = _ => [],
        CustomParser = SbatchOption.Read,
    };

    private readonly Option<int?> _trials = new Option<int?>("--trials-per-task")
    {
        Description = "How many trials a task runs at most. By default as many as fit into its time.",
    }.Within(1, int.MaxValue);

    private readonly Option<TimeSpan?> _trialTime = TimeOptions.Time(
        "--trial-time",
        "How long a trial may take (30m): tasks begin none that could not end in their time. By default TrialSeconds, where that is set.");

    private readonly Option<string[]> _properties = new("--property", "-p")
    {
        Description = "A setting as NAME=VALUE that counts before the file, such as HypertuneTrials=200. May be given several times.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _program = new("--hypermax") { Description = "How nodes start hypermax, where that is not the path of this one." };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_file);
        foreach (Option option in (Option[])
            [_folder, .. _store, _array, _time, _partition, _cpus, _gpus, _memory, _mail, _sbatch, _trials, _trialTime, _properties, _program])
        {
            command.Add(option);
        }

        command.AddRule(result => result.GetValue(_folder) is ""
            ? "--folder is an empty text; it must be the path of a folder. Name one, or leave it out where a store is given."
            : null);
    }

    /// <summary>Reads the configuration and what was given.</summary>
    /// <exception cref="FormatException">Something makes no sense, in words.</exception>
    public TaskPlan Read(ParseResult parsed)
    {
        string file = Path.GetFullPath(parsed.GetRequiredValue(_file));
        SearchFile.ConfigCheck check = TaskPlan.Check(file, parsed.GetValue(_properties)!, Shortcuts.Read(_store, parsed));
        SettingSet settings = check.Settings;
        int workers = settings.Value(StudySettings.Workers) ?? 1;
        string text = parsed.GetRequiredValue(_array);
        TaskRequest request = new()
        {
            Array = ArrayRange.Parse(text),
            ArrayText = text,
            Time = parsed.GetValue(_time),
            Partition = parsed.GetValue(_partition),
            Cpus = parsed.GetValue(_cpus) ?? settings.Value(TrialSettings.SlotCores) * workers,
            Gpus = parsed.GetValue(_gpus),
            MemoryMb = parsed.GetValue(_memory)
                ?? (settings.Value(TrialSettings.TrialMemoryMegabytes) is double memory ? (long)Math.Ceiling(memory * workers) + 512 : null),
            Mail = parsed.GetValue(_mail),
            Others = parsed.GetValue(_sbatch)!,
        };
        string? store = settings.Text(StudySettings.Store);
        string? study = settings.Text(StudySettings.StoreStudy);
        TimeSpan? grace = GraceOf(request);
        return new TaskPlan(request, new WorkerLine
        {
            Program = parsed.GetValue(_program) is { } program ? CommandLine.Split(program) : OwnProgram.Words,
            File = file,
            Folder = FolderOf(store, study, parsed.GetValue(_folder), check.Config!.Directory),
            Store = store is not null && StoreText.IsFolder(store) ? Path.GetFullPath(store) : WithoutPassword(store),
            Study = study,
            Properties = parsed.GetValue(_properties)!,
            MaxTrials = parsed.GetValue(_trials),
            Grace = grace,
            MaxTime = MaxTime(request, TrialTime(parsed, settings)),
        }, check.Plan?.Options.Trials ?? settings.Value(StudySettings.Trials));
    }

    private static string ReadTime(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        if (!TimeLimit.Is(text))
        {
            result.AddError($"--time is '{text}'; it must be a time above 0 as Slurm writes it: minutes, or 1:30:00, or 2-12:00:00.");
        }

        return text;
    }

    private static string FolderOf(string? store, string? study, string? folder, string beside) =>
        store is null ? Path.GetFullPath(folder ?? throw new FormatException(
            "The workers share a study: name its folder with --folder, or its store with --store and --study."))
        : StoreText.IsFolder(store) ? Path.GetFullPath(Path.Combine(store, study!))
        : Path.GetFullPath(folder ?? $"{beside}_{TunedFileName.StemOf(study!)}");

    // A tenth of the time, so that most trials that run when a task is warned come to their end.
    private static TimeSpan? GraceOf(TaskRequest request) => request.Limit is { } limit
        ? TimeSpan.FromSeconds(Math.Clamp(Math.Floor(limit.TotalSeconds / 10), 15, 600))
        : null;

    private TimeSpan? TrialTime(ParseResult parsed, SettingSet settings) => parsed.GetValue(_trialTime)
        ?? (settings.Value(TrialSettings.TrialSeconds) is double seconds ? TimeSpan.FromSeconds(seconds) : null);

    private static TimeSpan? MaxTime(TaskRequest request, TimeSpan? trial)
    {
        if (request.Limit is not { } limit || trial is not { } longest)
        {
            return null;
        }

        TimeSpan left = limit - longest - TimeSpan.FromSeconds(30);
        return left > TimeSpan.Zero ? left : throw new FormatException(
            FormattableString.Invariant(
                $"A task has {limit.TotalMinutes:F0} minutes (--time), and one trial may take {longest.TotalMinutes:F0} (--trial-time or TrialSeconds); ")
                + "no trial would begin. Give tasks more time.");
    }

    // A script is a file, and a command line is seen by everybody on the node.
    private static string? WithoutPassword(string? store) => store is not null && StoreText.HasPassword(store)
        ? throw new FormatException(
            "The address of the store holds a password, which everybody on a node would see. Keep it in a password file (PGPASSFILE, ~/.pgpass).")
        : store;
}
