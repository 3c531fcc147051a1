using Hypermax.Storage.Journal;
using Hypermax.Tests.Studies;

namespace Hypermax.Tests.Storage;

/// <summary>A folder with a small study, to be damaged by tests.</summary>
internal sealed class StudyFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hypermax-folder-").FullName;

    public StudyFolder(int trials)
    {
        Path = System.IO.Path.Combine(_root, "study");
        Directory.CreateDirectory(Path);
        if (trials > 0)
        {
            using Study study = Open();
            Run(study, trials);
        }
    }

    public string Path { get; }

    public string Journal => System.IO.Path.Combine(Path, JournalStore.FileName);

    public string[] Lines
    {
        get => File.ReadAllText(Journal).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        set => File.WriteAllText(Journal, string.Concat(value.Select(line => line + "\n")));
    }

    public string[] Files => [.. Directory.GetFiles(Path).Select(file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public string Beside(string name) => System.IO.Path.Combine(_root, name);

    public Study Open(SearchSpace? space = null) => Study.Create(space ?? TestSpaces.Mixed, new StudyOptions { Folder = Path, Method = "random", Seed = 11 });

    public static void Run(Study study, int trials)
    {
        for (int i = 0; i < trials; i++)
        {
            Trial trial = study.Ask()!;
            study.Tell(trial, TestSpaces.Loss(trial.Point));
        }
    }

    public static string Describe(TrialRecord trial) =>
        FormattableString.Invariant($"{trial.Number} {trial.State} {trial.Value:R} ")
        + "["
        + FormattableString.Invariant(
            $"{string.Join(' ', trial.Point.Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)))}")
        + "]";

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
