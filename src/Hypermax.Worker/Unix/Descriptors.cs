using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Hypermax.Worker.Unix;

/// <summary>Moves the standard streams to descriptors that user code does not know and children do not inherit.</summary>
internal static class Descriptors
{
    private const int GetDescriptorFlags = 1;

    private const int StandardInput = 0;
    private const int StandardOutput = 1;
    private const int StandardError = 2;

    /// <summary>The lowest number a moved descriptor may get: out of the way of programs that count on small ones.</summary>
    private const int FirstPrivate = 60;

    private static int _log = -1;

    public static (Stream Input, Stream Output, Stream Log) TakeStandardStreams()
    {
        Stream input = new FileStream(new SafeFileHandle(Move(StandardInput), ownsHandle: true), FileAccess.Read, bufferSize: 1);
        Stream output = new FileStream(new SafeFileHandle(Move(StandardOutput), ownsHandle: true), FileAccess.Write, bufferSize: 1);
        _log = Move(StandardError);
        Stream log = new FileStream(new SafeFileHandle(_log, ownsHandle: true), FileAccess.Write, bufferSize: 1);
        using (SafeFileHandle nothing = File.OpenHandle("/dev/null"))
        {
            Check(NativeMethods.dup2(nothing.DangerousGetHandle().ToInt32(), StandardInput));
        }

        Check(NativeMethods.dup2(StandardError, StandardOutput));
        return (input, output, log);
    }

    /// <summary>Opens what user code has closed of standard output and error: the next file anybody opened would get their prints.</summary>
    public static void RestoreOutputs()
    {
        foreach (int descriptor in new[] { StandardOutput, StandardError })
        {
            if (NativeMethods.fcntl(descriptor, GetDescriptorFlags, 0) < 0)
            {
                _ = NativeMethods.dup2(_log, descriptor);
            }
        }
    }

    // F_DUPFD_CLOEXEC: children of user code must not hold our pipe open, or its end would never be seen.
    private static int Move(int descriptor) => OperatingSystem.IsMacOS()
        ? Check(RuntimeInformation.ProcessArchitecture == Architecture.Arm64
            // Apple passes variadic arguments on the stack: the ninth argument of a plain call lands where they are expected.
            ? NativeMethods.fcntl_apple(descriptor, 67, 0, 0, 0, 0, 0, 0, FirstPrivate)
            : NativeMethods.fcntl(descriptor, 67, FirstPrivate))
        : Check(NativeMethods.fcntl(descriptor, 1030, FirstPrivate));

    private static int Check(int result) => result >= 0
        ? result
        : throw new IOException("The worker cannot set up its private pipe: " + Marshal.GetLastPInvokeErrorMessage());

    private static class NativeMethods
    {
        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int fcntl(int descriptor, int command, nint argument);

        [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int fcntl_apple(int descriptor, int command, nint r2, nint r3, nint r4, nint r5, nint r6, nint r7, nint argument);

        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int dup2(int from, int to);
    }
}
