using Hypermax.Worker.Unix;

namespace Hypermax.Worker.Protocol;

/// <summary>What user code prints through: the console's writers and the descriptors below them, which trials share.</summary>
internal static class Prints
{
    /// <summary>Sends on what a trial has printed, and puts right what it has broken, so that the next one can print.</summary>
    /// <remarks>A writer that works stays, also one of the user's own; one that is disposed of, or throws, is replaced.</remarks>
    public static void Settle()
    {
        if (!OperatingSystem.IsWindows())
        {
            Descriptors.RestoreOutputs();
        }

        if (!Works(Console.Out))
        {
            Console.SetOut(Fresh(OperatingSystem.IsWindows() ? Console.OpenStandardError() : Console.OpenStandardOutput()));
        }

        if (!Works(Console.Error))
        {
            Console.SetError(Fresh(Console.OpenStandardError()));
        }
    }

    private static bool Works(TextWriter writer)
    {
        try
        {
            writer.Flush();
            writer.Write(string.Empty);
            return true;
        }
        catch (Exception)
        {
            // Whatever a writer of the user's own throws.
            return false;
        }
    }

    private static StreamWriter Fresh(Stream stream) => new(stream) { AutoFlush = true };
}
