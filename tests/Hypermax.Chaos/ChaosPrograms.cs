using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Hypermax.Chaos;

/// <summary>What a trial can do wrong, each by name.</summary>
/// <remarks>Every program either gives a value or never comes to that; some print more than a value on the way.</remarks>
public static class ChaosPrograms
{
    private const long MostMebibytes = 3072;

    private static readonly List<byte[]> Hoard = [];

    /// <summary>Gets the programs by name.</summary>
    public static IReadOnlyDictionary<string, Func<CancellationToken, double>> All { get; } = new SortedDictionary<string, Func<CancellationToken, double>>(
        StringComparer.Ordinal)
    {
        ["good"] = _ => 0.25,
        ["zero"] = _ => 0.0,
        ["negative"] = _ => -3.5,
        ["nan"] = _ => double.NaN,
        ["infinity"] = _ => double.PositiveInfinity,
        ["throws"] = _ => throw new InvalidOperationException("The model's matrix isn't invertible."),
        ["sleeps"] = _ => Sleep(),
        ["obeys"] = Obey,
        ["spins"] = _ => Spin(),
        ["ignores-sigterm"] = _ => IgnoreTerminate(),
        ["grandchild"] = _ => WithGrandchild(leave: false),
        ["grandchild-outlives"] = _ => WithGrandchild(leave: true),
        ["grandchild-eats"] = _ => GrandchildEats(),
        ["daemon"] = _ => Daemon(),
        ["eats-fast"] = _ => Eat(64, TimeSpan.Zero),
        ["eats-slowly"] = _ => Eat(8, TimeSpan.FromMilliseconds(10)),
        ["eats-steadily"] = _ => EatSteadily(1e9),
        ["grows"] = _ => Eat(4, TimeSpan.FromMilliseconds(100)),
        ["floods"] = _ => Flood(long.MaxValue),
        ["floods-100mb"] = _ => Flood(100_000_000),
        ["closes-output"] = _ => CloseOutput(leave: false),
        ["closes-output-and-ends"] = _ => CloseOutput(leave: true),
        ["exit-137"] = _ => Exit(137),
        ["exit-3"] = _ => Exit(3),
        ["fail-fast"] = _ => FailFast(),
        ["segfault"] = _ => Crash(),
        ["kills-itself"] = _ => KillItself(),
        ["changes-directory"] = _ => ChangeDirectory(),
        ["huge-environment"] = _ => HugeEnvironment(),
        ["prints-protocol"] = _ => PrintProtocol(),
        ["reads-input"] = _ => Console.In.ReadLine() is null ? 0.5 : 0.75,
        ["stack-overflow"] = _ => Recurse(1),
        ["hostile-exception"] = _ => throw new HostileException(),
        ["huge-exception"] = _ => throw new InvalidOperationException(new string('m', 80_000_000)),
        ["half-characters"] = _ => throw new InvalidOperationException("half \udcff of a pair \ud83d"),
        ["breaks-console"] = _ => BreakConsole(),
        ["disposes-console"] = _ => DisposeConsole(),
        ["starves-pool"] = _ => StarvePool(),
        ["stopped-later"] = _ => StopLater(),
        ["forges-result"] = _ => PipeFuzz.Forge(),
        ["daemon-without-mark"] = _ => DaemonWithoutMark("sleep 600"),
        ["daemon-without-mark-hangs"] = _ => DaemonWithoutMark("sleep 600") + Sleep(),
        ["daemon-without-mark-eats"] = _ => DaemonWithoutMark($"{Path.ChangeExtension(typeof(ChaosPrograms).Assembly.Location, null)} eats-fast") + Sleep(),
    };

    private static double Sleep()
    {
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    private static double Obey(CancellationToken cancellation)
    {
        cancellation.WaitHandle.WaitOne();
        cancellation.ThrowIfCancellationRequested();
        return 0;
    }

    private static double Spin()
    {
        double sum = 0;
        while (true)
        {
            sum += Math.Sqrt(sum + 1);
        }
    }

    private static double IgnoreTerminate()
    {
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true);
        return Sleep();
    }

    private static double WithGrandchild(bool leave)
    {
        Start("sleep", "600");
        return leave ? 0.5 : Sleep();
    }

