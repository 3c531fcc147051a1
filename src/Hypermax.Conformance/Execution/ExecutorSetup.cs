using System.Globalization;
using Hypermax.Execution;
using Hypermax.Execution.Limits;

namespace Hypermax.Conformance;

/// <summary>What an executor under test is made for: the same trials as a function of this process and as a program.</summary>
/// <remarks>A point has the behaviour of its trial (<see cref="TrialBehaviour"/>) and the value that the trial gives.</remarks>
public sealed class ExecutorSetup : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hypermax-conformance-");

    // Not disposed: trials of a broken executor may go on waiting for it.
    private readonly ManualResetEventSlim _end = new();
    private int _started;

    internal ExecutorSetup(TrialLimits limits)
    {
        Limits = limits;
        string script = Path.Combine(_folder.FullName, "trial.sh");
        using (Stream from = typeof(ExecutorSetup).Assembly.GetManifestResourceStream("Hypermax.Conformance.trial.sh")!)
        using (FileStream to = File.Create(script))
        {
            from.CopyTo(to);
        }

        Arguments = [script, "{behaviour}", "{value}", Mark];
    }

    /// <summary>Gets the space: the behaviour by its name in camel case, such as <c>notFinite</c>, and a value from -1,000,000 to 1,000,000.</summary>
    public static SearchSpace Space { get; } = new(
        "trials",
        [
            new CategoricalParameter("behaviour", Enum.GetValues<TrialBehaviour>().Select(NameOf)),
            new NumericParameter("value", Law.Uniform, -1e6, 1e6),
        ]);

    /// <summary>Gets what trials may use; an executor that keeps no limits may ignore it.</summary>
    public TrialLimits Limits { get; }

    /// <summary>Gets how many trials run at once, in slots from 0 on. 4.</summary>
    public int Slots => 4;

    /// <summary>Gets the program that runs a trial, which takes <see cref="Arguments"/>: a POSIX shell.</summary>
    public string FileName => "sh";

    /// <summary>Gets the arguments of the program; <c>{behaviour}</c> and <c>{value}</c> stand for what the point has.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>Gets what all processes of trials carry in the environment variable <see cref="Survivors.Variable"/>, so that those that are left are found.
    /// </summary>
    /// <remarks>The program sets it itself. An executor that runs other programs sets it for them.</remarks>
    public string Mark { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Gets the folder of the study that trials belong to.</summary>
    internal string StudyFolder => Path.Combine(_folder.FullName, "study");

    /// <summary>Gets how many trials began, of those that are run by <see cref="RunAsync"/> or the program.</summary>
    internal int Started
    {
        get
        {
            string file = Path.Combine(_folder.FullName, "started");
            return Volatile.Read(ref _started) + (File.Exists(file) ? File.ReadAllLines(file).Length : 0);
        }
    }

    /// <summary>Evaluates a point as a function of this process; the objective of executors that need one.</summary>
    /// <param name="point">A point of <see cref="Space"/>.</param>
    /// <param name="trial">The trial.</param>
    public Task<double> RunAsync(Point point, TrialContext trial)
    {
        Interlocked.Increment(ref _started);
        double value = point[1];
        switch ((TrialBehaviour)(int)point[0])
        {
            case TrialBehaviour.Completes:
                return Task.FromResult(value);
            case TrialBehaviour.NotFinite:
                return Task.FromResult(double.NaN);
            case TrialBehaviour.Throws:
                throw new InvalidOperationException("The model's matrix isn't invertible.");
            case TrialBehaviour.Waits:
                return WaitAsync(trial.Cancellation);
            case TrialBehaviour.Ignores:
                _end.Wait(CancellationToken.None);
                return Task.FromResult(value);
            case TrialBehaviour.Reports:
                trial.Report(0.5, 1);
                trial.Report(0.25, 2);
                trial.Report(0.125, 5);
                return Task.FromResult(value);
            default:
                throw new NotSupportedException("A trial that dies or leaves processes behind needs a process of its own.");
        }
    }

    /// <summary>Ends trials that ignore that they are told to stop, and removes the program.</summary>
    public void Dispose()
    {
        _end.Set();
        _folder.Delete(recursive: true);
    }

    internal TrialJob JobOf(TrialBehaviour behaviour, double value, int number, int slot = 0, Func<TrialReport, bool>? reported = null) => new()
    {
        Number = number,
        Slot = slot,
        Space = Space,
        Point = [(int)behaviour, value],
        Seed = 1,
        StudyFolder = number % 2 == 1 ? StudyFolder : null,
        Reported = reported,
    };

    internal static string NameOf(TrialBehaviour behaviour)
    {
        string name = behaviour.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToLowerInvariant(name[0])}{name[1..]}");
    }

    private static async Task<double> WaitAsync(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(false);
        return 0;
    }
}
