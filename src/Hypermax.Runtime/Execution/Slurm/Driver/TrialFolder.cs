using System.Globalization;

namespace Hypermax.Execution.Slurm;

/// <summary>Where a trial and its job meet: one folder for each submission, which both sides write whole files into.</summary>
/// <param name="root">The folder of all of them.</param>
/// <param name="name">Its name, such as <c>t12a2-31f9c0</c>: trial 12, submitted for the second time.</param>
internal sealed class TrialFolder(string root, string name)
{
    private const string Outcome = "outcome.json";
    private const string Begun = "begun_";

    /// <summary>Gets the folder.</summary>
    public string Path { get; } = System.IO.Path.Combine(root, name);

    /// <summary>Gets its name.</summary>
    public string Name => name;

    /// <summary>Gets the file that says what is to be run.</summary>
    public string OrderFile => In("order.json");

    /// <summary>Gets the script of the job.</summary>
    public string ScriptFile => In("job.sh");

    /// <summary>Gets the file for what the job prints besides the trial: troubles of Slurm and of starting.</summary>
    public string OutputFile => In("output.txt");

    /// <summary>Gets the file that says how the trial ended; the first one counts, for a job may run twice at once.</summary>
    public string OutcomeFile => In(Outcome);

    /// <summary>Gets the file by which the trial learns that it is not worth finishing.</summary>
    public string PruneFile => In("prune");

    /// <summary>Gets the file that says that a run of the job has begun.</summary>
    /// <param name="run">How often the job was restarted before.</param>
    public string BegunFile(int run) => In(Begun + run.ToString(CultureInfo.InvariantCulture));

    /// <summary>Gets the file for intermediate values of a run of the job.</summary>
    public string ReportsFile(int run) => In(string.Create(CultureInfo.InvariantCulture, $"{ReportFile.Prefix}{run}.txt"));

    /// <summary>Makes a name that no submission has had, this search or before: Slurm remembers ended jobs for a while.</summary>
    /// <param name="number">The number of the trial.</param>
    /// <param name="attempt">Which submission of it this is, from 1.</param>
    public static string NewName(int number, int attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"t{number}a{attempt}-{Guid.NewGuid().ToString("N")[..6]}");

    /// <summary>Finds the folders that are there.</summary>
    public static IReadOnlyList<TrialFolder> Of(string root) => Directory.Exists(root)
        ?
        [
            .. Directory.GetDirectories(root, "t*a*")
                .Select(path => new TrialFolder(root, System.IO.Path.GetFileName(path)))
                .Where(folder => folder.Number >= 0),
        ]
        : [];

    /// <summary>Gets the number of the trial, or -1 for a folder of somebody else's.</summary>
    public int Number =>
        name.Length > 1 && int.TryParse(name[1..].Split('a')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;

    /// <summary>Lists what is there now; by a listing, for what a shared file system says of single names may be old.</summary>
    /// <returns>Nothing where somebody removed the folder: what its job does then is Slurm's to say.</returns>
    public IReadOnlySet<string> Look()
    {
        HashSet<string> files = new(StringComparer.Ordinal);
        try
        {
            files.UnionWith(Directory.GetFiles(Path).Select(file => System.IO.Path.GetFileName(file)!));
        }
        catch (DirectoryNotFoundException)
        {
            // Whoever polls learns from the queue that the job ended without a word.
        }

        return files;
    }

    /// <summary>Tells whether the trial has ended.</summary>
    public static bool HasOutcome(IReadOnlySet<string> files) => files.Contains(Outcome);

    /// <summary>Tells whether a run of the job has begun.</summary>
    public static bool HasBegun(IReadOnlySet<string> files) => files.Any(file => file.StartsWith(Begun, StringComparison.Ordinal));

    /// <summary>Gets the last lines of what the job printed besides the trial, or an empty text.</summary>
    public string OutputTail()
    {
        try
        {
            string[] lines = File.ReadAllText(OutputFile).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return string.Join('\n', lines.TakeLast(5));
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }

    /// <summary>Gives the submission up: no later search takes its job for that of the trial.</summary>
    public void Withdraw()
    {
        try
        {
            File.Delete(OrderFile);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Then the trial may fail once, as one whose job was cancelled.
        }
    }

    /// <summary>Removes it; what another machine still holds open may stay for a while.</summary>
    public void Delete()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A copy of the job may be writing its last words.
        }
    }

    private string In(string file) => System.IO.Path.Combine(Path, file);
}