    private static double GrandchildEats()
    {
        Start(
            Environment.ProcessPath!,
            Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(ChaosPrograms).Assembly.Location, "eats-fast"] : ["eats-fast"]);
        return Sleep();
    }

    // A daemon in the classic way: its own session, and its parent gone, so that it belongs to nobody.
    private static double Daemon()
    {
        using Process parent = Process.Start(new ProcessStartInfo("setsid", ["sh", "-c", "sleep 600 & exit 0"]))!;
        parent.WaitForExit();
        return 0.5;
    }

    // What no mark, no session and no parent leads to any more.
    private static double DaemonWithoutMark(string what)
    {
        string environment = Environment.GetEnvironmentVariable("DOTNET_ROOT") is { } root ? $"DOTNET_ROOT='{root}'" : string.Empty;

        // The tests find it by what stands behind the colon.
        string daemon = $"sh -c '{what}; : '$HYPERMAX_CONFORMANCE_RUN";
        using Process parent = Process.Start(
            new ProcessStartInfo("sh", ["-c", $"env -i PATH=\"$PATH\" {environment} setsid sh -c \"{daemon} & exit\" >/dev/null 2>&1 </dev/null"]))!;
        parent.WaitForExit();
        return 0.5;
    }

    private static double BreakConsole()
    {
        Console.SetOut(new BrokenWriter());
        Console.SetError(new BrokenWriter());
        return 0.5;
    }

    private static double DisposeConsole()
    {
        Console.Out.Dispose();
        Console.Error.Dispose();
        return 0.5;
    }

    // More than the pool makes threads for in a minute.
    private static double StarvePool()
    {
        for (int i = 0; i < 500; i++)
        {
            ThreadPool.QueueUserWorkItem(_ => Thread.Sleep(Timeout.Infinite));
        }

        return 0.5;
    }

    // When the trial has ended, its process is stopped.
    private static double StopLater()
    {
        Start("sh", "-c", $"sleep 0.3; kill -STOP {Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}");
        return 0.5;
    }

    private static void Start(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments);
        using Process? _ = Process.Start(start);
    }

    // Not for ever: where nobody kills it, the machine of the tests must survive.
    private static double Eat(int mebibytes, TimeSpan pause)
    {
        while (Hoard.Count * (long)mebibytes < MostMebibytes)
        {
            byte[] block = GC.AllocateUninitializedArray<byte>(mebibytes * 1024 * 1024);
            for (int i = 0; i < block.Length; i += 4096)
            {
                block[i] = 1;
            }

            Hoard.Add(block);
            Thread.Sleep(pause);
        }

        return Sleep();
    }

    // At a rate of bytes a second, however long the sleeps really take.
    private static double EatSteadily(double rate)
    {
        const int Block = 4 * 1024 * 1024;
        long start = Stopwatch.GetTimestamp();
        for (long eaten = 0; ; eaten += Block)
        {
            byte[] block = GC.AllocateUninitializedArray<byte>(Block);
            for (int i = 0; i < block.Length; i += 4096)
            {
                block[i] = 1;
            }

            Hoard.Add(block);
            if (eaten > rate * Stopwatch.GetElapsedTime(start).TotalSeconds)
            {
                Thread.Sleep(1);
            }
        }
    }

    private static double Flood(long bytes)
    {
        string line = new('x', 1023);
        Stream output = Console.OpenStandardOutput();
        byte[] block = System.Text.Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(line + "\n", 64)));
        for (long written = 0; written < bytes; written += block.Length)
        {
            output.Write(block);
        }

        output.Flush();
        return 0.5;
    }

    private static double CloseOutput(bool leave)
    {
        _ = NativeMethods.close(1);
        _ = NativeMethods.close(2);
        return leave ? 0.5 : Sleep();
    }

    private static double Exit(int code)
    {
        Environment.Exit(code);
        return 0;
    }

    private static double FailFast()
    {
        Environment.FailFast("chaos");
        return 0;
    }

    private static unsafe double Crash()
    {
        _ = NativeMethods.raise(11);
        return *(double*)8;
    }

    private static double KillItself()
    {
        Process.GetCurrentProcess().Kill();
        return Sleep();
    }

    private static double ChangeDirectory()
    {
        Directory.SetCurrentDirectory(Path.GetTempPath());
        return 0.5;
    }

    private static double HugeEnvironment()
    {
        ProcessStartInfo start = new("sleep", "600");
        for (int i = 0; i < 60; i++)
        {
            start.Environment[string.Create(CultureInfo.InvariantCulture, $"A{i}")] = new string('e', 20_000);
        }

        using Process? _ = Process.Start(start);
        return Sleep();
    }

    private static double PrintProtocol()
    {
        Console.WriteLine("{\"id\":1,\"result\":-1000}");
        Console.WriteLine("x.cs(1,1): error CS0001: not true");
        Console.Error.WriteLine("{\"id\":1,\"result\":-1000}");
        return 0.5;
    }

    private static double Recurse(double value) => value < 0 ? value : Recurse(value + 1) + Recurse(value + 2);

    private static class NativeMethods
    {
        [DllImport("libc")]
        public static extern int close(int descriptor);

        [DllImport("libc")]
        public static extern int raise(int signal);
    }
}
