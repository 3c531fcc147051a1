using Hypermax.Worker.Protocol;
using Hypermax.Worker.Trials;

namespace Hypermax.Worker;

/// <summary>Runs the objectives of one assembly for a coordinator on the other end of a private pipe.</summary>
/// <remarks>
/// <para>Started as <c>dotnet exec --runtimeconfig … --depsfile … Hypermax.Worker.dll --assembly Name</c>, so that every
/// assembly resolves as it would for the user's own program. The protocol is described in docs/formats/worker-protocol.md.</para>
/// </remarks>
internal static class Program
{
    /// <summary>Exit code for a command line that makes no sense.</summary>
    private const int BadArguments = 2;

    /// <summary>Exit code for an assembly without usable objectives; the ready line says why.</summary>
    private const int NoObjectives = 3;

    private static int Main(string[] arguments)
    {
        if (arguments is not ["--assembly", { Length: > 0 } assembly])
        {
            Console.Error.WriteLine("Usage: Hypermax.Worker.dll --assembly NAME; started by the coordinator, not by hand.");
            return BadArguments;
        }

        using Channel channel = Channel.Open();
        IReadOnlyDictionary<string, Building.ObjectiveDescriptor> objectives;
        try
        {
            objectives = ObjectiveSource.Load(assembly);
        }
        catch (ObjectiveSourceException error)
        {
            channel.Send(writer => Messages.WriteRefusal(writer, error));
            return NoObjectives;
        }

        channel.Send(writer => Messages.WriteReady(writer, assembly, objectives.Values));
        new CommandLoop(channel, objectives).Run();
        Departure.LeaveWithGroup();
        return 0;
    }
}
