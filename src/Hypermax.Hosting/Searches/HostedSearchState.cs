namespace Hypermax.Hosting;

/// <summary>Where a hosted search stands.</summary>
public enum HostedSearchState
{
    /// <summary>The host has not started it yet.</summary>
    Waiting,

    /// <summary>It is switched off by its options.</summary>
    Disabled,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>A stop rule ended it.</summary>
    Finished,

    /// <summary>It stopped with its host, and goes on at the next start.</summary>
    Stopped,

    /// <summary>An error ended it; trials told before are kept.</summary>
    Failed,
}
