namespace Hypermax.Execution.Remote;

/// <summary>A command that evaluates points on other machines, over <c>ssh</c>.</summary>
public sealed record RemoteSpec
{
    /// <summary>Gets the hosts; trials are spread over them by slot.</summary>
    public required IReadOnlyList<RemoteHost> Hosts { get; init; }

    /// <summary>Gets the command, read by <c>sh</c> there; a template as in <see cref="Command.CommandSpec"/> whose values arrive quoted.</summary>
    public required string Command { get; init; }

    /// <summary>Gets the folder there in which the command starts. By default null: the one <c>ssh</c> starts in.</summary>
    public string? Folder { get; init; }

    /// <summary>Gets a folder that is copied there first. By default null: none.</summary>
    public RemoteCopy? Copy { get; init; }

    /// <summary>Gets the <c>ssh</c> client. By default the one on the path.</summary>
    public string Ssh { get; init; } = "ssh";

    /// <summary>Gets the options of the client. By default: never ask for a password, give up connecting after 10 s,
    /// notice a dead connection after 15 s.</summary>
    public IReadOnlyList<string> SshOptions { get; init; } =
        ["-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=10", "-o", "ServerAliveInterval=5", "-o", "ServerAliveCountMax=3"];

    /// <summary>Gets whether the parameters arrive on standard input with an object for every segment of a path. By default true.</summary>
    public bool IsNested { get; init; } = true;

    /// <summary>Gets how many trials run at once on all hosts together.</summary>
    public int Slots => Hosts.Sum(host => host.Slots);
}
