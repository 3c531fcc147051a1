namespace Hypermax.Execution.Remote;

/// <summary>A machine that runs trials.</summary>
/// <param name="Name">What <c>ssh</c> is told: a host name, <c>user@host</c>, or a name from the ssh configuration.</param>
/// <param name="Slots">How many trials it runs at once; above 0.</param>
public sealed record RemoteHost(string Name, int Slots = 1);
