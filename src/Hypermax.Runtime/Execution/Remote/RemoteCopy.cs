namespace Hypermax.Execution.Remote;

/// <summary>A folder that is brought to every host before the first trial.</summary>
/// <remarks>Copied once for each host and content: a host that has the same content already is left alone. Nothing is deleted there.</remarks>
/// <param name="From">The folder here.</param>
/// <param name="To">The folder there; made if it does not exist.</param>
public sealed record RemoteCopy(string From, string To);
