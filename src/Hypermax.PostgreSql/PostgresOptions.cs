namespace Hypermax.PostgreSql;

/// <summary>How a process takes part in a study that a database keeps.</summary>
public sealed record PostgresOptions
{
    /// <summary>Gets the folder of the study on this machine, for logs, checkpoints and reports. By default null: nothing is kept on disk.</summary>
    public string? Folder { get; init; }

    /// <summary>Gets how long the trials of a process wait for a sign of life before they are run again elsewhere.</summary>
    /// <value>At least 1 second; the default is 60 seconds. A sign of life is given four times as often, by the clock of the database. A process that is
    /// known to be gone, because it left or because another one on its machine sees that it ended, is not waited for.</value>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets how long a trial may run elsewhere before it is given out again although its process gives signs of life, for it may hang; the first
    /// outcome told counts. By default null: as long as its process lives.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Gets how long a server that cannot be reached is waited for; while it is opened, one that refuses is waited for five seconds at most.</summary>
    /// <value>0 or above; the default is 15 minutes.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets what is told, in a sentence, when the server has to be waited for longer than a second, and when it is back. By default nothing.</summary>
    /// <remarks>Called on any thread; one sentence for each outage and one for its end.</remarks>
    public Action<string>? Notice { get; init; }
}
