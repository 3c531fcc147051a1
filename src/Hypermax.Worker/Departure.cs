using Hypermax.Worker.Unix;

namespace Hypermax.Worker;

/// <summary>How the worker leaves: in good order if the user's code lets it, and never with processes left behind.</summary>
internal static class Departure
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs the user's exit handlers for a moment, then ends this process and all of its group.</summary>
    public static void LeaveWithGroup()
    {
        // Exit handlers of user code may hang, and children of finished trials may still run. Whoever started us may be
        // gone already, so nobody else would clean up.
        Thread exit = new(() => Environment.Exit(0)) { IsBackground = true };
        AppDomain.CurrentDomain.ProcessExit += (_, _) => EndGroup();
        exit.Start();
        exit.Join(Patience);
        EndGroup();
        Environment.FailFast("The worker was told to leave and its group could not be ended.");
    }

    private static void EndGroup()
    {
        if (Session.IsLeader)
        {
            Session.KillGroup();
        }
    }
}
