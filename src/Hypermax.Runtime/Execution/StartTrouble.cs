using System.ComponentModel;
using System.Net.Sockets;

namespace Hypermax.Execution;

/// <summary>Says in words, with the remedy, why a program could not be started although it is there.</summary>
internal static class StartTrouble
{
    private const int TryAgain = 11;
    private const int TooManyInSystem = 23;
    private const int TooManyFiles = 24;

    /// <summary>Makes the exception that executors record for whatever starting a process threw.</summary>
    public static Win32Exception Explain(Exception error) => error switch
    {
        Win32Exception { NativeErrorCode: TooManyFiles or TooManyInSystem } when !OperatingSystem.IsWindows() => TooMany(error),
        Win32Exception { NativeErrorCode: TryAgain } when !OperatingSystem.IsWindows() => new Win32Exception(
            TryAgain, $"{error.Message}. There are too many processes; raise 'ulimit -u', or run fewer trials at once."),
        Win32Exception known => known,

        // The runtime says so when the pipes to the process take the last descriptors.
        OutOfMemoryException or IOException or SocketException => TooMany(error),
        _ => new Win32Exception(0, error.Message),
    };

    private static Win32Exception TooMany(Exception error) =>
        new(
            TooManyFiles,
            $"{error.Message}. There may be too many open files; every trial that runs needs about ten. Raise 'ulimit -n', or run fewer trials at once.");
}
