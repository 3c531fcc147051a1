namespace Hypermax.Execution.Watchdogs;

/// <summary>A process and all it started, however they try to get away: what they use, and how they end.</summary>
/// <remarks>Every kind of system has its own way of finding the processes; the rules are the same.
/// Sampling is for one thread at a time, killing for any.</remarks>
internal abstract class ProcessTree : IDisposable
{
    /// <summary>The environment variable that marks the processes of one tree: children inherit it even when they leave their parent,
    /// group and session.</summary>
    public const string MarkVariable = "HYPERMAX_TREE";

    private const int Rounds = 200;

    /// <summary>Creates the tree of a process that was just started.</summary>
    /// <param name="root">The id of the first process.</param>
    protected ProcessTree(int root) => Root = root;

    /// <summary>Gets the id of the first process.</summary>
    public int Root { get; }

    /// <summary>Begins to follow a process that was just started.</summary>
    /// <param name="process">The process; still referenced by its starter.</param>
    /// <param name="mark">The value of <see cref="MarkVariable"/> it was started with.</param>
    /// <param name="group">The control group it was started in, now the tree's to dispose of; null where there is none.</param>
    public static ProcessTree Follow(System.Diagnostics.Process process, string mark, ControlGroup? group)
    {
        if (OperatingSystem.IsLinux())
        {
            return new LinuxProcessTree(process.Id, mark, group);
        }

        return OperatingSystem.IsWindows() ? new WindowsProcessTree(process) : new MacProcessTree(process.Id);
    }

    /// <summary>Measures the tree.</summary>
    /// <param name="withStorage">Whether the bytes read and written must be of this moment; else they may be a second old.</param>
    /// <param name="sample">The figures; meaningless when nothing was left.</param>
    /// <returns>Whether any process was there to be measured.</returns>
    public abstract bool TrySample(bool withStorage, out TreeSample sample);

    /// <summary>Finds every process of the tree that is still alive, by all means there are.</summary>
    public abstract IReadOnlyList<int> Members();

    /// <summary>Asks the processes to end.</summary>
    public abstract void Terminate();

    /// <summary>Ends every process of the tree and waits until none is left.</summary>
    /// <returns>How many would not go within two seconds: 0 but for processes stuck in the kernel.</returns>
    public int Kill()
    {
        for (int round = 0; round < Rounds; round++)
        {
            // A process may start another between our look and our signal, so look again until there is nothing to see.
            if (KillOnce() == 0)
            {
                return 0;
            }

            Thread.Sleep(round < 10 ? 2 : 10);
        }

        return Members().Count;
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }

    /// <summary>Sends the signal that cannot be refused to every process that is there.</summary>
    /// <returns>How many there were.</returns>
    protected abstract int KillOnce();
}
